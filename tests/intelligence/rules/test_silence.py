"""A silence is read beside her own rhythm, never by the calendar."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carnet.intelligence.kinds import Rival, Silence
from carnet.intelligence.rules import silence
from tests.intelligence.rules.pictures import picture


def code(of):
    return silence.CODES[silence.read(of).codes[0]]


def test_r3_y2_two_clients_with_the_same_days_since_purchase_are_read_oppositely():
    each_year = picture(bought=[150, 515, 880, 1245, 1610])
    each_month = picture(bought=[150, 180, 211, 240, 270, 301, 330, 361])
    assert code(each_year) == Silence.WITHIN
    assert code(each_month) == Silence.UNLIKE


def test_y2_a_long_purchase_silence_with_presence_in_rhythm_is_never_a_warning():
    of = picture(bought=[700, 760, 820, 880], met=[20, 50, 82, 110, 141, 170, 200, 232, 260, 290, 320])
    read = silence.read(of)
    assert code(of) == Silence.WITHIN
    assert read.from_met[0]
    assert read.still_there[0]


def test_y1_declining_is_read_from_her_own_past_even_when_she_bought_lately_enough():
    of = picture(bought=[400, 800, 1200, 1600], met=[400 + 15 * n for n in range(1, 12)])
    assert code(of) == Silence.LONGER, "There every other week, then not for a year; what she buys is in its time."


@pytest.mark.parametrize("bought", [(), (500,), (30, 500)])
def test_y11_below_two_gaps_it_is_unknown(bought):
    assert code(picture(bought=bought)) == Silence.UNKNOWN


def test_z05_who_never_buys_is_read_from_her_visits():
    often = [10 + 30 * n for n in range(8)]
    assert code(picture(met=often)) == Silence.WITHIN
    assert code(picture(met=[day + 700 for day in often])) == Silence.UNLIKE


def test_a_silence_as_long_as_all_of_hers_is_a_habit():
    assert code(picture(bought=[300, 640, 1000, 1350])) == Silence.BY_HABIT


def test_ruling_21_between_journeys_it_is_unknown():
    assert code(picture(bought=[300, 310, 320, 700], passing_for=5.0)) == Silence.UNKNOWN


def test_her_home_speaks_for_her():
    quiet_alone = picture(met=[600 + 20 * n for n in range(6)])
    assert code(quiet_alone) == Silence.UNLIKE
    of = picture(bought=[30, 90, 150, 215], met=[600 + 20 * n for n in range(6)], through_home=True)
    assert code(of) in (Silence.WITHIN, Silence.BY_HABIT)


@given(gap=some.integers(10, 300), gaps=some.integers(3, 12), silent=some.integers(1, 2000))
def test_it_turns_on_the_day_that_was_foretold_and_not_before(gap, gaps, silent):
    of = picture(met=[silent + gap * n for n in range(gaps + 1)])
    ahead = silence.read(of).turns_in[0]
    if ahead < 3000:
        just_before = picture(met=[silent + gap * n + max(int(ahead) - 1, 0) for n in range(gaps + 1)])
        assert code(just_before) == code(of)


@given(gap=some.integers(5, 400), gaps=some.integers(2, 15))
def test_longer_silences_are_never_read_as_more_usual(gap, gaps):
    order = [Silence.WITHIN, Silence.BY_HABIT, Silence.LONGER, Silence.UNLIKE]
    read = [
        order.index(code(picture(met=[silent + gap * n for n in range(gaps + 1)]))) for silent in range(1, 3000, 97)
    ]
    assert read == sorted(read)


def test_y7_rivals_have_their_own_certainty_and_evidence():
    told = silence.rivals(code=Silence.UNLIKE, alive=30, still_there=True, through_home=True, owed=True)
    filled = told.replace("[$sale]", '[["sale", "1"]]').replace("[$encounter]", "[]").replace("[$promise]", "[]")
    read = json.loads(filled)
    assert [(each["code"], each["certainty"]) for each in read] == [
        (Rival.A_FAREWELL, 70), (Rival.A_PAUSE, 30), (Rival.STILL_THERE, None), (Rival.THROUGH_HOME, None),
        (Rival.OUR_LATENESS, None),
    ]  # fmt: skip
    assert read[0]["evidence"] == [["sale", "1"]]
