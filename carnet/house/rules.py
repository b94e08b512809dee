"""What a house may decide, what holds until it has, and how a handle is made from a name."""

from __future__ import annotations

import enum
import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from carnet.house.kinds import SettingName

MOST_SUGGESTIONS = 5
APPS = ("whatsapp", "sms", "email", "wechat", "line", "kakaotalk", "telegram")
DEFAULTS: dict[SettingName, Any] = {
    SettingName.SUGGESTIONS: 3,
    # Six weeks is what the house asks between two letters it starts itself.
    SettingName.PACE_DAYS: 42,
    SettingName.APPS: ["whatsapp", "sms", "email"],
    SettingName.SEASONS: [],
    SettingName.CHIEF_OF_BOOK: {},
    # After so many days an owner is no longer new; from so many pieces a collector; a friend comes at least every so many
    # weeks for so many years; at rest after so many months.
    SettingName.STATES: {
        "first_weeks": 120,
        "collector_pieces": 5,
        "friend_years": 5,
        "friend_weeks": 26,
        "resting_months": 24,
    },
}
LONGEST_PACE = 90
"""Boutique ruling 1: pace never falls below one message or call in 90 days."""
STATES_WITHIN = {
    "first_weeks": (30, 365),
    "collector_pieces": (2, 50),
    "friend_years": (1, 30),
    "friend_weeks": (4, 104),
    "resting_months": (6, 120),
}
"""Of each number in the conditions of states, the least and the most a house may choose."""


class Objection(enum.StrEnum):
    """Why a value cannot be; the act says it in words."""

    NONE = ""
    SUGGESTIONS = "suggestions"
    PACE = "pace"
    APPS = "apps"
    STATES = "states"
    FIRST_WEEKS = "first_weeks"
    COLLECTOR_PIECES = "collector_pieces"
    FRIEND_YEARS = "friend_years"
    FRIEND_WEEKS = "friend_weeks"
    RESTING_MONTHS = "resting_months"


def objection(name: SettingName, value: Any) -> Objection:
    """Why that value cannot be; empty when it can."""
    return OBJECTIONS.get(name, lambda _value: Objection.NONE)(value)


def _within(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _suggestions(value: Any) -> Objection:
    return Objection.NONE if _within(value, 0, MOST_SUGGESTIONS) else Objection.SUGGESTIONS


def _pace(value: Any) -> Objection:
    return Objection.NONE if _within(value, 0, LONGEST_PACE) else Objection.PACE


def _apps(value: Any) -> Objection:
    fits = isinstance(value, list) and set(value) <= set(APPS)
    return Objection.NONE if fits else Objection.APPS


def _states(value: Any) -> Objection:
    """The first number that cannot be; all five must be said, and nothing else."""
    if not isinstance(value, dict) or value.keys() != STATES_WITHIN.keys():
        return Objection.STATES
    wrong = (Objection(name) for name, ends in STATES_WITHIN.items() if not _within(value[name], *ends))
    return next(wrong, Objection.NONE)


OBJECTIONS: dict[SettingName, Callable[[Any], Objection]] = {
    SettingName.SUGGESTIONS: _suggestions,
    SettingName.PACE_DAYS: _pace,
    SettingName.APPS: _apps,
    SettingName.STATES: _states,
}


def digest(token: str) -> str:
    """What is kept of a printed code or a tablet's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def handle_for(
    name: str, taken: Collection[str]
) -> str:  # house: empty-verb -- a handle is what a member signs in with
    """A handle of letters, digits and dots that nobody has: "camille.aubry", then "camille.aubry2"."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = ".".join(re.findall(r"[a-z0-9]+", bare))[:50] or "member"
    return next(
        handle
        for number in range(1, len(taken) + 2)
        if (handle := base if number == 1 else f"{base}{number}") not in taken
    )
