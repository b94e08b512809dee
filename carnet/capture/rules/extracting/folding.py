"""Words as they are compared, each sign still knowing where it stands in what was written."""

from __future__ import annotations

import dataclasses
import functools
import unicodedata
from collections.abc import Iterable

ARABIC = str.maketrans("أإآٱىة", "اااايه", "ـ")
APOSTROPHES = dict.fromkeys("’‘ʼ´`", "'")  # noqa: RUF001 -- every hand and keyboard writes its own


LIGATURES = {"œ": "oe", "æ": "ae"}


@dataclasses.dataclass(frozen=True)
class Folded:
    """Text without case, accents, vowel signs, width or doubled spaces; `starts` and `ends` say where each sign comes from."""

    written: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def as_written(self, start: int, end: int) -> str:
        """What was written where the plain text reads plain[start:end]."""
        if start >= end or start >= len(self.starts):
            return ""
        return self.written[self.starts[start] : self.ends[min(end, len(self.ends)) - 1]]

    def with_said(self, said: Iterable[tuple[int, int, str]]) -> Folded:
        """The same with other signs in some places: figures for numbers said in words. In order, none within another."""
        plain, starts, ends, done = [], list[int](), list[int](), 0
        for start, end, instead in said:
            plain += [self.plain[done:start], instead]
            starts += [*self.starts[done:start], *[self.starts[start]] * len(instead)]
            ends += [*self.ends[done:start], *[self.ends[end - 1]] * len(instead)]
            done = end
        plain.append(self.plain[done:])
        return Folded(self.written, "".join(plain), (*starts, *self.starts[done:]), (*ends, *self.ends[done:]))


def fold(text: str) -> Folded:
    """Fold a text, keeping where each sign comes from."""
    plain, starts, ends = list[str](), list[int](), list[int]()
    last = ""
    for place, sign in enumerate(text):
        bare = _bare(sign)
        if not bare:
            if ends:
                ends[-1] = place + 1  # an accent belongs to its letter
            continue
        for each in bare:
            if each == last == " ":
                continue
            plain.append(each)
            starts.append(place)
            ends.append(place + 1)
            last = each
    return Folded(text, "".join(plain), tuple(starts), tuple(ends))


@functools.lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Only the folded words, for names and vocabularies."""
    return fold(text).plain.strip()


@functools.lru_cache(maxsize=8192)
def _bare(sign: str) -> str:
    """What is left of one sign: nothing of an accent or a vowel sign, one space of any space, one figure of any figure."""
    if sign.isspace():
        return " "
    sign = APOSTROPHES.get(sign, sign)
    return "".join(map(_letter, unicodedata.normalize("NFKC", sign).casefold())).translate(ARABIC)


def _letter(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign in LIGATURES:
        return LIGATURES[sign]
    kind = unicodedata.category(sign)
    if kind in {"Mn", "Cf", "Cc"}:
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    parts = unicodedata.normalize("NFD", sign)
    return parts[0] if len(parts) > 1 and unicodedata.name(parts[0], "").startswith("LATIN") else sign
