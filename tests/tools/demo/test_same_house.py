"""One seed and one day make one house, and nothing but a demo house is ever cleared."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from carnet.house.models import Maison
from tests.tools.demo.conftest import SUNDAY, TINY
from tools.demo import house

CHANCE = {
    "journal_line": "'digest'", "journal_detail": "'sealed'", "journal_subjectkey": "'key'", "house_member": "'password'",
    "intelligence_reading": "'id'", "intelligence_statechange": "'id'", "intelligence_prior": "'id'",
}  # fmt: skip
"""Salts, keys and the unusable password are drawn afresh on purpose; ids of what is read are the database's."""


def tables() -> dict[str, Any]:
    """Each table’s rows, summed up in one digest."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            if not model.__module__.startswith("carnet."):
                continue
            row = f"(to_jsonb(t) - {CHANCE.get(table, chr(39) * 2)})::text"
            cursor.execute(f"select count(*), md5(string_agg({row}, '|' order by {row})) from {table} t")
            found[table] = cursor.fetchone()
    return found


def made(today: dt.date, seed: int) -> dict[str, Any]:
    """What a house made so looks like; it is gone again afterwards."""
    with transaction.atomic():
        house.make(today, seed=seed, size=TINY)
        found = tables()
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
def test_the_same_seed_and_day_make_the_same_house() -> None:
    first = made(SUNDAY, seed=1)

    assert made(SUNDAY, seed=1) == first
    assert made(SUNDAY, seed=2)["clients_client"] != first["clients_client"]


def test_only_a_demo_house_is_ever_cleared(vauclair: None) -> None:
    with pytest.raises(ValueError, match="Only a demo house"):
        house.clear()

    assert Maison.objects.exists()
