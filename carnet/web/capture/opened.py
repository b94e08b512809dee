"""Whose page was open last: a note begins with that client, for as long as she may still be at the counter."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.core import signing

from carnet.clients.models import Client

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from carnet.web.here import Here

COOKIE = "carnet-opened"
LASTS = 20 * 60
"""Seconds."""


def remember(answer: HttpResponse, client: uuid.UUID, request: HttpRequest) -> HttpResponse:
    """With the page of that client."""
    answer.set_signed_cookie(
        COOKIE, f"{request.user.pk} {client}", max_age=LASTS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer


def last(request: HttpRequest, at: Here) -> Client | None:
    """The client whose page this very member opened, if she may still see it."""
    try:
        member, client = str(request.get_signed_cookie(COOKIE, max_age=LASTS)).split()
    except (KeyError, ValueError, signing.BadSignature):
        return None
    return at.visible(uuid.UUID(client)) if member == str(at.member.id) else None
