"""A sheet is read as a person would have typed it into a CSV."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import pytest
import xlsxwriter

from carnet.integrations.files.reading import workbook
from carnet.integrations.files.reading.opening import open_table


@pytest.fixture
def book(tmp_path):
    """A workbook with a hidden and an empty sheet before the one that matters."""
    path = tmp_path / "clients.xlsx"
    with xlsxwriter.Workbook(path) as writer:
        formats = {
            code: writer.add_format({"num_format": code})
            for code in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm", "[h]:mm", "0.00")
        }
        hidden = writer.add_worksheet("Old")
        hidden.write_row(0, 0, ["nothing", "to see"])
        hidden.hide()
        writer.add_worksheet("Notes")
        writer.get_worksheet_by_name("Notes").activate()
        sheet = writer.add_worksheet("Clients & more")
        sheet.write_row(2, 1, ["day", "moment", "time", "span", "whole", "price", "flag", "formula", "text"])
        sheet.write_datetime(3, 1, dt.date(1985, 12, 10), formats["dd/mm/yyyy"])
        sheet.write_datetime(3, 2, dt.datetime.fromisoformat("2024-01-02T10:30"), formats["dd/mm/yyyy hh:mm"])
        sheet.write_number(3, 3, 0.3, formats["hh:mm"])
        sheet.write_number(3, 4, 1.3, formats["[h]:mm"])
        sheet.write_number(3, 5, 7210448301122)
        sheet.write_number(3, 6, 12500.5, formats["0.00"])
        sheet.write_boolean(3, 7, boolean=True)
        sheet.write_formula(3, 8, "=1+1", None, 2)
        sheet.write_string(3, 9, "0012 é\u00a0")
        sheet.write_number(5, 5, -0.0)
        sheet.write_number(5, 6, 0.1 + 0.2)
        sheet.write_boolean(5, 7, boolean=False)
        sheet.write_formula(5, 8, '=VLOOKUP("x",A1:A2,1)', None, "#N/A")
        sheet.write_formula(5, 9, "=1/0 & 2", None, "#DIV/0!")
        sheet.write_number(6, 6, 0.00000123)
        writer.add_worksheet("Orders").write_row(0, 0, ["x"])
    return path


def test_cells_as_a_person_would_type_them(book):
    table = open_table(book)
    assert table.header == ["day", "moment", "time", "span", "whole", "price", "flag", "formula", "text"]
    assert table.header_line == 3
    assert list(table.rows()) == [
        (4, ["1985-12-10", "2024-01-02 10:30:00", "07:12:00", "31:12:00", "7210448301122", "12500.5", "yes", "2",
             "0012 é\u00a0"]),
        (6, ["", "", "", "", "0", "0.3", "no", "#N/A", "#DIV/0!"]),
        (7, ["", "", "", "", "", "0.00000123", "", "", ""]),
    ]  # fmt: skip


def test_the_first_visible_sheet_with_rows_is_taken_and_said(book):
    detected = open_table(book).detected
    assert detected.sheet == "Clients & more"
    assert detected.sheets == ("Old", "Notes", "Clients & more", "Orders")
    assert detected.why == "it is the first sheet with rows"


def test_a_sheet_by_its_name_even_a_hidden_one(book, why_not):
    assert why_not(open_table, book, sheet="Old")[0] == "no_rows"
    assert why_not(open_table, book, sheet="Notes")[0] == "empty"


def test_an_unknown_sheet_is_told_which_there_are(book, why_not):
    assert why_not(open_table, book, sheet="Client") == (
        "unknown_sheet",
        "There is no sheet named “Client”: this workbook has Old, Notes, Clients & more, Orders.",
    )


def test_read_again_and_half_read(book):
    table = open_table(book)
    rows = table.rows()
    assert next(rows)[0] == 4
    assert len(list(table.rows())) == 3
    assert [line for line, _cells in rows] == [6, 7]
    assert table.position() == table.size


def test_a_reader_that_leaves_early_leaves_no_process(book):
    rows = open_table(book).rows()
    next(rows)
    rows.close()
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if is_of(path, book)]


def test_nobody_waits_for_a_process_that_hangs(book, tmp_path, monkeypatch):
    program = tmp_path / "hang.py"
    program.write_text(
        'import time\nprint(\'{"sheet": "a", "sheets": ["a"], "rows": 200}\')\n'
        "for n in range(1, 200): print('[%d, [\"x\"]]' % n)\nprint(end='', flush=True)\ntime.sleep(60)\n"
    )
    monkeypatch.setattr(workbook, "PROGRAM", program)
    started = time.monotonic()
    assert next(open_table(book).rows()) == (2, ["x"])
    assert time.monotonic() - started < 20


def is_of(cmdline: Path, book: Path) -> bool:
    try:
        return os.fsencode(book) in cmdline.read_bytes()
    except OSError:
        return False


def test_strangers_bytes_are_read_without_our_secrets(book, tmp_path, monkeypatch):
    program = tmp_path / "spy.py"
    program.write_text(
        "import json, os\nprint(json.dumps({'sheet': 'a', 'sheets': ['a'], 'rows': 2}))\n"
        "print(json.dumps([1, sorted(os.environ)]))\nprint(json.dumps([2, ['x']]))\n"
    )
    monkeypatch.setattr(workbook, "PROGRAM", program)
    monkeypatch.setenv("CARNET_SEALING_KEY", "secret")
    header = open_table(book).header
    assert "PATH" in header
    assert not [name for name in header if name.startswith("CARNET")]
