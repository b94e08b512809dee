"""All that the house holds about one person, from the upper rooms down."""

from __future__ import annotations

import importlib
import uuid
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from carnet.clients.kinds import PointKind
from carnet.clients.models import Client, ClientPoint
from carnet.consent import queries as consent
from carnet.kit.personal_data import SIGNS, Declared, Holding, Person, naming

SHORTEST = 2
"""A name of one letter would be taken out of every sentence; one sign is a name."""
SIGNS_OF_A_NAME = 3


def declared() -> Iterator[Declared]:
    """What each room says of its tables, the upper rooms first.

    The rooms are found by their names, as Django finds their migrations: privacy imports none that stands beside it.
    """
    for app in reversed(list(apps.get_app_configs())):
        if app.name.startswith("carnet.") and find_spec(f"{app.name}.personal_data"):
            yield cast("Declared", importlib.import_module(f"{app.name}.personal_data"))


def person(client: Client) -> Person:
    """Her, with all that stands for her elsewhere."""
    whole = {client.display, client.reading, f"{client.given} {client.family}", f"{client.family} {client.given}"}
    titled = {
        word for word in (f"{client.title} {client.family}", client.spoken) if client.family and client.family in word
    }
    shared = ClientPoint.objects.filter(point=OuterRef("point")).exclude(client=client)
    points = client.points.filter(~Exists(shared)).values_list("point__value", "raw")
    return Person(
        id=client.id,
        names=_said(word for word in whole if _means_one_person(word.strip())),
        called=_said(
            word for word in {client.display, client.given, client.preferred, *titled} if word != client.family
        ),
        family=client.family,
        reached_at=_said(word for pair in points for word in pair),
        known_as=tuple(client.external_ids.order_by("source", "external_id").values_list("source", "external_id")),
    )


def _said(words: Iterable[str]) -> tuple[str, ...]:
    said = {word.strip() for word in words}
    return tuple(sorted(word for word in said if len(word) >= SHORTEST or (word and not word.isascii())))


def _means_one_person(name: str) -> bool:
    """Two words, or three signs: “Rose” alone is a colour too."""
    return " " in name or (len(name) >= SIGNS_OF_A_NAME and SIGNS.search(name) is not None)


def marks(client: Client) -> tuple[str, ...]:
    """A keyed mark of every number and address she had, and of her id in every other system, which exports her again.

    A street bears none: no word is sent there by mistake.
    """
    held = client.points.exclude(point__kind=PointKind.POST).values_list("point__kind", "point__value")
    known_as = client.external_ids.values_list("source", "external_id")
    found = {consent.mark(kind, value) for kind, value in held}
    return tuple(sorted(found | {consent.mark_of_id(source, known) for source, known in known_as}))


def holdings(whom: Person) -> list[tuple[Holding, list[Any]]]:
    """Every holding with the keys of its rows that are about her, in the order in which they can go."""
    return [
        (holding, list(holding.hers(whom).values_list("pk", flat=True).distinct().order_by("pk")))
        for room in declared()
        for holding in room.HOLDINGS
    ]


def named_elsewhere(whom: Person) -> Iterator[tuple[type[Model], tuple[str, ...], list[Any]]]:
    """Free words about others in which her whole name, her number or her address stands: table, columns, keys."""
    pattern = naming(whom.wherever)
    for room in declared() if pattern else ():
        for table, columns in getattr(room, "WORDS", {}).items():
            any_of = Q()
            for column in columns:
                any_of |= Q(**{f"{column}__iregex": pattern})
            yield table, columns, list(QuerySet(table).filter(any_of).values_list("pk", flat=True).order_by("pk"))


def papers(whom: Person) -> list[Path]:
    """Files beside the database that may say her name."""
    return [path for room in declared() if hasattr(room, "papers") for path in room.papers(whom) if path.exists()]


def copy_for(client: Client) -> dict[str, list[dict[str, Any]]]:
    """Her copy: per table, every row about her with the columns that are hers to have, and why they were kept."""
    given: dict[str, list[dict[str, Any]]] = {}
    whom = person(client)
    for room in declared():
        for holding in room.HOLDINGS:
            if holding.gives:
                rows = holding.hers(whom).order_by("pk").values(*holding.gives)
                given.setdefault(holding.what, []).extend(rows)
    return given


def still_here(ids: list[uuid.UUID]) -> list[Client]:
    """Those of them who are clients, with the line that introduced each."""
    return list(Client.objects.filter(id__in=ids).select_related("noted_in").order_by("id"))
