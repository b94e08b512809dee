"""The words every house starts from, and those that an open house gets later."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from carnet.clients.actions import noting
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.house.queries import terms
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import by

later = importlib.import_module("carnet.house.migrations.0002_what_is_shared_and_what_is_expected")
in_six_languages = importlib.import_module("carnet.house.migrations.0004_words_in_six_languages")
OWNER = SimpleNamespace(connection=connection)
"""Who migrates; in the suite whoever serves."""
NEW = ("memory", "expectation")


def words():
    return [(term.code, term.said("en"), term.said("fr")) for term in terms(TermKind.FACT)]


def test_a_house_that_opens_has_them(vauclair):
    assert words()[-2:] == [
        ("memory", "Shared memory", "Souvenir commun"),
        ("expectation", "Counts on us to remember", "Compte sur nous pour y penser"),
    ]


def test_a_house_that_is_open_gets_them_as_one_that_opens_has_them(vauclair):
    opened = list(Term.objects.filter(kind="fact").order_by("code").values())
    Term.objects.filter(code__in=NEW).delete()
    later.add(apps, OWNER)
    in_six_languages.add(apps, OWNER)
    assert list(Term.objects.filter(kind="fact").order_by("code").values()) == opened


def test_it_keeps_its_own_words_and_gets_no_word_twice(vauclair):
    Term.objects.filter(code="expectation").delete()
    Term.objects.filter(code="memory").update(labels={"en": "What we share"})
    Term.objects.create(kind="fact", code="scent", labels={"en": "Scent"}, position=40)
    for _ in range(2):
        later.add(apps, OWNER)
    assert [code for code, *_ in words()][-3:] == ["memory", "scent", "expectation"]
    assert Term.objects.get(code="memory").said("en") == "What we share"


def test_before_there_is_a_house_there_are_no_words(db):
    later.add(apps, OWNER)
    assert not Term.objects.exists()


@pytest.mark.parametrize("kind", NEW)
def test_r11_r14_a_fact_can_be_of_it(camille, kind):
    helene = people.client(cast.HELENE, of=camille)
    kept = noting.note(
        client=helene, kind=kind, words="The evening of the storm", by=by(camille), at=paris("2025-03-04")
    )
    assert kept.kind.code == kind
