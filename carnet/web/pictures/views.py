"""One picture, to whoever may see her and read the note; and taking it out of her story."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from carnet.capture.actions import picturing
from carnet.capture.models import Picture
from carnet.capture.queries import pictures
from carnet.clients.models import Client
from carnet.web.here import Here, here
from carnet.web.pictures import shown

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_GET
def picture(request: HttpRequest, picture: uuid.UUID) -> HttpResponse:
    """As it was kept."""
    return _image(pictures.seen_in(_standing(picture, here(request))))


@require_GET
def small(request: HttpRequest, picture: uuid.UUID) -> HttpResponse:
    """As it stands in her story."""
    return _image(pictures.seen_small_in(_standing(picture, here(request))))


@require_POST
def removal(request: HttpRequest, picture: uuid.UUID) -> HttpResponse:
    """It leaves her story."""
    at = here(request)
    found, client = _removable(picture, at)
    picturing.remove(picture=found, by=at.by, at=at.at)
    messages.success(request, _("Removed."), extra_tags=shown.undoing(found))
    return redirect("client", client.id)


@require_POST
def undo(request: HttpRequest, picture: uuid.UUID) -> HttpResponse:
    """It is back in her story."""
    at = here(request)
    found, client = _removable(picture, at)
    picturing.put_back(picture=found, by=at.by, at=at.at)
    return redirect("client", client.id)


def _seen(picture: uuid.UUID, at: Here) -> tuple[Picture, Client]:
    found = pictures.visible_to(at.member, at.scope, picture, at.at)
    if found is None:
        raise Http404
    return found


def _standing(picture: uuid.UUID, at: Here) -> Picture:
    found, _client = _seen(picture, at)
    if found.removed_at:
        raise Http404
    return found


def _removable(picture: uuid.UUID, at: Here) -> tuple[Picture, Client]:
    """Whoever took it, or a manager."""
    found, client = _seen(picture, at)
    if not shown.may_remove(found, at):
        raise Http404
    return found, client


def _image(seen: bytes) -> HttpResponse:
    answer = HttpResponse(seen, content_type="image/webp")
    answer["Content-Disposition"] = 'inline; filename="picture.webp"'
    answer["X-Content-Type-Options"] = "nosniff"
    # No cache of the browser's keeps it, nor the worker's: what is asked for again is judged again.
    answer["Cache-Control"] = "private, no-store"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
