"""What a file is and how it would be read, settled before anything is written; what cannot be settled is asked."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from carnet.house.models import Boutique, Maison, Member
from carnet.integrations.files.kinds import FileKind
from carnet.integrations.files.models import Mapping as KeptMapping
from carnet.integrations.files.models import Upload
from carnet.integrations.files.reading import detection, fields, opening, recognising
from carnet.integrations.files.reading.opening import Table, Unreadable
from carnet.integrations.files.reading.recognising import Recognised
from carnet.integrations.files.rows import Reading

SAMPLE = 2000
DATES = ("sold_at", "created_at", "updated_at", "consent_on", "cancelled_at", "birthday", "anniversary")
NUMBERS = ("unit_price", "line_discount", "total", "price", "sale_discount", "tax", "refunded")


class Unsettled(Unreadable):
    """How the file is read cannot be settled without a person."""

    sentences: ClassVar[Mapping[str, object]] = {
        "ambiguous_dates": _(
            "Dates such as %(text)s could be day/month or month/day, and Carnet does not guess: say which (--date-order)."
        ),
        "own_book_is_people": _(
            "One’s own book is people: sales and pieces are brought in by the manager, under Import."
        ),
        "no_mapping": _("There is no mapping called “%(name)s”: kept are %(known)s."),
    }


@dataclasses.dataclass(frozen=True)
class Wishes:
    """What a person said about the file; empty where it should be found out."""

    columns: dict[str, str] = dataclasses.field(default_factory=dict)
    mapping: str = ""
    source: str = ""
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    currency: str = ""
    kind: str = ""
    keep_as: str = ""
    """The name under which this way of reading is kept once the file has come in."""


@dataclasses.dataclass(frozen=True)
class Plan:
    """One file, its columns and the way its cells are read."""

    path: Path
    name: str
    digest: str
    table: Table
    recognised: Recognised
    kind: FileKind
    source: str
    reading: Reading
    boutique: Boutique
    currency: str | None
    """For rows that do not say; None in a house of several."""
    brand: str
    for_member: Member | None = None
    at_most: int | None = None
    """How many rows to read, for a look; all of them otherwise."""

    @property
    def options(self) -> dict[str, Any]:
        """What was detected or said, to be shown and kept."""
        detected = self.table.detected
        return {
            "encoding": detected.encoding,
            "separator": detected.separator,
            "sheet": detected.sheet,
            "decimal_mark": self.reading.decimal_mark,
            "date_order": self.reading.date_order,
            "zone": self.reading.zone,
            "currency": self.currency or "",
            "format": self.recognised.format or "",
        }


def plan(path: Path, *, boutique: Boutique, wishes: Wishes, name: str = "", for_member: Member | None = None) -> Plan:
    """Open the file and settle how it is read. Raises Unreadable with a sentence for whatever cannot be settled."""
    kept = _kept(wishes.mapping)
    table = opened(path, wishes)
    recognised = recognised_as(table, wishes).with_columns(wishes.columns)
    if for_member and recognised.kind != FileKind.PEOPLE:
        raise Unsettled("own_book_is_people")
    recognised.demand_complete()
    options = {**recognised.options, **(kept.options if kept else {})}
    maison = Maison.objects.get()
    return Plan(
        path=path,
        name=name or path.name,
        digest=_digest(path),
        table=table,
        recognised=recognised,
        kind=recognised.kind,
        # The ids of an advisor's own book are hers: they must not touch anybody the house knows by such an id.
        source=f"book:{for_member.id}"
        if for_member
        else wishes.source or (kept.source if kept else "") or recognised.source,
        reading=_reading(table, recognised, wishes, options, boutique),
        boutique=boutique,
        currency=wishes.currency or options.get("currency") or _one_currency(),
        brand=maison.name,
        for_member=for_member,
    )


def opened(path: Path, wishes: Wishes) -> Table:
    """The file as a table. Raises Unreadable."""
    return opening.open_table(
        path, encoding=wishes.encoding or None, separator=wishes.separator or None, sheet=wishes.sheet or None
    )


def recognised_as(table: Table, wishes: Wishes) -> Recognised:
    """Which column is which field before anybody says otherwise: by its header, or as a kept mapping has it."""
    kept = _kept(wishes.mapping)
    kind = wishes.kind or (kept.kind if kept else "")
    recognised = recognising.recognise(table.header, kind=FileKind(kind) if kind else None)
    if kept is None:
        return recognised
    left_out = {field: "" for field in recognised.columns if field not in kept.columns}
    # Only what differs: a column named anew loses what the format knows of where else to look.
    return recognised.with_columns(
        left_out | {field: column for field, column in kept.columns.items() if recognised.columns.get(field) != column}
    )


def plan_of(upload: Upload, *, at_most: int | None = None) -> Plan:
    """How that file would be read. Raises Unreadable."""
    wishes = Wishes(**upload.wishes)
    made = plan(
        path_of(upload), boutique=upload.boutique, wishes=wishes, name=upload.file_name,
        for_member=upload.by if upload.is_own_book else None,
    )  # fmt: skip
    return dataclasses.replace(made, at_most=at_most)


def path_of(upload: Upload) -> Path:
    """Where its bytes wait."""
    return Path(settings.CARNET_HOME) / "uploads" / str(upload.id) / upload.file_name


def _kept(name: str) -> KeptMapping | None:
    if not name:
        return None
    kept = KeptMapping.objects.filter(name=name).first()
    if kept is None:
        known = ", ".join(KeptMapping.objects.order_by("name").values_list("name", flat=True)) or "–"
        raise Unsettled("no_mapping", name=name, known=known)
    return kept


def _reading(
    table: Table, recognised: Recognised, wishes: Wishes, options: dict[str, Any], boutique: Boutique
) -> Reading:
    numbers = {column: number for number, column in enumerate(table.header)}

    def places(columns: Iterable[str]) -> tuple[int, ...]:
        return tuple(numbers[column] for column in columns)

    fallbacks = recognised.options.get("fallbacks", {})
    columns = {field: places([column, *fallbacks.get(field, ())]) for field, column in recognised.columns.items()}
    sample = [cells for _number, cells in itertools.islice(table.rows(), SAMPLE)]

    def cells_of(wanted: tuple[str, ...]) -> list[str]:
        looked_in = [place for field in wanted for place in columns.get(field, ())]
        return [cells[place] for cells in sample for place in looked_in if cells[place].strip()]

    order = wishes.date_order or options.get("date_order") or _order(cells_of(DATES))
    return Reading(
        columns=columns,
        joined={field: places(parts) for field, parts in recognised.options.get("joined", {}).items()},
        list_separator=str(options.get("list_separator", ",")),
        decimal_mark=wishes.decimal_mark or options.get("decimal_mark") or detection.decimal_mark(cells_of(NUMBERS)),
        date_order=order,
        zone=boutique.zone,
        country=boutique.country,
        email_is_identity=bool(options.get("email_is_identity")),
        fill_down=bool(options.get("fill_down")),
    )


def _order(samples: list[str]) -> str:
    if not samples:
        return "ymd"
    order = detection.date_order(samples)
    if order is None:
        raise Unsettled("ambiguous_dates", text=samples[0])
    return order


def _one_currency() -> str | None:
    currencies = set(Boutique.objects.values_list("currency", flat=True))
    return currencies.pop() if len(currencies) == 1 else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def choosable(kind: FileKind) -> list[fields.Field]:
    """The fields a column of such a file may be."""
    return list(fields.FIELDS[kind].values())


def is_needed(kind: FileKind, field: fields.Field) -> bool:
    """Whether a file of that kind cannot be read without it, or one like it."""
    return any(field.code in group for group in fields.REQUIRED[kind])
