"""Rows of text: which character separates the cells, and the rows themselves, streamed."""

from __future__ import annotations

import csv
import dataclasses
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.utils.translation import gettext

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.reading.unpacking import EndlessRow, Flow

SEPARATORS = ",;\t|"
SAMPLE_CHARACTERS = 64 * limits.KB
SAMPLE_ROWS = 200
BUFFER = limits.MB // 4
SAYS_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n?", re.IGNORECASE)
"""The line that spreadsheets put before the header and obey themselves."""

csv.field_size_limit(max(limits.CELL, csv.field_size_limit()))


@dataclasses.dataclass(frozen=True)
class Separated:
    """What separates the cells, whether the first line only says so, and one sentence saying why."""

    separator: str
    is_said_first: bool
    why: str


class Ended:
    """An iterator of nothing that remembers having been asked."""

    asked = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.asked = True
        raise StopIteration


class Delimited:
    """The rows of a text, its header included. `open_flow` gives its bytes from the beginning each time."""

    def __init__(self, open_flow: Callable[[], Flow], encoding: str, separator: str | None, *, first: int) -> None:
        """Reads the `first` rows, and settles the separator on them unless it is said. Raises Unreadable."""
        self._open_flow = open_flow
        self._encoding = encoding
        self._flow: Flow | None = None
        self._position = 0
        self.separated = separate(self._sample(), named=separator)
        self.first = list(itertools.islice(self.records(), first))

    def position(self) -> int:
        """Bytes of the file on disk consumed by the latest reading."""
        return self._position if self._flow is None or self._flow.closed else self._flow.position()

    @contextmanager
    def _lines(self) -> Iterator[tuple[Flow, io.TextIOWrapper]]:
        with self._open_flow() as flow:
            self._flow = flow
            text = io.TextIOWrapper(io.BufferedReader(flow, BUFFER), encoding=self._encoding, newline="")
            try:
                yield flow, text
            finally:
                self._position = flow.position()
                text.close()

    def _sample(self) -> str:
        with self._lines() as (_flow, text):
            return text.read(SAMPLE_CHARACTERS)

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line it starts on (from 1), blank rows left out.

        Raises Unreadable for a quotation mark that is never closed, and for bytes that cannot be unpacked.
        """
        with self._lines() as (flow, text):
            ended = Ended()
            reader = csv.reader(itertools.chain(text, ended), delimiter=self.separated.separator)
            line = 1
            try:
                if self.separated.is_said_first:
                    next(reader)
                    line += 1
                for cells in reader:
                    if ended.asked:
                        raise Unreadable("unclosed_quote", line=_where_opened(cells[-1], reader.line_num))
                    if cells and (cells[0].strip() or any(map(str.strip, cells))):
                        yield line, cells
                    line = reader.line_num + 1
                    flow.mark = flow.unpacked
            except csv.Error:
                raise Unreadable("unclosed_quote", line=line) from None
            except EndlessRow:
                raise Unreadable("endless_row", line=line, limit=limits.ROW // limits.MB) from None
            except UnicodeDecodeError:
                raise Unreadable("broken_archive") from None


def _where_opened(cell: str, last_line: int) -> int:
    """The line on which a cell that runs to the end of the file begins."""
    spanned = sum(1 for _line in io.StringIO(cell, newline=""))
    return last_line - max(spanned, 1) + 1


def separate(sample: str, *, named: str | None = None) -> Separated:
    """What separates the cells of a text that begins with `sample`; `named` is what somebody said it is."""
    first = SAYS_SEPARATOR.match(sample)
    said = first and first[0].endswith(("\n", "\r")) and first[1]
    if named is not None:
        if len(named) != 1 or named in '"\r\n\0':
            raise Unreadable("bad_separator", separator=named)
        return Separated(named, bool(said), gettext("you named it"))
    if said:
        return Separated(said, is_said_first=True, why=gettext("the first line says so"))
    judged = [(*_regularity(sample, separator), -rank, separator) for rank, separator in enumerate(SEPARATORS)]
    regular, width, _rank, separator = max(judged)
    if width == 1:
        return Separated(",", is_said_first=False, why=gettext("there is only one column"))
    why = gettext("%(share)s %% of the first rows have the header's %(columns)s cells")
    return Separated(separator, is_said_first=False, why=why % {"share": round(100 * regular), "columns": width})


def _regularity(sample: str, separator: str) -> tuple[float, int]:
    """Which share of the rows are as wide as the header, and how wide that is; nothing is regular about one column."""
    rows = [row for row in itertools.islice(_rows(sample, separator), SAMPLE_ROWS) if any(row)]
    if not rows or len(rows[0]) == 1:
        return 0.0, 1
    # The last row of a sample may have been cut in the middle.
    whole = rows[:-1] if len(sample) >= SAMPLE_CHARACTERS and len(rows) > 1 else rows
    width = len(whole[0])
    # Rounded, because one ragged row must not make a decimal comma look like the better separator.
    return round(sum(len(row) == width for row in whole) / len(whole), 1), width


def _rows(sample: str, separator: str) -> Iterable[list[str]]:
    try:
        yield from csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    except csv.Error:
        return
