"""When a state begins and ends is the house's to say, in numbers that can be meant."""

from __future__ import annotations

import pytest

from carnet.house import queries
from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.house.rules import DEFAULTS, STATES_WITHIN
from tests.conftest import paris
from tests.factories.people import THE_HOUSE

pytestmark = pytest.mark.django_db

AT = paris("2025-03-04")
ASKED = dict(DEFAULTS[SettingName.STATES])


def change(value, at=AT):
    settings.change(name=SettingName.STATES, value=value, by=THE_HOUSE, at=at)


def test_another_condition_holds_from_its_moment_on_and_past_days_keep_theirs(vauclair):
    change(ASKED | {"collector_pieces": 8})
    change(ASKED | {"collector_pieces": 12}, at=paris("2025-06-01"))
    days = ("2025-03-03", "2025-03-05", "2025-06-02")
    said = [queries.setting(SettingName.STATES, paris(day))["collector_pieces"] for day in days]
    assert said == [5, 8, 12]


@pytest.mark.parametrize(("name", "ends"), STATES_WITHIN.items())
def test_each_number_may_be_its_least_and_its_most_and_nothing_beyond(vauclair, name, ends):
    least, most = ends
    for value in ends:
        change(ASKED | {name: value})
    for value in (least - 1, most + 1, str(least), float(least), True, None):
        with pytest.raises(settings.NotAcceptable, match=f"from {least} to {most}"):
            change(ASKED | {name: value})


def test_each_number_is_objected_to_in_a_sentence_of_its_own(vauclair):
    said = set()
    for name in STATES_WITHIN:
        with pytest.raises(settings.NotAcceptable) as refused:
            change(ASKED | {name: 0})
        said.add(str(refused.value))
    assert len(said) == len(STATES_WITHIN)


@pytest.mark.parametrize("value", [None, {}, [], ASKED | {"loved": 1}, {"first_weeks": 120}])
def test_a_condition_left_out_or_made_up_is_not_taken(vauclair, value):
    with pytest.raises(settings.NotAcceptable, match="five numbers"):
        change(value)
