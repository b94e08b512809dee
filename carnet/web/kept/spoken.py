"""What becomes of a spoken note while its form is open: how far it is typed up; that she has its words, or wants none."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from carnet.capture.actions import typing_up
from carnet.capture.kinds import RecordingState
from carnet.capture.models import Recording
from carnet.capture.queries import sounding
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest

AWAITED, WAITS, KEPT = "awaited", "waits", "kept"
"""Beside the states of a recording: nothing of it is here yet; nobody can type it up now; the note is kept, and has it."""


@require_GET
def spoken(request: HttpRequest, recording: uuid.UUID) -> JsonResponse:
    """How far it has come. One of somebody else's is awaited for ever."""
    at = here(request)
    found = sounding.hers(at.member, recording)
    if found is None:
        return JsonResponse({"state": AWAITED, "done": 0, "words": ""})
    return JsonResponse({"state": _state(found), "done": found.done, "words": found.words})


@require_POST
def taken(request: HttpRequest, recording: uuid.UUID) -> HttpResponse:
    """Its words stand in the box, and on the phone: the house forgets them."""
    at = here(request)
    if (found := sounding.hers(at.member, recording)) and found.words:
        typing_up.taken_over(spoken=found, by=at.by, at=at.at)
    return HttpResponse(status=204)


@require_POST
def forget(request: HttpRequest, recording: uuid.UUID) -> HttpResponse:
    """She threw it away, whether or not anything of it had left the phone."""
    at = here(request)
    if found := sounding.hers(at.member, recording):
        typing_up.throw_away(spoken=found, by=at.by, at=at.at)
    return HttpResponse(status=204)


def _state(found: Recording) -> str:
    if found.encounter_id:
        return KEPT
    return WAITS if found.state == RecordingState.READY and found.because else found.state
