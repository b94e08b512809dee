"""Facts in the house's own vocabulary, in the shape their kind asks for."""

import pytest

from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import Certainty, Unfit
from carnet.clients.models import Client, Referral
from carnet.clients.rules import objection
from carnet.house.models import Term
from tests.conftest import paris
from tests.factories.people import THE_HOUSE

AT = paris("2025-03-04")
SIZE, MONEY, METAL = {"value": "size"}, {"value": "money"}, {"choices": ["white gold", "yellow gold", "steel"]}


@pytest.mark.parametrize(
    ("schema", "value", "lacks"),
    [
        ({}, "anything", Unfit.FITS),
        (SIZE, None, Unfit.FITS),
        (SIZE, {"size": 52, "system": "FR"}, Unfit.FITS),
        (SIZE, {"size": "M", "system": "glove", "of": "left hand"}, Unfit.FITS),
        (SIZE, 52, Unfit.SIZE),
        (SIZE, {"size": 52}, Unfit.SIZE),
        (SIZE, {"size": "", "system": "FR"}, Unfit.SIZE),
        (MONEY, {"from": 3_000, "to": 8_000, "currency": "EUR"}, Unfit.FITS),
        (MONEY, {"to": 8_000, "currency": "EUR"}, Unfit.FITS),
        (MONEY, {"from": 8_000, "to": 3_000, "currency": "EUR"}, Unfit.MONEY),
        (MONEY, {"from": -1, "currency": "EUR"}, Unfit.MONEY),
        (MONEY, {"from": 3_000}, Unfit.MONEY),
        (MONEY, {"currency": "EUR"}, Unfit.MONEY),
        (METAL, "steel", Unfit.FITS),
        (METAL, "brass", Unfit.CHOICE),
    ],
)
def test_a_value_has_the_shape_its_kind_asks_for(schema, value, lacks):
    assert objection(schema, value) == lacks


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"words": "  "}, "give a few words"),
        ({"kind": "score"}, "no kind of fact called “score”"),
        ({"kind": "size", "value": {"size": 52}}, "in which system"),
        ({"kind": "range", "value": {"from": 1}}, "in which currency"),
    ],
)
def test_a_fact_that_cannot_be_kept_says_why(helene, wrong, sentence):
    with pytest.raises(noting.CannotNote, match=sentence):
        noting.note(**{"client": helene, "kind": "note", "words": "Something", **wrong}, by=THE_HOUSE, at=AT)


def test_a_kind_the_house_has_retired_is_no_longer_noted(helene):
    Term.objects.filter(kind="fact", code="salon").update(retired_at=AT)
    with pytest.raises(noting.CannotNote, match="no kind of fact called “salon”"):
        noting.note(client=helene, kind="salon", words="The blue one", by=THE_HOUSE, at=AT)


def test_what_she_usually_looks_between_is_kept_as_she_stated_it(helene):
    fact = noting.note(
        client=helene, kind="range", words="Up to eight thousand", certainty=Certainty.GUESSED, by=THE_HOUSE, at=AT
    )
    assert fact.certainty == Certainty.STATED


def test_what_she_never_wears_is_something_she_avoids(helene):
    assert noting.note(client=helene, kind="dislike", words="Yellow gold", by=THE_HOUSE, at=AT).leaning == "avoids"


def test_several_sizes_stand_side_by_side(helene):
    for of, size, system in (("ring", 52, "FR"), ("bracelet", 16, "cm"), ("glove", 7, "glove")):
        value = {"size": size, "system": system, "of": of}
        noting.note(client=helene, kind="size", words=f"{of} {size}", value=value, by=THE_HOUSE, at=AT)
    assert {fact.value["of"] for fact in helene.facts.held(AT)} == {"ring", "bracelet", "glove"}


def test_who_brought_her_is_known_and_when(helene, antoine):
    households.refer(client=helene, referred_by=antoine, by=THE_HOUSE, at=AT)
    assert list(Referral.objects.values_list("client", "referred_by", "happened_at")) == [(helene.id, antoine.id, AT)]


def test_a_death_is_a_day_and_nothing_else_is_said(helene):
    introducing.died(client=helene, on=AT.date(), by=THE_HOUSE, at=AT)
    assert list(Client.objects.living()) == []
