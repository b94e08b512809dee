"""Whatever is wrong with a file is said in one sentence, and nothing of it is half written."""

from __future__ import annotations

import csv
import gzip
import json
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from carnet.clients.models import Client
from carnet.integrations.files import reporting
from carnet.integrations.files.models import Import, RefusedRow, SourceRow
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.rows import RowRefused
from carnet.journal.models import Line as JournalLine
from carnet.purchases.models import Line, Sale
from tests.factories import exports, people
from tests.integrations.files.test_sales import TILL, sold

pytestmark = pytest.mark.django_db
HEADER = ",".join(TILL)
GOOD = ",".join(str(value) for value in TILL.values())


def bytes_of(*told: dict) -> bytes:
    lines = [",".join(str(value) for value in each.values()) for each in told]
    return "\n".join([HEADER, *lines, ""]).encode()


def wrong_encoding(path: Path) -> Path:
    path.write_bytes(bytes_of(*[sold()] * 5) + GOOD.encode("latin-1").replace(b"\xe8", b"e") + b"\n")
    return path


def zip_bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.csv", HEADER + "\n" + "0" * 100_000_000)
    return path


def gzip_bomb(path: Path) -> Path:
    with gzip.open(path, "wb") as file:
        file.write(HEADER.encode() + b"\n")
        for _ in range(100):
            file.write(b"0" * 1_000_000)
    return path


def plain(content: bytes):
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


FILES = {
    "empty": (plain(b""), "The file is empty: export it again."),
    "no rows": (plain(HEADER.encode() + b"\n"), "The file has a header on line 1 and no rows under it: export it again."),
    "wrong encoding": (
        wrong_encoding, "Byte 0xE9 on line 7 is not UTF-8 while others are, two encodings are mixed: export as UTF-8.",
    ),
    "zip bomb": (zip_bomb, "The file unpacks to more than 100 times its size, as traps do: if you trust it, send it unpacked."),
    "gzip bomb": (gzip_bomb, "The file unpacks to more than 200 times its size, as traps do: if you trust it, send it unpacked."),
    "missing column": (
        plain(b"Order,Customer ID,SKU,Price\nS-1,C-1,VC-LUN-P,3900\n"),
        "No column says when it was sold: name the one that does for the field “sold_at”.",
    ),
    "a picture": (
        plain(b"\x89PNG\r\n\x1a\n" + b"\0" * 500),
        "This is a picture, not a table: export it as CSV or as an Excel workbook (.xlsx).",
    ),
    "an open quotation mark": (
        plain(bytes_of(sold()) + b'S-2,C-2,"Paolo'),
        "Line 3 opens a quotation mark that is never closed: close it, or export the file again.",
    ),
    "dates that could be either": (
        plain(bytes_of(sold(Date="03/04/2026"))),
        "Dates such as 03/04/2026 could be day/month or month/day, and Carnet does not guess: say which (--date-order).",
    ),
    "only NULs": (
        plain(b"\0" * 400),
        "This is not text, and no kind of workbook Carnet knows: export it as CSV or as an Excel workbook (.xlsx).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", FILES)
def test_a_file_that_cannot_be_read_is_refused_whole(tmp_path, mail, wrong):
    write, sentence = FILES[wrong]
    lines = JournalLine.objects.count()
    with pytest.raises(Unreadable) as refusal:
        exports.take_in(write(tmp_path / "export.csv"))
    assert str(refusal.value) == sentence
    assert (Import.objects.count(), Client.objects.count(), JournalLine.objects.count()) == (0, 0, lines)


ROWS = {
    "a NUL": (sold(**{"Customer Name": "H\0lène"}), "“H␀lène” holds a NUL character."),
    "a formula": (sold(**{"Customer Name": '=HYPERLINK("x")'}), '“=HYPERLINK("x")” is a spreadsheet formula, not what it gives.'),
    "an impossible date": (sold(Date="2026-02-30"), "“2026-02-30” is a day or a time that does not exist."),
    "no date": (sold(Date=""), "Neither the row nor the rest of its sale says when it was."),
    "no price": (sold(Price=""), "The row does not say at what price."),
    "a price below zero": (sold(Price="-5"), "The price is -5: a price is never below zero."),
    "a quantity that is a word": (sold(Quantity="two"), "“two” is not a number."),
    "half a piece": (sold(Quantity="1.5"), "“1.5” is not a whole number."),
    "nothing sold": (sold(Quantity="0"), "The quantity is 0."),
    "stock moved": (
        sold(Quantity="-3", Price="0"),
        "A quantity of -3 without a price moves stock; nobody bought or brought anything back.",
    ),
    "an id a spreadsheet shortened": (
        sold(**{"Customer ID": "7.21E+12"}),
        "“7.21E+12” is what a spreadsheet left of a longer number: export it again with that column as text.",
    ),
    "a spreadsheet's error": (sold(SKU="#REF!"), "“#REF!” is a spreadsheet's error, not a value."),
    "no reference": (sold(SKU="", Item=""), "The row does not say what was sold."),
    "no order": (sold(Order=""), "The row does not say which sale it belongs to."),
}  # fmt: skip


@pytest.mark.parametrize("wrong", ROWS)
def test_a_row_that_cannot_be_read_is_refused_alone(bring, wrong):
    row, sentence = ROWS[wrong]
    made = bring(sold(Order="S-0"), {"Order": row["Order"], **row}, sold(Order="S-9"))
    refused = RefusedRow.objects.get()
    assert RowRefused.say(refused.code, refused.values) == sentence
    assert (refused.line_number, made.counts["rows"], made.counts["refused"]) == (3, 3, 1)
    assert sorted(Sale.objects.values_list("external_id", flat=True)) == ["S-0", "S-9"]


def test_a_cell_of_ten_megabytes_is_refused_and_its_neighbours_come_in(bring):
    bring(sold(), sold(Order="S-2", **{"Customer Name": "x" * 10_000_000}), sold(Order="S-3"))
    refused = RefusedRow.objects.get()
    assert RowRefused.say(refused.code, refused.values) == f"“{'x' * 59}…” is longer than 64 KB."
    assert Sale.objects.count() == 2


def test_a_note_of_ten_megabytes_is_refused_too(bring):
    bring(sold(Note="fine"), sold(Order="S-2", Note="x" * 10_000_000))
    assert [row.code for row in RefusedRow.objects.all()] == ["too_long"]
    assert Sale.objects.count() == 1


def test_an_order_in_two_currencies_is_refused_whole_and_the_others_come_in(bring):
    bring(
        sold(Order="S-0", Currency="EUR"), sold(Currency="EUR"), sold(Currency="JPY", SKU="VC-LUN-E"),
        sold(Order="S-2", Currency="JPY"),
    )  # fmt: skip
    assert [(row.line_number, RowRefused.say(row.code, row.values)) for row in RefusedRow.objects.order_by("line_number")] == [
        (3, "Sale S-1 is in two currencies: nobody can say which row is right."),
        (4, "Sale S-1 is in two currencies: nobody can say which row is right."),
    ]  # fmt: skip
    assert {sale.external_id: sale.currency for sale in Sale.objects.all()} == {"S-0": "EUR", "S-2": "JPY"}


def test_an_order_of_two_buyers_is_refused_whole(bring):
    bring(sold(), sold(**{"Customer ID": "C-2", "SKU": "VC-LUN-E"}))
    assert {row.code for row in RefusedRow.objects.all()} == {"two_clients"}
    assert not Sale.objects.exists()


def test_a_currency_nobody_said_is_refused_only_where_there_are_several(bring):
    from tests import cast

    bring(sold())
    assert Sale.objects.get().currency == "EUR"
    people.boutique(cast.GINZA)
    bring(sold(Order="S-2"))
    refused = RefusedRow.objects.get()
    assert RowRefused.say(refused.code, refused.values) == (
        "The row has no currency, and the house has several: give it one, or say --currency."
    )
    bring(sold(Order="S-3"), currency="JPY")
    assert Sale.objects.get(external_id="S-3").currency == "JPY"


def test_a_formula_in_a_workbook_is_its_result_and_one_typed_as_text_is_refused(tmp_path, mail):
    path = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for place, (column, value) in enumerate(TILL.items()):
            page.write_string(0, place, column)
            page.write_string(1, place, str(value))
            page.write_string(2, place, str(value) if column != "Customer Name" else "=1+1")
        page.write_formula(1, list(TILL).index("Price"), "=1950*2", value=3900)
    exports.take_in(path)
    assert [line.total for line in Line.objects.all()] == [3900]
    assert [row.code for row in RefusedRow.objects.all()] == ["formula"]


def test_a_row_longer_than_the_header_is_refused(bring):
    bring(f"{HEADER}\n{GOOD}\n{GOOD.replace('S-1', 'S-2')},a slipped cell\n")
    refused = RefusedRow.objects.get()
    assert RowRefused.say(refused.code, refused.values) == (
        "The row has 9 cells and the header 8: nobody can say which slipped."
    )


def test_the_refused_rows_are_a_file_with_line_reason_and_the_row_as_it_stood(bring, settings, tmp_path):
    settings.CARNET_HOME = tmp_path / "home"
    made = bring(sold(), sold(Order="S-2", **{"Customer Name": "@Hélène"}), sold(Order="S-3", Date="2026-13-01"))
    path = reporting.write_refused(made)
    assert path.stat().st_mode & 0o777 == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))
    assert written == [
        ["line", "reason", *made.header],
        ["3", "“@Hélène” is a spreadsheet formula, not what it gives.",
         "S-2", "C-1", "'@Hélène", "2026-01-10 11:00", "VC-LUN-P", "Lune pendant", "1", "3900.00"],
        ["4", "“2026-13-01” is a day or a time that does not exist.",
         "S-3", "C-1", "Hélène Marchetti", "2026-13-01", "VC-LUN-P", "Lune pendant", "1", "3900.00"],
    ], "A cell that a spreadsheet would run is shown and not run."  # fmt: skip


def test_what_was_refused_is_kept_as_it_stood(bring):
    made = bring(sold(Order="S-2", Quantity=0))
    row = RefusedRow.objects.get()
    assert dict(zip(made.header, json.loads(row.raw), strict=True)) == {
        key: str(value) for key, value in sold(Order="S-2", Quantity=0).items()
    }
    assert not SourceRow.objects.exists()
