"""A picture leaves her story, comes back, and a day after it left is erased for good."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.capture.kinds import Act
from carnet.capture.models import Picture
from carnet.journal import recording
from carnet.kit import acts

KEPT_FOR = dt.timedelta(days=1)
"""As a note is taken back: long enough to think better of it."""


@transaction.atomic
def remove(*, picture: Picture, by: acts.By, at: dt.datetime) -> None:
    """Nobody sees it from now on. A second time changes nothing."""
    Picture.objects.filter(id=picture.id, removed_at__isnull=True).update(removed_at=at)
    recording.record(act=Act.PICTURED, by=by, on=acts.On("picture", picture.id), at=at, reason="removed")


@transaction.atomic
def put_back(*, picture: Picture, by: acts.By, at: dt.datetime) -> None:
    """It was removed by mistake."""
    Picture.objects.filter(id=picture.id).update(removed_at=None)
    recording.record(act=Act.PICTURED, by=by, on=acts.On("picture", picture.id), at=at, reason="put_back")


@transaction.atomic
def erase_removed(*, by: acts.By, at: dt.datetime) -> int:
    """Those that left a day ago go for good; how many they were."""
    gone = list(Picture.objects.filter(removed_at__lt=at - KEPT_FOR).values_list("id", flat=True))
    Picture.objects.filter(id__in=gone).delete()
    for each in gone:
        recording.record(act=Act.PICTURED, by=by, on=acts.On("picture", each), at=at, reason="erased")
    return len(gone)
