"""A shared tablet: who are you, four digits, in two taps (ruling 10)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib.auth import login, logout
from django.core.cache import cache
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.house import queries
from carnet.house.models import Maison, Member, Tablet
from carnet.web.door import watching
from carnet.web.door.views import BACKEND
from carnet.web.here import now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

TRIES, WITHIN = 5, 60
"""Wrong codes a minute, for one person on one tablet."""
A_DAY, DAY = 20, 86_400
"""Wrong codes a day, for one person wherever it is tried: at five a minute alone, ten thousand codes take a weekend."""


def _tablet(request: HttpRequest) -> Tablet:
    found = watching.tablet_of(request)
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
    wrong = _wrong(tablet, found, request.POST.get("code", ""))
    if wrong:
        status, said = wrong
        return render(request, "door/code.html", {"member": found, "error": said}, status=status)
    back = request.session.pop(watching.BACK, "")
    logout(request)
    login(request, found, backend=BACKEND)
    request.session["tablet"] = str(tablet.id)
    return redirect(back or "today")


@transaction.atomic
def _wrong(tablet: Tablet, member: Member, said: str) -> tuple[int, str] | None:
    """Why these digits open nothing. One try at a time: a hundred at once would all be the first."""
    Member.objects.select_for_update().get(id=member.id)
    here, anywhere = f"tablet:{tablet.id}:{member.id}", f"code:{member.id}"
    if cache.get(anywhere, 0) >= A_DAY:
        return 429, _("Too many tries today: come in with your password.")
    if cache.get(here, 0) >= TRIES:
        return 429, _("Too many tries: wait a minute.")
    if queries.is_her_code(member, said):
        cache.delete(here)
        return None
    cache.set(here, cache.get(here, 0) + 1, WITHIN)
    cache.set(anywhere, cache.get(anywhere, 0) + 1, DAY)
    return 422, _("Those are not her digits.")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Leave the tablet to the next colleague."""
    logout(request)
    return redirect("tablet")
