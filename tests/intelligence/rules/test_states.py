"""Ten states, each with its condition; they go back and sideways."""

import numpy as np
import pytest

from carnet.house.kinds import SettingName
from carnet.house.rules import DEFAULTS
from carnet.intelligence.kinds import State
from carnet.intelligence.rules import states
from carnet.intelligence.rules.states import Conditions
from tests.intelligence.rules.pictures import picture

USUAL = Conditions.of(DEFAULTS[SettingName.STATES])
MONTHLY = [5 + 30 * n for n in range(70)]


def state(of, conditions=USUAL):
    return states.CODES[states.read(of, conditions)[0]]


@pytest.mark.parametrize(
    ("of", "stands"),
    [
        (picture(), State.PROSPECT),
        (picture(met=[3, 40, 90]), State.PROSPECT),
        (picture(bought=[30]), State.FIRST_OWNER),
        (picture(bought=[121]), State.OWNER),
        (picture(bought=[30, 400]), State.REPEAT),
        (picture(bought=[30, 400], pieces=5.0), State.COLLECTOR),
        (picture(bought=[30, 400], named_collector=True), State.COLLECTOR),
        (picture(met=MONTHLY), State.FRIEND),
        (picture(bought=[400], named_friend=True), State.FRIEND),
        (picture(bought=[800, 1200, 1600]), State.RESTING),
        (picture(bought=[30, 400], at_rest=True), State.RESTING),
        (picture(bought=[30], passing_for=0.0), State.PASSING),
        (picture(met=[30], mentioned_only=True), State.INTRODUCTION),
        (picture(bought=[30, 400], unsettled=True, at_rest=True), State.TO_SETTLE),
    ],
)
def test_each_state_has_its_condition(of, stands):
    assert state(of) == stands


def test_r9_a_friend_who_stays_away_is_one_no_more_and_comes_back():
    away = picture(bought=[1500, 1800], met=[400 + 30 * n for n in range(50)])
    assert state(away) == State.REPEAT
    again = picture(bought=[1500, 1800], met=[3, *[400 + 30 * n for n in range(50)]])
    assert state(again) == State.FRIEND


def test_a_house_may_edit_the_numbers():
    assert (
        state(picture(bought=[121]), Conditions.of(DEFAULTS[SettingName.STATES] | {"first_weeks": 150}))
        == State.FIRST_OWNER
    )


@pytest.mark.parametrize(
    "of", [picture(bought=[30]), picture(bought=[600, 900]), picture(bought=[30], passing_for=4.0)]
)
def test_it_turns_when_it_was_foretold(of):
    ahead = int(np.ceil(states.turns_in(of, USUAL)[0]))
    bought = [int(of.bought.first[0]), int(of.bought.last[0])]
    passing = float(of.passing_for[0])

    def after(days):
        return state(
            picture(bought=[day + days for day in bought], passing_for=passing - days if passing >= 0 else -1.0)
        )

    assert after(ahead - 1) == state(of)
    assert after(ahead) != state(of)
