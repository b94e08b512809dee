"""What an envelope carries beside words: a stretch of sound, or a picture, each with a few words before it.

Four bytes of length, that much JSON, and the rest is the thing itself.
"""

from __future__ import annotations

import dataclasses
import json
import re
import uuid

MOST_PARTS = 48
"""Of 512 KiB each: more than ten minutes, or 20 MB, is refused (T-65)."""
LARGEST = 20 * 2**20
PREFIX = 4
LANGUAGE = re.compile(r"[A-Za-z][A-Za-z-]{1,11}")


class NotAPart(ValueError):
    """Not in that shape."""


@dataclasses.dataclass(frozen=True)
class Stretch:
    """One part of a spoken note."""

    recording: uuid.UUID
    number: int
    """From 0."""
    parts: int
    language: str
    sound: bytes


def stretch(sent: bytes) -> Stretch:
    """A part of a recording. Raises NotAPart."""
    said, rest = _split(sent)
    try:
        found = Stretch(
            uuid.UUID(str(said["recording"])),
            int(str(said["part"])),
            int(str(said["parts"])),
            str(said["language"]),
            rest,
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise NotAPart("sound") from error
    if not (0 <= found.number < found.parts <= MOST_PARTS and rest and LANGUAGE.fullmatch(found.language)):
        raise NotAPart("sound")
    return found


def picture(sent: bytes) -> bytes:
    """The picture's own bytes. Raises NotAPart."""
    return _split(sent)[1]


def _split(sent: bytes) -> tuple[dict[str, object], bytes]:
    length = int.from_bytes(sent[:PREFIX])
    try:
        said = json.loads(sent[PREFIX : PREFIX + length])
    except (ValueError, RecursionError) as error:
        raise NotAPart("shape") from error
    if not isinstance(said, dict):
        raise NotAPart("shape")
    return said, sent[PREFIX + length :]
