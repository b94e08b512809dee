"""Practice: its first page, and every page within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.web.here import here
from carnet.web.practice import coaching, done, stage

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """What it is, and its three steps."""
    practice = done.current(request, here(request).at)
    return render(request, "practice/page.html", {"steps": coaching.steps(practice), "sent": practice.sent})


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """From the beginning."""
    done.start_again(request)
    return redirect("practice")


@require_http_methods(["GET", "POST"])
def within(request: HttpRequest, place: str) -> HttpResponse:
    """A real page of somebody who is not there."""
    try:
        return stage.play(request, place)
    except stage.Unplayable:
        done.start_again(request)
        messages.info(request, _("The house has changed in between: the practice starts again."))
    except done.TooMuch:
        messages.info(request, _("A practice holds so much and no more: start again."))
    return redirect("practice")
