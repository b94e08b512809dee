"""A file of dated events, read with the least one must know of it: who, when and, where it says so, what and for how much."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from carnet.cli import Sentence
from carnet.intelligence.rules.days import Whole
from carnet.intelligence.rules.rhythm import Floats

EPOCH = dt.date(1970, 1, 1)
SAID = ("kind", "amount")
"""What a file may say besides."""
REFUNDS = {"refund", "return", "cancellation"}


@dataclasses.dataclass(frozen=True)
class Events:
    """Those until the evening of the last day, in the order of the file."""

    names: list[list[str]]
    """The key of each owner: one column of words for each column that makes it, all of the same length."""
    owner: Whole
    day: Whole
    """Since 1970."""
    amount: Floats
    """Negative where something was brought back."""


def read(file: Path, key: tuple[str, ...], until: dt.date) -> Events:
    """The events of each owner named by the columns `key`, until that day; of later ones nothing but their date is read."""
    table = _table(file)
    if missing := [name for name in (*key, "date") if name not in table.column_names]:
        raise Sentence(f"{file} has no column “{missing[0]}”: it has {', '.join(table.column_names)}.")
    if twice := [name for name in (*key, "date", *SAID) if table.column_names.count(name) > 1]:
        raise Sentence(f"{file} has two columns “{twice[0]}”.")
    day = _days(table["date"], file)
    told = day <= (until - EPOCH).days
    if not told.any():
        raise Sentence(f"{file} has no event until {until}.")
    table, day = table.filter(pa.array(told)), day[told]
    columns = [_words(table[name], name, file) for name in key]
    encoded = [column.dictionary_encode().combine_chunks() for column in columns]
    codes = [np.asarray(each.indices, dtype=np.int64) for each in encoded]
    whole = np.ravel_multi_index(codes, [len(each.dictionary) for each in encoded])
    kept, owner = np.unique(whole, return_inverse=True)
    places = np.unravel_index(kept, [len(each.dictionary) for each in encoded])
    names = [each.dictionary.take(pa.array(place)).to_pylist() for each, place in zip(encoded, places, strict=True)]
    return Events(names, owner.astype(np.int64), day, _amounts(table, file))


def _table(file: Path) -> pa.Table:
    if not file.is_file():
        raise Sentence(f"There is no file {file}.")
    try:
        with file.open("rb") as opened:
            is_parquet = opened.read(4) == b"PAR1"
        if is_parquet:
            return parquet.read_table(file)
        # Every cell as it is written: a client “00042” is not the client 42.
        names = csv.open_csv(file, parse_options=csv.ParseOptions(newlines_in_values=True)).schema.names
        return csv.read_csv(
            file,
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True
            ),
        )
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        raise Sentence(f"{file} can be read neither as Parquet nor as CSV.") from None


def _words(column: pa.ChunkedArray, name: str, file: Path) -> pa.ChunkedArray:
    words = pc.cast(column, pa.string())
    if words.null_count:
        raise Sentence(f"{file} has {words.null_count} events with nothing in the column “{name}”.")
    return words


def _days(column: pa.ChunkedArray, file: Path) -> Whole:
    """The calendar day as it is written, without its hour."""
    try:
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            days = pc.utf8_slice_codeunits(pc.utf8_trim_whitespace(column), 0, 10)
        elif pa.types.is_timestamp(column.type) and column.type.tz:
            days = pc.local_timestamp(column)
        else:
            days = column
        days = pc.cast(days, pa.date32(), safe=False)
    except pa.ArrowException:
        raise Sentence(f"{file} has a date that cannot be read: days are written as 2011-03-31.") from None
    if days.null_count:
        raise Sentence(f"{file} has {days.null_count} events without a date.")
    return np.asarray(pc.cast(days, pa.int32()).combine_chunks(), dtype=np.int64)


def _amounts(table: pa.Table, file: Path) -> Floats:
    """What each event brought in; where the file says nothing of money, one."""
    back = np.zeros(len(table), dtype=np.bool_)
    if "kind" in table.column_names:
        back = np.array([str(kind).casefold() in REFUNDS for kind in table["kind"].to_pylist()], dtype=np.bool_)
    if "amount" not in table.column_names:
        return np.where(back, -1.0, 1.0)
    try:
        amounts = np.asarray(pc.fill_null(pc.cast(table["amount"], pa.float64()), 0.0).combine_chunks())
    except pa.ArrowException:
        raise Sentence(f"{file} has an amount that is no number.") from None
    amounts = np.nan_to_num(amounts)
    return np.where(back, -np.abs(amounts), amounts)
