"""What a file of this package brings: how its evidence is found, when it stands, and what it says."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from carnet.outreach.rules.evidence import Kind, Standing
from carnet.outreach.rules.policy import Days, Policy

type Sentence = Callable[[Mapping[str, Any], dt.date], str]


@dataclasses.dataclass(frozen=True)
class Asked:
    """Of whom evidence is asked, on which day, and as the house knew it when."""

    people: Sequence[uuid.UUID]
    on: dt.date
    as_of: dt.datetime
    zone: str
    """By whose clock days begin: the boutique's."""

    @functools.cached_property
    def ids(self) -> str:
        """The people as PostgreSQL writes an array, once for all statements that are asked about them."""
        return f"{{{','.join(map(str, self.people))}}}"


@dataclasses.dataclass(frozen=True)
class Rule:
    """One reason. A new one is a file of this package with a `RULE` of this kind; nothing else is edited."""

    kind: Kind
    find: Callable[[Asked], Iterable[Any]]
    """The evidence about those people, in a number of statements that does not grow with them."""
    stands: Callable[[Any, Policy], Standing | None]
    """Pure: from when to when that evidence is a reason, if it is one."""
    says: Sentence
    """Why somebody is on the list, in one sentence: from the standing's values, seen on a day."""
    facts: Mapping[str, Sentence] = dataclasses.field(default_factory=dict)
    """What each kind of record it cites says."""
    days: Mapping[str, Days] = dataclasses.field(default_factory=dict)
    """The lengths of time a house may decide."""
    in_order: Sequence[tuple[str, str]] = ()
    """Of two of them, the one that may not be the longer first: a reason does not close before it opens."""
    title: Callable[[], str] | None = None
    """What it is called before whoever decides whether it is raised."""
    letters: Mapping[str, Mapping[str, str]] | None = None
    """By language and form, when they are not among the pages of the languages."""
    is_question: bool = False
    """Shown to a person as a question; no letter is proposed for it."""

    @property
    def code(self) -> str:
        """By which it is stored and answered."""
        return self.kind.code

    @property
    def called(self) -> str:
        """Its title."""
        return self.title() if self.title else self.code
