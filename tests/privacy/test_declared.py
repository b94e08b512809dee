"""Every table, every reference that leads to a client and every column of text has somebody who answers for it."""

from __future__ import annotations

import collections

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from carnet.clients.models import Client
from carnet.kit.personal_data import Holding, Person
from carnet.privacy import queries

TEXT = (models.CharField, models.TextField, models.JSONField, ArrayField, models.BinaryField)
NOBODY = Person(id=None)  # type: ignore[arg-type]


def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("carnet.")]


def holdings() -> dict[type[models.Model], list[Holding]]:
    found = collections.defaultdict(list)
    for room in queries.declared():
        for holding in room.HOLDINGS:
            found[holding.table].append(holding)
    return found


def ours() -> dict[type[models.Model], str]:
    return {table: why for room in queries.declared() for table, why in room.OURS.items()}


def test_every_table_of_the_house_speaks_of_a_client_or_says_why_not():
    said = set(holdings()) | set(ours())
    assert [table._meta.label for table in tables() if table not in said] == []
    assert [table._meta.label for table in set(holdings()) & set(ours())] == []


def test_the_rooms_are_asked_from_the_top_down():
    rooms = [room.__name__.removeprefix("carnet.").removesuffix(".personal_data") for room in queries.declared()]
    assert rooms == [
        "integrations.files", "capture", "outreach", "intelligence", "occasions", "purchases", "interactions", "products",
        "consent", "books", "clients", "journal", "house",
    ]  # fmt: skip


def led_to_a_client(*besides: type[models.Model]) -> dict[type[models.Model], set[str]]:
    """Every table from which references lead to a client, with those references: a walk over the models, not over the lists."""
    led: dict[type[models.Model], set[str]] = {Client: set()}
    while True:
        found = {
            table: {
                field.name for field in table._meta.concrete_fields if field.is_relation and field.related_model in led
            }
            for table in (*tables(), *besides)
        }
        grown = {table: references for table, references in found.items() if references} | {Client: found[Client]}
        if grown == led:
            return led
        led = grown


def test_the_walk_reaches_what_it_must():
    led = {table._meta.label: references for table, references in led_to_a_client().items()}
    assert led["clients.Fact"] == {"client", "hidden_from"}
    assert led["purchases.Gift"] == {"line", "recipient"}
    assert led["occasions.Occasion"] == {"client", "giver", "told_by", "from_line"}
    assert led["outreach.Suggestion"] == {"client", "promise"}
    assert "products.Reference" not in led


def declared() -> set[str]:
    return {f"{table._meta.label}.{name}" for table, found in holdings().items() for each in found for name in each.of}


def undeclared(declared: set[str], *besides: type[models.Model]) -> set[str]:
    """References for which nobody answers: those that lead to a client, and those to any table that is about one.

    Encounters, homes and numbers have no reference to a client: theirs comes through presences, memberships, points.
    """
    held = holdings()
    led = {
        f"{table._meta.label}.{reference}"
        for table, references in led_to_a_client(*besides).items()
        for reference in references
    }
    about_her = {
        f"{table._meta.label}.{field.name}"
        for table in held
        for field in table._meta.concrete_fields
        if field.is_relation and field.related_model in held
    }
    return (led | about_her) - declared


def test_every_reference_that_leads_to_a_client_is_declared():
    assert undeclared(declared()) == set()


@pytest.mark.parametrize("reference", sorted(declared()))
def test_each_of_them_would_be_missed(reference):
    assert undeclared(declared() - {reference}) == {reference}


def test_so_would_one_that_is_added():
    """A table nobody has declared, with a reference to a client, as the next room will bring one."""
    letter = type(
        "Letter",
        (models.Model,),
        {
            "__module__": "carnet.clients.models",
            "client": models.ForeignKey(Client, models.PROTECT, related_name="+"),
            "Meta": type("Meta", (), {"app_label": "clients", "apps": Apps()}),
        },
    )
    assert undeclared(declared(), letter) == {"clients.Letter.client"}


def test_of_a_row_that_stays_every_column_of_text_is_overwritten_or_says_nothing_of_her():
    missing = set()
    for table, found in holdings().items():
        texts = {
            field.name for field in table._meta.concrete_fields if isinstance(field, TEXT) and not field.is_relation
        }
        for holding in found:
            if holding.without is not None:
                said = set(holding.without(NOBODY)) | set(holding.impersonal)
                missing |= {f"{table._meta.label}.{name} ({holding.what})" for name in texts - said}
    assert missing == set()


def test_every_declaration_says_what_why_and_how_long():
    for found in holdings().values():
        for holding in found:
            assert all(words.endswith(".") for words in (holding.what, holding.why, holding.how_long)), holding.what


@pytest.mark.parametrize(
    "table", sorted(holdings(), key=lambda table: table._meta.label), ids=lambda table: table._meta.label
)
def test_her_copy_names_columns_that_exist(db, table):
    for holding in holdings()[table]:
        assert list(holding.hers(NOBODY).values(*holding.gives)) == []
