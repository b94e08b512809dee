"""The shared tablet locks by itself, here and not on the glass (ruling 10): idle, withdrawn, or just out of a client's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.urls import reverse

from carnet.house.models import Member, Tablet
from carnet.house.rules import digest
from carnet.web.here import now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COOKIE = "carnet-tablet"
IDLE = 5 * 60
"""Seconds. The glass itself goes dark sooner; this is what holds when nobody asks it to."""
TOUCHED, IN_HER_HANDS, BACK = "touched", "in_her_hands", "back"


def tablet_of(request: HttpRequest) -> Tablet | None:
    """The shared tablet this is, as long as it is enrolled."""
    secret = request.COOKIES.get(COOKIE, "")
    return Tablet.objects.filter(token=digest(secret), period__contains=now()).select_related("boutique").first()


def lock(request: HttpRequest, member: Member) -> HttpResponse | None:
    """Where a signed-in colleague is sent instead, when this is a shared tablet that must not go on; else nothing."""
    if COOKIE not in request.COOKIES and "tablet" not in request.session:
        return None
    enrolled = tablet_of(request)
    if enrolled is None:
        if "tablet" not in request.session:
            return None
        logout(request)
        return HttpResponseRedirect(reverse("door"))
    touched, path, at = request.session.get(TOUCHED), request.path, now().timestamp()
    shown = request.session.get(IN_HER_HANDS, "")
    if touched is None or (not shown and at - touched <= IDLE) or shown == path:
        request.session[TOUCHED] = at
        return None
    logout(request)
    if not shown:
        return HttpResponseRedirect(reverse("tablet"))
    request.session[BACK] = path if request.method == "GET" else reverse("today")
    return HttpResponseRedirect(reverse("tablet-code", args=[member.id]))


def hand_over(request: HttpRequest) -> None:
    """A client holds it now: every other page asks for the code."""
    if COOKIE in request.COOKIES:
        request.session[IN_HER_HANDS] = request.path
