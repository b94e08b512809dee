"""Rows of a sheet, read by another process and streamed from it."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Unreadable

PROGRAM = Path(__file__).with_name("sheet_process.py")
NEEDED = {"PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG"}
"""What the other process sees of our environment: it reads strangers' bytes and needs none of our secrets."""


class Sheet:
    """The rows of one sheet, its header included."""

    def __init__(self, path: Path, wanted: str | None, *, first: int) -> None:
        """Reads the `first` rows. Raises Unreadable."""
        self._path = path
        self._size = path.stat().st_size
        self._read = 0
        self._wanted = wanted or ""
        with self._process() as (child, head):
            self.name: str = head["sheet"]
            self.names: list[str] = head["sheets"]
            self._rows: int = head["rows"]
            self.first = list(itertools.islice(self._records(child), first))
        self._wanted = self.name

    def position(self) -> int:
        """Bytes of the file, in proportion to the rows that came."""
        return self._size * min(self._read, self._rows) // max(self._rows, 1)

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number in the sheet (from 1), blank rows left out. Raises Unreadable."""
        with self._process() as (child, _head):
            yield from self._records(child)

    def _records(self, child: subprocess.Popen[str]) -> Iterator[tuple[int, list[str]]]:
        self._read = 0
        for line in child.stdout or ():
            self._read, cells = json.loads(line)
            if any(map(str.strip, cells)):
                yield self._read, cells
        self._demand_end(child)

    @contextmanager
    def _process(self) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
        """The process at work, and what it says first. It never outlives its reader."""
        arguments = [str(self._path), self._wanted, str(limits.WORKBOOK_MEMORY), str(limits.WORKBOOK_SECONDS)]
        with subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", str(PROGRAM), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={name: value for name, value in os.environ.items() if name in NEEDED},
        ) as child:
            try:
                line = child.stdout.readline() if child.stdout else ""
                if not line:
                    self._demand_end(child)
                head = json.loads(line)
                self._refuse(head)
                yield child, head
            finally:
                child.kill()

    def _refuse(self, head: dict[str, Any]) -> None:
        if head.get("refused") == "unknown_sheet":
            raise Unreadable("unknown_sheet", sheet=self._wanted, sheets=", ".join(head["sheets"]))
        if "refused" in head:
            raise Unreadable(head["refused"])

    def _demand_end(self, child: subprocess.Popen[str]) -> None:
        if code := child.wait():
            raise Unreadable("broken_workbook" if code == 1 else "heavy_workbook")
