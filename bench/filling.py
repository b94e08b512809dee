"""A house of a given size, filled by SQL with every constraint on; the people who work there come by the house's own acts."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import uuid
from pathlib import Path

STORY = 60
"""Encounters on the longest page."""
FOUNDED = dt.timedelta(days=1300)


@dataclasses.dataclass(frozen=True)
class Size:
    """How large."""

    people: int
    encounters: int

    def said(self) -> str:
        return f"{self.people:,} clients, {self.encounters:,} encounters"


WHOLE, SMALL = Size(20_000, 100_000), Size(2_000, 10_000)


def fill(size: Size, at: dt.datetime) -> None:
    """Open the house, then its people, encounters and sales; the planner knows them when this returns."""
    from django.db import connections, transaction

    with transaction.atomic():
        lay(size, at)
    with connections["owner"].cursor() as cursor:
        cursor.execute("vacuum (analyze)")


def lay(size: Size, at: dt.datetime) -> None:
    """The same in a transaction that is open."""
    # Django is up only by now.
    from carnet.house.models import Member
    from tests import cast
    from tests.factories import people as made

    # Open for longer than the first weeks, so that Today asks what it asks in an ordinary month.
    made.open_vauclair(at=at - FOUNDED)
    for who in cast.COLLEAGUES:
        made.colleague(who, at=at - FOUNDED)
    for model in cast.MODELS:
        made.reference(model, at=at - FOUNDED)
    # So that there is a morning to measure on any day.
    Member.objects.update(working_days=list(range(1, 8)))
    staff = {member.handle: member.id for member in Member.objects.all()}
    _run(
        {
            "now": at, "people": size.people, "encounters": size.encounters, "story": STORY,
            "here": made.boutique().id, "elsewhere": made.boutique(cast.GINZA).id,
            "large": staff["camille"], "small": staff["sofia"], "other": staff["yumi"],
        }
    )  # fmt: skip


def _run(values: dict[str, object]) -> None:
    from django.db import connection

    script = (Path(__file__).parent / "house.sql").read_text()
    with connection.cursor() as cursor:
        for statement in script.split(";\n"):
            if statement.strip():
                cursor.execute(statement, values)


def person(number: int) -> uuid.UUID:
    """The id of the person of that number."""
    return uuid.UUID(bytes=hashlib.md5(f"person {number}".encode(), usedforsecurity=False).digest())
