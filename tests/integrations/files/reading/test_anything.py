"""Whatever stands in a file or a cell, the answer is a value or one sentence, never a stack trace."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import zipfile
import zoneinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carnet.integrations.files.reading import detection, values
from carnet.integrations.files.reading.opening import Unreadable, open_table
from carnet.integrations.files.reading.recognising import recognise
from carnet.integrations.files.reading.values import Refused

from . import forging

READERS = {
    "decimal": lambda text: (values.decimal(text, "."), values.decimal(text, ",")),
    "whole": lambda text: values.whole(text, "."),
    "moment": lambda text: values.moment(text, order="dmy", zone=zoneinfo.ZoneInfo("Europe/Paris")),
    "day": lambda text: values.day(text, order=None),
    "day_month": lambda text: values.day_month(text, order="mdy"),
    "truth": values.truth,
    "country": values.country,
    "currency": values.currency,
    "check_cell": values.check_cell,
    "unquoted": values.unquoted,
}
likely = st.text(alphabet="0123456789 .,:/-+()'’TZapm€$EeChfIIV年月日\u00a0\u202f\u0663\u0967", max_size=25)


@pytest.mark.parametrize("reader", READERS)
def test_any_text_in_a_cell(reader):
    @settings(deadline=None, max_examples=400)
    @given(text=st.one_of(likely, st.text(st.characters(), max_size=30)))
    def read(text):
        with contextlib.suppress(Refused):
            READERS[reader](text)

    read()


@settings(deadline=None)
@given(samples=st.lists(st.one_of(likely, st.text())))
def test_any_text_in_a_column_or_a_header(samples):
    assert detection.decimal_mark(samples) in {".", ","}
    assert detection.date_order(samples) in {"ymd", "dmy", "mdy", None}
    found = recognise(samples)
    assert sorted([*found.unmapped, *found.forbidden, *found.columns.values()]) == sorted(samples) or len(
        set(samples)
    ) < len(samples)


def scratched(content: bytes, dice: random.Random) -> bytes:
    """The bytes after a bad day: some changed, some lost, some twice."""
    hurt = bytearray(content)
    for _time in range(dice.randint(1, 8)):
        place = dice.randrange(len(hurt))
        match dice.randrange(3):
            case 0:
                hurt[place] = dice.randrange(256)
            case 1:
                del hurt[place : place + dice.randint(1, 40)]
            case 2:
                hurt[place:place] = hurt[place : place + dice.randint(1, 40)]
        hurt = hurt or bytearray(b"x")
    return bytes(hurt)


@pytest.mark.parametrize("kind", ["csv", "utf-16", "cp1252", "gz", "zip", "xls", "xlsb", "ods"])
def test_any_bytes_in_a_file(tmp_path, kind):
    text = "Name,City,Note\n" + 'Amélie Roux,Orléans,"one\ntwo"\n' * 40
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", text)
    rows: list[list[str | float]] = [["Name", "Visits"], *([["Amélie", 3.0]] * 20)]
    books = {"xls": forging.xls, "xlsb": forging.xlsb, "ods": forging.ods}
    whole = {
        "csv": text.encode(), "utf-16": text.encode("utf-16"), "cp1252": text.encode("cp1252"),
        "gz": gzip.compress(text.encode()), "zip": packed.getvalue(),
    }  # fmt: skip
    content = books[kind](tmp_path / "whole", rows).read_bytes() if kind in books else whole[kind]
    path = tmp_path / "hurt"
    dice = random.Random(kind)
    for _time in range(25 if kind in books else 150):
        path.write_bytes(scratched(content, dice))
        with contextlib.suppress(Unreadable):
            list(open_table(path).rows())
