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
}
LONGEST_PACE = 90
"""Boutique ruling 1: pace never falls below one message or call in 90 days."""


class Objection(enum.StrEnum):
    """Why a value cannot be; the act says it in words."""

    NONE = ""
    SUGGESTIONS = "suggestions"
    PACE = "pace"
    APPS = "apps"


def objection(name: SettingName, value: Any) -> Objection:
    """Why that value cannot be; empty when it can."""
    return OBJECTIONS.get(name, lambda _value: Objection.NONE)(value)


def _suggestions(value: Any) -> Objection:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_SUGGESTIONS
    return Objection.NONE if fits else Objection.SUGGESTIONS


def _pace(value: Any) -> Objection:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_PACE
    return Objection.NONE if fits else Objection.PACE


def _apps(value: Any) -> Objection:
    fits = isinstance(value, list) and set(value) <= set(APPS)
    return Objection.NONE if fits else Objection.APPS


OBJECTIONS: dict[SettingName, Callable[[Any], Objection]] = {
    SettingName.SUGGESTIONS: _suggestions,
    SettingName.PACE_DAYS: _pace,
    SettingName.APPS: _apps,
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
