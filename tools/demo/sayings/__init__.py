"""What advisors write, in their own language: a good note is one thing seen, and one thing to do about it.

In every sentence {P} and {O} are pieces, {D} is “of the piece”, {She}, {she} and {her} the person it is about.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tools.demo.sayings import en, fr

LANGUAGES = {"en": en, "fr": fr}
PRONOUNS = {
    ("en", "she"): {"She": "She", "she": "she", "her": "her", "Her": "Her", "hers": "her"},
    ("en", "he"): {"She": "He", "she": "he", "her": "his", "Her": "His", "hers": "him"},
    ("fr", "she"): {"She": "Elle", "she": "elle", "e": "e"},
    ("fr", "he"): {"She": "Il", "she": "il", "e": ""},
}

BEGINS = re.compile(r"(?:^|(?<=[.?] ))\w")
CONTRACTED = {"le ": "du ", "les ": "des "}


def of(piece: str) -> str:
    """“du pendentif Lune”: French joins the two."""
    article = next((article for article in CONTRACTED if piece.startswith(article)), None)
    return CONTRACTED[article] + piece.removeprefix(article) if article else f"de {piece}"


class Writer:
    """One advisor’s hand: it does not say the same thing twice running."""

    def __init__(self, rng: random.Random, language: str) -> None:
        """Writing in that language."""
        self.rng, self.language = rng, language
        self.book = LANGUAGES[language]
        self.waiting: dict[int, list[str]] = {}

    def says(self, sentences: Sequence[str], gender: str, piece: str = "", other: str = "") -> str:
        """The next of these sentences, about that person and those pieces."""
        left = self.waiting.setdefault(id(sentences), [])
        if not left:
            left += self.rng.sample(sentences, len(sentences))
        said = left.pop().format(P=piece, O=other, D=of(piece), **PRONOUNS[self.language, gender])
        return BEGINS.sub(lambda begin: begin[0].upper(), said)

    def visit(self, gender: str, piece: str, other: str, *, bought: bool) -> str:
        """What was seen at a visit, and half the time what to make of it."""
        first = self.says(self.book.BOUGHT if bought else self.book.LOOKED, gender, piece, other)
        after = self.says(self.book.AFTER, gender, piece, other) if self.rng.random() < self.book.OFTEN else ""
        return f"{first} {after}".strip()
