"""Sofia exports her clients from every till and spreadsheet she ever used, and each file reads alike."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carnet.integrations.files.reading.opening import open_table

from . import forging

CONTRACT = Path(__file__).parents[3] / "data" / "import-headers"

CLIENTS = [
    ["Name", "City", "Note"],
    ["Amélie Roux", "Paris", "dîner; puis l'opéra"],
    ["王小明", "上海", 'says "hello"'],
]
ROWS = [(2, CLIENTS[1]), (3, CLIENTS[2])]
"""The rows under the header, with their lines."""


def as_text(separator: str = ",", line_end: str = "\n") -> str:
    quoted = ('"' + cell.replace('"', '""') + '"' for row in CLIENTS for cell in row)
    return "".join(cell + (line_end if place % 3 == 0 else separator) for place, cell in enumerate(quoted, 1))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_and_any_line_end(opened, separator, line_end):
    table = opened(as_text(separator, line_end))
    assert (table.header, list(table.rows())) == (CLIENTS[0], ROWS)
    assert table.detected.separator == separator


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_marked_or_not(opened, encoding):
    table = opened(as_text().encode(encoding))
    assert (table.header, list(table.rows())) == (CLIENTS[0], ROWS)


@pytest.mark.parametrize("name", ["clients.csv", "clients.tsv", "clients.txt", "clients.xlsx", "clients"])
def test_the_name_of_a_file_says_nothing(opened, name):
    assert list(opened(as_text(), name=name).rows()) == ROWS


def test_packed_in_a_gzip(gzipped):
    assert list(open_table(gzipped(as_text().encode())).rows()) == ROWS


def test_packed_in_two_gzips_one_after_the_other(exported):
    text = as_text().encode()
    assert list(open_table(exported(gzip.compress(text[:20]) + gzip.compress(text[20:]))).rows()) == ROWS


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_alone_in_a_zip_beside_what_a_mac_adds(zipped, method):
    extra = {"__MACOSX/._clients.csv": b"\0", "exports/.DS_Store": b"\0", "exports/": b""}
    assert list(open_table(zipped(extra | {"exports/clients.csv": as_text().encode()}, method)).rows()) == ROWS


@pytest.mark.parametrize("make", [forging.xls, forging.xlsb, forging.ods])
def test_workbooks_old_binary_and_open(tmp_path, make):
    table = open_table(make(tmp_path / "clients.bin", [["Name", "Visits"], ["Amélie", 3.0], ["Łukasz", 2.5]]))
    assert table.header == ["Name", "Visits"]
    assert list(table.rows()) == [(2, ["Amélie", "3"]), (3, ["Łukasz", "2.5"])]
    assert table.detected.sheet == "Clients"


def test_a_line_is_where_its_row_starts_in_the_file(opened):
    table = opened('\n\nName,Note\nAda,"one\r\ntwo\n\nthree"\n\n , \nCharles,x\n')
    assert table.header_line == 3
    assert list(table.rows()) == [(4, ["Ada", "one\r\ntwo\n\nthree"]), (10, ["Charles", "x"])]


def test_cells_stay_as_they_stand(opened):
    cells = ["  two spaces ", "é", "e\u0301", "'75002", "0012", "a\0b", "\u200fשלום", "\u00a0"]
    table = opened(",".join("abcdefgh") + "\n" + ",".join(cells) + "\n")
    assert list(table.rows()) == [(2, cells)]


def test_a_short_row_is_filled_and_a_long_one_keeps_what_is_too_much(opened):
    table = opened("a,b,c\n1\n1,2,3,4\n1,2,3,,\n1,2,3\n")
    assert [cells for _line, cells in table.rows()] == [
        ["1", "", ""], ["1", "2", "3", "4"], ["1", "2", "3"], ["1", "2", "3"],
    ]  # fmt: skip


def test_each_column_can_be_pointed_at(opened):
    table = opened("\ufeffPhone, Phone ,,Phone (2),column 3,,\n1,2,3,4,5,6,\n")
    assert table.header == ["Phone", "Phone (3)", "column 3 (2)", "Phone (2)", "column 3", "column 6"]
    assert len(set(table.header)) == 6


def test_separators_left_behind_the_last_column_are_no_columns(opened):
    table = opened("a,b,c" + "," * 16_000 + "\n" + "1,2,3" + "," * 16_000 + "\n")
    assert table.header == ["a", "b", "c"]
    assert list(table.rows()) == [(2, ["1", "2", "3"])]


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "\ufeffsep=;\n"])
def test_a_first_line_that_only_names_the_separator(opened, first):
    table = opened(first + "Name;Price\nRing;1,5\n")
    assert (table.header, list(table.rows())) == (["Name", "Price"], [(3, ["Ring", "1,5"])])


def test_decimal_commas_do_not_separate(opened):
    table = opened("Date;Prix, TTC;Qté\n" + "01/02/2024;1,5;2\n" * 50 + "total;1,75\n")
    assert table.detected.separator == ";"
    assert table.header == ["Date", "Prix, TTC", "Qté"]


def test_one_column_is_a_table_too(opened):
    assert list(opened("Email\nada@example.test\n").rows()) == [(2, ["ada@example.test"])]


def test_what_somebody_says_wins(opened):
    text = "a;b,c\n1;2,3\n"
    assert opened(text, separator=";").header == ["a", "b,c"]
    assert opened(text, separator=",").header == ["a;b", "c"]
    assert opened("n\né\n".encode("cp850"), encoding="cp850").header == ["n"]


def test_a_table_can_be_read_again_and_half_read(opened):
    table = opened("a\n" + "1\n" * 50)
    rows = table.rows()
    assert next(rows) == (2, ["1"])
    assert len(list(table.rows())) == 50
    assert len(list(rows)) == 49
    assert len(list(table.rows())) == 50


@pytest.mark.parametrize("packed", [False, True])
def test_position_runs_from_the_start_to_the_size(exported, packed):
    content = b"a,b\n" + b"".join(b"%d,%d\n" % (n, n * 7919 % 104729) for n in range(200_000))
    path = exported(gzip.compress(content, 1) if packed else content)
    table = open_table(path)
    assert table.size == path.stat().st_size
    positions = [table.position() for _row in table.rows()]
    assert positions == sorted(positions)
    assert positions[0] < table.size / 2
    assert len(set(positions)) > 3
    assert table.position() == table.size


def test_why_is_a_sentence(opened):
    assert opened("a;b\n1;2\n").detected.why == (
        "Encoding utf-8: every byte of it is UTF-8. Separator “;”: 100 % of the first rows have the header's 2 cells."
    )


def test_every_sample_of_the_contract_opens():
    known = json.loads((CONTRACT / "formats.json").read_text())["formats"]
    samples = list(CONTRACT.glob("*.sample.csv"))
    assert len(samples) == 4
    for path in samples:
        table = open_table(path)
        assert table.header == known[path.name.removesuffix(".sample.csv")]["headers"]
        for _line, cells in table.rows():
            assert len(cells) == len(table.header)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(rows=st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1), separator=st.sampled_from(",;\t|"))
def test_names_in_every_script_come_back_byte_for_byte(tmp_path_factory, rows, separator):
    path = tmp_path_factory.mktemp("names") / "names.csv"
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_bytes("\n".join([separator.join(("a1", "b2", "c3")), *quoted]).encode())
    assert [cells for _line, cells in open_table(path, separator=separator).rows()] == rows
