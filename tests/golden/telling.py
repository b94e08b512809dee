"""A story of a few plain facts, told to the house by the acts of the rooms below the day.

A story's facts are {"did": WORD, "day": WHEN, …}: each word is a function of `words`, and its other keys are that function's
parameters. A day is a number of days from the story's own (0 is that day, -3 three days before) or an ISO date. Who is not named
is the client the story is about. Facts are told in the order of their days, whatever order they are written in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.intelligence.actions import reading_the_house
from carnet.kit import acts
from tests import cast
from tests.conftest import PARIS
from tests.factories import people

type When = int | str

TODAY = dt.date(2026, 11, 22)
LONG_AGO = -300
"""When what nobody dates was told."""
PEOPLE = {
    "helene": cast.HELENE, "paolo": cast.PAOLO, "bianca": cast.BIANCA, "antoine": cast.ANTOINE, "amara": cast.AMARA,
    "ingrid": cast.INGRID, "luca": cast.LUCA, "nour": cast.NOUR, "siyuan": cast.SIYUAN, "couple": cast.SATURDAY_COUPLE,
}  # fmt: skip
COLLEAGUES = {"camille": cast.CAMILLE, "yumi": cast.YUMI, "ines": cast.INES}
PIECES = {
    "lune_pendant": cast.LUNE_PENDANT, "lune_earrings": cast.LUNE_EARRINGS, "aube_solitaire": cast.AUBE_SOLITAIRE,
    "aube_ring": cast.AUBE_RING, "riviere": cast.RIVIERE, "meridien": cast.MERIDIEN, "clair": cast.CLAIR,
}  # fmt: skip


class Telling:
    """A story on its way into the records; `at` is the instant of the fact being told."""

    def __init__(self, about: str, today: dt.date) -> None:
        self.about, self.today = about, today
        self.at = instant(today, 9)
        self.person()

    def day(self, when: When) -> dt.date:
        return self.today + dt.timedelta(days=when) if isinstance(when, int) else dt.date.fromisoformat(when)

    def person(self, name: str = "") -> Client:
        who = PEOPLE[name or self.about]
        known = Client.objects.filter(display=who.display, description=who.description).first()
        return known or people.client(who, of=self.colleague("camille"))

    def colleague(self, name: str) -> Member:
        return people.colleague(COLLEAGUES[name])

    def by(self, name: str = "camille") -> acts.By:
        return people.by(self.colleague(name))


def tell(facts: Sequence[Mapping[str, Any]], *, about: str = "helene", today: dt.date = TODAY) -> Client:
    """Bring the facts about in a house that is open already; the client the story is about."""
    from tests.golden.words import WORDS  # late: the words are told through this module

    telling = Telling(about, today)
    dated = [(telling.day(fact.get("day", LONG_AGO)), number, fact) for number, fact in enumerate(facts)]
    for day, number, fact in sorted(dated, key=lambda each: each[:2]):
        telling.at = instant(day, 9) + dt.timedelta(minutes=number)
        WORDS[fact["did"]](telling, **{name: said for name, said in fact.items() if name not in {"did", "day"}})
    return telling.person()


def read(today: dt.date = TODAY) -> None:
    """The pass over the house, on that day."""
    reading_the_house.read_house(by=people.THE_HOUSE, at=instant(today, 12))


def instant(day: dt.date, hour: int) -> dt.datetime:
    """By the clock of rue du Mail."""
    return dt.datetime.combine(day, dt.time(hour), tzinfo=PARIS)
