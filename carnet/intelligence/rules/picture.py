"""What a relationship looks like on a day, before anything is read into it: one entry per client in every array."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from typing import Self

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules.rhythm import Floats, Law, Prior, Sums

type Flags = npt.NDArray[np.bool_]
type Codes = npt.NDArray[np.int8]

NEVER = np.inf
"""Days since something that has not happened."""
WEEK = 7.0
LONGEST_AHEAD = 40 * 366
"""Days beyond which nothing turns by itself."""


@dataclasses.dataclass(frozen=True)
class Stream:
    """One rhythm: its sums, and the days since its first and its last day."""

    sums: Sums
    first: Floats
    last: Floats
    law: Law

    @classmethod
    def of(cls, sums: Sums, first: Floats, last: Floats, prior: Prior) -> Self:
        """With the law that follows."""
        return cls(sums, first, last, Law.of(sums, prior))

    @property
    def silence(self) -> Floats:
        """In weeks; of what has never been, half a day."""
        return np.where(np.isfinite(self.last), self.last, 0.0) / WEEK

    @property
    def survival(self) -> Floats:
        """The share of gaps of her own rhythm that are longer than this silence: how usual it is for her."""
        return self.law.own_survival(self.silence)

    @property
    def days(self) -> Floats:
        """How many days it has had."""
        return np.where(np.isfinite(self.last), self.sums.gaps + 1.0, 0.0)

    def days_until(self, survival: Floats) -> Floats:
        """Days until her silence will have that survival, if nothing happens; NEVER where it is no number, or is past."""
        asked = np.isfinite(survival) & np.isfinite(self.last)
        ahead = self.law.own_silence_at(np.where(asked, survival, 0.5)) * WEEK - self.last
        return np.where(asked & (ahead > 0), ahead, NEVER)


@dataclasses.dataclass(frozen=True)
class Picture:
    """Everything silences and states are read from. `bought` and `met` are explained at `models.Rhythm`."""

    bought: Stream
    met: Stream
    through_home: Flags
    """Whether what is bought is bought by several of her home."""
    pieces: Floats
    """The most she has of one category."""
    known_for: Floats
    """Years since she has been with us."""
    passing_for: Floats
    """Days she is still passing through; not passing: -1."""
    mentioned_only: Flags
    unsettled: Flags
    """A matter to settle is open."""
    at_rest: Flags
    """Everything rests, by somebody's decision."""
    named_friend: Flags
    named_collector: Flags
    owed: Flags
    """We owe her a word that is late."""

    @property
    def is_passing(self) -> Flags:
        """She is of those whose rhythm is that of their journeys (boutique ruling 21)."""
        return self.passing_for >= 0


def day_ahead(on: dt.date, ahead: float) -> dt.date | None:
    """The day so far from that one, at the earliest the next; nothing when it is a lifetime away."""
    return on + dt.timedelta(days=max(math.ceil(ahead), 1)) if ahead < LONGEST_AHEAD else None
