"""Amounts and counts, however a till or a spreadsheet wrote them."""

from __future__ import annotations

import functools
import re
import unicodedata
from decimal import Decimal

from babel.core import get_global

from carnet.integrations.files.reading.sentences import Refused
from carnet.integrations.files.reading.words import WORDS

LONGEST, LONGEST_WHOLE = 40, 15
"""Characters of a number: nothing a boutique counts is longer, and arithmetic on what is can take for ever."""
ALIKE = str.maketrans(
    "\u2019\u2018`\u00b4\u066c\u066b\u2212\u2013\u2014", "'''''.---", "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u00ad"
)
"""Characters that stand for one another in numbers; the invisible ones stand for nothing."""
LOCAL_WORDS = frozenset(WORDS["currency_words"])
SIGNS: dict[str, str] = WORDS["currency_signs"]
"""How people write a currency without its code, and with a dollar's country."""
CURRENCY = r"[^\W\d_]{0,4}\.?\s?[$£¥€¢₠-\u20cf฿﷼]?"
AMOUNT = re.compile(
    rf"(?P<sign>[-+])?\s?(?P<before>{CURRENCY})\s?(?P<inner>[-+])?\s?"
    rf"(?P<number>[.,]?\d[\d.,' ]*?)\s?(?P<after>{CURRENCY})(?P<last>[-+])?"
)
IN_BRACKETS = re.compile(r"[^\d()]*\([^()]*\)[^\d()]*")
NO_CENTS = re.compile(r"(?<=\d)[.,]-{1,2}(?!\d)")
"""The dash that stands for no cents at all: 12.- in Zürich, 12,-- in Wien."""
NUMBER = {
    mark: re.compile(
        rf"(?:\d+|\d{{1,3}}(?P<group>[{other}' ])\d{{3}}(?:(?P=group)\d{{3}})*|\d{{1,2}}(?:{other}\d\d)+{other}\d{{3}})"
        rf"(?:[{mark}]\d*)?|[{mark}]\d+"
    )
    for mark, other in ((".", ","), (",", r"\."))
}
"""Digits in groups of three (or as in India, 1,23,456) before the decimal mark, and only there."""
SCIENTIFIC = re.compile(r"([-+]?\d{1,17}(?:[.,]\d{1,17})?)[eE]([-+]?(?:\d|1[0-5]|0\d))")


def decimal(text: str, mark: str) -> Decimal:
    """The exact number, its decimal mark being "." or ",".

    Takes thousands separators, a currency sign or code around it, a minus before or after, brackets for a minus.
    Raises Refused (not_a_number), also where the digits are grouped as no number with that mark is.
    """
    if mark == "." and len(text) < LONGEST and text.isascii() and text.removeprefix("-").replace(".", "", 1).isdigit():
        return Decimal(text)
    amount = _amount(text, mark) if len(text) < 2 * LONGEST else None
    if amount is None:
        raise Refused("not_a_number", text=text)
    return amount


def whole(text: str, mark: str) -> int:
    """The count, written as `decimal` takes it. Raises Refused (not_a_number, not_whole)."""
    if len(text) < LONGEST_WHOLE and text.isascii() and text.removeprefix("-").isdigit():
        return int(text)
    number = decimal(text, mark)
    if number != number.to_integral_value():
        raise Refused("not_whole", text=text)
    return int(number)


def _amount(text: str, mark: str) -> Decimal | None:
    plain = NO_CENTS.sub("", unicodedata.normalize("NFKC", text).translate(ALIKE).strip())
    bracketed = IN_BRACKETS.fullmatch(plain) is not None
    found = AMOUNT.fullmatch(plain.replace("(", "").replace(")", "").strip() if bracketed else plain)
    if found is None:
        return _scientific(plain, mark)
    signs = [sign for sign in found.group("sign", "inner", "last") if sign]
    if len(signs) + bracketed > 1 or not all(map(_is_currency, filter(None, found.group("before", "after")))):
        return None
    digits = _digits(found["number"], mark)
    if digits is None or len(digits) > LONGEST:
        return None
    return -Decimal(digits) if bracketed or signs == ["-"] else Decimal(digits)


def _digits(number: str, mark: str) -> str | None:
    """Only the digits and a point; None where they stand as in no number."""
    if not NUMBER[mark].fullmatch(number):
        return None
    grouped, _mark, decimals = number.partition(mark)
    digits = "".join(filter(str.isdigit, grouped))
    return f"{digits}.{decimals}" if decimals else digits


def _scientific(text: str, mark: str) -> Decimal | None:
    found = SCIENTIFIC.fullmatch(text)
    if found is None or (mark == "," and "." in found[1]) or (mark == "." and "," in found[1]):
        return None
    return Decimal(format(Decimal(found[1].replace(",", ".")).scaleb(int(found[2])), "f"))


@functools.lru_cache(maxsize=512)
def _is_currency(word: str) -> bool:
    bare = word.strip(" .")
    return (
        bare.upper() in get_global("all_currencies")
        or bare.upper() in SIGNS
        or bare.casefold() in LOCAL_WORDS
        or (len(bare) == 1 and unicodedata.category(bare) == "Sc")
    )
