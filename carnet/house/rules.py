"""What a house may decide, what holds until it has, and how a handle is made from a name."""

from __future__ import annotations

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
}
LONGEST_PACE = 90
"""Boutique ruling 1: pace never falls below one message or call in 90 days."""


def objection(name: SettingName, value: Any) -> str:
    """Why that value cannot be, as a sentence; empty when it can."""
    return OBJECTIONS.get(name, lambda _value: "")(value)


def _suggestions(value: Any) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_SUGGESTIONS
    return "" if fits else f"Suggestions a day must be a number from 0 to {MOST_SUGGESTIONS}."


def _pace(value: Any) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_PACE
    return "" if fits else f"Days between letters must be a number from 0 to {LONGEST_PACE}."


def _apps(value: Any) -> str:
    fits = isinstance(value, list) and set(value) <= set(APPS)
    return "" if fits else f"Apps by hand are chosen from: {', '.join(APPS)}."


OBJECTIONS: dict[SettingName, Callable[[Any], str]] = {
    SettingName.SUGGESTIONS: _suggestions,
    SettingName.PACE_DAYS: _pace,
    SettingName.APPS: _apps,
}


def handle_for(name: str, taken: Collection[str]) -> str:
    """A handle of letters, digits and dots that nobody has: "camille.aubry", then "camille.aubry2"."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = ".".join(re.findall(r"[a-z0-9]+", bare))[:50] or "member"
    return next(
        handle for number in range(1, len(taken) + 2) if (handle := base if number == 1 else f"{base}{number}") not in taken
    )
