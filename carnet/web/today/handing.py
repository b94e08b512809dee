"""Handing a letter to the advisor's own telephone: she always sends it herself (ruling 9)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import urllib.parse
import zoneinfo

from django.utils.translation import gettext as _

from carnet.clients.models import ClientPoint
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Maison
from carnet.outreach.queries.days import Shown
from carnet.web.here import Here

COURTESY = (dt.time(9), dt.time(20))


@dataclasses.dataclass(frozen=True)
class Road:
    """One way to hand it over."""

    code: str
    label: str
    href: str


def roads(shown: Shown, maison: Maison, at: dt.datetime) -> list[Road]:
    """The ways this letter can leave: what the house lists, and where she can be reached."""
    listed = set(house.setting(SettingName.APPS, at))
    reached: dict[str, str] = {}
    points = (
        ClientPoint.objects.filter(client=shown.client, period__contains=at)
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
        subject = urllib.parse.quote(maison.name)
        found.append(Road("email", _("E-mail"), f"mailto:{mail}?subject={subject}&body={text}"))
    return sorted(found, key=lambda road: road.code != shown.channel)


def courtesy(at: Here) -> str:
    """A word of caution when it is late or early: by hand, courtesy warns and does not refuse (ruling 22)."""
    zone = at.boutique.zone
    local = at.at.astimezone(zoneinfo.ZoneInfo(zone)).time()
    if COURTESY[0] <= local < COURTESY[1]:
        return ""
    return _("It is %(time)s: perhaps it can wait until the morning.") % {"time": local.strftime("%H:%M")}
