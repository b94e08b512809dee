"""What a text claims: numbers, days, occasions, relatives and pieces, each as a code that does not depend on its words."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from carnet.outreach.rules.drafting import tongues
from carnet.outreach.rules.drafting.folding import fold
from carnet.outreach.rules.drafting.tongues import ja, zh

DIGITS = re.compile(r"\d+")
VALUES = {
    sign: value
    for value, signs in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8}
COUNTED = {code: re.compile(rf"([{tongue.NUMERALS}]+)([{tongue.UNITS}])") for code, tongue in (("ja", ja), ("zh", zh))}
ONE = {"ja": ja.ONE_IS_NO_NUMBER, "zh": zh.ONE_IS_NO_NUMBER}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
AS_A_MONTH = re.compile(r"(\d{1,2})月")


def claims(text: str, language: str) -> dict[str, str]:
    """Each claim with the words that make it."""
    folded = fold(text)
    found = dict(_counted(folded, language))
    for code, reader in readers(language).items():
        if (words := reader.search(folded)) and code not in found:
            found[code] = words[0].strip()
    return found


def _counted(folded: str, language: str) -> Iterator[tuple[str, str]]:
    """Figures of any script, and the numerals of Chinese and Japanese where they count something."""
    for digits in DIGITS.findall(folded):
        yield f"number {int(digits)}", digits
    for month in AS_A_MONTH.finditer(folded):
        if 1 <= int(month[1]) <= len(MONTHS):
            yield f"date {MONTHS[int(month[1]) - 1]}", month[0]
    for counted in COUNTED[language].finditer(folded) if language in COUNTED else ():
        value, unit = valued(counted[1]), counted[2]
        if unit == "月" and 1 <= value <= len(MONTHS):
            yield f"date {MONTHS[value - 1]}", counted[0]
        if value != 1 or unit not in ONE[language]:
            yield f"number {value}", counted[0]


def valued(numerals: str) -> int:
    """二十三 is 23, 二〇二六 is 2026."""
    if not set(numerals) & set(TIMES):
        return int("".join(str(VALUES[sign]) for sign in numerals))
    total, section, digit = 0, 0, 0
    for sign in numerals:
        if sign in VALUES:
            digit = VALUES[sign]
        elif TIMES[sign] >= TIMES["万"]:
            total, section, digit = total + (section + digit or 1) * TIMES[sign], 0, 0
        else:
            section, digit = section + (digit or 1) * TIMES[sign], 0
    return total + section + digit


@functools.cache
def readers(language: str) -> dict[str, re.Pattern[str]]:
    """Per claim, what finds its words in a folded text."""
    return {code: reader(phrases, language) for code, phrases in tongues.ALL[language].CLAIMS.items()}


def reader(phrases: str, language: str) -> re.Pattern[str]:
    """Finds any of them: whole words where words are parted, with the particles Arabic joins to them."""
    listed = [" ".join(unicodedata.normalize("NFC", phrase).split()) for phrase in phrases.split(";")]
    if language in tongues.UNPARTED:
        return re.compile("|".join(filter(None, listed)))
    words = (re.escape(fold(phrase)).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for phrase in listed if phrase)
    joined = "(?:[وف]?[بلك]?(?:ال|لل)?)" if language == "ar" else ""
    return re.compile(rf"(?<!\w){joined}(?:{'|'.join(words)})(?!\w)")
