"""What the reasons look at: facts with their ids and days, as the rooms below know them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

from carnet.outreach.kinds import Reason


@dataclasses.dataclass(frozen=True)
class Fact:
    """One record a reason rests on: where it is, what it is, its day, and the values its sentence is said with."""

    id: uuid.UUID
    kind: str
    on: dt.date
    values: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class PieceSeen:
    """A piece as a letter may speak of it."""

    name: str
    category: str
    reference: uuid.UUID


@dataclasses.dataclass(frozen=True)
class Purchase:
    """What one person bought on one day and has not brought back."""

    client: uuid.UUID
    sale: uuid.UUID
    on: dt.date
    lines: tuple[Fact, ...]
    pieces: tuple[PieceSeen, ...]
    for_herself: bool
    """Somebody said so; unknown counts as a gift (ruling 13)."""
    is_farewell: bool = False
    is_worn: bool = True
    """Whether a piece is among it, and not only what is used up."""


@dataclasses.dataclass(frozen=True)
class Visit:
    """A visit after which nothing was bought."""

    client: uuid.UUID
    fact: Fact
    pieces: tuple[PieceSeen, ...]
    together: bool
    named_day: dt.date | None = None
    """The day she named for coming back to it."""

    @property
    def on(self) -> dt.date:
        """The day of the visit."""
        return self.fact.on


@dataclasses.dataclass(frozen=True)
class Anniversary:
    """A date, with the one to whom it may be spoken of and what shows that it matters between them."""

    giver: uuid.UUID
    fact: Fact
    kind: str
    next_on: dt.date
    celebrated: str
    """A given name, for the giver's eyes."""
    gifts: tuple[Fact, ...]
    """What the giver chose for it before."""
    told_by_giver: bool
    given_since: bool
    """Whether the gift for this year is bought already."""
    lead_weeks: int
    late_buyer: bool
    is_farewell: bool = False
    """Whether the last gift for it was one: the day rests until another gift says otherwise."""


@dataclasses.dataclass(frozen=True)
class PromiseMade:
    """Our word, standing."""

    client: uuid.UUID
    fact: Fact
    words: str
    due_on: dt.date
    owner: uuid.UUID | None


@dataclasses.dataclass(frozen=True)
class Standing:
    """One reason that stands on a day for one person."""

    client: uuid.UUID
    reason: Reason
    ends_on: dt.date
    facts: tuple[Fact, ...]
    values: dict[str, Any]
    """What its sentence is said with."""
    pieces: tuple[PieceSeen, ...] = ()
    together: bool = False
    celebrated: str = ""
    promise: uuid.UUID | None = None

    @property
    def fact(self) -> uuid.UUID:
        """The fact it rests on, by which an answer to it is remembered."""
        return self.facts[0].id
