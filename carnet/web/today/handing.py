"""Handing a letter to the advisor's own telephone: she always sends it herself (ruling 9)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import urllib.parse

from django.utils.translation import gettext as _

from carnet.clients.kinds import PointKind
from carnet.clients.models import Client, ClientPoint
from carnet.consent.kinds import Channel
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.kit import moments, whereabouts
from carnet.outreach.queries import judging
from carnet.outreach.queries.days import Shown
from carnet.web.here import Here

COURTESY = (dt.time(9), dt.time(20))


@dataclasses.dataclass(frozen=True)
class Road:
    """One way to hand it over."""

    code: str
    label: str
    href: str


@dataclasses.dataclass(frozen=True)
class Ways:
    """How a letter can leave."""

    links: list[Road]
    by_hand: bool
    """Whether it may be handed to any app of the boutique's telephone, or copied."""


def roads(shown: Shown, at: Here) -> Ways:
    """The ways this letter may leave: what the house lists, where she can be reached, and what she agreed to."""
    may = judging.open_roads(at.boutique, at.today, shown.client, shown.whys[0].reason)
    listed = {app for app in house.setting(SettingName.APPS, at.at) if app in may}
    reached: dict[str, str] = {}
    points = (
        ClientPoint.objects.filter(client=shown.client, period__contains=at.at)
        .select_related("point")
        .order_by("known_from")
    )
    for held in points:
        reached[held.point.kind] = held.point.value
    number, mail = reached.get("phone", ""), reached.get("email", "")
    text = urllib.parse.quote(shown.letter)
    found = []
    if "whatsapp" in listed and number:
        found.append(Road("whatsapp", "WhatsApp", f"https://wa.me/{number.lstrip('+')}?text={text}"))
    if "sms" in listed and number:
        found.append(Road("sms", _("Text message"), f"sms:{number}?&body={text}"))
    if "email" in listed and mail:
        subject = urllib.parse.quote(at.maison.name)
        found.append(
            Road("email", _("E-mail"), f"mailto:{urllib.parse.quote(mail, safe='@')}?subject={subject}&body={text}")
        )
    return Ways(sorted(found, key=lambda road: road.code != shown.channel), by_hand=Channel.BY_HAND in may)


def courtesy(client: Client, at: Here) -> str:
    """A word of caution when it may be late or early where she is: by hand, courtesy warns and does not refuse (ruling 22)."""
    numbers = ClientPoint.objects.filter(client=client, period__contains=at.at, point__kind=PointKind.PHONE)
    reached = numbers.values_list("point__value", flat=True)
    where = whereabouts.zones(client.city, client.country, reached) or {at.boutique.zone}
    local = sorted(at.at.astimezone(moments.zone(zone)).time() for zone in where)
    uncivil = [time for time in local if not COURTESY[0] <= time < COURTESY[1]]
    if not uncivil:
        return ""
    return _("It is %(time)s there: perhaps it can wait for a better hour.") % {"time": uncivil[0].strftime("%H:%M")}
