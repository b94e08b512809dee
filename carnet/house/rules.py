"""What a house may decide, what holds until it has, and how a handle is made from a name."""

from __future__ import annotations

import enum
import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from carnet.house.kinds import Carried, SettingName

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
    SettingName.REASONS: {},
    SettingName.PRESSURE: {"least": 0.5, "most": 2.0},
    SettingName.LEARNING: {"share": 0.0},
    SettingName.WORDING: {},
    SettingName.CARRIED: Carried.TODAY,
}
LONGEST_PACE = 90
"""Boutique ruling 1: pace never falls below one message or call in 90 days."""
LOADS = (0.3, 2.0)
"""Between the weight of one word by post and the ceiling of models.md 7.2, step 4."""
MOST_LEFT_TO_LEARN = 0.5
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
    REASONS = "reasons"
    PRESSURE = "pressure"
    LEARNING = "learning"
    WORDING = "wording"
    CARRIED = "carried"


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


def _number(value: Any, least: float, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _reasons(value: Any) -> Objection:
    """By reason, whether it is off, and lengths of time in days; which reasons and lengths there are, a room above knows."""
    fits = isinstance(value, dict) and all(_of_a_reason(each) for each in value.values())
    return Objection.NONE if fits else Objection.REASONS


def _of_a_reason(said: Any) -> bool:
    return isinstance(said, dict) and all(
        isinstance(each, bool) if name == "off" else isinstance(each, int) and not isinstance(each, bool)
        for name, each in said.items()
    )


def _pressure(value: Any) -> Objection:
    if not isinstance(value, dict) or value.keys() != {"least", "most"}:
        return Objection.PRESSURE
    fits = all(_number(each, *LOADS) for each in value.values()) and value["least"] <= value["most"]
    return Objection.NONE if fits else Objection.PRESSURE


def _learning(value: Any) -> Objection:
    """What the draw is salted with is only there once something is drawn."""
    if not isinstance(value, dict) or value.keys() - {"salt"} != {"share"}:
        return Objection.LEARNING
    fits = _number(value["share"], 0, MOST_LEFT_TO_LEARN) and isinstance(value.get("salt", ""), str)
    return Objection.NONE if fits and (value.get("salt") or not value["share"]) else Objection.LEARNING


def _wording(value: Any) -> Objection:
    """By language, by reason, by form, a text."""
    depth: list[Any] = [value]
    for _ in range(3):
        if not all(isinstance(each, dict) for each in depth):
            return Objection.WORDING
        depth = [inner for each in depth for inner in each.values()]
    return Objection.NONE if all(isinstance(text, str) for text in depth) else Objection.WORDING


OBJECTIONS: dict[SettingName, Callable[[Any], Objection]] = {
    SettingName.SUGGESTIONS: _suggestions,
    SettingName.PACE_DAYS: _pace,
    SettingName.APPS: _apps,
    SettingName.STATES: _states,
    SettingName.REASONS: _reasons,
    SettingName.PRESSURE: _pressure,
    SettingName.LEARNING: _learning,
    SettingName.WORDING: _wording,
    SettingName.CARRIED: lambda value: Objection.NONE if value in set(Carried) else Objection.CARRIED,
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
