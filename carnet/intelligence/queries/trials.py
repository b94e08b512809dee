"""What the house's own past has to judge our reading by: what was known on a past day, and who came in the weeks after."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any, LiteralString

import numpy as np
import numpy.typing as npt

from carnet.house import queries as house
from carnet.intelligence.models import Trial
from carnet.intelligence.queries import gathering
from carnet.intelligence.rules.rhythm import SHORTEST_SILENCE, Floats, Sums
from carnet.kit import db, moments

WEEKS = 13
"""Of what came after."""
HISTORY = dt.timedelta(weeks=26)
"""Of sales before a day, for it to be tried."""
FEWEST = 100
"""Clients with a purchase."""
MOST = 8
"""Periods looked back upon: two years."""
A_MONDAY = dt.date(2024, 1, 1)
"""Days to try lie a whole number of periods from it, so that each is tried once, whichever day it is tried on."""

TRIED: LiteralString = """
with cut as ({before}), ended as ({after})
select cut.bought_gaps, cut.bought_logs, cut.bought_squares, %(on)s::date - cut.bought_last,
       (ended.bought_last > %(on)s::date)::int
from cut join ended using (client_id) where cut.bought_last is not null order by client_id
"""
"""The product's own sums on two days: what the second knows of a purchase after the first is what came."""


@dataclasses.dataclass(frozen=True)
class Past:
    """A day as it was: the sums and the silence of each client who had bought, and whether she bought in the weeks after."""

    sums: Sums
    silences: Floats
    came: npt.NDArray[np.bool_]


def cuts(on: dt.date) -> list[dt.date]:
    """The days whose weeks after have all passed, newest first."""
    period = dt.timedelta(weeks=WEEKS)
    last = A_MONDAY + (on - period - A_MONDAY) // period * period
    return [last - number * period for number in range(MOST)]


def untried(on: dt.date) -> list[dt.date]:
    """Of those, the days with history enough before them that nobody has tried, newest first."""
    first = db.select("select min(happened_at) from purchases_sale where client_id is not null")[0][0]
    maison = house.the_maison()
    if first is None or maison is None:
        return []
    opened = moments.day_of(first, maison.zone)
    tried = set(Trial.objects.filter(weeks=WEEKS).values_list("cut_on", flat=True))
    return [cut for cut in cuts(on) if cut - opened >= HISTORY and cut not in tried]


def past(cut: dt.date) -> Past | None:
    """That day as it was known on its evening, or nothing when too few had bought. No id comes back, only figures."""
    rows = db.select(_statement(), **_values(cut))
    if len(rows) < FEWEST:
        return None
    gaps, logs, squares, silent, came = np.array(rows, dtype=np.float64).T
    return Past(Sums(gaps, logs, squares), np.maximum(silent / 7.0, SHORTEST_SILENCE), came > 0)


def shown() -> list[Trial]:
    """What was tried, the newest day first."""
    return list(Trial.objects.filter(weeks=WEEKS).order_by("-cut_on")[:MOST])


def _statement() -> LiteralString:
    before = gathering.statement(some=False)
    after = before.replace("%(on)s", "%(end_on)s").replace("%(as_of)s", "%(end)s")
    return TRIED.format(before=before, after=after)


def _values(cut: dt.date) -> dict[str, Any]:
    end = gathering.values(cut + dt.timedelta(weeks=WEEKS))
    return gathering.values(cut) | {"end_on": end["on"], "end": end["as_of"]}
