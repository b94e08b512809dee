"""How a language writes days, lists and counts: the reader's own, unless another is named."""

from __future__ import annotations

import datetime as dt
import functools
import unicodedata
from collections.abc import Iterable

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils.translation import get_language

from carnet.kit.numerals import base, in_words

COMMA = {"ar": "، ", "ja": "、", "zh": "、"}
COLON = {"fr": "\u202f: ", "ja": "：", "zh": "："}
UNSPACED = frozenset({"ja", "zh"})
FULL_WIDTH = frozenset("WF")
FIRST_OF_THE_MONTH = {"fr": "1er ", "it": "1º "}


def reading() -> str:
    """The language in which this page is read."""
    return get_language() or "en"


@functools.cache
def locale(code: str) -> Locale:
    """What CLDR knows of a language; English is British, and of a variant it does not know, the language itself."""
    if base(code) == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(base(code))


def day(when: dt.date, seen_on: dt.date | None = None, code: str | None = None, *, weekday: bool = False) -> str:
    """“19 November”, “Thursday 19 November”, 11月19日; with its year unless one reads it in that year."""
    return _day(when, code or reading(), near=seen_on is not None and when.year == seen_on.year, weekday=weekday)


@functools.lru_cache(maxsize=4096)
def _day(when: dt.date, code: str, *, near: bool, weekday: bool) -> str:
    spoken = locale(code)
    text: str = format_skeleton("MMMMd", when, locale=spoken) if near else format_date(when, "long", spoken)
    if spoken.language in FIRST_OF_THE_MONTH and when.day == 1:
        text = text.replace("1 ", FIRST_OF_THE_MONTH[spoken.language], 1)
    if not weekday:
        return text
    name = format_date(when, "EEEE", spoken)
    if spoken.language in UNSPACED:
        return f"{text}{name}"
    return f"{name}{COMMA[spoken.language]}{text}" if spoken.language in COMMA else f"{name} {text}"


def month(when: dt.date, *, year: bool = False) -> str:
    """“October”, or “October 2026”."""
    spoken = locale(reading())
    # Not LLLL: where a language leaves its months alone to another's, Babel may answer in a third.
    said: str = format_skeleton("yMMMM", when, locale=spoken) if year else format_date(when, "MMMM", spoken)
    return said


def short_day(when: dt.date) -> str:
    """“8 Oct”."""
    said: str = format_skeleton("MMMd", when, locale=locale(reading()))
    return said


def short_month(when: dt.date) -> str:
    """“Oct 2026”."""
    said: str = format_skeleton("yMMM", when, locale=locale(reading()))
    return said


def month_before_day() -> bool:
    """Whether the reader writes 12/8 for the eighth of December."""
    pattern = str(locale(reading()).datetime_skeletons["Md"].pattern)
    return pattern.index("M") < pattern.index("d")


def listed(parts: Iterable[object]) -> str:
    """“Anna, Bruno and Chiara”."""
    return format_list([str(part) for part in parts], locale=locale(reading()))


def enumerated(parts: Iterable[object]) -> str:
    """“Visit, 40 minutes, bought”: one after the other, none of them last."""
    return COMMA.get(base(reading()), ", ").join(str(part) for part in parts)


def labelled(label: str, words: str) -> str:
    """“WhatsApp: yes”, with the space or the width that its language gives a colon."""
    return f"{label}{COLON.get(base(reading()), ': ')}{words}"


def following(sentences: Iterable[object]) -> str:
    """Whole sentences, one after the other; what is empty is left out. Signs of the full width bring their own space."""
    told = ""
    for said in filter(None, map(str, filter(None, sentences))):
        told += said if not told or unicodedata.east_asian_width(told[-1]) in FULL_WIDTH else f" {said}"
    return told


def counted(number: int, *, feminine: bool = False, code: str | None = None) -> str:
    """In words where the language has them for us, up to ninety-nine; else in figures."""
    spoken = code or reading()
    return in_words(number, base(spoken), feminine=feminine) or figures(number, spoken)


def figures(number: int, code: str | None = None) -> str:
    """“12,400”, “12.400”, “12 400”: in Western digits, as the house's markets write them."""
    said: str = format_decimal(number, locale=locale(code or reading()))
    return said
