"""How likely what runs out is bought this week, corrected by how the person has bought of late; learnt once a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
from django.db import transaction

from carnet.intelligence.models import Lately
from carnet.intelligence.queries import dating, replenishing
from carnet.intelligence.rules import days, lately
from carnet.intelligence.rules.rhythm import Floats, Prior

RELEARN = dt.timedelta(days=7)


@transaction.atomic(savepoint=False)
def near_by(  # house: act-is-recorded -- a part of reading what is due, and that is what the journal tells
    *, said: Floats, series: Sequence[replenishing.Series], categories: days.Whole, persons: days.Whole, laws: list[Prior],
    part: dt.date, on: dt.date, as_of: dt.datetime, may_learn: bool,
) -> Floats:  # fmt: skip
    """What the law has `said` of each series, corrected as of the day its part of the month began.

    Where nothing was learnt, or nothing that helps, nothing more is asked of the database than that.
    """
    kept = Lately.objects.filter(since__lte=on).order_by("-since").first()
    learns = may_learn and len(series) >= lately.FEWEST and (kept is None or on - kept.since >= RELEARN)
    if not learns and (kept is None or not kept.weights):
        return said
    records = _records(series, categories, persons, as_of=as_of)
    if learns:
        weights = lately.learn(records, dating.number(on), laws)
        Lately.objects.create(since=on, weights=list(weights.of))
    else:
        weights = lately.Weights(tuple(kept.weights if kept else ()))
    return weights.soon(said, records, dating.number(part))


def _records(
    series: Sequence[replenishing.Series], categories: days.Whole, persons: days.Whole, *, as_of: dt.datetime
) -> lately.Records:
    numbers = dict(zip((each.client for each in series), persons.tolist(), strict=True))
    seen = [
        *((numbers[client], day) for client, all_days in replenishing.seen(numbers, as_of=as_of) for day in all_days),
        *((numbers[each.client], bought.day) for each in series for bought in each.bought if bought.kind == "gift"),
    ]
    buyer, bought = np.array([(number, dating.number(day)) for number, day in seen], dtype=np.int64).reshape(-1, 2).T
    return lately.Records(
        categories, persons,
        np.concatenate([np.full(len(each.days), number) for number, each in enumerate(series)]),
        np.array([dating.number(day) for each in series for day in each.days]),
        buyer, bought,
    )  # fmt: skip
