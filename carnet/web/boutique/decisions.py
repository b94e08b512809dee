"""What the house decided about reasons and restraint, in words: from when, by whom, what."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carnet.house.kinds import SettingName
from carnet.kit import moments
from carnet.outreach import reasons
from carnet.outreach.queries import deciding
from carnet.outreach.queries.deciding import OFF
from carnet.web.boutique.figures import figure
from carnet.web.boutique.policy_forms import spoken

MOST = 40


@dataclasses.dataclass(frozen=True)
class Told:
    """One decision."""

    since: dt.date
    ahead: bool
    by: str
    words: list[str]


def told(as_of: dt.datetime, zone: str) -> list[Told]:
    """The latest to hold first."""
    return [
        Told(
            moments.day_of(each.since, zone), each.since > as_of, str(each.set_by or _("the house")),
            SAID[SettingName(each.name)](each.value),
        )
        for each in deciding.decided_before(MOST)
    ]  # fmt: skip


def _people(value: int) -> list[str]:
    return [ngettext("At most one person a day.", "At most %(count)s people a day.", value) % {"count": value}]


def _pace(value: int) -> list[str]:
    return [ngettext("One day between two letters.", "%(count)s days between two letters.", value) % {"count": value}]


def _reasons(value: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What departs from what is usual."""
    known = reasons.every()
    found: list[str] = []
    for code, said in value.items():
        if code in known and said.get(OFF):
            found.append(_("%(reason)s: not raised.") % {"reason": known[code].called})
        for name, days in said.items():
            if code in known and name in known[code].days:
                says = known[code].days[name].says
                words = {"reason": known[code].called, "length": says() if says else name, "days": days}
                found.append(_("%(reason)s. %(length)s: %(days)s.") % words)
    return found or [_("Every reason is raised, at its usual time.")]


def _pressure(value: Mapping[str, float]) -> list[str]:
    loads = {name: figure(load, "0.0#") for name, load in value.items()}
    return [_("Somebody may carry from %(least)s to %(most)s messages.") % loads]


def _learning(value: Mapping[str, Any]) -> list[str]:
    if not value["share"]:
        return [_("Nobody is left in peace by chance.")]
    return [_("Chance leaves %(share)s moments of a hundred in peace.") % {"share": figure(100 * value["share"])}]


def _wording(value: Mapping[str, Mapping[str, Any]]) -> list[str]:
    known = reasons.every()
    found = [
        _("A letter of its own in %(language)s: %(reason)s.")
        % {"language": spoken(language), "reason": known[code].called}
        for language, letters in value.items()
        for code in letters
        if code in known
    ]
    return found or [_("Every letter is Carnet’s.")]


SAID: dict[SettingName, Callable[[Any], list[str]]] = {
    SettingName.SUGGESTIONS: _people,
    SettingName.PACE_DAYS: _pace,
    SettingName.REASONS: _reasons,
    SettingName.PRESSURE: _pressure,
    SettingName.LEARNING: _learning,
    SettingName.WORDING: _wording,
}
