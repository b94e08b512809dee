"""The list of those who were forgotten, beside the database: it outlives every backup that still knows them.

One line of JSON each: the house, the id that meant her, when, and the keyed marks of her numbers; sealed with the house's
key, so that nobody adds a line by hand. Where a backup is restored, whoever stands on it is forgotten again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import fcntl
import hashlib
import hmac
import json
import os
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings

NAME = "forgotten.jsonl"


@dataclasses.dataclass(frozen=True)
class Entry:
    """One person who is no more than an id and marks."""

    house: uuid.UUID
    client: uuid.UUID
    at: dt.datetime
    marks: tuple[str, ...]

    def line(self) -> str:
        """As it is written, sealed."""
        said = {
            "house": str(self.house),
            "client": str(self.client),
            "at": self.at.isoformat(),
            "marks": list(self.marks),
        }
        return json.dumps(said | {"seal": _seal(said)}, separators=(",", ":"))


def path() -> Path:
    """Where this house's list stands; it may be a link to another disk, and should be copied to one."""
    return Path(settings.CARNET_HOME) / NAME


def note(entry: Entry) -> None:
    """Write her down, to the disk itself: what follows is committed only after this."""
    with path().open("ab") as file:
        path().chmod(0o600)
        fcntl.flock(file, fcntl.LOCK_EX)
        # A line that a power cut left half written must not swallow this one.
        file.write(f"{_open_end(path())}{entry.line()}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def _open_end(written: Path) -> str:
    content = written.read_bytes()
    return "\n" if content and not content.endswith(b"\n") else ""


def read(lists: Iterable[Path]) -> tuple[list[Entry], int]:
    """Everybody on those lists, once each and in order of time; and how many lines bear no seal of this house's key."""
    entries: set[Entry] = set()
    unsealed = 0
    for each in lists:
        for line in each.read_text(encoding="utf-8", errors="replace").splitlines() if each.exists() else ():
            if entry := _entry(line):
                entries.add(entry)
            else:
                unsealed += bool(line.strip())
    return sorted(entries, key=lambda entry: (entry.at, entry.client)), unsealed


def _entry(line: str) -> Entry | None:
    try:
        said = json.loads(line)
        seal = said.pop("seal")
        entry = Entry(
            uuid.UUID(said["house"]),
            uuid.UUID(said["client"]),
            dt.datetime.fromisoformat(said["at"]),
            tuple(said["marks"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return entry if hmac.compare_digest(str(seal), _seal(said)) else None


def _seal(said: Mapping[str, object]) -> str:
    written = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(settings.CARNET_SEALING_KEY.encode(), b"forgotten\x1f" + written, hashlib.sha256).hexdigest()
