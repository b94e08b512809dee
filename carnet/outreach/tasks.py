"""What the queue does for the day: every advisor's morning is ready before her boutique opens."""

from __future__ import annotations

import datetime as dt
import uuid

from django.utils import timezone
from procrastinate.contrib.django import app

from carnet.house.models import Boutique
from carnet.kit import moments
from carnet.kit.acts import By, Via
from carnet.outreach.actions import drafting, preparing_the_house
from carnet.outreach.queries import drafts
from carnet.outreach.rules.drafting import answering, drafter

HOUR = 5
"""By the boutique's own clock."""


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="mornings")
def wake(timestamp: int) -> None:
    """Where the clock stands at five, all mornings of that zone become one job."""
    at = dt.datetime.fromtimestamp(timestamp, dt.UTC)
    for zone in Boutique.objects.order_by("zone").values_list("zone", flat=True).distinct():
        if at.astimezone(moments.zone(zone)).hour == HOUR:
            prepare_mornings.configure(lock=f"mornings {zone}").defer(zone=zone, at=at.isoformat())


@app.task(retry=3)
def prepare_mornings(zone: str, at: str) -> None:
    """Every day of one zone; a second time only what has not been answered is replaced."""
    preparing_the_house.prepare_house(by=By(None, Via.TASK), at=dt.datetime.fromisoformat(at), zones=[zone])


@app.task(name=drafting.WRITING)
def write_draft(draft: str) -> None:
    """What a model makes of one letter, asked outside any transaction; a second time nothing is asked."""
    asked = drafts.waiting(uuid.UUID(draft))
    if asked:
        answered = answering.drafted(drafts.evidence_of(asked), drafter.Port.drafter)
        drafting.keep(draft=asked, answered=answered, by=By(None, Via.TASK), at=timezone.now())  # noqa: TID251 -- time comes in here
