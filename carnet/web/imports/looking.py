"""Ten rows as real client pages, and what each column would be."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

from carnet.books import policy
from carnet.integrations.files.models import Import, SourceRow
from carnet.integrations.files.planning import choosable
from carnet.integrations.files.reading.opening import Table
from carnet.integrations.files.reading.recognising import Recognised
from carnet.products.models import Reference
from carnet.purchases.models import Line
from carnet.web.client import reading
from carnet.web.here import Here

ROWS = 60
"""Rows read for the look: enough that ten people are among them."""
PAGES = 10
EXAMPLES = 2


@dataclasses.dataclass(frozen=True)
class Look:
    """One row as it would be."""

    line: int
    page: reading.Page | None = None
    reference: Reference | None = None


def pages(made: Import, at: Here) -> list[Look]:
    """The first ten different people (or references) of the file, as their pages would be. Call inside a rehearsal."""
    later = dataclasses.replace(at, at=max(at.at, made.known_from))
    rows = list(SourceRow.objects.filter(taken_in=made).order_by("line_number")[: ROWS * PAGES])
    if made.kind == "products":
        found = Reference.objects.in_bulk([row.record_id for row in rows[:PAGES]])
        return [Look(row.line_number, reference=found[row.record_id]) for row in rows[:PAGES] if row.record_id in found]
    buyers = dict(Line.objects.filter(key__in=[row.record_id for row in rows]).values_list("key", "sale__client"))
    seen: dict[Any, int] = {}
    for row in rows:
        client = row.record_id if row.record_kind == "client" else buyers.get(row.record_id)
        if client:
            seen.setdefault(client, row.line_number)
    chosen = dict(itertools.islice(seen.items(), PAGES))
    # A file may name somebody whom the house hides from whoever brings it: she has no page here either.
    people = policy.clients_visible_to(later.member, later.at, later.scope).in_bulk(list(chosen))
    return [Look(line, page=reading.page(people[client], later)) for client, line in chosen.items() if client in people]


def columns(table: Table, recognised: Recognised) -> list[dict[str, Any]]:
    """Each column, two examples, and the field it is taken for; with every field it could be.

    `beside` is the field that a format also looks for there, or makes of several columns.
    """
    fields = {column: field for field, column in recognised.columns.items()}
    choices = [(field.code, field.meaning) for field in choosable(recognised.kind)]
    meanings = dict(choices)
    beside = {
        column: meanings[field]
        for option in ("fallbacks", "joined")
        for field, others in recognised.options.get(option, {}).items()
        for column in others
        if column not in fields
    }
    sample = [cells for _line, cells in itertools.islice(table.rows(), 20)]
    return [
        {
            "column": column,
            "examples": ", ".join(
                list(dict.fromkeys(cells[place] for cells in sample if cells[place].strip()))[:EXAMPLES]
            )[:60],
            "field": fields.get(column, ""),
            "beside": beside.get(column),
            "choices": choices,
        }
        for place, column in enumerate(table.header)
    ]
