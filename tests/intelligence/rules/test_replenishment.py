"""When something used up is needed again."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carnet.intelligence.rules import fitting, replenishment
from carnet.intelligence.rules.rhythm import UNTOLD, Law, Prior, Sums

CREAM, SCENT = 0, 1
MONTHLY = Prior(math.log(30 / 7), 2.0, 8.0, 0.3, 0.02, 1.0)
YEARLY = Prior(math.log(300 / 7), 2.0, 8.0, 0.3, 0.02, 1.0)


def series(*histories):
    """The sums of series with these gaps, in days."""
    logs = [np.log(np.array(gaps, dtype=np.float64) / 7) for gaps in histories]
    told = ([len(log), log.sum(), (log**2).sum()] for log in logs)
    return Sums(*np.array(list(told), dtype=np.float64).T)


def due(histories, silences, categories=None, persons=None, known=(MONTHLY, YEARLY)):
    """Of series of one person each, of cream, unless said otherwise; silences in days."""
    number = len(histories)
    return replenishment.due(
        np.array(categories or [CREAM] * number),
        np.array(persons or range(number)),
        series(*histories),
        np.array(silences, dtype=np.float64) / 7,
        list(known),
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 400), max_size=8), st.lists(st.integers(1, 400), max_size=8), st.floats(1, 300))
def test_a_range_is_a_range_and_lies_ahead(cream, scent, silence):
    told = due([cream, scent], [silence, silence], [CREAM, SCENT], [0, 0])
    assert (silence <= told.soonest * (1 + 1e-12)).all()
    assert (told.soonest <= told.median).all()
    assert (told.median <= told.latest).all()
    assert ((told.soon >= 0) & (told.soon <= 1)).all()


def test_what_is_overdue_is_expected_later():
    told = due([[30, 32, 29]] * 3, [5, 30, 60])
    assert (np.diff(told.median) > 0).all()
    assert told.median[0] == pytest.approx(30, abs=4)


def test_a_month_of_cream_and_a_year_of_scent():
    told = due([[30, 31], [300, 310]], [10, 10], [CREAM, SCENT])
    assert told.median[CREAM] < 45
    assert told.median[SCENT] > 200
    assert told.soon[SCENT] < 0.02


def test_who_is_slow_with_one_thing_is_expected_to_be_slow_with_the_next():
    """Two people with one purchase of scent each; one finishes her cream in two weeks, the other in three months."""
    quick, slow = [14] * 8, [90] * 8
    told = due([quick, [], slow, []], [3, 3, 3, 3], [CREAM, SCENT, CREAM, SCENT], [0, 0, 1, 1])
    assert told.median[1] < told.median[3]
    alone = due([[], []], [3, 3], [SCENT, SCENT])
    assert told.median[1] < alone.median[0] < told.median[3]


def test_of_a_single_series_the_law_is_the_categorys():
    told = due([[25, 40, 31]], [12])
    law = Law.of(series([25, 40, 31]), MONTHLY, replenishment.NO_PAUSE)
    silence = np.array([12 / 7])
    assert told.median == pytest.approx(7 * law.next_gap(0.5, silence))
    assert told.soon == pytest.approx(law.returning(silence, 1.0))


def test_nobodys_series_speaks_for_another_person():
    hers = due([[30, 31], [300]], [9, 9], [CREAM, SCENT], [0, 0])
    beside = due([[30, 31], [300], [200, 210], [900]], [9] * 4, [CREAM, SCENT] * 2, [0, 0, 1, 1])
    assert beside.median[:2] == pytest.approx(hers.median)


def test_a_category_with_few_series_is_spoken_for_by_all():
    lot = np.random.default_rng(2)
    number = 2 * fitting.FEWEST
    logs = lot.normal(math.log(4), 0.5, (number, 3))
    sums = Sums(np.full(number, 3.0), logs.sum(axis=1), (logs**2).sum(axis=1))
    silences, categories = lot.uniform(0.2, 3, number), np.zeros(number, dtype=np.int64)
    categories[:20] = SCENT
    cream, scent, nothing = replenishment.priors(categories, 3, sums, silences)
    assert scent == nothing == fitting.leaving(sums, silences, fitting.fit(sums, silences), UNTOLD)
    assert cream != scent


def test_what_was_bought_once_says_nothing_of_a_gap_but_of_staying():
    lot = np.random.default_rng(3)
    logs = lot.normal(math.log(4), 0.5, (400, 3))
    again = Sums(np.full(400, 3.0), logs.sum(axis=1), (logs**2).sum(axis=1))
    both = Sums(*(np.r_[each, np.zeros(200)] for each in (again.gaps, again.logs, again.squares)))
    silences = np.r_[lot.uniform(0.2, 3, 400), np.full(200, 30.0)]
    categories = np.zeros(600, dtype=np.int64)
    (alone,), (beside,) = (
        replenishment.priors(categories[: len(each)], 1, sums, each)
        for sums, each in ((again, silences[:400]), (both, silences))
    )
    assert dataclasses.astuple(beside)[:4] == pytest.approx(dataclasses.astuple(alone)[:4], rel=0.02)
    assert alone.a / alone.b < 0.1
    assert beside.a / beside.b > 0.3


def test_four_of_five_fall_within_their_range():
    """Drawn from the law itself: persons of one category, looked at on a day within a running gap."""
    lot = np.random.default_rng(4)
    number, x = 4_000, 6
    variance = MONTHLY.nu * MONTHLY.sigma2 / lot.chisquare(MONTHLY.nu, number)
    mean = MONTHLY.mu + np.sqrt(variance / MONTHLY.kappa) * lot.standard_normal(number)
    logs = mean[:, None] + np.sqrt(variance)[:, None] * lot.standard_normal((number, x + 1))
    running, silences = np.exp(logs[:, x]), lot.uniform(0, 8, number)
    still = running > silences
    past = logs[still, :x]
    told = replenishment.due(
        np.zeros(still.sum(), dtype=np.int64),
        np.arange(still.sum()),
        Sums(np.full(still.sum(), float(x)), past.sum(axis=1), (past**2).sum(axis=1)),
        silences[still],
        [MONTHLY],
    )
    gap = 7 * running[still]
    assert np.mean((told.soonest <= gap) & (gap <= told.latest)) == pytest.approx(0.8, abs=0.025)
    assert np.mean(gap <= told.median) == pytest.approx(0.5, abs=0.03)
    assert np.mean(told.soon) == pytest.approx(np.mean(gap - 7 * silences[still] <= 7), abs=0.03)
