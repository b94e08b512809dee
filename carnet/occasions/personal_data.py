"""Dates that matter: whose they are, who gives, who told us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from carnet.clients.personal_data import hers_alone
from carnet.kit.personal_data import Holding, Person, unnamed
from carnet.occasions.models import Occasion

CODES = ("recurrence", "leap_rule", "certainty", "suspended_because")


def hers(person: Person) -> QuerySet[Occasion]:
    """Her own days, those of a home in which nobody else is, and days of nobody named for which she gave."""
    nobodys = Q(client__isnull=True, household__isnull=True, giver=person.id)
    return Occasion.objects.filter(Q(client=person.id) | Q(household__in=hers_alone(person)) | nobodys)


def _of_others(person: Person) -> QuerySet[Occasion]:
    named = Q(giver=person.id) | Q(told_by=person.id) | Q(from_line__sale__client=person.id)
    return Occasion.objects.filter(named).exclude(id__in=hers(person).values("id"))


def _given(person: Person) -> QuerySet[Occasion]:
    return _of_others(person).filter(giver=person.id)


def _told(person: Person) -> QuerySet[Occasion]:
    return _of_others(person).filter(told_by=person.id)


def _bought_for(person: Person) -> QuerySet[Occasion]:
    return _of_others(person).filter(from_line__sale__client=person.id)


def _without(column: str, person: Person) -> Mapping[str, Any]:
    return {column: None, "words": unnamed("words", person.where_she_is)}


HOLDINGS = (
    Holding(
        table=Occasion,
        of=("client", "household", "giver"),
        rows=hers,
        what="Her days: birthdays, wedding days, days she told us of.",
        why="To think of them in time.",
        how_long="As long as she is a client of the house.",
        gives=("kind__code", "day", "month", "year", "recurrence", "words"),
    ),
    Holding(
        table=Occasion,
        of=("giver",),
        rows=_given,
        without=lambda person: _without("giver", person),
        impersonal=CODES,
        what="That she gives on somebody else's day.",
        why="To remind her.",
        how_long="As long as she is a client of the house.",
        gives=("kind__code", "day", "month"),
    ),
    Holding(
        table=Occasion,
        of=("told_by",),
        rows=_told,
        without=lambda person: _without("told_by", person),
        impersonal=CODES,
        what="That she told us of somebody else's day.",
        why="To know how sure it is.",
        how_long="As long as the other one is a client of the house.",
    ),
    Holding(
        table=Occasion,
        of=("from_line",),
        rows=_bought_for,
        without=lambda person: _without("from_line", person),
        impersonal=CODES,
        what="That a gift of hers told us of somebody else's day.",
        why="To know how sure it is.",
        how_long="As long as the other one is a client of the house.",
    ),
)
OURS: Mapping[type, str] = {}
WORDS = {Occasion: ("words",)}
