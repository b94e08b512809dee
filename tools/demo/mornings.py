"""The demo house's morning, and the ways into it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from carnet.house import queries
from carnet.house.actions import admitting
from carnet.house.models import Member
from carnet.kit import moments
from carnet.kit.acts import By, Via
from carnet.outreach.actions import preparing_the_day

THE_HOUSE = By(None, Via.DEMO)


def prepare() -> None:
    """Every advisor's day, for today where she is."""
    at = timezone.now()  # noqa: TID251 -- the demo happens today
    for member, boutique in queries.workers(at.date()):
        preparing_the_day.prepare(
            member=member, boutique=boutique, on=moments.day_of(at, boutique.zone), by=THE_HOUSE, at=at
        )


def ways_in(lasts: dt.timedelta) -> list[tuple[Member, str, str]]:
    """For each colleague: who, as what, and a token that works once."""
    at = timezone.now()  # noqa: TID251 -- the demo happens today
    members = (
        Member.objects.filter(is_active=True, roles__boutique__isnull=False).distinct().order_by("roles__kind", "name")
    )
    found = []
    for member in dict.fromkeys(members):
        role = member.roles.order_by("kind").values_list("kind", flat=True).first() or ""
        found.append((member, role, admitting.invite(member=member, by=THE_HOUSE, at=at, lasts=lasts)))
    return found
