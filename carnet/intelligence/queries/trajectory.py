"""The states somebody has been in, day after day, and what moved her: replayed from her records as they are known."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

import numpy as np

from carnet.clients.models import Client
from carnet.intelligence.kinds import State
from carnet.intelligence.queries import history
from carnet.intelligence.queries.history import History
from carnet.intelligence.queries.population import Ground
from carnet.intelligence.rules import states
from carnet.intelligence.rules.states import Conditions

GRID = 14
"""Days between two looks where nothing happened: a friend whose rhythm breaks is seen so late at most."""
MOST = 480
"""Days looked at; of a longer story the latest."""


@dataclasses.dataclass(frozen=True)
class Change:
    """That from a day on she stood so; the records of that day, or none when it was time alone."""

    state: State
    since: dt.date
    because: list[tuple[str, uuid.UUID]]


def trajectory(client: Client, ground: Ground) -> list[Change]:
    """Every state from the first day on, the last being the one that stands, with today's numbers and conditions."""
    found = history.of(client, ground.on, ground.zone)
    days = _looked_at(found, ground.on, ground.conditions)
    picture = history.picture(found, days, ground.leans.bought, ground.leans.met)
    codes = states.read(picture, ground.conditions)
    turns = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    return [Change(states.CODES[codes[place]], days[place], _moved_by(found, days[place])) for place in turns]


def state_on(client: Client, ground: Ground) -> State:
    """Where she stood at the end of the day of that ground, as it was known then."""
    return trajectory(client, ground)[-1].state


def _looked_at(found: History, on: dt.date, conditions: Conditions) -> list[dt.date]:
    """Days on which a state may change: what happened, what began or ended, what time brings; and a look now and then."""
    happened = {day.start for day in found.days} | {each.start for each in found.periods}
    happened |= {each.end for each in found.periods if each.end}
    weeks, months = conditions.first_weeks + 1, int(conditions.resting_months * states.MONTH) + 1
    aged = {day + dt.timedelta(days=after) for day in happened for after in (weeks, months)}
    aged.add(found.introduced + dt.timedelta(days=int(conditions.friend_years * states.YEAR) + 1))
    if found.client.passing_until:
        aged.add(found.client.passing_until + dt.timedelta(days=1))
    grid = {on - dt.timedelta(days=back) for back in range(0, (on - found.introduced).days, GRID)}
    days = sorted(day for day in happened | aged | grid | {found.introduced} if found.introduced <= day <= on)
    return days[-MOST:]


def _moved_by(found: History, day: dt.date) -> list[tuple[str, uuid.UUID]]:
    moved = [(each.what, each.id) for each in found.days if each.start == day and each.what in ("sale", "encounter")]
    kinds = {"unsettled": "complaint", "at_rest": "hold"}
    return moved + [
        (kinds[each.what], each.id) for each in found.periods if day in (each.start, each.end) and each.what in kinds
    ]
