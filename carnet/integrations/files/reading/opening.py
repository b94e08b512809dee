"""A file of any kind as a table: a header, and rows of text that can be gone through as often as one likes.

with_sales = open_table(path)
for line, cells in with_sales.rows(): ...
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from django.utils.translation import gettext

from carnet.integrations.files.reading import contents, limits
from carnet.integrations.files.reading.cards import Cards
from carnet.integrations.files.reading.contents import Packing
from carnet.integrations.files.reading.deciphering import decipher
from carnet.integrations.files.reading.delimited import Delimited
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.reading.unpacking import Flow, GzipFlow, ZipFlow
from carnet.integrations.files.reading.workbook import Sheet

__all__ = ["Detected", "Table", "Unreadable", "open_table"]

FLOWS = {Packing.TEXT: Flow, Packing.GZIPPED: GzipFlow, Packing.ZIPPED: ZipFlow}
FIRST_ROWS = 100


@dataclasses.dataclass(frozen=True)
class Detected:
    """What was found out about the file, and one sentence saying why.

    `encoding` is as Python names it; it and `separator` are None in a workbook, `sheet` and `sheets` empty elsewhere.
    """

    encoding: str | None
    separator: str | None
    sheet: str | None
    sheets: tuple[str, ...]
    why: str


class Body(Protocol):
    """Rows with the line each starts on, the header's included, blank ones left out; `first` are the first of them."""

    first: list[tuple[int, list[str]]]

    def records(self) -> Iterator[tuple[int, list[str]]]: ...

    def position(self) -> int: ...


class Table:
    """A header and its rows."""

    def __init__(self, body: Body, *, size: int, detected: Detected) -> None:
        """Reads the header. Raises Unreadable when there is none, or nothing under it."""
        self._body = body
        self.size = size
        """Bytes on disk."""
        self.detected = detected
        self.header, self.header_line = _header(body.first)

    def position(self) -> int:
        """Bytes of the file on disk consumed by the latest `rows()`; `size` at its end."""
        return self._body.position()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row under the header: the line of the file (or row of the sheet) where it starts, its cells as they are.

        A row shorter than the header is filled with empty cells. A longer one keeps its extra cells, so that the
        caller can refuse it: nobody can say which cell slipped; only empty ones at its end are dropped. Blank rows
        are left out.
        """
        width = len(self.header)
        records = self._body.records()
        next(records, None)
        for line, cells in records:
            yield line, cells if len(cells) == width else _fitted(cells, width)


def open_table(
    path: Path, *, encoding: str | None = None, separator: str | None = None, sheet: str | None = None
) -> Table:
    """The table in a .csv, .tsv or .txt (plain, in a .gz or alone in a .zip), an .xlsx, .xls, .xlsb or .ods, a .vcf.

    What the arguments leave out is detected from the bytes. The whole text is read once, to prove its encoding.
    Raises Unreadable.
    """
    packing = contents.tell(path)
    if packing is Packing.WORKBOOK:
        body, detected = _workbook(path, sheet)
    elif packing is Packing.CARDS:
        body, detected = _cards(path, encoding)
    else:
        body, detected = _text(path, packing, encoding, separator, sheet)
    return Table(body, size=path.stat().st_size, detected=detected)


def _workbook(path: Path, wanted: str | None) -> tuple[Body, Detected]:
    body = Sheet(path, wanted, first=FIRST_ROWS)
    why = gettext("you named it") if wanted else gettext("it is the first sheet with rows")
    return body, Detected(encoding=None, separator=None, sheet=body.name, sheets=tuple(body.names), why=why)


def _cards(path: Path, encoding: str | None) -> tuple[Body, Detected]:
    open_flow = functools.partial(Flow, path)
    deciphered = decipher(open_flow, encoding)
    why = gettext("Encoding %(encoding)s: %(why)s.") % dataclasses.asdict(deciphered)
    body = Cards(open_flow, deciphered.encoding, first=FIRST_ROWS)
    return body, Detected(deciphered.encoding, separator=None, sheet=None, sheets=(), why=why)


def _text(
    path: Path, packing: Packing, encoding: str | None, separator: str | None, sheet: str | None
) -> tuple[Body, Detected]:
    if sheet:
        raise Unreadable("no_sheet", sheet=sheet)
    open_flow = functools.partial(FLOWS[packing], path)
    deciphered = decipher(open_flow, encoding)
    body = Delimited(open_flow, deciphered.encoding, separator, first=FIRST_ROWS)
    why = gettext("Encoding %(encoding)s: %(why)s. Separator “%(separator)s”: %(reason)s.") % {
        "encoding": deciphered.encoding,
        "why": deciphered.why,
        "separator": body.separated.separator.replace("\t", "tab"),
        "reason": body.separated.why,
    }
    return body, Detected(deciphered.encoding, body.separated.separator, sheet=None, sheets=(), why=why)


def _header(first: list[tuple[int, list[str]]]) -> tuple[list[str], int]:
    """The names of the columns, each distinct, and the line they stand on."""
    if not first:
        raise Unreadable("empty")
    line, cells = first[0]
    if len(first) == 1:
        raise Unreadable("no_rows", line=line)
    names = [cell.strip().strip("\ufeff").strip() for cell in cells]
    # Spreadsheets leave thousands of separators behind the last column that was ever touched.
    used = max(_used(names), *(_used(cells[: len(names)]) for _line, cells in first[1:]))
    if used > limits.COLUMNS:
        raise Unreadable("too_many_columns", line=line, columns=used, limit=limits.COLUMNS)
    return _distinct(names[:used]), line


def _used(cells: list[str]) -> int:
    """How many cells there are up to the last that is not empty."""
    return max((place for place, cell in enumerate(cells, 1) if cell), default=0)


def _distinct(names: list[str]) -> list[str]:
    """Blank names become "column 3", repeated ones "Phone (2)", so that each can be pointed at."""
    taken = set(names)
    seen: set[str] = set()
    distinct = []
    for place, given in enumerate(names, 1):
        name = given or f"column {place}"
        times = 2
        while name in seen or (name != given and name in taken):
            name, times = f"{given or f'column {place}'} ({times})", times + 1
        seen.add(name)
        distinct.append(name)
    return distinct


def _fitted(cells: list[str], width: int) -> list[str]:
    if len(cells) < width:
        return cells + [""] * (width - len(cells))
    return cells[: max(width, _used(cells))]
