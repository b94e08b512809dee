"""What nobody waits for any more goes: sound, words and pictures whose note never came, and details that nobody could place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from carnet.capture.actions import leaving_details
from carnet.capture.kinds import Act, EnvelopeKind, RecordingState
from carnet.capture.models import Deposit, Details, Picture, Recording, SoundPart
from carnet.journal import recording
from carnet.kit import acts

KEPT_FOR = dt.timedelta(days=30)
"""Longer than any phone stays in a drawer over the holidays, and no longer."""
SWEPT = "swept"


@transaction.atomic
def sweep(*, by: acts.By, at: dt.datetime) -> int:
    """How many went. A note that is kept keeps what it says; only what was still to join it is not waited for."""
    before = at - KEPT_FOR
    return _spoken(before, by, at) + _pictures(before, by, at) + _details(before, by, at)


def _spoken(before: dt.datetime, by: acts.By, at: dt.datetime) -> int:
    waits = Q(state__in=[RecordingState.ARRIVING, RecordingState.READY]) | ~Q(words="")
    found = list(Recording.objects.select_for_update().filter(waits, received_at__lt=before).exclude(note__in=_aside()))
    SoundPart.objects.filter(recording__in=found).delete()
    for each in found:
        if each.state != RecordingState.TYPED:
            each.state, each.because = RecordingState.FAILED, SWEPT
        each.words = ""
        each.save(update_fields=["state", "because", "words"])
        recording.record(act=Act.TYPED_UP, by=by, on=acts.On("recording", each.id), at=at, reason=SWEPT)
    return len(found)


def _pictures(before: dt.datetime, by: acts.By, at: dt.datetime) -> int:
    found = Picture.objects.filter(encounter=None, taken_at__lt=before).exclude(note__in=_aside())
    gone = list(found.values_list("id", flat=True))
    Picture.objects.filter(id__in=gone).delete()
    for each in gone:
        recording.record(act=Act.PICTURED, by=by, on=acts.On("picture", each), at=at, reason=SWEPT)
    return len(gone)


def _aside() -> QuerySet[Deposit, Any]:
    """Notes that a manager may still take in: what was spoken and photographed for them waits with them."""
    held = Deposit.objects.filter(kind=EnvelopeKind.NOTE, held__isnull=False, settled_at__isnull=True)
    return held.values("mutation")


def _details(before: dt.datetime, by: acts.By, at: dt.datetime) -> int:
    found = list(Details.objects.filter(client__isnull=True, left_at__lt=before))
    for each in found:
        leaving_details.let_go(details=each, by=by, at=at, reason=SWEPT)
    return len(found)
