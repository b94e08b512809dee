"""What was said beside what came, in ten parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from carnet.intelligence.rules.trials import Part, judged, telling

SHARES = some.lists(some.tuples(some.floats(0, 1), some.booleans()), min_size=1, max_size=300)


@given(SHARES)
def test_everybody_is_in_one_part_and_the_parts_are_of_equal_size_and_in_order(people):
    said, came = np.array([share for share, _ in people]), np.array([bought for _, bought in people])
    parts, gap = judged(said, came)
    sizes = [part.clients for part in parts]
    assert (sum(sizes), max(sizes) - min(sizes) <= 1) == (len(people), True)
    assert [part.said for part in parts] == pytest.approx(sorted(part.said for part in parts))
    assert sum(part.came * part.clients for part in parts) == pytest.approx(came.sum())
    assert 0 <= gap <= 1


def test_the_gap_is_the_mean_distance():
    said = np.repeat([0.2, 0.6], 50)
    came = np.r_[np.arange(50) % 5 == 0, np.ones(50, dtype=bool)]
    parts, gap = judged(said, came)
    assert len(parts) == 10
    assert gap == pytest.approx(0.2)


def test_whoever_says_nothing_but_the_truth_has_no_gap():
    came = np.arange(100) >= 50
    assert judged(came.astype(float), came)[1] == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [([0.1, 0.4, 0.52, 0.9], 0.52), ([0.1, 0.2, 0.39], 0.39), ([0.7, 0.9], 0.9), ([], None)],
)
def test_the_part_that_tells_most_is_where_we_were_least_sure(said, told):
    found = telling([Part(share, 0.5, 10) for share in said])
    assert (found.said if found else None) == told
