"""Sound and pictures arrive for a note, before it or after it."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.capture.actions import typing_up
from carnet.capture.developing import darkroom
from carnet.capture.kinds import Act, RecordingState
from carnet.capture.models import Picture, Recording, SoundPart
from carnet.capture.queries import sounding
from carnet.capture.rules import parts, photographs
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.journal import recording, sealing
from carnet.kit import acts, ids


class CannotReceive(ValueError):
    """It cannot be taken in; the sentence says why."""


@transaction.atomic
def sound(  # house: act-is-recorded -- typing it up is the act
    *, part: bytes, note: uuid.UUID, member: Member, at: dt.datetime
) -> Recording:
    """One stretch of a spoken note; the last to come sends it to be typed up. Raises CannotReceive."""
    try:
        came = parts.stretch(part)
    except parts.NotAPart as error:
        raise CannotReceive(_("That is no sound that Carnet can read.")) from error
    sounding.alone_with(note)
    Recording.objects.bulk_create(
        [
            Recording(
                id=came.recording, member=member, note=note, language=came.language, parts=came.parts,
                state=RecordingState.ARRIVING, received_at=at,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    kept = Recording.objects.select_for_update().get(id=came.recording)
    if kept.member_id != member.id or kept.note != note or kept.parts != came.parts:
        raise CannotReceive(_("That sound belongs to another note."))
    if kept.state != RecordingState.ARRIVING:
        # Typed up or thrown away meanwhile: no sound of it is kept again.
        return kept
    SoundPart.objects.bulk_create(
        [SoundPart(recording=kept, number=came.number, sound=sealing.locked(came.sound))], ignore_conflicts=True
    )
    if SoundPart.objects.filter(recording=kept).count() == kept.parts:
        encounter = Encounter.objects.filter(mutation=note, author=member).first()
        Recording.objects.filter(id=kept.id).update(state=RecordingState.READY, encounter=encounter)
        typing_up.ask(spoken=kept)
    return kept


@transaction.atomic
def picture(*, sent: bytes, note: uuid.UUID, member: Member, by: acts.By, at: dt.datetime) -> Picture:
    """A photograph of a piece or of a repair, for that note. Raises CannotReceive."""
    try:
        seen = darkroom.developed(parts.picture(sent))
    except (parts.NotAPart, photographs.NotAPicture) as error:
        raise CannotReceive(_("That is no picture that Carnet can read: a JPEG, PNG or WebP of a piece.")) from error
    sounding.alone_with(note)
    encounter = Encounter.objects.filter(mutation=note, author=member).first()
    first = encounter and encounter.presences.order_by("-part", "id").first()
    kept = Picture.objects.create(
        id=ids.new(), note=note, member=member, image=sealing.locked(seen.image),
        small=sealing.locked(seen.small), width=seen.width, height=seen.height,
        taken_at=at, encounter=encounter, client_id=first.client_id if first else None,
    )  # fmt: skip
    recording.record(act=Act.PICTURED, by=by, on=acts.On("picture", kept.id), at=at)
    return kept
