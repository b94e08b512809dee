"""What the database keeps of the house's understanding of somebody, whoever writes to it."""

import datetime as dt

import pytest

from carnet.intelligence.actions import confirming, life_moments
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.models import Consequence, Reading
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import by

ON = dt.date(2025, 6, 2)
AT = paris("2025-06-02")


@pytest.fixture
def consequence(helene, camille) -> Consequence:
    return life_moments.note(client=helene, rests=Rests.GIFTS, until=dt.date(2025, 9, 1), on=ON, by=by(camille), at=AT)


@pytest.fixture
def reading(helene, camille) -> Reading:
    return confirming.revise(
        client=helene, kind=ReadingKind.BOND, code="words", words="Her mother's house", on=ON, by=by(camille), at=AT
    )


def test_what_rests_is_one_of_a_closed_list_and_rests_once(consequence):
    with refused("intelligence_consequence_known"):
        change(consequence, rests="a divorce")
    with refused("intelligence_consequence_one_stands"):
        again(consequence)
    life_moments.end(consequence=consequence, by=by(consequence.said_by), at=AT)
    again(consequence, ended_at=None)


def test_a_reading_is_of_a_known_kind_and_stands_once(reading):
    with refused("intelligence_reading_kind_known"):
        change(reading, kind="score")
    with refused("intelligence_reading_one_stands"):
        again(reading)


def test_a_reading_ends_after_it_began_save_a_word_revised_the_same_day(reading):
    with refused("intelligence_reading_period_real"):
        change(reading, until=dt.date(2025, 6, 1))
    with refused("intelligence_reading_period_real"):
        change(reading, until=ON, said_by=None, words="")
    change(reading, until=ON)


def test_a_reading_is_certain_of_100_and_its_words_are_somebodys(reading):
    with refused("intelligence_reading_certainty_of_100"):
        change(reading, certainty=101)
    with refused("intelligence_reading_words_are_somebodys"):
        change(reading, said_by=None)
