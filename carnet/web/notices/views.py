"""Letting a phone tell her, and ending it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.capture.actions import noticing
from carnet.capture.models import PushAddress
from carnet.capture.queries import noticed
from carnet.web.here import here
from carnet.web.notices import asking

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_YEAR = 365 * 86_400


@require_http_methods(["GET", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Where she is told, and this phone if it is not among them."""
    at = here(request)
    if request.method == "POST":
        return _allow(request)
    device = asking.device_of(request)
    phones = noticed.phones(at.member)
    is_asked = device is not None and noticed.has_kept_a_promise(at.member)
    told_here = any(each.device_id == device for each in phones)
    return render(request, "notices/page.html", {
        "phones": phones, "here": device, "notices_key": asking.house_key() if is_asked and not told_here else "",
    })  # fmt: skip


def _allow(request: HttpRequest) -> HttpResponse:
    at = here(request)
    try:
        noticing.allow(
            device=asking.device_of(request), member=at.member, endpoint=request.POST.get("endpoint", ""),
            key=request.POST.get("key", ""), secret=request.POST.get("secret", ""),
            here=bool(getattr(settings, "CARNET_PUSH_HERE", "")), by=at.by, at=at.at,
        )  # fmt: skip
    except noticing.CannotNotice as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("This phone will tell you, once a day at most, in the boutique’s hours."))
    answer = redirect("notices")
    answer.delete_cookie(asking.NOT_NOW)
    return answer


@require_POST
def later(_request: HttpRequest) -> HttpResponse:
    """Not on this phone: it is not asked again here; her settings still offer it."""
    answer = redirect("promises")
    answer.set_cookie(
        asking.NOT_NOW, "no", max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return answer


@require_POST
def end(request: HttpRequest, address: uuid.UUID) -> HttpResponse:
    """Enough of it."""
    at = here(request)
    noticing.end(
        address=get_object_or_404(PushAddress, id=address, member=at.member), by=at.by, at=at.at, reason="ended"
    )
    messages.success(request, _("That phone tells you nothing any more."))
    return redirect("notices")
