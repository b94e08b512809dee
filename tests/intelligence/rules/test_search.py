"""Whether she is looking for something: beside her own habit, never by a count (models.md 6)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carnet.intelligence.rules import search

counts = st.integers(0, 60).map(lambda half: half / 2)


def searching(before, lately, *, asked=False):
    """Of one person."""
    visits = search.Visits(np.array([float(before)]), np.array([float(lately)]), np.array([asked]))
    return float(search.searching(visits)[0])


def test_the_same_two_visits_mean_nothing_or_much():
    every_week, once_a_year = searching(52, 2), searching(1, 2)
    assert every_week < search.SEARCHING
    assert searching(1, 3) > search.LIKELY
    assert once_a_year > search.SHOWN


def test_what_is_computed_is_what_models_md_says():
    """One visit in the year before, one lately, nothing asked: the formula by hand."""
    usual = 1.5 * 30 / 515
    by_habit = 1.5 * (1.5 / (1.5 + usual)) ** 1.5 * usual / (1.5 + usual)
    mean = usual + 1.6
    by_search = 2 * (2 / (2 + mean)) ** 2 * mean / (2 + mean)
    odds = 0.04 / 0.96 * by_search / by_habit * 0.68
    assert searching(1, 1) == pytest.approx(odds / (1 + odds))


def test_one_visit_alone_says_nothing_and_asking_says_much():
    assert searching(1, 1) < search.SHOWN < searching(1, 1, asked=True)
    assert searching(0, 0) < search.SEARCHING


def test_beside_somebody_else_a_visit_counts_half():
    assert searching(1, 2 * search.COMPANION) == searching(1, 1)
    assert searching(1, 1) < searching(1, 1.5) < searching(1, 2)


@given(counts, counts, st.booleans())
def test_a_probability_that_her_own_habit_never_raises(before, lately, asked):
    told = searching(before, lately, asked=asked)
    assert 0.0 <= told <= 1.0
    # Where she came oftener than either habit and a search together foresee.
    if lately > 2 * search.WINDOW * (search.HABIT + before + 5) / (search.HABIT_DAYS + search.BEFORE) + search.EXTRA:
        assert searching(before + 5, lately, asked=asked) <= told + 1e-9
    assert searching(before, lately, asked=True) >= told - 1e-9


def test_what_else_it_may_be_shares_the_rest_and_evidence_weighs():
    rivals = search.shared(0.4, {"company": False, "a_repair": True})
    assert rivals == pytest.approx({"company": 0.1, "a_repair": 0.3})


def test_the_simulation_of_the_model():
    """models.md 10: average precision ≥ .65; of those said to search, P ≥ .3, at least .75 do."""
    chance = np.random.default_rng(6)
    people = 60_000
    rate = chance.gamma(0.5, 1 / 150, people)
    searches = chance.random(people) < search.SEARCHING
    before = chance.poisson(rate * 365).astype(float)
    # A search shows in at least one visit.
    more = np.where(searches, 1 + chance.poisson(0.6, people), 0)
    lately = (chance.poisson(rate * 30) + more).astype(float)
    asked = (lately > 0) & (chance.random(people) < np.where(searches, 0.35, 0.05))
    told = search.searching(search.Visits(before, lately, asked))
    order = np.argsort(-told)
    precision = np.cumsum(searches[order]) / np.arange(1, people + 1)
    assert precision[searches[order]].mean() >= 0.65
    assert searches[told >= search.SHOWN].mean() >= 0.75
