"""The lens over arrays: the published points, each part from its own records."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carnet.intelligence.rules.lens import Band, Lens, Records

NEVER = float("nan")


def records(*, bought=NEVER, contacts=0, care=0, evenings=0, with_us=400.0, twice=True):
    return Records(
        np.array([bought]),
        np.array([contacts]),
        np.array([care]),
        np.array([evenings]),
        np.array([with_us]),
        np.array([twice]),
    )


def points(**counted):
    return [int(part) for part in Lens.of(records(**counted)).parts[0]]


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ({}, [0, 0, 0, 0]),
        ({"bought": 0.0}, [30, 0, 0, 0]),
        ({"bought": 90.0}, [30, 0, 0, 0]),
        ({"bought": 90.5}, [20, 0, 0, 0]),
        ({"bought": 180.5}, [10, 0, 0, 0]),
        ({"bought": 365.5}, [0, 0, 0, 0]),
        ({"contacts": 4}, [0, 24, 0, 0]),
        ({"contacts": 6}, [0, 30, 0, 0]),
        ({"care": 1, "evenings": 1}, [0, 0, 10, 10]),
        ({"care": 3, "evenings": 9}, [0, 0, 20, 20]),
    ],
)
def test_the_points_are_the_published_ones(counted, expected):
    assert points(**counted) == expected


@given(
    bought=some.one_of(some.just(NEVER), some.floats(0, 4000)),
    contacts=some.integers(0, 50),
    care=some.integers(0, 50),
    evenings=some.integers(0, 50),
    older=some.floats(0, 4000),
)
def test_no_part_knows_of_another(bought, contacts, care, evenings, older):
    one = points(bought=bought, contacts=contacts, care=care, evenings=evenings)
    assert points(bought=older, contacts=contacts, care=care, evenings=evenings)[1:] == one[1:]
    assert points(bought=bought, contacts=contacts + 1, care=care, evenings=evenings)[::2] == one[::2]
    assert 0 <= sum(one) <= 100


@pytest.mark.parametrize(
    ("counted", "band"),
    [
        ({"with_us": 10.0, "twice": False}, Band.UNKNOWN),
        ({"with_us": 10.0, "twice": False, "bought": 3.0, "contacts": 5}, Band.UNKNOWN),
        ({"with_us": 10.0, "twice": True, "bought": 3.0}, Band.SOME),
        ({"with_us": 180.0, "twice": False}, Band.NOTHING),
        ({"bought": 300.0}, Band.LITTLE),
        ({"bought": 10.0, "contacts": 4, "care": 1}, Band.MUCH),
        # Of somebody who never bought, seventy are asked: two evenings and four visits are as much as can be.
        ({"contacts": 4, "evenings": 2}, Band.MUCH),
        ({"contacts": 1}, Band.LITTLE),
    ],
)
def test_a_thin_history_is_unknown_and_who_never_buys_is_not_asked_to(counted, band):
    assert Lens.of(records(**counted)).bands() == [band]


def test_nobody_at_all_is_no_difficulty():
    nobody = Records(*(np.zeros(0) for _ in range(5)), np.zeros(0, dtype=np.bool_))
    assert Lens.of(nobody).bands() == []
