"""Whether to ask: after her first kept promise, on a phone of her own, until she has said yes or no on it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from carnet.capture.queries import noticed
from carnet.capture.rules import addresses
from carnet.web.here import Here

if TYPE_CHECKING:
    from django.http import HttpRequest

NOT_NOW = "carnet-notices"
"""A cookie: it says that she would rather not be asked again on this phone, and nothing of her."""


def device_of(request: HttpRequest) -> uuid.UUID | None:
    """The phone this session came through, where it is one person's."""
    said = request.session.get("device")
    return uuid.UUID(said) if said and "tablet" not in request.session else None


def house_key() -> str:
    """What a browser subscribes with; nothing before the house has made it, within its first hour."""
    key = noticed.key()
    return addresses.written(bytes(key.public)) if key else ""


def asks(request: HttpRequest, at: Here) -> str:
    """The house's key when this page may ask, else nothing."""
    device = device_of(request)
    if device is None or NOT_NOW in request.COOKIES or not (key := house_key()):
        return ""
    if noticed.is_told_on(at.member, device) or not noticed.has_kept_a_promise(at.member):
        return ""
    return key
