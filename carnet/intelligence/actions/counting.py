"""The house is counted: how it stands today, in numbers of people."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.house.models import Maison
from carnet.intelligence.kinds import Act
from carnet.intelligence.models import Census
from carnet.intelligence.queries import census
from carnet.journal import recording
from carnet.kit import acts, moments


@transaction.atomic
def count(*, by: acts.By, at: dt.datetime) -> Census:
    """Count everybody as known at that moment; a second count of the day replaces the first."""
    maison = Maison.objects.get()
    on = moments.day_of(at, maison.zone)
    kept, _ = Census.objects.update_or_create(
        on=on, defaults={"counted_at": at, "boutiques": census.counted(on, as_of=at)}
    )
    recording.record(act=Act.HOUSE_COUNTED, by=by, on=acts.On("maison", maison.id), at=at)
    return kept
