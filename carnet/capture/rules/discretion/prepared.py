"""A note's words made alike before they are read, and the way back to where they stood.

`carnet/web/static/js/gentle/noticing.js` does the same in a browser, step by step: what changes here changes there.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata

CLUSTER = re.compile(r".[\u0300-\u036f\u064b-\u065f\u0670\u3099\u309a\uff9e\uff9f]*", re.DOTALL)
"""A character with the marks that hang on it: a voiced kana of half width is two."""
MARKS = re.compile(
    r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Accents, Arabic vowels and hamzas, the tatweel, and what only says in which direction one reads."""
ALIKE = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "\u0131": "i", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
)
ENDS = re.compile(r"[.!?؟]+(?=\s|$)|[。！？…\n]+")


@dataclasses.dataclass(frozen=True)
class Prepared:
    """`text` is what patterns read; its character at `i` came from `words[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def prepare(words: str, *, spaced: bool) -> Prepared:
    """Lower case without accents.

    Where words are spaced, letters alone, single spaces between, one at each end; elsewhere blanks go, digits stay,
    and what is neither becomes one space.
    """
    text, starts, ends = " ", [0], [0]
    for cluster in CLUSTER.finditer(words):
        folded = _folded(cluster[0])
        if not folded or (not spaced and folded.isspace()):
            continue
        for letter in folded:
            if letter.isalpha() or (not spaced and letter.isalnum()):
                text += letter
            elif text.endswith(" "):
                continue
            else:
                text += " "
            starts.append(cluster.start())
            ends.append(cluster.end())
    if not text.endswith(" "):
        text, starts, ends = text + " ", [*starts, len(words)], [*ends, len(words)]
    return Prepared(text, tuple(starts), tuple(ends))


def _folded(cluster: str) -> str:
    bare = MARKS.sub("", unicodedata.normalize("NFKD", cluster.lower()))
    return unicodedata.normalize("NFKC", bare.translate(ALIKE))


def sentence_around(words: str, begin: int, end: int) -> tuple[int, int]:
    """From where to where the sentence or line runs in which those words stand, its stop included."""
    first, last = 0, len(words)
    for stop in ENDS.finditer(words):
        if stop.end() <= begin:
            first = stop.end()
        elif stop.start() >= end:
            last = stop.end()
            break
    while first < begin and words[first].isspace():
        first += 1
    return first, last
