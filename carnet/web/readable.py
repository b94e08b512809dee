"""What no person can type is not read: a NUL in a field would only break further down, where PostgreSQL refuses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import BadRequest

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


class ReadableMiddleware:
    """Refuses, with a sentence, what cannot be read."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap what comes after."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.answer(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:  # house: empty-verb -- Django calls it so
        """Once the form is known to be ours. Raises BadRequest."""
        if _has_nul(request.GET) or _has_nul(request.POST):
            raise BadRequest


def _has_nul(said: QueryDict) -> bool:
    return any(NUL in text for name, values in said.lists() for text in (name, *values))
