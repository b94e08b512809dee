"""Patterns sought by their first letters, so that a note is read while the hand is still on the glass.

It finds what one expression of all of them would, in its order, which is what a browser is given.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

FIRST = 3
"""How many letters of a pattern tell whether it is worth trying where a word begins."""
REMEMBERED = 4096
"""Beginnings of words whose patterns are kept at hand."""


class Seeker:
    """All patterns of one kind in one language: `( | )?` and literals, `*` and `~` (see `reading`)."""

    def __init__(self, patterns: str, *, spaced: bool, before: Sequence[str]) -> None:
        """`patterns` parted by bars, names already replaced; `before` are the syllables a first word may be tied to."""
        self.spaced, self.before = spaced, before
        self.by_letters: dict[str, list[str]] = {}
        self.order = {each: place for place, each in enumerate(parted(patterns))}
        for each in self.order:
            for letters in beginnings(each):
                self.by_letters.setdefault(letters, []).append(each)
        self.at = functools.cache(self._at)
        self.after = functools.lru_cache(REMEMBERED)(self._after)

    def _after(self, letters: str) -> re.Pattern[str] | None:
        those = [letters[:end] for end in range(FIRST + 1) if letters[:end] in self.by_letters]
        return self.at(*dict.fromkeys(those)) if those else None

    def _at(self, *beginning: str) -> re.Pattern[str]:
        those = {each for letters in beginning for each in self.by_letters[letters]}
        text = "|".join(sorted(those, key=self.order.__getitem__)).replace("(", "(?:").replace("*", "[^ ]*")
        if not self.spaced:
            return re.compile(text.replace("~", ".{0,12}"))
        return re.compile(f"(?:{text.replace(' ~ ', ' (?:.{0,30} )?')})(?= )")

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """From where to where each stands in prepared words, none over another."""
        place = 0
        while place < len(text):
            end = self._from(text, place) if not self.spaced or (place and text[place - 1] == " ") else 0
            if end > place:
                yield place, end
            place = max(end, place + 1) if not self.spaced else _next_word(text, max(end, place))

    def _from(self, text: str, place: int) -> int:
        for syllable in self.before:
            begin = place + len(syllable)
            if not text.startswith(syllable, place):
                continue
            sought = self.after(text[begin : begin + FIRST])
            if sought and (match := sought.match(text, begin)):
                return match.end()
        return 0


def _next_word(text: str, place: int) -> int:
    space = text.find(" ", place)
    return space + 1 if space >= 0 else len(text)


def parted(text: str) -> list[str]:
    """What stands between the bars that stand in no brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


@functools.cache
def beginnings(text: str, length: int = FIRST) -> frozenset[str]:
    """The first letters of all that a pattern may begin with: fewer than `length` where anything may follow them."""
    if not text or not length:
        return frozenset({""})
    head, rest = _head(text)
    if head in {"*", "~"}:
        return frozenset({""})
    following = rest.removeprefix("?")
    found = beginnings(following, length) if following != rest else frozenset[str]()
    if len(head) == 1:
        return found | {head + more for more in beginnings(following, length - 1)}
    return found.union(*(beginnings(each + following, length) for each in parted(head[1:-1])))


def _head(text: str) -> tuple[str, str]:
    if text[0] != "(":
        return text[0], text[1:]
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return text[: place + 1], text[place + 1 :]
    raise ValueError(text)
