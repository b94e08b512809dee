"""The sound of a spoken note, whole again; and what was spoken for a note."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Collection

from carnet.capture.kinds import RecordingState
from carnet.capture.models import Recording, SoundPart
from carnet.house.models import Maison, Member
from carnet.journal import sealing
from carnet.kit import db

ONE_NOTE = 0x6E6F7465
"""The class of the locks that one note's parts are taken in under."""


def alone_with(note: uuid.UUID) -> None:
    """Until this transaction ends nobody else keeps that note, or takes in what was spoken or photographed for it.

    Else a note and its sound that come at the same moment would not see each other, and its words would join nothing.
    """
    db.select("select pg_advisory_xact_lock(%(one)s, hashtext(%(note)s))", one=ONE_NOTE, note=str(note))


@dataclasses.dataclass(frozen=True)
class Early:
    """What came for a note before it: most often nothing, and then nothing more is asked."""

    kept: bool
    """The note itself."""
    pictures: bool
    spoken: bool
    undone: bool


def early(note: uuid.UUID) -> Early:
    """What of that note is here already; asked once nobody else can add to it (`alone_with`)."""
    ((kept, pictures, spoken, undone),) = db.select(
        """
        select exists (select from interactions_encounter where mutation = %(note)s),
               exists (select from capture_picture where note = %(note)s),
               exists (select from capture_recording where note = %(note)s),
               exists (select from capture_deposit where of = %(note)s and state = 'waiting')
        """,
        note=note,
    )
    return Early(kept, pictures, spoken, undone)


def sound_of(recording: Recording) -> bytes:
    """Its stretches in order, unlocked."""
    stretches = SoundPart.objects.filter(recording=recording).order_by("number").values_list("sound", flat=True)
    return b"".join(sealing.unlocked(bytes(each)) for each in stretches)


def hers(member: Member, recording: uuid.UUID) -> Recording | None:
    """That recording, when she spoke it."""
    return Recording.objects.filter(id=recording, member=member).first()


def typed_up(encounters: Collection[uuid.UUID]) -> dict[uuid.UUID, bool]:
    """Of those encounters, the ones whose words came, or are to come, from what was spoken: whether all of it is typed up."""
    found: dict[uuid.UUID, bool] = {}
    spoken = Recording.objects.filter(encounter__in=encounters).exclude(state=RecordingState.FAILED)
    for encounter, state in spoken.values_list("encounter", "state"):
        if encounter:
            found[encounter] = found.get(encounter, True) and state == RecordingState.TYPED
    return found


def languages() -> set[str]:
    """In which this house speaks: its own, and those of its people."""
    people = Member.objects.filter(is_active=True).values_list("language", flat=True).distinct()
    return {*Maison.objects.values_list("language", flat=True), *people}
