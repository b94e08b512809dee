"""Details that were left: by whom, and who that may be."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection

from carnet.books import policy
from carnet.capture.models import Asking, Details
from carnet.clients.kinds import PointKind
from carnet.clients.models import Client, ClientPoint
from carnet.house.models import Member
from carnet.house.rules import digest
from carnet.interactions.models import Encounter, Presence

TOLD = dt.timedelta(hours=18)
"""For so long it is said that somebody has left her details; what nobody has settled is said until it is."""
SHOWN = 12


@dataclasses.dataclass(frozen=True)
class Left:
    """What one person left, and those it may be of."""

    details: Details
    perhaps: tuple[Client, ...] = ()


def asked(token: str, at: dt.datetime) -> Asking | None:
    """What that code was shown for, while it works."""
    found = Asking.objects.filter(
        token=digest(token), used_at__isnull=True, expires_at__gt=at, member__is_active=True
    ).select_related("member", "boutique")
    return found.first()


def known_at(number: str, member: Member, at: dt.datetime) -> list[Client]:
    """Those who are reached there and whom she may see; whoever is hidden from her is no answer."""
    held = ClientPoint.objects.filter(point__kind=PointKind.PHONE, point__value=number, period__contains=at)
    visible = policy.clients_visible_to(member, at).filter(id__in=held.values("client"), is_mentioned_only=False)
    return list(visible.order_by("display", "id"))


def lately(member: Member, at: dt.datetime) -> list[Left]:
    """What was left with her: all that waits for her word, and what was settled this day, the newest first."""
    asked_by = Details.objects.filter(asking__member=member).select_related("client", "asking__encounter")
    told = asked_by.filter(client__isnull=True) | asked_by.filter(left_at__gt=at - TOLD)
    return [
        Left(each, () if each.client_id else tuple(_perhaps(each, member, at)))
        for each in told.order_by("-left_at", "id")[:SHOWN]
    ]


def _perhaps(details: Details, member: Member, at: dt.datetime) -> list[Client]:
    """Whoever has that number; and whoever has since been named in that visit."""
    known = known_at(details.number, member, at)
    if details.asking.encounter_id is None:
        return known
    there = Presence.objects.filter(encounter=details.asking.encounter_id, client__display__gt="").values("client")
    named = policy.clients_visible_to(member, at).filter(id__in=there)
    return list(dict.fromkeys([*known, *named]))


def hers(member: Member, details: uuid.UUID) -> Details | None:
    """Those details, if they were left with her."""
    return Details.objects.filter(id=details, asking__member=member).select_related("asking").first()


def of(clients: Collection[uuid.UUID]) -> list[Details]:
    """What they left themselves, the newest first."""
    return list(Details.objects.filter(client__in=clients).order_by("-left_at", "id"))


def nameless_visit(client: Client) -> Encounter | None:
    """The last visit of somebody without a name."""
    visits = Encounter.objects.filter(presences__client=client, taken_back_at__isnull=True)
    return None if client.display else visits.order_by("-happened_at", "id").first()
