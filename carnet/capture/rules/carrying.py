"""What a phone may carry of somebody, and of whom it may carry nothing (S-31)."""

from __future__ import annotations

import dataclasses
import datetime as dt

MOST = 50
LASTS = dt.timedelta(hours=12)
LINES = 5
"""Worth remembering, at most."""


@dataclasses.dataclass(frozen=True)
class Carried:
    """One person as a phone shows her without a signal: enough to greet her, nothing private, no amounts."""

    id: str
    name: str
    spoken: str
    language: str
    found_by: str
    """What a search looks in: her names in every form, folded."""
    lines: tuple[str, ...]
    last: str = ""
    promises: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Day:
    """A morning as a phone shows it."""

    headline: str
    people: tuple[tuple[str, str, str], ...]
    """Id, name and reason of each."""
