"""How a person has bought of late, beside what the law says of one thing."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from carnet.intelligence.rules import lately, replenishment
from carnet.intelligence.rules.rhythm import Prior

TODAY, SEEN = 300, 150
MONTHLY = Prior(math.log(30 / 7), 2.0, 8.0, 0.3, 0.02, 1.0)
LAW = [MONTHLY, MONTHLY]
PEOPLE = 400


def house(leaves=0.5, seed=5, until=TODAY):
    """Two things used by each of PEOPLE every month or so; a share of them stops coming at all, on some day of the last 150."""
    lot = np.random.default_rng(seed)
    gone = np.where(lot.random(PEOPLE) < leaves, lot.uniform(SEEN, TODAY, PEOPLE), until + 99)
    pairs = []
    for series in range(2 * PEOPLE):
        usual = lot.normal(math.log(30), 0.35)
        days = np.unique(np.floor(np.cumsum(np.exp(lot.normal(usual, 0.35, 60))) - 40).astype(np.int64))
        days = days[(days >= 0) & (days <= until) & (days < gone[series // 2])]
        pairs += [(series, day) for day in days]
    owner, day = np.array(pairs).T
    persons = np.arange(2 * PEOPLE) // 2
    return lately.Records(np.arange(2 * PEOPLE) % 2, persons, owner, day, persons[owner], day)


def said(records, evening):
    """What the law says of the next seven days, on that evening."""
    past = records.until(evening)
    return replenishment.soon(past.categories, past.persons, *past.series(evening), LAW)


@pytest.fixture(scope="module")
def learnt():
    return lately.learn(house(), TODAY, LAW)


def test_the_week_after_is_better_foreseen(learnt):
    records = house(until=TODAY + 7)
    law, past = said(records, TODAY), records.until(TODAY)
    corrected = learnt.soon(law, past, TODAY)
    came = np.isin(np.arange(len(law)), records.owner[records.day > TODAY])
    assert np.mean((corrected - came) ** 2) < 0.97 * np.mean((law - came) ** 2)
    assert corrected.mean() == pytest.approx(came.mean(), abs=0.02)


def test_who_has_not_come_at_all_is_expected_less():
    """Two people whose cream is as late; one of them was here last week, and bought scent."""
    records = house()
    weights = lately.learn(records, TODAY, LAW)
    mine, cream = 30 * np.arange(1, 9), np.full(8, 2 * PEOPLE)
    scent = np.append(mine[1:] - 5, TODAY - 6)
    two = dataclasses.replace(
        records,
        categories=np.r_[records.categories, 0, 1, 0, 1],
        persons=np.r_[records.persons, PEOPLE, PEOPLE, PEOPLE + 1, PEOPLE + 1],
        owner=np.r_[records.owner, cream, cream + 1, cream + 2, cream[1:] + 3],
        day=np.r_[records.day, mine, scent, mine, mine[1:] - 5],
        buyer=np.r_[records.buyer, np.full(16, PEOPLE), np.full(15, PEOPLE + 1)],
        bought=np.r_[records.bought, mine, scent, mine, mine[1:] - 5],
    )
    law = np.full(2 * PEOPLE + 4, 0.2)
    here, _scent, away, _none = weights.soon(law, two, TODAY)[-4:]
    assert away < 0.8 * here


def test_of_what_comes_later_nothing_is_learnt(learnt):
    later = house(until=TODAY + 60)
    assert lately.learn(later.until(TODAY), TODAY, LAW) == learnt
    moved = dataclasses.replace(
        later,
        day=np.where(later.day > TODAY, TODAY + 1, later.day),
        bought=np.where(later.bought > TODAY, TODAY + 9, later.bought),
    )
    assert lately.learn(moved, TODAY, LAW) == lately.learn(later, TODAY, LAW) == learnt


def test_what_does_not_help_is_dropped(learnt, monkeypatch):
    """Were the last week another than those before, what they taught would not be believed."""
    assert learnt.of
    records = house()
    quiet = (records.day > TODAY - 7) & (records.owner % 4 < 2)
    lively = np.setdiff1d(np.arange(2 * PEOPLE)[::4], records.owner[records.day > TODAY - 60])
    owner, day = (
        np.r_[each[~quiet], more]
        for each, more in ((records.owner, lively), (records.day, np.full(len(lively), TODAY)))
    )
    order = np.lexsort((day, owner))
    turned = dataclasses.replace(
        records, owner=owner[order], day=day[order], buyer=records.persons[owner[order]], bought=day[order]
    )
    assert lately.learn(turned, TODAY, LAW) == lately.Weights()


def test_of_few_nothing_is_learnt():
    records = house()
    few = records.owner < lately.FEWEST - 1
    some = lately.Records(
        records.categories[: lately.FEWEST - 1], records.persons[: lately.FEWEST - 1],
        records.owner[few], records.day[few], records.buyer[few], records.bought[few],
    )  # fmt: skip
    assert lately.learn(some, TODAY, LAW) == lately.Weights()


def test_without_weights_and_of_short_series_the_law_is_left(learnt):
    records = house()
    law = said(records, TODAY)
    assert (lately.Weights().soon(law, records, TODAY) == law).all()
    short = records.series(TODAY)[0].gaps + 1 < replenishment.FEWEST_OCCASIONS
    corrected = learnt.soon(law, records, TODAY)
    assert (corrected[short] == law[short]).all()
    assert (corrected[~short] != law[~short]).all()
    assert ((corrected >= 0) & (corrected <= 1)).all()
