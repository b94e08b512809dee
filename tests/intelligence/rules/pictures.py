"""Relationships drawn in a line: days on which she was there, days on which she bought."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from carnet.intelligence.rules.picture import NEVER, Picture, Stream
from carnet.intelligence.rules.rhythm import UNTOLD, Sums

TODAY = dt.date(2026, 11, 22)


def picture(*, bought: Sequence[int] = (), met: Sequence[int] = (), **more: object) -> Picture:
    """One client, by how many days ago; whoever bought was there."""
    there = sorted({*bought, *met})
    plain: dict[str, object] = {
        "through_home": False, "pieces": 0.0, "known_for": max(there, default=0) / 365.25, "passing_for": -1.0,
        "mentioned_only": False, "unsettled": False, "at_rest": False, "named_friend": False, "named_collector": False,
        "owed": False,
    }  # fmt: skip
    told = {name: np.array([value]) for name, value in (plain | more).items()}
    return Picture(bought=stream(bought), met=stream(there), **told)  # type: ignore[arg-type]


def stream(ago: Sequence[int]) -> Stream:
    """A rhythm of days so long ago."""
    gaps = np.abs(np.diff(sorted(set(ago)))) / 7.0
    logs = np.log(gaps[gaps > 0])
    sums = Sums(*(np.array([float(value)]) for value in (len(logs), logs.sum(), np.square(logs).sum())))
    first, last = (max(ago), min(ago)) if ago else (NEVER, NEVER)
    return Stream.of(sums, np.array([float(first)]), np.array([float(last)]), UNTOLD)
