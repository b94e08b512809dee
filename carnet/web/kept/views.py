"""A device is enrolled, and hands in its envelopes."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import logging
import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from carnet.capture.actions import depositing, enrolling
from carnet.capture.kinds import DepositState, EnvelopeKind
from carnet.capture.models import Deposit, Device
from carnet.capture.rules import envelopes
from carnet.house.models import Member
from carnet.interactions.models import Presence
from carnet.kit.acts import By, Via
from carnet.web.capture.told import told
from carnet.web.door import watching
from carnet.web.here import here, now
from carnet.web.kept import wiping

if TYPE_CHECKING:
    from django.http import HttpRequest

log = logging.getLogger(__name__)
MOST = 25
"""Envelopes in one request."""
MILLISECOND = dt.timedelta(milliseconds=1)


@require_POST
def device(request: HttpRequest) -> JsonResponse:
    """The browser she sits at becomes hers: its id, who she is, and the key to seal with."""
    at = here(request)
    said = _said(request)
    try:
        public = base64.b64decode(str(said.get("public", "")).encode("ascii", "replace"), validate=True)
        kept = enrolling.enrol(
            public=public, name=str(said.get("name", ""))[:60] or "Browser", member=at.member, by=at.by, at=at.at,
            tablet=watching.tablet_of(request),
        )  # fmt: skip
    except (binascii.Error, enrolling.CannotEnrol) as error:
        return JsonResponse({"error": str(error)}, status=422)
    key = enrolling.sealing_key(by=at.by, at=at.at)
    wiping.bind(request, kept.id)
    return JsonResponse(
        {
            "device": str(kept.id), "member": str(at.member.id), "key": str(key.id),
            "house": base64.b64encode(bytes(key.public)).decode(), "shared": kept.tablet_id is not None,
        }
    )  # fmt: skip


@csrf_exempt  # Signed by the device: a session may long be over, and proves nothing here.
@require_POST
def deposits(request: HttpRequest) -> JsonResponse:
    """Envelopes come in, each once. What became of each; its words only to her who is signed in."""
    at, said = now(), _said(request)
    sent = said.get("envelopes")
    sent_at = _clock(said.get("sent_at"))
    if not isinstance(sent, list) or len(sent) > MOST or sent_at is None:
        return JsonResponse({"error": "shape"}, status=400)
    member = request.user if isinstance(request.user, Member) and request.user.is_active else None
    taken = [_taken(each, sent_at, at, member, request) for each in sent]
    results = [result for result, _device in taken]
    named = _uuid(said.get("device"))
    known = Device.objects.filter(id=named).first() if named else None
    if known is None:
        return JsonResponse({"results": results})
    proven = known.id in {device for _result, device in taken} or wiping.came_through(request, known)
    if proven and not said.get("more"):
        # What is still on the phone was kept before this, whatever came in with it.
        depositing.met(device=known, member=member, at=at)
    answer = JsonResponse({"results": results, "wiped": known.wiped_at is not None})
    if known.wiped_at is not None:
        logout(request)
        wiping.clear(answer)
    return answer


def _taken(
    sent: Any, sent_at: dt.datetime, at: dt.datetime, member: Member | None, request: HttpRequest
) -> tuple[dict[str, Any], uuid.UUID | None]:
    """What became of one, and the device that signed it."""
    try:
        envelope = envelopes.read(sent)
        kept = depositing.deposit(envelope=envelope, sent_at=sent_at, by=By(None, Via.SCREEN), at=at)
    except (envelopes.Unreadable, depositing.NotOurs) as error:
        return {"mutation": _named(sent), "state": "unknown", "because": str(error)}, None
    except Exception as error:  # noqa: BLE001 -- one that we stumble on must not keep all others on the phone
        log.error("An envelope could not be taken in: %s.", type(error).__name__)  # noqa: TRY400 -- a trace holds her words
        return {"mutation": _named(sent), "state": "unknown", "because": "failed"}, None
    if kept.because == depositing.CONFLICT:
        return {"mutation": str(envelope.header.mutation), "state": "conflict"}, kept.device_id
    answer: dict[str, Any] = {"mutation": str(kept.mutation), "state": kept.state}
    if member is not None and member.id == kept.member_id and request.headers.get("X-Carnet-Now") == str(kept.mutation):
        answer |= _said_now(kept, request)
    return answer, kept.device_id


def _said_now(kept: Deposit, request: HttpRequest) -> dict[str, Any]:
    """She is waiting for it: where to go, and what it changed, said on the next page."""
    if kept.state != DepositState.KEPT or kept.kind != EnvelopeKind.NOTE or kept.encounter is None:
        return {}
    messages.success(request, told(kept.changed), extra_tags=reverse("note-undo", args=[kept.encounter]))
    about = Presence.objects.filter(encounter=kept.encounter, part="main").values_list("client", flat=True).first()
    return {"url": reverse("client", args=[about]) if about else reverse("today")}


def _said(request: HttpRequest) -> dict[str, Any]:
    """The body, or nothing: a body that is no object says nothing."""
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _clock(said: Any) -> dt.datetime | None:
    if not isinstance(said, int) or isinstance(said, bool):
        return None
    return envelopes.EARLIEST + min(max(said, 0), envelopes.LATEST_MS) * MILLISECOND


def _uuid(said: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(said))
    except ValueError:
        return None


def _named(sent: Any) -> str | None:
    """Which one is meant, where the phone said so beside it."""
    return str(_uuid(sent.get("mutation")) or "") if isinstance(sent, dict) else None
