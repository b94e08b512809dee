"""What the database keeps of a sale, whoever writes to it."""

import datetime as dt
from decimal import Decimal

import pytest

from carnet.clients.kinds import Certainty
from carnet.interactions.kinds import Left
from carnet.purchases.actions import giving, meaning, returning
from carnet.purchases.kinds import GiftKind, MeaningKind, SaleRoleKind
from carnet.purchases.models import Meaning, SaleRole, Word
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.factories.people import THE_HOUSE

AT = paris("2025-03-04")


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("purchases_sale_kind_known", {"kind": "loan"}),
        ("purchases_sale_currency_stated", {"currency": ""}),
        ("purchases_sale_not_negative", {"discount": Decimal(-1)}),
        ("purchases_sale_not_negative", {"shipping": Decimal(-1)}),
        ("purchases_sale_not_negative", {"tax": Decimal(-1)}),
    ],
)
def test_a_sale_is_of_a_kind_in_a_currency_and_never_below_nothing(paolo, constraint, fields):
    with refused(constraint):
        change(story.sale(paolo, cast.MERIDIEN, on=AT), **fields)


def test_a_sale_of_another_system_comes_in_once(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    again(sold)
    change(sold, source="till", external_id="42")
    with refused("purchases_sale_taken_in_once"):
        again(sold, source="till", external_id="42")


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("purchases_line_adds_up", {"total": Decimal(1)}),
        ("purchases_line_adds_up", {"quantity": 2}),
        ("purchases_line_adds_up", {"discount": Decimal(100)}),
        ("purchases_line_quantity_positive", {"quantity": 0, "total": Decimal(0)}),
        ("purchases_line_not_negative", {"unit_price": Decimal(-1), "total": Decimal(-1)}),
    ],
)
def test_what_was_bought_adds_up(paolo, constraint, fields):
    with refused(constraint):
        change(story.only_line(story.sale(paolo, cast.MERIDIEN, on=AT)), **fields)


def test_one_version_of_a_line_stands(paolo):
    line = story.only_line(story.sale(paolo, cast.MERIDIEN, on=AT))
    with refused("purchases_line_one_version_stands"):
        again(line, position=2)
    again(line, superseded_at=AT)
    with refused("purchases_line_one_version_stands"):
        again(line, superseded_at=AT)


def test_what_comes_back_is_counted_in_a_currency_and_stands_once(paolo):
    line = story.only_line(story.sale(paolo, cast.MERIDIEN, on=AT))
    back = returning.return_line(line=line, quantity=1, amount=Decimal(12_400), happened_at=AT, by=THE_HOUSE, at=AT)
    with refused("purchases_return_one_version_stands"):
        again(back)
    with refused("purchases_return_not_negative"):
        change(back, amount=Decimal(-1))
    with refused("purchases_return_currency_stated"):
        change(back, currency="eur")


def test_for_whom_has_four_answers_that_cannot_be_confused(paolo, helene, camille):
    gift = story.gift(
        story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=helene, on=AT, occasion="birthday", day=dt.date(2025, 3, 14)
    )
    with refused("purchases_gift_kind_known"):
        change(gift, kind="maybe", recipient=None)
    with refused("purchases_gift_recipient_fits_kind"):
        change(gift, recipient=None)
    with refused("purchases_gift_recipient_fits_kind"):
        change(gift, kind=GiftKind.UNKNOWN)
    with refused("purchases_gift_herself_is_no_gift"):
        change(gift, kind=GiftKind.HERSELF, recipient=None)
    with refused("purchases_gift_line_id_key"):
        again(gift)
    with refused("purchases_gift_said_by_a_person"):
        change(gift, given_on=dt.date(2025, 3, 14))
    giving.was_given(gift=gift, on=dt.date(2025, 3, 14), said_by=camille, by=THE_HOUSE, at=AT)
    with refused("purchases_gift_said_by_a_person"):
        change(gift, given_on=None)


def test_a_part_at_a_sale_is_somebodys_once(paolo, camille):
    story.sale(paolo, cast.MERIDIEN, on=AT, roles=[(camille, SaleRoleKind.ASSISTED)])
    part = SaleRole.objects.get()
    with refused("purchases_salerole_once"):
        again(part)
    with refused("purchases_salerole_by_someone"):
        change(part, member=None)
    with refused("purchases_salerole_kind_known"):
        change(part, kind="credit")


def test_a_meaning_is_said_in_words_and_revised_once(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    said = {"sale": sold, "certainty": Certainty.STATED, "by": THE_HOUSE, "at": AT}
    meaning.say(kind=MeaningKind.EVERYDAY, words="A watch for work", **said)
    revised = meaning.say(kind=MeaningKind.FAREWELL, words="His father's last birthday", **said)
    with refused("purchases_meaning_revises_id_key"):
        again(revised)
    with refused("purchases_meaning_kind_known"):
        change(revised, kind="upsell")
    with refused("purchases_meaning_certainty_known"):
        change(revised, certainty="sure")
    with refused("purchases_meaning_in_words"):
        change(revised, words="")
    assert Meaning.objects.count() == 2


def test_a_word_said_at_a_visit_finds_one_sale(paolo, camille):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    visit = story.visit(paolo, to=camille, on=AT, left=Left.BOUGHT)
    other = story.visit(paolo, to=camille, on=AT, left=Left.BOUGHT)
    assert Word.objects.get(encounter=visit).sale == sold
    with refused("purchases_word_one_per_sale"):
        change(Word.objects.get(encounter=other), sale=sold)
    with refused("purchases_word_encounter_id_key"):
        again(Word.objects.get(encounter=visit), sale=None)
