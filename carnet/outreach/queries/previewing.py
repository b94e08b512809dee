"""“With this policy, yesterday would have looked like this”: a boutique's mornings judged twice, side by side."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Boutique
from carnet.kit import moments
from carnet.outreach import reasons, sentences
from carnet.outreach.kinds import Rest
from carnet.outreach.queries import policies
from carnet.outreach.queries.judging import Judged, Judging, Suggested
from carnet.outreach.queries.mornings import Morning, Mornings
from carnet.outreach.rules.policy import Policy

PREPARED = dt.time(5)
"""By the boutique's clock: a morning as it was prepared, before anybody answered it."""


@dataclasses.dataclass(frozen=True)
class Change:
    """One person who comes onto a list, goes from it, or stands elsewhere on it; places are counted from one."""

    client: Client
    was: int | None
    would: int | None
    because: str


def yesterday(boutique: Boutique, told: Mapping[SettingName, Any], on: dt.date) -> list[Change]:
    """Who would have been on other places of that boutique's lists of `on`, had the house decided `told` by then.

    Whom chance left in peace, and whom it would have, is not told: nobody chooses by it.
    """
    as_of = dt.datetime.combine(on, PREPARED, tzinfo=moments.zone(boutique.zone))
    each = [Morning(member, boutique) for member in house.staff_of(boutique, as_of)]
    if not each:
        return []
    mornings = Mornings(each, on, as_of=as_of)
    was, would = (_judged(mornings, decided) for decided in (policies.at(as_of), policies.of(told, as_of)))
    return [change for morning in each for change in _changes(was.day(morning), would.day(morning))]


def _judged(mornings: Mornings, policy: Policy) -> Judging:
    return Judging(mornings, policy=dataclasses.replace(policy, learns=0.0), only_moved=True)


def _changes(was: Judged, would: Judged) -> Iterator[Change]:
    """Those who come, in their order, then those who go, then those who stand elsewhere."""
    before = {each.client: place for place, each in enumerate(was.suggestions, 1)}
    after = {each.client: place for place, each in enumerate(would.suggestions, 1)}
    for each in would.suggestions:
        if each.client not in before:
            yield Change(would.clients[each.client], None, after[each.client], _why(each, would.on))
    for each in was.suggestions:
        if each.client not in after:
            yield Change(was.clients[each.client], before[each.client], None, _why_not(each, would))
    for each in would.suggestions:
        if before.get(each.client, after[each.client]) != after[each.client]:
            yield Change(would.clients[each.client], before[each.client], after[each.client], _why(each, would.on))


def _why(shown: Suggested, on: dt.date) -> str:
    return reasons.because(shown.first.reason, shown.first.values, on)


def _why_not(shown: Suggested, would: Judged) -> str:
    """What would have held, or that the reason would not have stood that day."""
    resting = would.at_rest.get(shown.client, ())
    if resting and resting[0].kind != Rest.NOTHING_TO_SAY:
        return sentences.rest(resting[0].kind, resting[0].values, would.on)
    return _("%(reason)s would not have been raised that day.") % {"reason": reasons.every()[shown.first.reason].called}
