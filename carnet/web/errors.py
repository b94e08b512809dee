"""Pages for what went wrong, in one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from django.http import HttpRequest


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from another place, or from a page left open too long."""
    return HttpResponse(status=403)
