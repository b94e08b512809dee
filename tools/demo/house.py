"""The demo house: opened three years ago, told by the house’s own acts where there are few, and in bulk where there are many."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import uuid

from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import translation
from psycopg import sql

from carnet.cli import database
from carnet.house.models import Maison
from carnet.kit import ids
from tests import cast
from tests.factories import people
from tools.demo import staff, wares, week
from tools.demo.crowd import Book, Crowd
from tools.demo.days import Days
from tools.demo.histories import Histories
from tools.demo.ledger import ORDER, Ledger
from tools.demo.stories import tell

SEED = 20_140_507
"""The day Madame Marchetti first came in, as she tells it."""


@dataclasses.dataclass(frozen=True)
class Size:
    """How many people each book holds, and how many nobody has in a book."""

    book: int = 98
    boutiques: int = 38


@dataclasses.dataclass(frozen=True)
class Filling:
    """One book of the house: its share of a whole one, and what stands in it this week."""

    who: cast.Colleague
    share: float
    plan: week.Plan
    is_boutiques: bool = False


BOOKS = (
    Filling(cast.CAMILLE, 0.9, week.AFTER_THE_CAST),
    Filling(cast.YUMI, 1.0, week.FULL),
    Filling(cast.SOFIA, 1.0, week.FULLER),
    Filling(staff.THEO, 0.45, week.FROM_TOMORROW),
    Filling(cast.HANA, 1.1, week.FULL),
    Filling(staff.SORA, 0.8, week.LIGHT),
    Filling(cast.INES, 1.0, week.BOUTIQUES, is_boutiques=True),
    Filling(cast.KENJI, 0.7, week.BOUTIQUES, is_boutiques=True),
)


def make(today: dt.date, *, seed: int = SEED, size: Size | None = None) -> None:
    """The whole house as it stands on the morning of `today`: the same seed and day give the same rows."""
    rng = random.Random(seed)
    chance = random.Random(f"ids of {seed}")
    with ids.drawn_from(lambda: _drawn(chance)), translation.override("en"), transaction.atomic():
        _make(Days(today), rng, size or Size())
    # The planner has figures before the first page is asked for.
    with connection.cursor() as cursor:
        for model in ORDER:
            cursor.execute(sql.SQL("analyze {}").format(sql.Identifier(model._meta.db_table)))


def clear() -> None:
    """Take the whole demo house away, and leave an empty schema brought up to date."""
    if not Maison.objects.filter(is_demo=True).exists():
        raise ValueError("Only a demo house is ever cleared.")
    connections.close_all()
    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        cursor.execute(sql.SQL("drop schema {} cascade").format(sql.Identifier(settings.CARNET_SCHEMA)))
    database.migrate()


def _make(days: Days, rng: random.Random, size: Size) -> None:
    people.open_vauclair(at=days.opened)
    Maison.objects.update(is_demo=True)
    house = staff.admit(days.opened)
    stock = wares.catalogue(days.opened, days.morning)
    tell(days, house, stock)
    ledger = Ledger()
    crowd, histories = Crowd(ledger, days, rng, stock), Histories(ledger, days, rng)
    coming = week.Week(crowd, histories, rng)
    for each in BOOKS:
        holds = round((size.boutiques if each.is_boutiques else size.book) * each.share)
        book = Book(house.members[each.who.handle], house.shop_of(each.who), holds, each.is_boutiques)
        known = crowd.fill(book)
        coming.prepare(known, each.plan)
        for somebody in known:
            histories.tell(somebody)
            if not somebody.planned:
                histories.tell_lately(somebody)
    ledger.write()


def _drawn(chance: random.Random) -> uuid.UUID:
    """A UUID of the kind `ids.new` makes (version 7), all of it drawn."""
    bits = chance.getrandbits(128) & ~(0xF << 76) & ~(0b11 << 62) | 0x7 << 76 | 0b10 << 62
    return uuid.UUID(int=bits)
