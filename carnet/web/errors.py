"""Pages for what went wrong, in one sentence each: what happened, what is safe, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django hands it over
    """A form from another place, or from a page left open too long."""
    words = _(
        "This page was open for too long, or came from elsewhere. Nothing was kept: go back, load it again, and try once more."
    )
    return _page(request, 403, _("Not kept."), words)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django hands it over
    """What somebody who is in may still not do: a key cannot be changed by who has shown none."""
    return _page(
        request,
        403,
        _("That is not open to you."),
        _("It asks for a password or a key of your own, and you have none yet."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django hands it over
    """What is not there, or not hers to see: the same words for both."""
    return _page(
        request,
        404,
        _("There is nothing here."),
        _("Perhaps the address was cut short. Today is a good place to start again."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django hands it over
    """What could not be understood."""
    return _page(request, 400, _("That could not be read."), _("Nothing was changed. Go back and try once more."))


def broken(request: HttpRequest) -> HttpResponse:
    """What is our fault."""
    return _page(
        request, 500, _("Something went wrong on our side."), _("What you had kept is safe. Try again in a moment.")
    )


def _page(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    return render(request, "errors/page.html", {"title": title, "words": words}, status=status)
