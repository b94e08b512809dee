"""Whom time alone has moved: what is due to them is read again though nothing happened."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection

from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Reading
from carnet.intelligence.rules import cycles


def also_moved_by_time(changed: Collection[uuid.UUID], *, on: dt.date) -> list[uuid.UUID] | None:
    """Of whom a morning reads what is due, besides those who changed: a search fades by itself, day by day.

    Nothing, which is everybody, on the days on which a part of a month begins: windows move on then, and dates come of age.
    """
    if on == cycles.part(on):
        return None
    searched = Reading.objects.filter(kind=ReadingKind.SEARCH, until__isnull=True, said_by__isnull=True)
    return sorted({*changed, *searched.values_list("client", flat=True)})
