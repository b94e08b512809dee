"""Which system wrote a file, and which of its columns says what, from its header alone."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from carnet.integrations.files.kinds import FileKind
from carnet.integrations.files.reading.fields import FIELDS, REQUIRED
from carnet.integrations.files.reading.sentences import Unreadable

KNOWN: dict[str, Any] = json.loads(Path(__file__).with_name("formats.json").read_bytes())
FORBIDDEN = re.compile("|".join(KNOWN["forbidden"]))
ENOUGH = 0.6
"""The share of a format's signature columns that must be there."""
UNKNOWN_SOURCE = "file"
ACCENTS = re.compile(r"[\u0300-\u036f]")


@dataclasses.dataclass(frozen=True)
class Recognised:
    """Which column is which field.

    `format` is a key of formats.json or None; `source` the system it comes from, "file" when unknown; `columns` give
    each field its column. `options` are what the format knows: `date_order` and `decimal_mark`, `email_is_identity`
    (two rows with one address are one person), `fill_down` (`by` a field, rows alike in it share the other `fields`),
    `inverted` (fields in which yes means no), `joined` (columns of which one field is made, in order, by spaces),
    `fallbacks` (columns to look in where the field's own is blank), `list_separator` (of tags).
    """

    header: tuple[str, ...]
    format: str | None
    kind: FileKind
    source: str
    columns: Mapping[str, str]
    options: Mapping[str, Any]

    @property
    def places(self) -> dict[str, int]:
        """Each field's place in a row, from 0."""
        return {field: self.header.index(column) for field, column in self.columns.items()}

    @property
    def forbidden(self) -> list[str]:
        """Columns on passports, identity cards and tax refund forms: the file must not come in with them."""
        return [column for column in self.header if FORBIDDEN.search(normalised(column))]

    @property
    def unmapped(self) -> list[str]:
        """Columns that nothing is made of."""
        extra = [*self.options.get("joined", {}).values(), *self.options.get("fallbacks", {}).values()]
        used = {*self.columns.values(), *self.forbidden, *(column for columns in extra for column in columns)}
        return [column for column in self.header if column not in used]

    @property
    def missing(self) -> list[str]:
        """What must still be named, each as its alternatives: "sku|item"."""
        return _missing(self.kind, self.columns)

    def demand_complete(self) -> Recognised:
        """The same, ready to read rows. Raises Unreadable when a column is forbidden or one is missing."""
        for column in self.forbidden:
            raise Unreadable("forbidden_column", column=column)
        for alternatives in self.missing:
            field = FIELDS[self.kind][alternatives.partition("|")[0]]
            raise Unreadable("missing_column", field=field.code, meaning=str(field.meaning))
        return self

    def with_columns(self, named: Mapping[str, str]) -> Recognised:
        """The same with FIELD=COLUMN as somebody says; an empty column takes the field out.

        A column that was given to another field before leaves it. Raises Unreadable for an unknown field, a column
        that is not there (both name the nearest), or a forbidden one.
        """
        said = {self._field(field): self._column(column) for field, column in named.items()}
        taken = set(said.values())
        kept = {field: column for field, column in self.columns.items() if field not in said and column not in taken}
        columns = kept | {field: column for field, column in said.items() if column}
        options = {name: self._without(said, option) for name, option in self.options.items()}
        return dataclasses.replace(self, columns=columns, options=options)

    def _without(self, said: Mapping[str, str], option: object) -> object:
        """An option that tells more about a field's columns no longer holds once somebody named another."""
        if not isinstance(option, dict):
            return option
        return {field: value for field, value in option.items() if field not in said}

    def _field(self, field: str) -> str:
        if field not in FIELDS[self.kind]:
            raise Unreadable("unknown_field", field=field, near=_nearest(field, FIELDS[self.kind]))
        return field

    def _column(self, column: str) -> str:
        found = column if column in self.header else _by_name(self.header).get(normalised(column))
        if column and found is None:
            raise Unreadable("unknown_column", column=column, near=_nearest(column, self.header))
        if found in self.forbidden:
            raise Unreadable("forbidden_column", column=str(found))
        return found or ""


def recognise(header: Sequence[str], *, kind: FileKind | None = None) -> Recognised:
    """What the header says: a known format when enough of its signature is there, else by what columns are called.

    `kind` is what somebody says the rows are; without it, what fits best.
    """
    there = _by_name(header)
    name = _known_format(there, kind)
    if name is None:
        kind = kind or max(FileKind, key=lambda each: _fit(each, there))
        return Recognised(tuple(header), None, kind, UNKNOWN_SOURCE, _by_synonyms(kind, there, {}), {})
    known = KNOWN["formats"][name]
    kind = FileKind(known["kind"])
    given = {field: _first(candidates, there) for field, candidates in known["columns"].items()}
    columns = {field: column for field, column in given.items() if column}
    # What the format has and Carnet does not want must not be taken for something else.
    own = {normalised(column) for signature in known["signatures"] for column in signature}
    columns |= _by_synonyms(kind, {key: column for key, column in there.items() if key not in own}, columns)
    return Recognised(tuple(header), name, kind, known["source"], columns, _options(known["options"], there))


@functools.lru_cache(maxsize=4096)
def normalised(column: str) -> str:
    """The name of a column without case, accents, spaces and punctuation (NFKC)."""
    bare = ACCENTS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", column).casefold()))
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", bare)))


def _by_name(header: Iterable[str]) -> dict[str, str]:
    """The columns by their normalised names; of two alike, the first."""
    there: dict[str, str] = {}
    for column in header:
        there.setdefault(normalised(column), column)
    there.pop("", None)
    return there


def _known_format(there: Mapping[str, str], kind: FileKind | None) -> str | None:
    """The format of which the largest share is there, and the most columns."""
    best: tuple[float, int, str | None] = (ENOUGH, 0, None)
    for name, known in KNOWN["formats"].items():
        if kind and known["kind"] != kind:
            continue
        for signature in known["signatures"]:
            found = sum(normalised(column) in there for column in signature)
            if (found / len(signature), found) > best[:2]:
                best = found / len(signature), found, name
    return best[2]


def _fit(kind: FileKind, there: Mapping[str, str]) -> tuple[bool, int]:
    """How well the columns suit this kind: nothing missing first, then as many fields as can be."""
    columns = _by_synonyms(kind, there, {})
    return not _missing(kind, columns), len(columns)


def _by_synonyms(kind: FileKind, there: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """A column for each field that is not given one, none for two: the earlier field and its likelier name win."""
    taken = set(given.values())
    free = {key: column for key, column in there.items() if column not in taken}
    columns: dict[str, str] = {}
    for field in FIELDS[kind]:
        column = None if field in given else _first(KNOWN["synonyms"][kind].get(field, ()), free)
        if column:
            columns[field] = column
            del free[normalised(column)]
    return columns


def _first(candidates: Iterable[str], there: Mapping[str, str]) -> str | None:
    return next((there[key] for key in map(normalised, candidates) if key in there), None)


def _missing(kind: FileKind, columns: Mapping[str, str]) -> list[str]:
    return ["|".join(group) for group in REQUIRED[kind] if not any(field in columns for field in group)]


def _options(options: Mapping[str, Any], there: Mapping[str, str]) -> dict[str, Any]:
    """The format's options, with the file's own spelling of the columns they name and only those it has."""
    found = dict(options)
    for name in ("joined", "fallbacks"):
        if name in found:
            found[name] = {
                field: [there[key] for key in map(normalised, columns) if key in there]
                for field, columns in found[name].items()
            }
    return found


def _nearest(wanted: str, names: Iterable[str]) -> str:
    """The three names most like it, for the end of a sentence."""
    by_key = {normalised(name): name for name in names}
    near = difflib.get_close_matches(normalised(wanted), by_key, n=3, cutoff=0.0)
    return ", ".join(by_key[key] for key in near)
