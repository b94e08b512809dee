"""How a spoken note is typed up: a port, which an edge above fills when the host has named a model."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable
from typing import Protocol

MOST_BYTES = 20 * 2**20
"""Of a note as it was recorded (T-65)."""
MOST_SECONDS = 600.0
"""Of a note as it is heard (T-65)."""


class Obstacle(enum.StrEnum):
    """Why a note was not typed up."""

    UNREADABLE = "unreadable"
    """It is no recording, of no kind that a phone makes, or broken."""
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    NO_MODEL = "no_model"
    """None is to be had now: it does not start, cannot be reached, or ends in the middle of a note."""
    TOOK_TOO_LONG = "took_too_long"

    @property
    def may_pass(self) -> bool:
        """Whether the same sound may be typed up later on: the note is well, and the model was not."""
        return self in {Obstacle.NO_MODEL, Obstacle.TOOK_TOO_LONG}


class CouldNotType(Exception):
    """There are no words for this note. It says nothing of what was in it."""

    def __init__(self, code: Obstacle) -> None:
        """`code` says why."""
        super().__init__(code.value)
        self.code = code


@dataclasses.dataclass(frozen=True)
class Typed:
    """The words of a note, as they were heard; none when nobody spoke."""

    words: str
    seconds: float
    """How long it is; 0 where a hosted model does not say."""


class Typist(Protocol):
    """Something that types up what it hears."""

    @property
    def model(self) -> str:
        """What it is called, as it is kept beside a note."""
        ...

    def type_up(self, sound: bytes, language: str, told: Callable[[float], None]) -> Typed:
        """The words of a recording in that language (en, fr, it, ja, zh, ar), within a bounded time and size.

        `told` hears the share that is done, from 0 to 1, on the caller's thread. Raises CouldNotType, and nothing else
        but what `told` itself raises.
        """
        ...


class Port:
    """Where a typist plugs in; empty, notes are typed by hand or dictated to the phone's own keyboard."""

    typist: Typist | None = None
