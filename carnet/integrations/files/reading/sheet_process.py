"""A process of its own that reads one sheet of one workbook and prints it, a line of JSON for each row.

A cell far out in a small file makes any reader ask for more memory than there is, which ends the process that asked:
this one, and not the worker that serves a boutique. It imports nothing of ours.

    python sheet_process.py PATH SHEET MEMORY_BYTES CPU_SECONDS        (SHEET "" is the first that has rows)

First line: {"sheet", "sheets", "rows"}, then [row number from 1, [cells as text]]; or only {"refused", "sheets"}.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import json
import posixpath
import re
import sys
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import python_calamine

SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
ERROR_CELL = re.compile(rb'<(?:\w+:)?c\b([^>/]*\bt="e"[^>/]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
SHOWN = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
BLOCK = 2**20
CELLS_IN_ERROR = 100_000
OUT_OF_MEMORY = 3
"""How this ends when Python is refused memory; the system ends it by a signal, and a broken workbook by a 1."""


def main(path: str, wanted: str, memory: str, seconds: str) -> None:
    """Print the sheet, or why not."""
    _confine(int(memory), int(seconds))
    sheets: list[str] = []
    try:
        with Path(path).open("rb") as file:
            workbook = python_calamine.CalamineWorkbook.from_filelike(file)
        sheets = workbook.sheet_names
        if wanted and wanted not in sheets:
            _print({"refused": "unknown_sheet", "sheets": sheets})
            return
        sheet = workbook.get_sheet_by_name(wanted) if wanted else _first_with_rows(workbook)
    except MemoryError:
        raise
    except python_calamine.PasswordError:
        _print({"refused": "password", "sheets": sheets})
    except Exception:  # noqa: BLE001 -- whatever the reader stumbled on, the workbook is not one
        _print({"refused": "broken_workbook", "sheets": sheets})
    else:
        _print({"sheet": sheet.name, "sheets": sheets, "rows": sheet.total_height})
        for row in _rows(sheet, error_cells(path, sheets.index(sheet.name))):
            _print(row)


def _confine(memory: int, seconds: int) -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    for what, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        least = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(what, (least, least))


def _print(line: object) -> None:
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


def _first_with_rows(workbook: python_calamine.CalamineWorkbook) -> python_calamine.CalamineSheet:
    """The first visible sheet that has rows, else the first."""
    visible = python_calamine.SheetVisibleEnum.Visible
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == visible] or workbook.sheet_names
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height:
            return sheet
    return workbook.get_sheet_by_name(names[0])


def _rows(sheet: python_calamine.CalamineSheet, errors: dict[tuple[int, int], str]) -> Iterator[tuple[int, list[str]]]:
    first_column = sheet.start[1] if sheet.start else 0
    rows_in_error = {row for row, _column in errors}
    for number, cells in enumerate(sheet.iter_rows(), 1):
        said = [cell if cell.__class__ is str else text(cell) for cell in cells]
        if number in rows_in_error:
            for column in range(len(said)):
                said[column] = said[column] or errors.get((number, first_column + column + 1), "")
        yield number, said


def text(cell: object) -> str:  # noqa: PLR0911 -- one line for each type a cell can have
    """A cell as a person would have typed it into a CSV: ISO dates, plain numbers, yes and no."""
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case float():
            return number(cell)
        case dt.datetime():
            return cell.isoformat(sep=" ")
        case dt.date() | dt.time():
            return cell.isoformat()
        case dt.timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(cell)


def number(value: float) -> str:
    """A number as the spreadsheet shows it: whole when it is, else the 15 digits it keeps, never with an exponent."""
    if value.is_integer():
        return str(int(value))
    return format(Decimal(f"{value:.15g}"), "f")


def error_cells(path: str, index: int) -> dict[tuple[int, int], str]:
    """What cells in error show, by row and column from 1, in an .xlsx: the reader gives them as blank."""
    found: dict[tuple[int, int], str] = {}
    if not zipfile.is_zipfile(path):
        return found
    with zipfile.ZipFile(path) as archive:
        part = _part_of_sheet(archive, index)
        if part is None:
            return found
        with archive.open(part) as stream:
            kept = b""
            while block := stream.read(BLOCK):
                whole, end, kept = (kept[-BLOCK:] + block).rpartition(b"c>")
                for attributes, content in ERROR_CELL.findall(whole + end) if b't="e"' in whole else ():
                    place, shown = PLACE.search(attributes), SHOWN.search(content)
                    if place and shown and len(found) < CELLS_IN_ERROR:
                        found[int(place[2]), _column(place[1])] = html.unescape(shown[1].decode())
    return found


def _part_of_sheet(archive: zipfile.ZipFile, index: int) -> str | None:
    """Where in the archive the sheet of that index (from 0) lies; None when this is not an .xlsx."""
    try:
        sheet = SHEET.findall(archive.read("xl/workbook.xml"))[index]
        relations = RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, IndexError):
        return None
    wanted = re.search(rb'\b\w+:id="([^"]*)"', sheet)
    for relation in relations:
        target = re.search(rb'\bTarget="([^"]*)"', relation)
        if wanted and target and re.search(rb'\bId="' + re.escape(wanted[1]) + rb'"', relation):
            name = posixpath.normpath(posixpath.join("/xl", target[1].decode())).lstrip("/")
            return name if name in archive.namelist() else None
    return None


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
