"""What the queue does for our reading: once a month the past is looked back upon, and the house is counted."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from carnet.intelligence.actions import counting, trying
from carnet.kit.acts import By, Via


@app.periodic(cron="30 2 1 * *")
@app.task(queueing_lock="look_back", retry=3)
def look_back(timestamp: int) -> None:
    """How well we read, then how the house stands. A second time it tries nothing again, and counts the day anew."""
    at = dt.datetime.fromtimestamp(timestamp, dt.UTC)
    trying.try_the_past(by=By(None, Via.TASK), at=at)
    counting.count(by=By(None, Via.TASK), at=at)
