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
    """Whole names and given names; a family name alone is her family's too."""
    reached_at: tuple[str, ...] = ()
    """Numbers and addresses, as they compare and as they were written."""
    known_as: tuple[str, ...] = ()
    """Her ids in other systems."""


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
    """A room's `personal_data.py`; `papers` is there where a room keeps something outside the database."""

    HOLDINGS: tuple[Holding, ...]
    OURS: Mapping[type[models.Model], str]

    def papers(self, person: Person) -> Iterable[Path]: ...


def unnamed(column: str, person: Person) -> models.expressions.Combinable:
    """The text of that column with an ellipsis for every name, number or address of hers."""
    said = sorted({*person.names, *person.reached_at}, key=lambda word: (-len(word), word))
    if not said:
        return F(column)
    # \m and \M are PostgreSQL's edges of a word, which Chinese and Japanese do not have.
    pattern = "|".join(re.escape(word) if SIGNS.search(word) else rf"\m{re.escape(word)}\M" for word in said)
    return models.Func(F(column), Value(pattern), Value("…"), Value("gi"), function="regexp_replace", output_field=models.TextField())
