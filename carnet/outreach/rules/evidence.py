"""What a reason is, and what it looks like when it stands: facts with their ids and days, as the rooms below know them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from typing import Any

from carnet.consent.kinds import Purpose
from carnet.outreach.kinds import Advice, Serves


class Pace(enum.StrEnum):
    """What a word of ours, said lately, means for a reason (ruling 1)."""

    FREE = "free"
    """Nothing: it is our word, and due."""
    SINCE = "since"
    """She started it: only a word since then has already said it."""
    SHORTLY = "shortly"
    """It follows another word by two weeks."""
    PACED = "paced"
    """It waits for the house's pace, and hers."""


@dataclasses.dataclass(frozen=True)
class Kind:
    """What a reason is, whoever it is about."""

    code: str
    serves: Serves
    purpose: Purpose
    pace: Pace = Pace.PACED
    dated: bool = False
    """Whether it turns on a date or a gift, which a moment in her life may leave alone."""
    yearly: bool = False
    """Whether it comes round again: written about, it rests only until then."""


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
class Standing:
    """One reason that stands for one person from a day to a day."""

    client: uuid.UUID
    kind: Kind
    opens_on: dt.date
    ends_on: dt.date
    facts: tuple[Fact, ...]
    values: dict[str, Any]
    """What its sentence is said with."""
    strength: int = 0
    """How well it is known: 2 for her own word, 1 for a record, 0 for what was read into records."""
    pieces: tuple[PieceSeen, ...] = ()
    together: bool = False
    celebrated: str = ""
    advice: Advice | None = None
    promise: uuid.UUID | None = None
    owner: uuid.UUID | None = None
    """Of our word, who keeps it."""
    stays: bool = False
    """Whether it stands after its end too, as our word does."""

    @property
    def reason(self) -> str:
        """Its code."""
        return self.kind.code

    @property
    def fact(self) -> uuid.UUID:
        """The fact it rests on, by which an answer to it is remembered."""
        return self.facts[0].id

    def is_open(self, on: dt.date) -> bool:
        """Whether it stands that day."""
        return self.opens_on <= on and (self.stays or on <= self.ends_on)
