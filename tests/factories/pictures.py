"""Photographs that came for a note."""

from __future__ import annotations

import datetime as dt
import uuid

from carnet.capture.actions import receiving
from carnet.capture.models import Picture
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.kit import ids
from tests.factories import hostile_pictures, people

HEAD = b"\0\0\0\x02{}"


def taken(encounter: Encounter | None, *, by: Member, at: dt.datetime, sent: bytes = b"") -> Picture:
    """For that note, or for one that has not come yet."""
    note = encounter.mutation if encounter else ids.new()
    if encounter and note is None:
        note = uuid.uuid4()
        Encounter.objects.filter(id=encounter.id).update(mutation=note, author=by)
    assert note
    return receiving.picture(
        sent=HEAD + (sent or hostile_pictures.jpeg()), note=note, member=by, by=people.by(by), at=at
    )
