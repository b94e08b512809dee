"""How people come to a house: each kind of rhythm, and each kind of silence."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Character:
    """One way of being a client."""

    code: str
    share: int
    every: int
    """Days between two visits, about."""
    buys: float
    """How often a visit ends in a purchase."""
    gives: float
    """How often a purchase is a gift."""
    known_for: tuple[int, int]
    """Met between so many days ago and so many."""
    last: tuple[int, int]
    """The last visit, days ago: its distance is the silence."""
    visits: int = 60
    """At most so many."""
    seasonal: bool = False
    """Comes at one time of the year, and is quiet the rest by habit."""


FAITHFUL = Character("faithful", 20, 80, 0.30, 0.3, (500, 1090), (46, 100))
COLLECTOR = Character("collector", 6, 48, 0.45, 0.1, (700, 1090), (46, 70))
GIVER = Character("giver", 17, 190, 0.85, 0.9, (500, 1090), (60, 230))
SPRING = Character("spring", 13, 365, 0.6, 0.4, (800, 1090), (90, 330), seasonal=True)
NEWCOMER = Character("newcomer", 13, 55, 0.5, 0.4, (60, 240), (46, 58), visits=3)
GONE_QUIET = Character("gone_quiet", 8, 58, 0.35, 0.3, (900, 1090), (330, 560))
LOOKER = Character("looker", 10, 85, 0.06, 0.2, (200, 900), (46, 140))
ONCE = Character("once", 11, 900, 1.0, 0.5, (200, 1060), (200, 1060), visits=1)
TRAVELLER = Character("traveller", 4, 340, 0.7, 0.3, (380, 1090), (60, 300), visits=3, seasonal=True)

ALL = (FAITHFUL, COLLECTOR, GIVER, SPRING, NEWCOMER, GONE_QUIET, LOOKER, ONCE, TRAVELLER)
LIVELY = (FAITHFUL, COLLECTOR, NEWCOMER)
