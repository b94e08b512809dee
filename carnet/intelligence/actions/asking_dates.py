"""A date that seemed to matter does: it joins those on file, and the reading is her advisor's word."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.clients.kinds import Certainty
from carnet.intelligence.actions import confirming
from carnet.intelligence.models import Reading
from carnet.kit import acts, moments
from carnet.occasions.actions import noting_dates
from carnet.occasions.models import Occasion


@transaction.atomic
def it_matters(  # house: act-is-recorded -- the date is noted and the reading confirmed, each in its own line
    *,
    reading: Reading,
    kind: str,
    day_month: moments.DayMonth,
    certainty: Certainty,
    on: dt.date,
    by: acts.By,
    at: dt.datetime,
) -> Occasion:
    """Keep the date for which the one it was read of gives; it is spoken of to nobody else. Raises CannotNote, CannotRevise."""
    confirming.confirm(reading=reading, on=on, by=by, at=at)
    return noting_dates.note(
        kind=kind, day_month=day_month, giver=reading.client, told_by=reading.client, certainty=certainty, by=by, at=at
    )
