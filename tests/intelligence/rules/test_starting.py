"""Who usually takes the first step, as a rule: what the counts say, and what they cannot say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carnet.intelligence.rules.starting import FEWEST, Judged, Starts, judge

counts = st.integers(0, 60)


def judged(hers, ours):
    (only,) = judge(np.array([hers]), np.array([ours]))
    return only


@pytest.mark.parametrize(
    ("hers", "ours", "verdict"),
    [
        (0, 0, Judged(Starts.TOO_LITTLE, 100)),
        (3, 0, Judged(Starts.TOO_LITTLE, 100)),
        (4, 0, Judged(Starts.SHE, 92)),
        (3, 2, Judged(Starts.TOO_LITTLE, 54)),
        (9, 2, Judged(Starts.SHE, 92)),
        (2, 9, Judged(Starts.WE, 92)),
        (6, 6, Judged(Starts.EVENLY, 54, ((Starts.SHE, 23), (Starts.WE, 23)))),
        (12, 7, Judged(Starts.SHE, 58, ((Starts.EVENLY, 39),))),
    ],
)
def test_r13_the_counts_say_who_starts_how_surely_and_what_else_it_may_be(hers, ours, verdict):
    assert judged(hers, ours) == verdict


@given(counts, counts)
def test_seen_from_the_other_side_it_is_the_same_relationship(hers, ours):
    turned = {Starts.SHE: Starts.WE, Starts.WE: Starts.SHE}
    mine, theirs = judged(hers, ours), judged(ours, hers)
    assert (turned.get(mine.code, mine.code), mine.certainty) == (theirs.code, theirs.certainty)


@given(counts, counts)
def test_one_more_step_of_hers_never_makes_it_less_hers(hers, ours):
    before, after = judged(hers, ours), judged(hers + 1, ours)
    assert before.code != Starts.SHE or (after.code == Starts.SHE and after.certainty >= before.certainty)


@given(counts, counts)
def test_z38_with_too_little_nothing_is_said_and_no_reading_is_kept_against_the_odds(hers, ours):
    verdict = judged(hers, ours)
    assert hers + ours >= FEWEST or verdict == Judged(Starts.TOO_LITTLE, 100)
    assert verdict.code == Starts.TOO_LITTLE or verdict.certainty >= 50
    assert sum(of for _code, of in verdict.rivals) + verdict.certainty <= 101


@given(st.lists(st.tuples(counts, counts), max_size=30))
def test_a_whole_house_is_read_as_each_alone(pairs):
    hers, ours = (np.array([pair[side] for pair in pairs], int) for side in (0, 1))
    assert judge(hers, ours) == [judged(*pair) for pair in pairs]
