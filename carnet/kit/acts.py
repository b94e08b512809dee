"""What an act says of itself, and the one way to say it: a port that the journal fills.

Rooms above the journal call `journal.recording`; the house, which lies below it, records its own acts through here.
"""

from __future__ import annotations

import dataclasses
import enum
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt


class Via(enum.StrEnum):
    """Through which door an act came."""

    SCREEN = "screen"
    COMMAND = "command"
    IMPORT = "import"
    TASK = "task"
    DEMO = "demo"


@dataclasses.dataclass(frozen=True)
class By:
    """Who acts, and through which door; no member means the house itself."""

    member: uuid.UUID | None
    via: Via


@dataclasses.dataclass(frozen=True)
class On:
    """What an act is on. `subject` is the person it is about, whose erasure must also erase the detail."""

    kind: str
    id: uuid.UUID
    subject: uuid.UUID | None = None


class Recorder(Protocol):
    """Keeps one line of the journal and returns its id."""

    def __call__(
        self, *, act: str, by: By, on: On, at: dt.datetime, reason: str = "", detail: Mapping[str, Any] | None = None
    ) -> uuid.UUID:
        """Keep it."""


class Port:
    """Where the journal plugs in."""

    recorder: Recorder


def record(
    *, act: str, by: By, on: On, at: dt.datetime, reason: str = "", detail: Mapping[str, Any] | None = None
) -> uuid.UUID:
    """One line of the journal, in the caller's transaction; its id."""
    return Port.recorder(act=act, by=by, on=on, at=at, reason=reason, detail=detail)
