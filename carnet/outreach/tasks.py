"""What the queue does for the day: every advisor's morning is ready before her boutique opens."""

from __future__ import annotations

import datetime as dt
import uuid

from procrastinate.contrib.django import app

from carnet.house import queries as house
from carnet.house.models import Boutique, Member
from carnet.kit import moments
from carnet.kit.acts import By, Via
from carnet.outreach.actions import preparing_the_day

HOUR = 5
"""By the boutique's own clock."""


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="mornings")
def wake(timestamp: int) -> None:
    """Of every boutique whose clock stands at five, each morning becomes a job of its own."""
    at = dt.datetime.fromtimestamp(timestamp, dt.UTC)
    for member, boutique in house.workers(at.date()):
        here = at.astimezone(moments.zone(boutique.zone))
        if here.hour == HOUR:
            said = {"member": str(member.id), "boutique": str(boutique.id), "on": here.date().isoformat()}
            prepare_morning.configure(lock=said["member"]).defer(**said, at=at.isoformat())


@app.task(retry=3)
def prepare_morning(member: str, boutique: str, on: str, at: str) -> None:
    """One advisor's day; a second time it replaces what has not been answered."""
    whose, where = Member.objects.get(id=uuid.UUID(member)), Boutique.objects.get(id=uuid.UUID(boutique))
    day, when = dt.date.fromisoformat(on), dt.datetime.fromisoformat(at)
    preparing_the_day.prepare(member=whose, boutique=where, on=day, by=By(None, Via.TASK), at=when)
