"""The demo house's morning, and the ways into it."""

from __future__ import annotations

import datetime as dt

from carnet.house import queries
from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Maison, Member, Role
from carnet.intelligence.actions import counting, reading_the_house, trying
from carnet.intelligence.models import Trial
from carnet.kit import moments
from carnet.kit.acts import By, Via
from carnet.outreach.actions import preparing_the_day
from tools.demo import staff
from tools.demo.days import made_on

THE_HOUSE = By(None, Via.DEMO)
SHOPS = [shop.name for shop in staff.SHOPS]
ORDER = (RoleKind.ADVISOR, RoleKind.MANAGER, RoleKind.HEAD_OFFICE)
FRESH = dt.timedelta(days=7)
"""For a week a demo house has something of everything to say; later it goes on as a house would that nobody visits."""


def today(at: dt.datetime) -> dt.date:
    """The day a house made now is made for: where the maison of the cast is."""
    return moments.day_of(at, "Europe/Paris")


def prepare(at: dt.datetime) -> None:
    """The house read, and every advisor's day, for today where she is; how well it is read, the first time."""
    reading_the_house.read_house(by=THE_HOUSE, at=at)
    if not Trial.objects.exists():
        trying.try_the_past(by=THE_HOUSE, at=at)
        counting.count(by=THE_HOUSE, at=at)
    for member, boutique in queries.workers(at.date()):
        preparing_the_day.prepare(
            member=member, boutique=boutique, on=moments.day_of(at, boutique.zone), by=THE_HOUSE, at=at
        )


def stale_since(at: dt.datetime) -> dt.date | None:
    """The day the house was made for, once that is too long ago for a good morning."""
    day = made_on(Maison.objects.get().opened_at)
    return day if today(at) - day > FRESH else None


def ways_in(at: dt.datetime, lasts: dt.timedelta) -> list[tuple[Member, Role, str]]:
    """For each colleague: who, as what, and a token that works once; advisors first, boutique by boutique."""
    held = Role.objects.filter(period__contains=at, member__is_active=True).select_related("member", "boutique")
    first: dict[Member, Role] = {}
    for role in sorted(held, key=_place):
        first.setdefault(role.member, role)
    return [
        (member, role, admitting.invite(member=member, by=THE_HOUSE, at=at, lasts=lasts))
        for member, role in first.items()
    ]


def _place(role: Role) -> tuple[int, int, str]:
    shop = SHOPS.index(role.boutique.name) if role.boutique else 0
    return ORDER.index(RoleKind(role.kind)), shop, role.member.name
