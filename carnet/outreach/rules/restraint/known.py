"""What is known of one person beside her reasons, and why she is left in peace."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from carnet.consent.kinds import Answer, Channel, Purpose, Scope
from carnet.intelligence.kinds import Rests
from carnet.outreach.kinds import Reason, Reply, Rest
from carnet.outreach.rules.pressure import Word


@dataclasses.dataclass(frozen=True)
class Replied:
    """What an advisor answered before."""

    on: dt.date
    at: dt.datetime
    reason: str
    fact: uuid.UUID
    reply: Reply
    because: str
    until: dt.date | None
    left: bool | None

    @property
    def to_a_promise(self) -> bool:
        """Whether it answered our word, which stands on a list of its own."""
        return self.reason == Reason.PROMISE


@dataclasses.dataclass(frozen=True)
class Known:
    """What is known of one person, on one morning, beside her reasons."""

    client: uuid.UUID
    died: bool = False
    minor: bool = False
    mentioned_only: bool = False
    holds: Mapping[Scope, dict[str, Any]] = dataclasses.field(default_factory=dict)
    """Each hold in force, with the values its sentence is said with: `because`, `until`, its last day."""
    words: Sequence[Word] = ()
    """Our letters and calls of the last year, by anyone, on any channel, the newest first."""
    home_word: dt.date | None = None
    """The last one to somebody else at home."""
    last_visit: dt.datetime | None = None
    bought_on: dt.date | None = None
    usual_gap: int | None = None
    """Days between which she is usually there, where that is known."""
    expected_on: dt.date | None = None
    """The day she named for coming in, still ahead."""
    late_since: dt.date | None = None
    """The day for which we promised something and have not done it."""
    to_settle: bool = False
    """Whether a complaint is open."""
    surprises: frozenset[uuid.UUID] = frozenset()
    """The pieces that somebody bought for her and has not given."""
    replied: Sequence[Replied] = ()
    """Newest first."""
    owns: bool = False
    answers: Mapping[tuple[Purpose, Channel], Answer] = dataclasses.field(default_factory=dict)
    reached_at: frozenset[Channel] = frozenset()
    prefers: str = ""
    rests: Mapping[Rests, dt.date] = dataclasses.field(default_factory=dict)
    """What a moment in her life leaves alone, each with its last day."""
    moments: Mapping[tuple[uuid.UUID, dt.date | None], bool] = dataclasses.field(default_factory=dict)
    """By fact, and of what comes round again by its day: whether chance left her in peace when it came."""

    @property
    def last_word(self) -> dt.date | None:
        """The last letter or call of ours."""
        return self.words[0].on if self.words else None


@dataclasses.dataclass(frozen=True)
class Because:
    """Why somebody is left in peace, and what the sentence is said with."""

    kind: Rest
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    free_on: dt.date | None = None
    """The first day on which it holds no more; nothing while nobody can say."""
