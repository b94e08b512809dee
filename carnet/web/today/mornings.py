"""The day of this very morning, prepared by whoever opens it first if nobody has yet."""

from __future__ import annotations

from carnet.outreach.actions import preparing_the_day
from carnet.outreach.models import Day
from carnet.outreach.queries import days
from carnet.outreach.queries.days import Seen
from carnet.web.here import Here


def of(at: Here) -> Seen:
    """Her day, rechecked now."""
    if not Day.objects.filter(member=at.member, on=at.today).exists():
        preparing_the_day.prepare(member=at.member, boutique=at.boutique, on=at.today, by=at.by, at=at.at)
    return days.seen(at.member, at.boutique, at.today, now=at.at)
