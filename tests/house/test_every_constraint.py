"""Each promise the database keeps has a test that tries to break it, in its own room."""

import re
from pathlib import Path

import pytest

from carnet.kit import db as rows

ROOMS = (
    "house",
    "journal",
    "clients",
    "books",
    "consent",
    "products",
    "interactions",
    "purchases",
    "occasions",
    "intelligence",
    "outreach",
    "capture",
)
MADE_BY_DJANGO = re.compile(r"_(pkey|check|fk|fk_\w+)$")
"""Primary keys, single references, and columns that cannot be negative."""


def kept() -> set[str]:
    """Every CHECK, UNIQUE, EXCLUDE and composite key of the rooms, and every unique index that is no constraint."""
    found = rows.select(
        """
        select conname::text from pg_constraint
        where connamespace = current_schema()::regnamespace and contype in ('c', 'u', 'x', 'f')
        union all
        select i.relname::text from pg_index join pg_class i on i.oid = indexrelid
        where indisunique and i.relnamespace = current_schema()::regnamespace
        and not exists (select from pg_constraint where conindid = indexrelid)
        """
    )
    names = {name for (name,) in found if name.startswith(tuple(f"{room}_" for room in ROOMS))}
    return {name for name in names if not MADE_BY_DJANGO.search(name)}


def broken_in(room: str) -> str:
    return "".join(module.read_text() for module in (Path(__file__).parents[1] / room).glob("test_constraints*.py"))


@pytest.mark.house
@pytest.mark.parametrize("room", ROOMS)
def test_each_constraint_of_a_room_is_broken_by_a_test(db, room):
    tried = broken_in(room)
    assert sorted(name for name in kept() if name.startswith(f"{room}_") and f'"{name}"' not in tried) == []


@pytest.mark.house
def test_the_database_has_the_constraints_it_had(db):
    assert len(kept()) > 150
