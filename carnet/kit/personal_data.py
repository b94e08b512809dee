"""What a room says of the personal data in its tables: what it holds, why, how long, how it is given and how it goes.

Beside its tables each room has a `personal_data.py` with `HOLDINGS`, the tables that can speak of a client, dependents
first, and `OURS`, those that cannot, and why. `privacy` carries it out; a test walks every table, every reference that
leads to a client and every column of text.
"""

from __future__ import annotations

import dataclasses
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from django.db import models
from django.db.models import F, Q, QuerySet, Value

SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclasses.dataclass(frozen=True)
class Person:
    """Somebody whose data is asked for or forgotten: her id, and all that stands for her elsewhere."""

    id: uuid.UUID
    names: tuple[str, ...] = ()
    """Her whole name, in every form: wherever it stands it means her."""
    called: tuple[str, ...] = ()
    """Her given name, and her family's with a title: they mean her only where she is spoken of."""
    family: str = ""
    reached_at: tuple[str, ...] = ()
    """Numbers and addresses nobody else has, as they compare and as they were written."""
    known_as: tuple[tuple[str, str], ...] = ()
    """Her ids in other systems: which system, and the id."""

    @property
    def wherever(self) -> tuple[str, ...]:
        """What means her in any sentence of the house."""
        return (*self.names, *self.reached_at)

    @property
    def where_she_is(self) -> tuple[str, ...]:
        """What means her in a sentence about her."""
        return (*self.wherever, *self.called)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Holding:
    """Some rows of one table, seen from one person.

    A row that does not go stays without her: `without` says what then stands in which column. Of such rows every column
    of text is either in `without` or in `impersonal`.
    """

    table: type[models.Model]
    what: str
    why: str
    how_long: str
    of: tuple[str, ...] = ()
    """The references that lead to her; unless `rows` says more, a row is hers by any of them."""
    rows: Callable[[Person], QuerySet[Any]] | None = None
    without: Callable[[Person], Mapping[str, Any]] | None = None
    impersonal: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    """The columns of her copy."""

    def hers(self, person: Person) -> QuerySet[Any]:
        """The rows that are about her."""
        if self.rows is not None:
            return self.rows(person)
        by_any = Q()
        for reference in self.of:
            by_any |= Q(**{reference: person.id})
        return QuerySet(self.table).filter(by_any)


class Declared(Protocol):
    """A room's `personal_data.py`."""

    HOLDINGS: tuple[Holding, ...]
    OURS: Mapping[type[models.Model], str]
    WORDS: Mapping[type[models.Model], tuple[str, ...]]
    """Columns of free words, in which anybody may be named; a room may have none."""

    def papers(self, person: Person) -> Iterable[Path]:
        """Files beside the database that may say her name; a room may have none."""
        ...


def unnamed(column: str, names: Iterable[str]) -> models.expressions.Combinable:
    """The text of that column with an ellipsis for each of those names, numbers and addresses."""
    pattern = naming(names)
    if not pattern:
        return F(column)
    return models.Func(
        F(column), Value(pattern), Value("…"), Value("gi"), function="regexp_replace", output_field=models.TextField()
    )


def naming(names: Iterable[str]) -> str:
    """A regular expression of PostgreSQL's that finds any of them as a word; empty when there is none."""
    # \m and \M are the edges of a word, which Chinese and Japanese do not have. The longest comes first.
    said = sorted(set(names), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) if SIGNS.search(word) else rf"\m{re.escape(word)}\M" for word in said)
