"""The figures of judgement: our metrics are right, and what we foresee reaches its gates on the records that are here."""

from __future__ import annotations

import importlib.util
import json

import numpy as np
import pytest

from bench import judgement, metrics, yardstick
from carnet import cli

SCORER = judgement.SHARED / "score.py"
HERE = [records for records in judgement.COHORTS if records.file]
"""The grocer's log and the households may not be kept in the project: they are judged where they lie beside it."""
CASES = [(records, weeks) for records in HERE for weeks in records.horizons]


def evaluate(*words):
    assert cli.main(["evaluate", *map(str, words)]) == cli.DONE


def short(figures):
    """Those that fall short, and those of them that nobody said would."""
    figures = list(figures)
    assert figures
    return [figure.said() for figure in figures if figure.is_missed]


@pytest.fixture(scope="module")
def gates():
    return json.loads(judgement.GATES.read_text())


@pytest.mark.parametrize(("records", "weeks"), CASES, ids=[f"{records.name}-{weeks}w" for records, weeks in CASES])
def test_the_gates_of_rhythm(records, weeks, gates, tmp_path):
    told = judgement.cohort(records, weeks, tmp_path, evaluate)
    assert short(judgement.judged(records.name, f"{weeks}w", told, gates[records.name][f"{weeks}w"])) == []


def test_what_the_project_keeps_is_judged():
    assert {"cdnow", "online_retail"} <= {records.name for records in HERE}


if judgement.found("replenish"):

    def test_the_gates_of_replenishment(gates, tmp_path):
        told = judgement.consumables(tmp_path, evaluate)
        assert short(judgement.judged("replenish", "", told, gates["replenish"])) == []


def test_the_gates_are_those_given():
    assert judgement.gates_are_those_given()


def test_a_published_table_is_found_again():
    found = yardstick.fitted()
    assert yardstick.agrees(found)
    assert not yardstick.agrees(found | {"a": 0.795})


def test_a_known_shortfall_is_told_and_a_worse_one_is_missed():
    gate = ("cdnow", "4w", "auc_in_seed_bucket")
    known, worse = (judgement.Judged(*gate, value, ">=", (0.62,)) for value in (0.595, 0.58))
    assert not known.meets
    assert known.said().endswith("short, as known")
    assert (known.is_missed, worse.is_missed) == (False, True)
    assert judgement.Judged("cdnow", "4w", "auc", 0.595, ">=", (0.62,)).is_missed
    assert judgement.Judged("cdnow", "4w", "auc", float("nan"), ">=", (0.62,)).is_missed


def test_no_shortfall_is_excused_that_is_none(gates):
    for (records, weeks, name), reached in judgement.SHORTFALLS.items():
        how, limit = (gates[records][weeks] if weeks else gates[records])[name]
        assert reached < limit if how == ">=" else reached > limit


def test_metrics_by_hand():
    came, said = np.array([1.0, 0, 1, 0]), np.array([0.9, 0.8, 0.8, 0.1])
    assert metrics.auc(came, said) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert metrics.average_precision(came, said) == pytest.approx((1 + 2 / 3) / 2)
    assert metrics.calibration(came, said) == pytest.approx((0.1 + 0.8 + 0.2 + 0.1) / 4)
    spent = np.array([10.0, *[1.0] * 19])
    assert metrics.top_share(spent, np.r_[2.0, np.ones(19)]) == pytest.approx(11 / 29)
    assert metrics.top_share(spent, np.ones(20)) == pytest.approx(0.1)


if SCORER.exists():

    def test_our_metrics_are_those_of_the_independent_scorer():
        spec = importlib.util.spec_from_file_location("score", SCORER)
        scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scorer)
        lot = np.random.default_rng(8)
        n = 3_000
        bought, spent, silence = (
            lot.poisson(0.6, n).astype(float),
            lot.gamma(1, 40, n),
            lot.integers(0, 600, n).astype(float),
        )
        said, expected = np.round(lot.beta(1, 2, n) + 0.1 * (bought > 0), 2).clip(0, 1), np.round(lot.gamma(1, 1, n), 1)
        theirs = scorer.rhythm_metrics((bought > 0).astype(int), said, expected, bought, spent, silence, np.ones(n))
        ours = metrics.rhythm(said, expected, bought, spent, silence)
        assert ours == pytest.approx({name: theirs[name] for name in ours}, abs=1e-9)
        gap = np.where(lot.random(n) < 0.7, silence + lot.integers(1, 92, n), np.nan)
        low, median, high = np.sort(lot.gamma(2, 40, (3, n)), axis=0)
        theirs = scorer.replenish_metrics(median, low, high, said, gap, gap - silence, silence)
        ours = metrics.replenishment(median, low, high, said, gap, gap - silence, silence)
        assert ours == pytest.approx({name: theirs[name] for name in ours}, abs=1e-9)
