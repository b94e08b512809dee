"""What cannot be read is refused in one sentence that says what is wrong, where, and what to do; nobody is harmed."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.opening import open_table

from . import forging


def test_nothing_there(tmp_path, why_not):
    assert why_not(open_table, tmp_path / "no.csv") == (
        "not_found", f"There is no file at {tmp_path / 'no.csv'}: check the path.",
    )  # fmt: skip


def test_a_folder(tmp_path, why_not):
    assert why_not(open_table, tmp_path)[0] == "not_a_file"


def test_a_path_that_leads_through_a_file(exported, why_not):
    assert why_not(open_table, exported("a\n1\n") / "x.csv")[0] == "forbidden"


@pytest.mark.parametrize("content", ["", "\n\n", " \n,,\n", "\ufeff"])
def test_empty(opened, why_not, content):
    assert why_not(opened, content) == ("empty", "The file is empty: export it again.")


def test_an_empty_gzip(gzipped, why_not):
    assert why_not(open_table, gzipped(b""))[0] == "empty"


@pytest.mark.parametrize("content", ["a,b", "a,b\n", "\na,b\n\n , \n"])
def test_a_header_and_nothing_under_it(opened, why_not, content):
    code, sentence = why_not(opened, content)
    assert code == "no_rows"
    assert "and no rows under it: export it again." in sentence


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"), (b"\x89PNG\r\n\x1a\n", "a picture"), (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\xef\xbb\xbf\n <HTML><table>", "a web page, whatever its name says"),
        (b"<!DOCTYPE html>", "a web page, whatever its name says"),
        (b'<?xml version="1.0"?><Workbook>', "an XML document"), (b'{"clients": []}', "a JSON document"),
        (b"{\\rtf1", "a text document"),
    ],
)  # fmt: skip
def test_another_kind_of_document(opened, why_not, content, what):
    assert why_not(opened, content, name="clients.xls") == (
        "not_a_table",
        f"This is {what}, not a table: export it as CSV or as an Excel workbook (.xlsx).",
    )


@pytest.mark.parametrize("member", ["word/document.xml", "ppt/presentation.xml", "Index/Document.iwa"])
def test_a_document_that_is_a_zip_inside(zipped, why_not, member):
    assert why_not(open_table, zipped({"[Content_Types].xml": b"<Types/>", member: b"<x/>"}))[0] == "not_a_table"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('a,b\n1,2\n3,"4\n', 3),
        ('a,b\n"1\n2",2\n"3\n4","5\n6\n7', 5),
        ('a,b\r1,"2', 2),
        ('a,"b\n1,2\n', 1),
        ('a,b\n1,2\n3,"', 3),
    ],
)
def test_a_quotation_mark_never_closed(opened, why_not, content, line):
    assert why_not(opened, content) == (
        "unclosed_quote",
        f"Line {line} opens a quotation mark that is never closed: close it, or export the file again.",
    )


def test_a_quotation_mark_that_swallows_the_rest_of_a_large_file(opened, why_not):
    row = "x" * 99 + ",1\n"
    content = "a,b\n" + row * 1000 + '"' + row * (limits.CELL // len(row) + 1000)
    assert why_not(opened, content)[0] == "unclosed_quote"
    assert "Line 1002 " in why_not(opened, content)[1]


def test_a_row_without_end(opened, why_not, monkeypatch):
    monkeypatch.setattr(limits, "ROW", limits.MB)
    content = "a,b\n1,2\n" + '"x\n",' * 400_000
    assert why_not(opened, content) == (
        "endless_row",
        "The row that starts on line 3 is larger than 1 MB: is this a table?",
    )


def test_a_long_file_of_short_rows_is_no_row_without_end(opened, monkeypatch):
    monkeypatch.setattr(limits, "ROW", limits.MB)
    assert len(list(opened("a,b\n" + "1,2\n" * 1_000_000).rows())) == 1_000_000


def test_more_columns_than_a_table_has(opened, why_not):
    content = ",".join(map(str, range(3_000)))
    assert why_not(opened, f"{content}\n{content}\n") == (
        "too_many_columns",
        "Line 1 has 3000 columns, and Carnet reads 2000 at most: is it the header?",
    )


@pytest.mark.parametrize("separator", ["", "ab", '"', "\n"])
def test_what_cannot_separate(opened, why_not, separator):
    assert why_not(opened, "a\n1\n", separator=separator)[0] == "bad_separator"


def test_a_sheet_of_what_has_none(opened, why_not):
    assert why_not(opened, "a\n1\n", sheet="Clients") == (
        "no_sheet", "“Clients” names a sheet, and this file is no workbook: leave the sheet out.",
    )  # fmt: skip


def test_a_zip_that_unpacks_to_a_trap(zipped, why_not):
    assert why_not(open_table, zipped({"a.csv": b"a,b\n" + b"0,0\n" * 5_000_000})) == (
        "bomb",
        "The file unpacks to more than 100 times its size, as traps do: if you trust it, send it unpacked.",
    )


def test_a_zip_whose_directory_lies_about_the_size(tmp_path, why_not):
    content = b"a,b\n" + b"0,0\n" * 5_000_000
    path = forging.lying_zip(tmp_path / "lies.zip", member="a.csv", content=content, says=40)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("a.csv") == content[:40]
    assert why_not(open_table, path)[0] == "bomb"


def test_a_gzip_that_unpacks_to_a_trap(gzipped, why_not):
    assert why_not(open_table, gzipped(b"a,b\n" + b"0" * 50_000_000)) == (
        "bomb",
        "The file unpacks to more than 200 times its size, as traps do: if you trust it, send it unpacked.",
    )


def test_a_small_archive_may_be_as_regular_as_it_likes(zipped, gzipped):
    regular = b"a,b\n" + b"0,0\n" * 100_000
    assert len(gzip.compress(regular)) * limits.GZIP_RATIO < len(regular)
    for path in (zipped({"a.csv": regular}), gzipped(regular)):
        assert len(list(open_table(path).rows())) == 100_000


def test_more_than_an_archive_may_hold(tmp_path, zipped, gzipped, why_not, monkeypatch):
    content = b"a,b\n" + b"".join(b"%d,%d\n" % (n, n * 7919 % 104729) for n in range(200_000))
    monkeypatch.setattr(limits, "ARCHIVE_UNPACKED", limits.MB)
    assert why_not(open_table, zipped({"a.csv": content})) == (
        "too_big_unpacked",
        "Unpacked, the file is larger than 1 MB, which is too much: save it as CSV and send it unpacked.",
    )
    monkeypatch.setattr(limits, "GZIP_UNPACKED", limits.MB)
    assert why_not(open_table, gzipped(content))[0] == "too_big_unpacked"
    monkeypatch.setattr(limits, "ARCHIVE_PACKED", limits.MB // 2)
    assert why_not(open_table, zipped({"a.csv": content}))[0] == "too_big_packed"
    old = forging.xls(tmp_path / "old.xls", [["a"], ["1"]])
    monkeypatch.setattr(limits, "ARCHIVE_PACKED", limits.KB)
    assert why_not(open_table, old)[0] == "too_big_packed"


def test_the_limits_are_those_that_were_decided():
    assert (limits.ARCHIVE_PACKED, limits.ARCHIVE_UNPACKED) == (50 * 2**20, 200 * 2**20)
    assert (limits.ARCHIVE_RATIO, limits.MEMBERS) == (100, 1_000)
    assert (limits.GZIP_UNPACKED, limits.GZIP_RATIO) == (4 * 2**30, 200)
    assert (limits.CELL, limits.TEXT_CELL) == (16 * 2**20, 64 * 2**10)


def test_too_many_members(zipped, why_not):
    assert why_not(open_table, zipped({f"{n}.csv": b"a\n1\n" for n in range(1_001)})) == (
        "too_many_members",
        "The archive holds more than 1000 files: put the one to read in an archive of its own.",
    )


def test_several_members(zipped, why_not):
    assert why_not(open_table, zipped({"a.csv": b"a\n1\n", "b.csv": b"a\n1\n"})) == (
        "many_members",
        "The archive holds 2 files, such as a.csv and b.csv: put one in an archive of its own.",
    )


def test_no_member(zipped, why_not):
    assert why_not(open_table, zipped({}))[0] == "no_member"
    assert why_not(open_table, zipped({"folder/": b""}))[0] == "no_member"


def test_packed_again_inside(tmp_path, zipped, gzipped, exported, why_not):
    zip_in = zipped({"a.csv": b"a\n1\n"}).read_bytes()
    assert why_not(open_table, zipped({"inner.zip": zip_in})) == (
        "nested", "Inside, inner.zip is packed again: unpack it first, then send what it holds.",
    )  # fmt: skip
    assert why_not(open_table, zipped({"inner.csv.gz": gzip.compress(b"a\n1\n")}))[0] == "nested"
    assert why_not(open_table, gzipped(zip_in))[0] == "nested"
    assert why_not(open_table, exported(b"7z\xbc\xaf\x27\x1c" + b"\0" * 50))[0] == "other_archive"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_unpacked_in_small_bites(zipped, why_not, method):
    assert why_not(open_table, zipped({"a.csv": b"a\n1\n"}, method))[0] == "odd_archive"


def test_a_password_on_each_kind(tmp_path, zipped, why_not):
    locked = zipped({"a.csv": b"a\n1\n"})
    content = bytearray(locked.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(content)
    rows: list[list[str | float]] = [["a"], ["1"]]
    for path in (
        locked,
        forging.xls(tmp_path / "a.xls", rows, protected=True),
        forging.ods(tmp_path / "a.ods", rows, protected=True),
        forging.compound(tmp_path / "a.xlsx", stream="EncryptedPackage", content=b"secret"),
    ):
        assert why_not(open_table, path) == (
            "password", "The file is protected by a password: save it without one first.",
        )  # fmt: skip


def noisy() -> bytes:
    return b"a,b\n" + b"".join(b"%d,%d\n" % (n, n * 7919 % 104729) for n in range(50_000))


def test_cut_or_scratched_on_the_way(zipped, gzipped, why_not):
    whole = gzipped(noisy()).read_bytes()
    for path, content in (
        (gzipped(b""), whole[:-5000]),
        (gzipped(b""), whole[:-1] + b"\xff"),
        (gzipped(b""), whole[:20]),
    ):
        path.write_bytes(content)
        assert why_not(open_table, path)[0] == "broken_archive"
    zip_path = zipped({"a.csv": noisy()})
    content = bytearray(zip_path.read_bytes())
    content[5000] ^= 0xFF
    zip_path.write_bytes(content)
    assert why_not(open_table, zip_path)[0] == "broken_archive"
    zip_path.write_bytes(content[: len(content) // 2])
    assert why_not(open_table, zip_path)[0] == "broken_archive"


def workbook(path: Path, *, far: bool = False) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Clients")
    sheet.write_row(0, 0, ["Name", "City"])
    sheet.write_row(1, 0, ["PLACEHOLDER", "Paris"])
    if far:
        sheet.write(1_048_575, 16_383, "far")
    book.close()
    return path


def with_part(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with something else in one of its parts."""
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            content = before.read(entry)
            assert entry.filename != part or old in content
            after.writestr(entry.filename, content.replace(old, new) if entry.filename == part else content)
    path.write_bytes(changed.getvalue())
    return path


def test_a_cell_far_out_ends_another_process_and_not_this_one(tmp_path, why_not):
    path = workbook(tmp_path / "far.xlsx", far=True)
    assert path.stat().st_size < 10_000
    assert why_not(open_table, path) == (
        "heavy_workbook",
        "The workbook needs more memory or time than Carnet gives to one: save the sheet as CSV.",
    )


@pytest.mark.parametrize(("limit", "little"), [("WORKBOOK_MEMORY", 200 * limits.MB), ("WORKBOOK_SECONDS", 1)])
def test_a_workbook_is_given_so_much_memory_and_time(tmp_path, why_not, monkeypatch, limit, little):
    path = tmp_path / "wide.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(0, 1_000_000, 1_000):
            sheet.write(row, row % 7, "x")
    monkeypatch.setattr(limits, limit, little)
    assert why_not(open_table, path)[0] == "heavy_workbook"


def test_a_row_repeated_a_million_times(tmp_path, why_not):
    path = forging.ods(tmp_path / "many.ods", [["a"] * 1000])
    with_part(path, "content.xml", b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">')
    assert why_not(open_table, path)[0] in {"heavy_workbook", "broken_workbook"}


def test_a_billion_laughs_are_not_heard(tmp_path, why_not):
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]><sst'.encode()
    path = with_part(workbook(tmp_path / "laughs.xlsx"), "xl/sharedStrings.xml", b"<sst", doctype)
    with_part(path, "xl/sharedStrings.xml", b"PLACEHOLDER", b"&l9;")
    assert why_not(open_table, path)[0] == "broken_workbook"


def test_a_file_of_this_machine_is_not_read_into_a_workbook(tmp_path, why_not):
    secret = tmp_path / "secret"
    secret.write_text("the sealing key")
    doctype = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}">]><sst'.encode()
    path = with_part(workbook(tmp_path / "xxe.xlsx"), "xl/sharedStrings.xml", b"<sst", doctype)
    with_part(path, "xl/sharedStrings.xml", b"PLACEHOLDER", b"&s;")
    assert why_not(open_table, path)[0] == "broken_workbook"


def test_a_sheet_that_packs_too_well(tmp_path, why_not):
    path = with_part(
        workbook(tmp_path / "a.xlsx"), "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>" + b" " * 20_000_000
    )
    assert why_not(open_table, path)[0] == "bomb"


def test_no_workbook_after_all(tmp_path, why_not):
    assert why_not(open_table, forging.compound(tmp_path / "a.doc", stream="WordDocument", content=b"x")) == (
        "broken_workbook",
        "The workbook is damaged or not one: open it in a spreadsheet and save it as .xlsx.",
    )
    path = with_part(workbook(tmp_path / "a.xlsx"), "xl/workbook.xml", b"<sheets>", b"<sheets><<")
    assert why_not(open_table, path)[0] == "broken_workbook"
