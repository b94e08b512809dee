"""Address cards (vCard 2.1, 3 and 4) as the rows of a table, one card at a time."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.reading.unpacking import EndlessRow, Flow

COLUMNS = (
    "UID", "Full name", "Given name", "Family name", "Name prefix", "Nickname", "E-mail", "Mobile", "Phone", "Birthday",
    "Anniversary", "Street", "City", "Region", "Postcode", "Country", "Categories", "Note",
)  # fmt: skip
BUFFER = limits.MB // 4
YEARLESS = re.compile(r"--(\d\d)-?(\d\d)")
MOBILE = {"cell", "iphone"}
UNUSED = re.compile(r"(?i)^(?:item\d+\.)?(?:photo|logo|sound|key|x-[\w-]+)[;:]")
"""What is of no use here, and is most of a card's bytes."""


class Cards:
    """The cards of a text, after a header of `COLUMNS`. `open_flow` gives its bytes from the beginning each time."""

    def __init__(self, open_flow: Callable[[], Flow], encoding: str, *, first: int) -> None:
        """Reads the `first` rows. Raises Unreadable."""
        self._open_flow = open_flow
        self._encoding = encoding
        self._flow: Flow | None = None
        self._position = 0
        self.first = [row for row, _ in zip(self.records(), range(first), strict=False)]

    def position(self) -> int:
        """Bytes of the file on disk consumed by the latest reading."""
        return self._position if self._flow is None or self._flow.closed else self._flow.position()

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """The header, then each card with the line it begins on (from 1). Raises Unreadable."""
        yield 1, list(COLUMNS)
        with self._open_flow() as flow:
            self._flow = flow
            text = io.TextIOWrapper(io.BufferedReader(flow, BUFFER), encoding=self._encoding)
            try:
                for line, card in _cards(text):
                    yield line, cells_of(card)
                    flow.mark = flow.unpacked
            except EndlessRow:
                raise Unreadable("endless_row", line=1, limit=limits.ROW // limits.MB) from None
            finally:
                self._position = flow.position()
                text.close()


def _cards(text: io.TextIOWrapper) -> Iterator[tuple[int, str]]:
    """The text of each card, without pictures, and the line it begins on."""
    begun, held, is_wanted = 0, list[str](), True
    for number, line in enumerate(text, 1):
        mark = line.strip().casefold()
        if mark == "begin:vcard":
            begun, held = number, []
        if not line.startswith((" ", "\t")):
            is_wanted = not UNUSED.match(line)
        if begun and is_wanted:
            held.append(line)
        if mark == "end:vcard" and begun:
            yield begun, "".join(held)
            begun = 0
    if begun:
        yield begun, "".join(held)


def cells_of(card: str) -> list[str]:
    """The cells of one card; one that cannot be read stands in the note as it is, and is refused for naming nobody."""
    # It weighs 60 ms, and tables never need it.
    from vobject.base import ParseError, readOne

    # It quotes what it cannot read, and cards are of real people.
    logging.getLogger("vobject.base").disabled = True
    try:
        read = readOne(card, ignoreUnreadable=True, allowQP=True)  # type: ignore[no-untyped-call]  # vobject has no types
    except (ParseError, ValueError, AssertionError):
        said: dict[str, str] = {"Note": card}
    else:
        said = _said(read.contents) if read else {"Note": card}
    return [said.get(column, "") for column in COLUMNS]


def _said(contents: dict[str, list[Any]]) -> dict[str, str]:
    name, place = (contents.get(key, [None])[0] for key in ("n", "adr"))
    mobiles, phones = _numbers(contents.get("tel", []))
    return {
        "UID": _first(contents, "uid"),
        "Full name": _first(contents, "fn"),
        "Given name": _part(name, "given"),
        "Family name": _part(name, "family"),
        "Name prefix": _part(name, "prefix"),
        "Nickname": _first(contents, "nickname"),
        "E-mail": _first(contents, "email"),
        "Mobile": next(iter(mobiles), ""),
        "Phone": next(iter(phones), ""),
        "Birthday": YEARLESS.sub(r"--\1-\2", _first(contents, "bday")),
        "Anniversary": YEARLESS.sub(r"--\1-\2", _first(contents, "anniversary")),
        "Street": _part(place, "street"),
        "City": _part(place, "city"),
        "Region": _part(place, "region"),
        "Postcode": _part(place, "code"),
        "Country": _part(place, "country"),
        "Categories": _first(contents, "categories"),
        "Note": _first(contents, "note"),
    }


def _first(contents: dict[str, list[Any]], key: str) -> str:
    return next((_text(each.value) for each in contents.get(key, ()) if _text(each.value)), "")


def _part(line: Any, part: str) -> str:
    return _text(getattr(line.value, part, "")) if line else ""


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _numbers(lines: list[Any]) -> tuple[list[str], list[str]]:
    """Those of pockets, and the others."""
    found: tuple[list[str], list[str]] = [], []
    for line in lines:
        kinds = {word.casefold() for words in line.params.values() for word in words}
        kinds |= {word.casefold() for word in line.singletonparams}
        found[0 if kinds & MOBILE else 1].append(_text(line.value).removeprefix("tel:"))
    return found
