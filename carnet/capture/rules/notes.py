"""A note as a phone sends it, whatever version of Carnet the phone still runs (T-03)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from carnet.interactions.kinds import EncounterKind, Left

VERSION = 1
UPWARD: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From each older version to the next; kept for at least twelve months after the last phone could have it."""
LONGEST_WORDS, LONGEST_SEARCH, MOST_PIECES, MOST_PEOPLE = 10_000, 400, 24, 8
IN_WEEKS = "weeks"
"""“In two weeks”, whichever day that is where the boutique stands."""
TWO_WEEKS = dt.timedelta(weeks=2)


class NotANote(ValueError):
    """What came is no note: a code says what is wrong with it."""


@dataclasses.dataclass(frozen=True)
class Note:
    """What an advisor said of a meeting. Nothing is required but who, and “no name yet” is somebody."""

    people: tuple[uuid.UUID, ...] = ()
    """The first is whom it is about; several for a couple."""
    search: str = ""
    """Of somebody without a name: what was looked for."""
    kind: EncounterKind = EncounterKind.VISIT
    left: Left = Left.UNSAID
    pieces: tuple[uuid.UUID, ...] = ()
    words: str = ""
    is_private: bool = False
    back: str = ""
    """A day in ISO form, `IN_WEEKS`, or nothing."""
    recordings: tuple[uuid.UUID, ...] = ()
    """Spoken for this note and not yet among its words."""

    def back_on(self, on: dt.date) -> dt.date | None:
        """The day to come back to it, for a note kept on `on`."""
        if self.back == IN_WEEKS:
            return on + TWO_WEEKS
        return dt.date.fromisoformat(self.back) if self.back else None


def read(clear: bytes) -> Note:
    """A note from JSON of any version there has been. Raises NotANote."""
    try:
        said = json.loads(clear)
        version = int(said["v"])
        while version < VERSION:
            said, version = UPWARD[version](said), version + 1
        return _note(said)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        raise NotANote("note") from error


def _note(said: Mapping[str, Any]) -> Note:
    note = Note(
        people=tuple(dict.fromkeys(map(uuid.UUID, said.get("people", ())[:MOST_PEOPLE]))),
        search=_clean(str(said.get("search", "")))[:LONGEST_SEARCH],
        kind=EncounterKind(said.get("kind", EncounterKind.VISIT)),
        left=Left(said.get("left", "")),
        pieces=tuple(dict.fromkeys(map(uuid.UUID, said.get("pieces", ())[:MOST_PIECES]))),
        words=_clean(str(said.get("words", "")))[:LONGEST_WORDS],
        is_private=bool(said.get("private", False)),
        back=str(said.get("back", "")),
        recordings=tuple(dict.fromkeys(map(uuid.UUID, said.get("recordings", ())))),
    )
    note.back_on(dt.date(2000, 1, 1))
    return note


def _clean(words: str) -> str:
    """Without what PostgreSQL does not take: NUL, and half of a surrogate pair."""
    return words.replace("\0", "").encode("utf-8", "replace").decode()
