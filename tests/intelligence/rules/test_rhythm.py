"""The law of gaps: what must hold of it whoever she is, and what it is worth."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from carnet.intelligence.rules import days
from carnet.intelligence.rules.rhythm import LONGEST, PAUSE, UNTOLD, Law, Prior, Sums


def given(*kinds):
    """A few examples of each: the law is smooth."""
    return lambda test: settings(deadline=None, max_examples=60)(given_any(*kinds)(test))


FEW_DAYS, YEARS = 1, 2_000
gaps_in_days = st.lists(st.integers(FEW_DAYS, YEARS), max_size=12)
silences_in_weeks = st.floats(0.1, 400)
priors = st.builds(
    Prior,
    mu=st.floats(0.0, 4.5),
    kappa=st.floats(0.1, 10),
    nu=st.floats(1.5, 60),
    sigma2=st.floats(0.1, 2.5),
    a=st.floats(0.02, 3),
    b=st.floats(0.2, 5),
)


def summed(*histories):
    """The sums of clients with these gaps, in days."""
    logs = [np.log(np.array(gaps, dtype=np.float64) / 7) for gaps in histories]
    told = ([len(log), log.sum(), (log**2).sum()] for log in logs)
    return Sums(*np.array(list(told), dtype=np.float64).T)


def law(*histories, prior=UNTOLD):
    return Law.of(summed(*histories), prior)


def one(value):
    return np.array([value], dtype=np.float64)


@given(gaps_in_days, priors, silences_in_weeks, st.floats(0.01, 100))
def test_the_longer_she_is_silent_the_fewer_of_her_gaps_are_longer(gaps, prior, silence, more):
    hers = law(gaps, prior=prior)
    sooner, later = hers.survival(one(silence))[0], hers.survival(one(silence + more))[0]
    assert 0 <= later <= sooner <= 1
    assert later < sooner or sooner < 1e-6 or sooner > 1 - 1e-6


@given(gaps_in_days, priors, silences_in_weeks, st.floats(0.5, 100), st.floats(0.5, 100))
def test_a_return_is_a_probability_that_grows_with_the_time_given(gaps, prior, silence, weeks, more):
    hers = law(gaps, prior=prior)
    sooner, later = (hers.returning(one(silence), horizon)[0] for horizon in (weeks, weeks + more))
    assert 0 <= sooner <= later <= hers.alive(one(silence))[0] <= 1


@given(gaps_in_days, priors, silences_in_weeks, st.integers(1, 104))
def test_she_is_expected_at_least_as_often_as_she_is_likely_to_come(gaps, prior, silence, weeks):
    hers = law(gaps, prior=prior)
    expected = hers.purchases(one(silence), weeks)[0]
    assert np.isfinite(expected)
    assert expected >= hers.returning(one(silence), weeks)[0]


@given(gaps_in_days, priors, silences_in_weeks, st.floats(0.02, 0.98))
def test_the_gap_she_is_in_is_at_least_as_long_as_her_silence(gaps, prior, silence, quantile):
    hers = law(gaps, prior=prior)
    lower, upper = (hers.next_gap(share, one(silence))[0] for share in (quantile, quantile + 0.01))
    assert silence <= lower <= upper
    if silence < upper < LONGEST * 0.99:
        wanted = (1 - quantile - 0.01) * hers.survival(one(silence))[0]
        assert hers.survival(one(upper))[0] == pytest.approx(wanted, rel=1e-6)


@given(gaps_in_days, priors, silences_in_weeks)
def test_the_silence_at_a_survival_is_the_silence(gaps, prior, silence):
    hers = law(gaps, prior=prior)
    survival = hers.survival(one(silence))[0]
    if 1e-9 < survival < 1 - 1e-9:
        assert hers.silence_at(one(survival))[0] == pytest.approx(silence, rel=1e-5)


@given(priors, st.integers(2, 300), st.integers(1, 5), st.integers(1, 6))
def test_fewer_gaps_leave_her_closer_to_the_house(prior, gap, few, more):
    known_little, known_well = law([gap] * few, [gap] * (few + more), prior=prior).mean
    assert abs(known_little - prior.mu) <= abs(known_well - prior.mu) + 1e-12


def test_one_and_many_read_alone_and_together_are_read_alike():
    """A few are read by hand, many by scipy."""
    histories = [[30 + 7 * number] * (number % 6) for number in range(40)]
    together, silences = law(*histories), np.linspace(0.2, 90, 40)
    for what in ("survival", "alive", "silence_at"):
        given_to = np.linspace(0.05, 0.95, 40) if what == "silence_at" else silences
        alone = [getattr(law(gaps), what)(one(given_to[number]))[0] for number, gaps in enumerate(histories)]
        assert getattr(together, what)(given_to) == pytest.approx(alone, rel=1e-8), what


def test_the_same_hundred_days_are_nothing_to_one_and_unheard_of_for_another():
    """[Y-2, R-3]"""
    survival = law([21, 20, 23, 19, 22, 21], [240, 250, 235, 260]).survival(np.array([100 / 7, 100 / 7]))
    assert survival[0] < 0.12
    assert survival[1] > 0.8


def test_the_formulae_without_pauses_are_those_of_the_note():
    """models.md 3.3, by hand: three gaps of 4, 5 and 6 weeks, ten weeks of silence; scipy's t for T."""
    from scipy.special import stdtr, stdtrit

    prior, gaps, s, h = Prior(2.0, 1.0, 5.0, 0.5, 0.4, 1.2), np.log([4.0, 5.0, 6.0]), 10.0, 13.0
    x, kn, nun = 3, 4.0, 8.0
    mun = (2.0 + gaps.sum()) / kn
    ss = gaps.var() * x
    scale = math.sqrt((5 * 0.5 + ss + x / kn * (gaps.mean() - 2.0) ** 2) / nun * (1 + 1 / kn))
    survival = lambda u: stdtr(nun, -(math.log(u) - mun) / scale)  # noqa: E731 -- as the note writes it
    odds = 0.4 / (1.2 + x)
    pure = Law.of(summed([28, 35, 42]), prior, 0.0)
    assert pure.usual[0] == pytest.approx(math.exp(mun))
    assert pure.survival(one(s))[0] == pytest.approx(survival(s))
    assert pure.alive(one(s))[0] == pytest.approx(survival(s) / (survival(s) + odds))
    assert pure.returning(one(s), h)[0] == pytest.approx((survival(s) - survival(s + h)) / (survival(s) + odds))
    u = math.exp(mun + scale * stdtrit(nun, 1 - 0.25 * survival(s)))
    assert pure.next_gap(0.75, one(s))[0] == pytest.approx(u)


def test_a_regular_client_away_for_long_may_be_away_for_a_while():
    """Two years without a word from somebody who came every month: without pauses she would be gone for good."""
    monthly = summed([30, 31, 29, 30, 30, 31, 30, 29, 30, 30])
    with_pauses, without = (Law.of(monthly, UNTOLD, pause).alive(one(104.0))[0] for pause in (PAUSE, 0.0))
    assert without < 0.01
    assert with_pauses > 3 * without


def test_one_client_is_read_without_scipy_and_at_once():
    import subprocess
    import sys

    read = (
        "import sys, time, numpy as np; from carnet.intelligence.rules.rhythm import *;"
        "sums, silence = Sums(np.array([4.]), np.array([8.]), np.array([17.])), np.array([30.]); times = []\n"
        "for _ in range(9):\n"
        "    begun = time.process_time(); law = Law.of(sums, UNTOLD); law.survival(silence); law.alive(silence)\n"
        "    law.returning(silence, 26); law.next_gap(.5, silence); law.silence_at(.2)\n"
        "    times.append(time.process_time() - begun)\n"
        "print('scipy' in sys.modules, sorted(times)[4] < .005)"
    )
    told = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]


def test_the_expected_number_is_what_such_clients_do():
    """Drawn from the very law, without pauses: twenty thousand futures of a client with four gaps.

    One per *mean* gap leans low: most gaps are shorter than their mean. A fifth is what it may lack.
    """
    lot = np.random.default_rng(1)
    prior, weeks, silence, size = Prior(1.8, 1.0, 6.0, 0.5, 0.4, 1.2), 52.0, 5.0, 20_000
    hers = Law.of(summed([35, 50, 28, 44]), prior, 0.0)
    variance = hers.squares[0] / lot.chisquare(hers.freedom[0], size)
    mean = hers.mean[0] + np.sqrt(variance / (prior.kappa + 4)) * lot.standard_normal(size)
    leaving = lot.beta(prior.a, prior.b + 4, size)
    at, counts = np.exp(mean + np.sqrt(variance) * lot.standard_normal(size)), np.zeros(size)
    stayed = lot.random(size) >= leaving
    possible = ~stayed | (at > silence)
    here = stayed.copy()
    for _ in range(200):
        here &= at <= silence + weeks
        counts += here
        here &= lot.random(size) >= leaving
        at = at + np.exp(mean + np.sqrt(variance) * lot.standard_normal(size))
    assert hers.purchases(one(silence), weeks)[0] == pytest.approx(counts[possible].mean(), rel=0.2)
    assert hers.returning(one(silence), weeks)[0] == pytest.approx((counts[possible] > 0).mean(), abs=0.02)


def test_days_become_occasions():
    """Two baskets of a day are one; what was wholly brought back within a month was none; the day of a refund never is one."""
    owner, day, amount = np.array(
        [
            *([0, 10, 50.0], [0, 10, 20.0], [0, 40, 80.0]),
            *([1, 5, 90.0], [1, 25, 60.0], [1, 50, -60.0]),  # brought back after twenty-five days
            *([2, 5, 90.0], [2, 10, 60.0], [2, 50, -60.0]),  # after forty: she had it
            *([3, 7, 30.0], [3, 7, -30.0]),
            *([4, 9, 0.0], [4, 12, 25.0], [4, 20, -5.0]),  # a present of the house counts
        ]
    ).T
    whose, when = days.occasions(owner.astype(np.int64), day.astype(np.int64), amount)
    assert list(zip(whose.tolist(), when.tolist(), strict=True)) == [
        *((0, 10), (0, 40), (1, 5), (2, 5), (2, 10), (4, 9), (4, 12))
    ]
    sums, last = days.summed(whose, when, 5)
    assert last.tolist() == [40, 5, 10, -1, 12]
    assert sums.gaps.tolist() == [1, 0, 1, 0, 1]
    assert sums.logs == pytest.approx([math.log(30 / 7), 0, math.log(5 / 7), 0, math.log(3 / 7)])
    assert days.silences(last[:3], 40) == pytest.approx([0.5 / 7, 5, 30 / 7])
