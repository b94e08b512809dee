"""The labelled notes, and how far a reading of them goes: found and right, found and wrong, and missed."""

from __future__ import annotations

import collections
import datetime as dt
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from carnet.capture.kinds import Finding
from carnet.capture.rules import extracting

HERE = Path(__file__).parent
ON = dt.date(2026, 11, 24)
"""A Tuesday: the day of every note."""
LANGUAGES = ("en", "fr", "it", "ja", "zh", "ar")


class Labelled(NamedTuple):
    """A note, and what a careful reader would propose."""

    words: str
    expected: tuple[str, ...]


class Tally(NamedTuple):
    """How many were right, proposed without cause, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: tuple[int, ...]) -> Tally:  # type: ignore[override]  # a tally is added up, not joined
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@functools.cache
def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((HERE / name).read_text())
    return read


def notes(language: str, name: str = "notes.json") -> list[Labelled]:
    return [Labelled(each["words"], tuple(each["found"])) for each in _read(name)[language]["notes"]]


@functools.cache
def around(language: str, name: str = "notes.json") -> extracting.Around:
    pieces = _read(name)[language]["pieces"]
    return extracting.Around(tuple(extracting.Piece(each, called) for each, called in pieces.items()))


def said(found: extracting.Found, around: extracting.Around) -> str:
    """A proposal in one line, as the labels have it."""
    value = dict(found.value)
    names = {piece.id: piece.name for piece in around.pieces}
    if found.kind is Finding.OCCASION:
        day = "-".join(f"{part:02}" for part in (value["year"], value["month"], value["day"]) if part)
        return f"occasion {value['code']} {day}" + (f" of {value['whose']}" if value["whose"] else "")
    if "reference" in value:
        return f"{found.kind} {names[value['reference']]}"
    return " ".join([found.kind, *map(str, value.values())])


def read(note: Labelled, language: str, name: str = "notes.json") -> set[str]:
    home = around(language, name)
    return {said(each, home) for each in extracting.read(note.words, language, ON, home)}


def tallies(language: str, name: str = "notes.json") -> dict[str, Tally]:
    """By kind, and all together."""
    found: dict[str, Tally] = collections.defaultdict(Tally)
    for note in notes(language, name):
        there, wanted = read(note, language, name), set(note.expected)
        for kind, tally in _marks(there, wanted):
            found[kind] += tally
            found["all"] += tally
    return dict(found)


def _marks(there: set[str], wanted: set[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for each in there | wanted:
        yield each.split()[0], (each in there and each in wanted, each not in wanted, each not in there)
