"""A shared tablet: who are you, four digits, in two taps (ruling 10)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib.auth import login, logout
from django.core.cache import cache
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.house import queries
from carnet.house.models import Maison, Member, Tablet
from carnet.house.rules import digest
from carnet.web.door.views import BACKEND
from carnet.web.here import now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COOKIE = "carnet-tablet"
TRIES, WITHIN = 5, 60
"""Wrong codes a minute, for one person on one tablet."""


def _tablet(request: HttpRequest) -> Tablet:
    secret = request.COOKIES.get(COOKIE, "")
    found = Tablet.objects.filter(token=digest(secret), period__contains=now()).select_related("boutique").first()
    if found is None:
        raise Http404
    return found


@require_GET
def faces(request: HttpRequest) -> HttpResponse:
    """The initials of those who work here and have chosen four digits; the faces of nobody."""
    tablet = _tablet(request)
    staff = [member for member in queries.staff_of(tablet.boutique, now()) if member.code]
    return render(
        request, "door/faces.html", {"tablet": tablet, "staff": staff, "maison_name": Maison.objects.get().name}
    )


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, member: uuid.UUID) -> HttpResponse:
    """Her digits open her Today on this tablet."""
    tablet = _tablet(request)
    found = get_object_or_404(Member, id=member, is_active=True)
    if found not in queries.staff_of(tablet.boutique, now()):
        raise Http404
    if request.method == "GET":
        return render(request, "door/code.html", {"member": found})
    key = f"tablet:{tablet.id}:{found.id}"
    if cache.get(key, 0) >= TRIES:
        return render(
            request, "door/code.html", {"member": found, "error": _("Too many tries: wait a minute.")}, status=429
        )
    if not queries.is_her_code(found, request.POST.get("code", "")):
        cache.set(key, cache.get(key, 0) + 1, WITHIN)
        return render(request, "door/code.html", {"member": found, "error": _("Those are not her digits.")}, status=422)
    login(request, found, backend=BACKEND)
    request.session["tablet"] = str(tablet.id)
    return redirect("today")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Leave the tablet to the next colleague."""
    logout(request)
    return redirect("tablet")
