"""The door: who is not signed in goes to it, and a house that is not open is opened first."""

from __future__ import annotations

import urllib.parse
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from carnet.house.models import Member
from carnet.house.queries import the_maison
from carnet.web.door import watching
from carnet.web.door.views import needs_proof, proofs
from carnet.web.here import NoBoutique, arrive
from carnet.web.kept import wiping

if TYPE_CHECKING:
    from django.http import HttpRequest

    type Answer = Callable[[HttpRequest], HttpResponse]

OUTSIDE = ("/door/", "/open/", "/leave/", "/static/", "/robots.txt", "/kept/deposits/", "/app/", "/sw.js")
"""What may be asked for by somebody who is not in."""
INSIDE = "/door/me/"
"""Hers to settle, once she is in."""


UNWATCHED = ("/door/tablet/", "/static/", "/kept/", "/app/", "/sw.js")
"""Where a shared tablet may stand for as long as it likes."""
PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone={}, payment=(), usb=()"
SPOKEN_ON = "/app/"
"""The phone's own pages, which hold a note though nobody is in."""


class DoorMiddleware:
    """Lets in, in her language."""

    def __init__(self, answer: Answer) -> None:
        """Wrap what comes after."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:  # noqa: PLR0911 -- one answer for each way of standing at the door
        """Answer, send to the door, or send to the opening."""
        outside = request.path.startswith(OUTSIDE) and not request.path.startswith(INSIDE)
        maison = the_maison()
        if maison is None:
            if not outside:
                return HttpResponseRedirect(reverse("opening"))
            return self._said(request, translation.get_language_from_request(request), self.answer)
        if outside and not request.user.is_authenticated:
            return self._said(request, maison.language, self.answer)
        if not isinstance(request.user, Member) or not request.user.is_active:
            return HttpResponseRedirect(f"{reverse('door')}?{urllib.parse.urlencode({'next': request.path})}")
        if not outside and wiping.is_wiped(request):
            logout(request)
            return wiping.clear(HttpResponseRedirect(reverse("door")))
        if not request.path.startswith(UNWATCHED) and (locked := watching.lock(request, request.user)):
            return locked
        if not outside and needs_proof(request.user, request.session, maison):
            return HttpResponseRedirect(proofs())
        try:
            request.here = arrive(request, maison)  # type: ignore[attr-defined]
        except NoBoutique:
            if outside:
                return self._said(request, request.user.language, self.answer)
            return self._said(
                request, request.user.language, lambda asked: render(asked, "door/no_role.html", status=403)
            )
        return self._said(request, request.user.language, self.answer)

    def _said(self, request: HttpRequest, language: str, answer: Answer) -> HttpResponse:
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = answer(request)
            # Lazy bodies are rendered while her language still holds.
            if hasattr(response, "render") and callable(response.render):
                response = response.render()
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Content-Language", language)
        # A note opens over any page of hers, and may be spoken.
        speaks = hasattr(request, "here") or request.path.startswith(SPOKEN_ON)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS.format("(self)" if speaks else "()"))
        return response
