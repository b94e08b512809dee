"""The names of months and of days of the week, in the languages that files come in."""

from __future__ import annotations

import functools
import re
import unicodedata

from babel import Locale

LANGUAGES = ("en", "fr", "de", "it", "es", "pt", "nl")
WORDS = re.compile(r"[\s,./-]+")
ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|er|ère|e|º|ª|°|o|a)?")
PARTICLES = frozenset({"", "of", "the", "de", "del", "le", "der", "el", "il", "den", "di"})
NUMERIC_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


def with_month_name(plain: str, *, year: bool = True) -> tuple[str, int, int] | None:
    """The year (its digits, "" when `year` is false), month and day of a date such as "dec 10, 1985"; else None.

    `plain` is folded to lower case. Nothing says yet that the month has such a day.
    """
    words = [word for word in WORDS.split(plain) if word not in PARTICLES]
    months = [month for word in words if (month := _months().get(word))]
    numbers = [found[1] for word in words if (found := ORDINAL.fullmatch(word))]
    if len(months) != 1 or len(numbers) != 1 + year or len(words) != 2 + year:
        return None
    if not year:
        return "", months[0], int(numbers[0])
    first, last = numbers
    return (first, months[0], int(last)) if len(first) == len("1985") else (last, months[0], int(first))


def without_weekday(plain: str) -> str:
    """The date without the day of the week before it; "mar" before a number is March, not mardi."""
    first, _space, rest = plain.partition(" ")
    if first.rstrip(".,") not in _weekdays():
        return plain
    rest = rest.lstrip(" ,")
    dated = NUMERIC_DATE.match(rest) or any(word in _months() for word in WORDS.split(rest))
    return rest if dated else plain


@functools.cache
def _months() -> dict[str, int]:
    return _names("months")


@functools.cache
def _weekdays() -> dict[str, int]:
    return _names("days")


def _names(kind: str) -> dict[str, int]:
    """Every written form, with and without its accents, and which month or day it is."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for forms in getattr(Locale.parse(language), kind).values():
            for width in ("wide", "abbreviated"):
                for place, name in forms[width].items():
                    folded = unicodedata.normalize("NFKC", name).casefold().rstrip(".")
                    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
                    for form in (folded, bare):
                        names.setdefault(form, place)
    return names
