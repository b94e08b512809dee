"""When a suggestion that was put off comes back: only on days on which she works, and while its reason stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from carnet.kit import moments
from carnet.outreach.kinds import Later

MONDAY = 1
DAY = dt.timedelta(days=1)
WEEK = 7
EVENING = dt.time(18)
"""By the boutique's clock: when “this evening” has come."""

type Works = Callable[[dt.date], bool]


def until(later: Later, on: dt.date, ends_on: dt.date | None, works: Works) -> dt.date:
    """The day a suggestion of `on` comes back; `ends_on` is the last day of its reason, nothing for one that stays."""
    if later == Later.THIS_EVENING:
        return on
    if later == Later.MONDAY:
        return _working(on + (((MONDAY - on.isoweekday()) % WEEK) or WEEK) * DAY, works)
    if later == Later.BEFORE_THE_DAY and ends_on:
        ahead = (ends_on - back * DAY for back in range(WEEK))
        return next((day for day in ahead if day > on and works(day)), _working(on + DAY, works))
    return _working(on + DAY, works)


def offered(on: dt.date, ends_on: dt.date | None, works: Works, *, before_evening: bool) -> list[tuple[Later, dt.date]]:
    """What may be chosen, with the day each comes back: never one on which the reason is over, and no day twice."""
    found: dict[dt.date, Later] = {}
    for later in Later:
        if later == Later.THIS_EVENING and not before_evening:
            continue
        if later == Later.BEFORE_THE_DAY and ends_on is None:
            continue
        day = until(later, on, ends_on, works)
        if ends_on is None or day <= ends_on:
            found.setdefault(day, later)
    return [(later, day) for day, later in found.items()]


def evening_of(on: dt.date, zone: str) -> dt.datetime:
    """The instant at which “this evening” begins where the boutique is."""
    return dt.datetime.combine(on, EVENING, tzinfo=moments.zone(zone))


def _working(day: dt.date, works: Works) -> dt.date:
    return next((ahead for number in range(WEEK) if works(ahead := day + number * DAY)), day)
