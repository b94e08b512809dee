"""A farewell tells of no date: what its gift had taught us goes when it is said, and comes back when it was none (U-7)."""

import datetime as dt

import pytest

from carnet.clients.kinds import Certainty
from carnet.occasions import queries
from carnet.occasions.models import Occasion
from carnet.purchases.actions import meaning
from carnet.purchases.kinds import MeaningKind
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import by

BOUGHT, GIVEN = paris("2025-03-04"), dt.date(2025, 3, 14)
SAID, PUT_RIGHT = paris("2025-06-01"), paris("2025-09-01")


@pytest.fixture
def sold(paolo):
    return story.sale(paolo, cast.LUNE_PENDANT, on=BOUGHT)


@pytest.fixture
def meant(camille, sold):
    def say(kind, at):
        return meaning.say(
            sale=sold, kind=kind, words="As he told it.", certainty=Certainty.STATED, by=by(camille), at=at
        )

    return say


def give(sold, helene, at=BOUGHT):
    return story.gift(sold, to=helene, on=at, occasion="wedding", day=GIVEN)


def spoken(client, at):
    return [each["kind"].code for each in queries.speakable(client, on=at.date(), as_of=at)]


def test_u7_the_day_goes_when_it_is_said_and_stays_on_the_days_before(helene, paolo, sold, meant):
    give(sold, helene)
    meant(MeaningKind.FAREWELL, SAID)
    assert [spoken(paolo, at) for at in (BOUGHT, paris("2025-05-31"), SAID)] == [["wedding"], ["wedding"], []]


def test_u7_it_comes_back_when_it_was_no_farewell(helene, paolo, sold, meant):
    give(sold, helene)
    meant(MeaningKind.FAREWELL, SAID)
    meant(MeaningKind.CELEBRATION, PUT_RIGHT)
    assert [spoken(paolo, at) for at in (paris("2025-08-31"), PUT_RIGHT)] == [[], ["wedding"]]
    assert Occasion.objects.count() == 2


@pytest.mark.parametrize("kind", [MeaningKind.CELEBRATION, MeaningKind.TRANSITION, MeaningKind.EVERYDAY])
def test_any_other_meaning_leaves_the_day_as_it_is(helene, paolo, sold, meant, kind):
    give(sold, helene)
    meant(kind, SAID)
    assert spoken(paolo, SAID) == ["wedding"]
    assert Occasion.objects.count() == 1


def test_of_what_was_said_to_be_a_farewell_a_gift_named_later_tells_no_day(helene, paolo, sold, meant):
    meant(MeaningKind.FAREWELL, SAID)
    give(sold, helene, PUT_RIGHT)
    assert spoken(paolo, PUT_RIGHT) == []
