"""“Bought”, said at a visit, waits for its sale (ruling 23); a name that was recognised stands on its sales (Z-20)."""

import pytest

from carnet.house.actions import recognising
from carnet.house.models import PlaceName, StaffName
from carnet.interactions.actions import logging
from carnet.interactions.kinds import Left
from carnet.purchases.actions import joining
from carnet.purchases.models import Sale, SaleRole, Word
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-03-04", "18:00")


@pytest.fixture
def bought(paolo, camille):
    """She said at a visit that something was bought."""
    return story.visit(paolo, to=camille, on=AT, left=Left.BOUGHT)


def joined():
    return Word.objects.get().sale


def test_r23_a_word_waits_and_the_sale_that_comes_later_is_its_own(bought, paolo):
    assert joined() is None
    sold = story.sale(paolo, cast.STRAP, on=LATER)
    assert joined() == sold


def test_r23_a_sale_that_was_there_first_is_found(paolo, camille):
    sold = story.sale(paolo, cast.STRAP, on=AT)
    story.visit(paolo, to=camille, on=LATER, left=Left.BOUGHT)
    assert joined() == sold


@pytest.mark.parametrize("left", [Left.LOOKED, Left.THINKING, Left.ON_HOLD, Left.UNSAID])
def test_r23_a_visit_at_which_nothing_was_bought_waits_for_nothing(paolo, camille, left):
    story.visit(paolo, to=camille, on=AT, left=left)
    assert not Word.objects.exists()


@pytest.mark.parametrize(
    ("day", "found"), [("2025-03-03", False), ("2025-03-04", True), ("2025-03-05", True), ("2025-03-06", False)]
)
def test_r23_the_sale_is_of_that_day_or_the_next(bought, paolo, day, found):
    story.sale(paolo, cast.STRAP, on=paris(day, "23:30"))
    assert (joined() is not None) is found


def test_r23_another_persons_or_another_boutiques_sale_is_not_its_own(bought, paolo, helene):
    story.sale(helene, cast.STRAP, on=LATER)
    story.sale(paolo, cast.STRAP, on=LATER, boutique=people.boutique(cast.GINZA))
    assert joined() is None


def test_r23_one_sale_answers_one_word(bought, paolo, camille):
    story.visit(paolo, to=camille, on=LATER, left=Left.BOUGHT)
    sold = story.sale(paolo, cast.STRAP, on=LATER)
    assert [word.sale for word in Word.objects.order_by("encounter__happened_at")] == [sold, None]


def test_r23_a_note_taken_back_waits_for_nothing(bought, paolo, camille):
    sold = story.sale(paolo, cast.STRAP, on=LATER)
    logging.take_back(encounter=bought, by=by(camille), at=LATER)
    assert (joined(), Word.objects.get().dismissed_at) == (None, LATER)
    again = story.visit(paolo, to=camille, on=LATER, left=Left.BOUGHT)
    assert Word.objects.get(encounter=again).sale == sold


def test_r23_a_note_put_under_another_name_waits_on(bought, yumi):
    logging.was_kept_by(encounter=bought, member=yumi, by=by(yumi), at=LATER)
    assert Word.objects.get().dismissed_at is None


def test_r23_the_visit_of_nobody_yet_finds_her_sale_once_she_has_a_name(paolo, camille):
    couple = people.client(cast.SATURDAY_COUPLE, at=AT)
    visit = story.visit(couple, to=camille, on=AT, left=Left.BOUGHT)
    sold = story.sale(paolo, cast.STRAP, on=LATER)
    assert joined() is None
    logging.name(encounter=visit, client=paolo, by=by(camille), at=LATER)
    assert (Word.objects.get().client, joined()) == (paolo, sold)


def test_r23_no_sale_will_come_is_an_answer(bought, paolo, camille):
    joining.dismiss(word=Word.objects.get(), by=by(camille), at=LATER)
    story.sale(paolo, cast.STRAP, on=LATER)
    assert joined() is None


def test_z20_a_sellers_name_becomes_a_colleague_on_every_sale_that_bears_it(paolo, camille):
    sold = story.sale(paolo, cast.STRAP, on=AT)
    name = StaffName.objects.create(source="till", name="C. AUBRY")
    part = SaleRole.objects.create(sale=sold, kind="assisted", staff_name=name, known_from=AT, noted_in=sold.noted_in)
    recognising.recognise_person(staff_name=name, member=camille, by=THE_HOUSE, at=LATER)
    assert SaleRole.objects.get(id=part.id).member == camille


def test_a_shops_name_becomes_a_boutique_on_every_sale_that_bears_it(paolo):
    place = PlaceName.objects.create(source="till", name="TYO-1")
    ginza = people.boutique(cast.GINZA)
    sold, other = story.sale(paolo, cast.STRAP, on=AT), story.sale(paolo, cast.STRAP, on=LATER)
    Sale.objects.filter(id=sold.id).update(place=place, boutique=None)
    recognising.recognise_place(place_name=place, boutique=ginza, by=THE_HOUSE, at=LATER)
    assert {each.id: each.boutique.name for each in Sale.objects.select_related("boutique")} == {
        sold.id: "Ginza",
        other.id: "rue du Mail",
    }
