"""What a finder hands over, and what it is given."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.dates import When
from carnet.capture.rules.extracting.found import Around, Found
from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Page


@dataclasses.dataclass(frozen=True)
class Note:
    """A note, taken apart: each sentence with the days it names."""

    page: Page
    lines: tuple[Line, ...]
    days: tuple[tuple[When, ...], ...]
    on: dt.date
    around: Around


@dataclasses.dataclass(frozen=True)
class Lead:
    """Something found, how certain it is among what is found, and where."""

    certainty: float
    line: int
    at: int
    found: Found


def lead(certainty: float, place: tuple[int, int], kind: Finding, line: Line, words: str, **value: Any) -> Lead:
    """A lead, from the sentence it was found in."""
    return Lead(certainty, *place, Found(kind, words, line.written, value))
