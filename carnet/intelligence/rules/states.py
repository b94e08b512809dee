"""Where a relationship stands: ten states, the first whose condition holds. They go back, sideways, and rest (R-1, R-9)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Self

import numpy as np

from carnet.intelligence.kinds import State
from carnet.intelligence.rules.picture import NEVER, Codes, Flags, Picture
from carnet.intelligence.rules.rhythm import Floats
from carnet.intelligence.rules.silence import LONG

CODES = tuple(State)
MONTH, YEAR = 365.25 / 12, 365.25
FRIEND_TIERS, COLLECTOR_TIERS = ("friend", "close_circle"), ("collector",)
"""What a person may have decided: the tiers of the house that name a state."""
GAPS_OF_A_FRIEND = 4
"""Gaps between her days that a friend of the house has had: five times at least she was there."""


@dataclasses.dataclass(frozen=True)
class Conditions:
    """What a house may edit: the numbers in the sentences of its states."""

    first_weeks: int
    """Days after the first purchase."""
    collector_pieces: int
    friend_years: int
    friend_weeks: int
    """A friend is there at least every so many weeks."""
    resting_months: int

    @classmethod
    def of(cls, setting: Mapping[str, int]) -> Self:
        """As the house's setting keeps them."""
        return cls(**setting)


def read(picture: Picture, conditions: Conditions) -> Codes:
    """Of each client, the place of her state in CODES."""
    bought = picture.bought
    owns = bought.days > 0
    asleep = owns & (_last_sign(picture) > conditions.resting_months * MONTH)
    first = {
        State.TO_SETTLE: picture.unsettled,
        State.INTRODUCTION: picture.mentioned_only,
        State.RESTING: picture.at_rest | (asleep & ~picture.is_passing),
        State.PASSING: picture.is_passing,
        State.FIRST_OWNER: owns & (bought.days == 1) & (bought.first <= conditions.first_weeks),
        State.FRIEND: picture.named_friend | _is_friend(picture, conditions),
        State.COLLECTOR: picture.named_collector | (picture.pieces >= conditions.collector_pieces),
        State.REPEAT: bought.days > 1,
        State.OWNER: owns,
    }
    codes = np.select(list(first.values()), [CODES.index(state) for state in first], CODES.index(State.PROSPECT))
    return codes.astype(np.int8)


def _last_sign(picture: Picture) -> Floats:
    """Days since anything at all."""
    return np.minimum(picture.bought.last, picture.met.last)


def _is_friend(picture: Picture, conditions: Conditions) -> Flags:
    """Long with us, and there in her rhythm, at least so often."""
    often = picture.met.law.usual <= conditions.friend_weeks
    long = picture.known_for >= conditions.friend_years
    return long & often & (picture.met.sums.gaps >= GAPS_OF_A_FRIEND) & (picture.met.survival >= LONG)


def turns_in(picture: Picture, conditions: Conditions) -> Floats:
    """Days until time alone may change a state; that a friend's rhythm breaks is told by her silence."""
    weeks = np.where(
        (picture.bought.days == 1) & (picture.bought.first <= conditions.first_weeks),
        conditions.first_weeks + 1.0 - picture.bought.first,
        NEVER,
    )
    sleep = conditions.resting_months * MONTH - _last_sign(picture)
    passing = np.where(picture.is_passing, picture.passing_for + 1.0, NEVER)
    growing = (conditions.friend_years - picture.known_for) * YEAR
    regular = picture.met.sums.gaps >= GAPS_OF_A_FRIEND
    soonest: Floats = np.minimum.reduce([
        weeks,
        np.where((picture.bought.days > 0) & (sleep > 0), sleep, NEVER),
        passing,
        np.where(regular & (growing > 0), growing, NEVER),
    ])  # fmt: skip
    return soonest
