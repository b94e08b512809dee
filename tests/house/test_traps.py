"""Where the obvious reading of a house would be wrong."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from carnet.house import queries
from carnet.house.actions import admitting, opening, settings
from carnet.house.kinds import RoleKind, SettingName
from carnet.kit import db as rows
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import THE_HOUSE

ROOT = Path(__file__).parents[2]
ROOMS = {
    "house",
    "journal",
    "clients",
    "books",
    "consent",
    "products",
    "interactions",
    "purchases",
    "occasions",
    "outreach",
}
AT = paris("2025-03-04")


def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def test_z24_every_instant_has_its_zone_and_only_days_have_none(db):
    naive = rows.select(
        """
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema() and data_type = 'timestamp without time zone' and table_name = any(%(tables)s)
        """,
        tables=[model._meta.db_table for model in tables()],
    )
    assert naive == []


CLOCKS = re.compile(
    r"\b(timezone\.now|date\.today|datetime\.now|utcnow|time\.time\(\)|localtime|Now\(\)|\bnow\(\)|current_timestamp|current_date)"
)


@pytest.mark.house
def test_z24_no_room_reads_a_clock():
    modules = [
        path
        for room in sorted(ROOMS)
        for path in (ROOT / "carnet" / room).rglob("*.py")
        if "migrations" not in path.parts and path.name != "tasks.py"  # where time comes in
    ]
    read = [
        f"{path.relative_to(ROOT)}: {found.group()}" for path in modules for found in CLOCKS.finditer(path.read_text())
    ]

    assert read == []


QUOTED = re.compile(
    r"Bain\b|Harvard Business|\b25\s*[-–]\s*95\s*%|\b5\s*[-–]\s*25\s*(×|x|times)|five to twenty-five|retention economics",
    re.IGNORECASE,
)


@pytest.mark.house
def test_z25_no_borrowed_figure_stands_in_the_product_or_its_documents():
    said = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for folder in ("carnet", "docs", "config", "README.md", "STYLE.md")
        for path in ([ROOT / folder] if (ROOT / folder).is_file() else (ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".html", ".po", ".json"}
        and path.parent.name != "patterns"  # a bath, in French
        for found in QUOTED.finditer(path.read_text(errors="replace"))
    ]
    assert said == []


def test_z39_every_reference_is_a_key_the_database_enforces(db):
    declared = {
        (model._meta.db_table, field.column)
        for model in tables()
        for field in model._meta.local_fields
        if field.is_relation and field.db_constraint
    }
    told = {
        (model._meta.db_table, field.column)
        for model in tables()
        for field in model._meta.local_fields
        if field.is_relation
    }
    enforced = rows.select(
        """
        select conrelid::regclass::text, a.attname::text from pg_constraint c join pg_attribute a on a.attrelid = conrelid
        and a.attnum = any(conkey) where contype = 'f' and convalidated
        """
    )
    assert declared == told
    assert declared <= set(enforced)
    assert ("books_assignment", "member_id") in declared
    assert ("purchases_sale", "boutique_id") in declared


def test_z39_advisor_boutique_region_and_brand_are_tables_of_their_own():
    assert {"house_member", "house_boutique", "house_region", "products_brand"} <= {
        model._meta.db_table for model in tables()
    }


def test_of_any_past_day_the_house_is_what_it_was_then(camille, mail):
    admitting.give_role(member=camille, kind=RoleKind.MANAGER, boutique=mail, by=THE_HOUSE, at=AT)
    admitting.dismiss(member=camille, by=THE_HOUSE, at=paris("2025-06-01"), reason="departure")
    days = ("2025-03-03", "2025-03-05", "2025-06-02")
    scopes = [queries.scope_of(camille, paris(day)) for day in days]
    assert [(len(scope.advises), len(scope.manages)) for scope in scopes] == [(1, 0), (1, 1), (0, 0)]


def test_what_the_house_decided_holds_from_then_on_and_not_before(vauclair):
    settings.change(name=SettingName.SUGGESTIONS, value=5, by=THE_HOUSE, at=AT)
    settings.change(name=SettingName.SUGGESTIONS, value=1, by=THE_HOUSE, at=paris("2025-06-01"))
    days = ("2025-03-03", "2025-03-04", "2025-06-02")
    assert [queries.setting(SettingName.SUGGESTIONS, paris(day, "12:00")) for day in days] == [3, 5, 1]


@pytest.mark.parametrize("value", [6, -1, "3", 2.5, True, None])
def test_nobody_can_decide_on_more_than_five(vauclair, value):
    with pytest.raises(settings.NotAcceptable, match="from 0 to 5"):
        settings.change(name=SettingName.SUGGESTIONS, value=value, by=THE_HOUSE, at=AT)


def test_each_has_one_morning_in_the_boutique_where_she_began_first(camille, mail):
    ginza = people.boutique(cast.GINZA)
    admitting.give_role(member=camille, kind=RoleKind.ADVISOR, boutique=ginza, by=THE_HOUSE, at=AT)
    people.colleague(cast.KENJI)
    assert queries.workers(dt.date(2025, 3, 5)) == [(camille, mail), (people.colleague(cast.KENJI), ginza)]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"name": " "}, "needs a name"), ({"currency": "EURO"}, "not a currency"), ({"zone": "Paris"}, "not a time zone")],
)
def test_a_boutique_that_cannot_be_says_why(vauclair, wrong, sentence):
    with pytest.raises(opening.CannotOpen, match=sentence):
        opening.open_boutique(**{"name": "Rive gauche", **wrong}, by=THE_HOUSE, at=AT)


def test_a_second_house_and_a_second_boutique_of_one_name_are_refused(mail):
    with pytest.raises(opening.CannotOpen, match="already open"):
        people.open_vauclair()
    with pytest.raises(opening.CannotOpen, match="already a boutique called rue du Mail"):
        opening.open_boutique(name="rue du Mail", by=THE_HOUSE, at=AT)
