"""The six numbers of a population, found again."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from carnet.intelligence.rules import fitting
from carnet.intelligence.rules.rhythm import UNTOLD, Law, Prior, Sums

TRUE = Prior(1.654, 1.0, 4.0, 0.40, 0.40, 1.60)
"""models.md 3.2."""
OBSERVED = 104.0


def simulated(number, prior=TRUE, seed=3):
    """Clients of such a population, each seen from her first occasion for up to two years: their sums, and their silences."""
    lot = np.random.default_rng(seed)
    variance = prior.nu * prior.sigma2 / lot.chisquare(prior.nu, number)
    mean = prior.mu + np.sqrt(variance / prior.kappa) * lot.standard_normal(number)
    leaving = lot.beta(prior.a, prior.b, number)
    until = lot.uniform(OBSERVED / 4, OBSERVED, number)
    at, (gaps, logs, squares) = np.zeros(number), np.zeros((3, number))
    here = lot.random(number) >= leaving
    while here.any():
        log = mean + np.sqrt(variance) * lot.standard_normal(number)
        here &= at + np.exp(log) <= until
        at = np.where(here, at + np.exp(log), at)
        gaps, logs, squares = gaps + here, logs + here * log, squares + here * log * log
        here &= lot.random(number) >= leaving
    return Sums(gaps, logs, squares), until - at


@pytest.fixture(scope="module")
def population():
    return simulated(40_000)


def test_what_made_the_records_is_found_in_them(population):
    found = fitting.fit(*population)
    assert found.mu == pytest.approx(TRUE.mu, abs=0.05)
    for name, within in (("kappa", 1.15), ("sigma2", 1.1), ("nu", 1.25), ("a", 1.25), ("b", 1.25)):
        assert 1 / within < getattr(found, name) / getattr(TRUE, name) < within, name


def test_no_other_numbers_are_likelier(population):
    sums, silences = population
    found = fitting.fit(sums, silences)
    best = Law.of(sums, found).log_likelihood(silences).mean()
    for name in ("mu", "kappa", "nu", "sigma2", "a", "b"):
        for factor in (0.8, 1.25):
            other = dataclasses.replace(found, **{name: getattr(found, name) * factor})
            assert Law.of(sums, other).log_likelihood(silences).mean() < best, name


def test_the_order_of_the_clients_says_nothing():
    """As-of recomputation of a past day is identical [F-7, R-18]."""
    sums, silences = simulated(fitting.MOST + 5_000)
    shuffled = np.random.default_rng(5).permutation(len(silences))
    assert fitting.fit(sums, silences) == fitting.fit(sums.at(shuffled), silences[shuffled])


def test_many_are_read_as_well_as_all(monkeypatch):
    sums, silences = simulated(12_000)
    everybody = fitting.fit(sums, silences)
    monkeypatch.setattr(fitting, "MOST", 3_000)
    some = fitting.fit(sums, silences)
    assert some != everybody
    for name in ("mu", "sigma2", "kappa"):
        assert getattr(some, name) == pytest.approx(getattr(everybody, name), rel=0.2), name


def test_a_part_that_says_too_little_is_spoken_for_by_the_whole():
    whole = Prior(2.5, 1.2, 6.0, 0.6, 0.2, 0.9)
    few, silences = simulated(fitting.FEWEST)  # some of them never came back
    assert np.count_nonzero(few.gaps) < fitting.FEWEST
    assert fitting.fit(few, silences, whole) is whole
    enough, silences = simulated(4 * fitting.FEWEST)
    assert fitting.fit(enough, silences, whole) != whole


def test_a_small_house_is_read_by_its_own_few_clients():
    """Of a hundred, the usual gap is theirs already; what they cannot tell stays what is supposed of any house."""
    found = fitting.fit(*simulated(100))
    assert abs(found.mu - TRUE.mu) < 0.5 < abs(UNTOLD.mu - TRUE.mu)
    assert all(math.isfinite(number) for number in dataclasses.astuple(found))


def test_nothing_is_made_up_of_nothing():
    nobody, no_silence = Sums(*np.zeros((3, 0))), np.zeros(0)
    assert fitting.fit(nobody, no_silence) == UNTOLD
    once_each = Sums(*np.zeros((3, 50)))
    assert fitting.fit(once_each, np.linspace(1, 80, 50)) == UNTOLD


def test_clients_who_are_all_alike_make_no_population_without_width():
    """A club that meets every four weeks, to the day: the search stays within what populations are."""
    sums = Sums(np.full(400, 5.0), np.full(400, 5 * math.log(4)), np.full(400, 5 * math.log(4) ** 2))
    found = fitting.fit(sums, np.full(400, 2.0))
    assert found.mu == pytest.approx(math.log(4), abs=0.05)
    assert found.sigma2 >= fitting.LOWEST.sigma2
    assert np.isfinite(Law.of(sums, found).returning(np.full(400, 2.0), 13)).all()
