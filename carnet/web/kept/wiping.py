"""A lost device: whatever it can still read goes at its next contact (S-32)."""

from __future__ import annotations

import contextlib
import uuid
from typing import TYPE_CHECKING

from django.contrib.sessions.backends.base import UpdateError

from carnet.capture.models import Device

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DEVICE = "device"


def bind(request: HttpRequest, device: uuid.UUID) -> None:
    """The session ends with its device. One that ended while the device was being enrolled has nothing to bind."""
    request.session[DEVICE] = str(device)
    with contextlib.suppress(UpdateError):
        request.session.save()  # house: writes-in-actions -- a session, and no record of the house
    request.session.modified = False


def came_through(request: HttpRequest, device: Device) -> bool:
    """Whether this session was bound to that device."""
    return bool(request.session.get(DEVICE) == str(device.id))


def is_wiped(request: HttpRequest) -> bool:
    """Whether this session came through a device that was wiped since."""
    device = request.session.get(DEVICE)
    return device is not None and Device.objects.filter(id=device, wiped_at__isnull=False).exists()


def clear(answer: HttpResponse) -> HttpResponse:
    """Tell the browser to forget.

    Not its storage: the sealed outbox stands there, which nobody but the house can read. What can be read beside it, the app
    itself deletes.
    """
    answer.headers["Clear-Site-Data"] = '"cache", "cookies"'
    return answer
