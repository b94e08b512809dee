"""What the house would not have written: read over every letter the composer can write, and fit to read any other.

A language's lists are in a file of its own, for its native editor: plain phrases, where * stands for the rest of a word.
"""

from __future__ import annotations

import collections
import functools
import re

from carnet.outreach.rules.letters.manners import ar, en, fr, it, ja, zh
from carnet.outreach.rules.letters.manners.faults import ASIDE, HERE
from carnet.outreach.rules.letters.patterns import UNSPACED, UNSPACED_SIGN, length

LANGUAGES = {"ar": ar, "en": en, "fr": fr, "it": it, "ja": ja, "zh": zh}
LONGEST = 90
"""Words in a letter, opening and signature included; where no space parts them, two signs count as one."""
SHAPES = {
    "exclaims": "[!\u00a1\uff01\u203c]",
    "has a pictogram": "[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]",
    "names an amount": r"[€$£¥₩₹¢]|\b(?:EUR|USD|GBP|CHF|JPY|CNY|AED)\b|\d\s?(?:euros?|dollars?|pounds?|francs?)\b",
    "gives her a number": r"\b[Nn][o°º]\.?\s?\d|#|\d{4,}",
    "has an empty place": "[{}\\[\\]|\ue000-\uf8ff]|\\((?:e|s|nt)\\)|\\s[,.、。，]|,\\s*,|[,;:]\\.|"
    "[、。，；：][、。，；]|「」|《》",
    "has a space too many": "[ \u00a0\u202f]{2,}|(?m:^ | $)",
    "has a straight apostrophe": r"\w'\w",
}
"""Whatever the language."""
LETTER = rf"[^\W{UNSPACED}]"
"""What may not touch a whole word."""
BETWEEN_UNSPACED = rf"(?<=[{UNSPACED}]) (?=[{UNSPACED}])"
"""Where a list was folded in the middle of a phrase."""


def _reader(phrases: str) -> re.Pattern[str]:
    """Finds any of them, whole words, however they are spaced and whichever apostrophe they carry.

    In a script without spaces a phrase is found wherever it stands.
    """
    written = ("".join(re.split(BETWEEN_UNSPACED, " ".join(phrase.split()))) for phrase in phrases.split(";"))
    by_ends: dict[tuple[bool, bool], list[str]] = collections.defaultdict(list)
    for phrase in filter(None, written):
        before, after = (not UNSPACED_SIGN.match(end) for end in (phrase[0], phrase[-1]))
        by_ends[before, after].append(_spaced(phrase))
    # Whole scripts in a class are slow to compile where case does not matter, and they have none.
    groups = (
        f"(?<!(?-i:{LETTER}))" * before + f"(?:{'|'.join(phrases)})" + f"(?!(?-i:{LETTER}))" * after
        for (before, after), phrases in by_ends.items()
    )
    return re.compile("|".join(groups), re.IGNORECASE)


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("'", "['\u2019]")


@functools.cache
def _readers(language: str) -> dict[str, re.Pattern[str]]:
    """What finds each fault in that language; compiled when it is first asked for, which most processes never do."""
    theirs = LANGUAGES.get(language)
    found = {fault: re.compile(shape) for fault, shape in SHAPES.items()}
    if theirs is None:
        return found
    found |= {fault: _reader(phrases) for fault, phrases in theirs.PHRASES.items()}
    return found | {fault: re.compile(shape) for fault, shape in theirs.SHAPES.items()}


def objections(text: str, language: str, *, available: bool = False, put_aside: bool = False) -> list[str]:
    """What is wrong with a letter, one line each; nothing when it may leave.

    `available` and `put_aside` are what the record says of its piece: a piece put aside is there.
    """
    allowed = {HERE: available or put_aside, ASIDE: put_aside}
    words = length(text)
    return [f"is longer than {LONGEST} words: {words}"] * (words > LONGEST) + [
        f"{fault}: {found[0].strip()}"
        for fault, reader in _readers(language).items()
        if not allowed.get(fault, False) and (found := reader.search(text))
    ]
