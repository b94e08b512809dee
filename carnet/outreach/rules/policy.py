"""What a house decides about reasons and restraint, and what holds until it has."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from carnet.consent.kinds import BasisKind, Purpose

RULES = 1
"""The version of reasons and restraint: a verdict says by which it was found."""


@dataclasses.dataclass(frozen=True)
class Days:
    """A length of time of one reason, and between which a house may choose another, all in days."""

    usual: int
    least: int
    most: int
    says: Callable[[], str] | None = None
    """What it is called before whoever decides it."""


@dataclasses.dataclass(frozen=True)
class Policy:
    """The house's decisions on one day."""

    suggestions: int = 3
    """At most so many people on one advisor's list."""
    pace: dt.timedelta = dt.timedelta(days=42)
    """Between two letters the house starts itself."""
    bases: Mapping[Purpose, BasisKind] = dataclasses.field(default_factory=dict)
    reasons: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)
    """By reason: `off`, and any of its lengths of time."""
    least_load: float = 0.5
    most_load: float = 2.0
    """Between which the load of contact that somebody may carry lies (models.md 7.2, step 4)."""
    learns: float = 0.0
    """The share of eligible moments left in peace to learn what silence does (models.md 7.3)."""
    salt: str = ""
    """What makes that draw the house's own."""
    wording: Mapping[str, Mapping[str, Mapping[str, str]]] = dataclasses.field(default_factory=dict)
    """Its own letters, in the notation of `letters.patterns`: by language, reason and form."""

    def raises(self, reason: str) -> bool:
        """Whether the house raises it."""
        return not self.reasons.get(reason, {}).get("off", False)

    def own_letters(self, reason: str) -> dict[str, Mapping[str, str]]:
        """Those of one reason, by language and form."""
        return {language: letters[reason] for language, letters in self.wording.items() if reason in letters}

    def days(self, reason: str, name: str, usual: Days) -> dt.timedelta:
        """One of its lengths of time: the house's, else the usual."""
        return dt.timedelta(days=self.reasons.get(reason, {}).get(name, usual.usual))
