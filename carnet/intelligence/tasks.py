"""What the queue does for our reading: the house every morning; once a month the past is looked back upon, and it is counted."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from carnet.house import queries as house
from carnet.intelligence.actions import counting, reading_the_house, trying
from carnet.kit import moments
from carnet.kit.acts import By, Via

HOUR = 4
"""By the house's own clock: before the mornings of its boutiques are prepared."""


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="wake_reading")
def wake_reading(timestamp: int) -> None:
    """When the house's clock stands at four, it is read."""
    at, maison = dt.datetime.fromtimestamp(timestamp, dt.UTC), house.the_maison()
    if maison and at.astimezone(moments.zone(maison.zone)).hour == HOUR:
        read_soon()


@app.task(queueing_lock="read_the_house", lock="read_the_house", retry=3)
def read_the_house() -> None:
    """Whoever changed, and whom time has changed; a second time nobody is left to read."""
    reading_the_house.read_house(by=By(None, Via.TASK), at=timezone.now())  # noqa: TID251 -- time comes in here


def read_soon() -> None:
    """Have the house read when this transaction is through; asked twice, once."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        read_the_house.defer()


@app.periodic(cron="30 2 1 * *")
@app.task(queueing_lock="look_back", retry=3)
def look_back(timestamp: int) -> None:
    """How well we read, then how the house stands. A second time it tries nothing again, and counts the day anew."""
    at = dt.datetime.fromtimestamp(timestamp, dt.UTC)
    trying.try_the_past(by=By(None, Via.TASK), at=at)
    counting.count(by=By(None, Via.TASK), at=at)
