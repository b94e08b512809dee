"""The rows that were imported, as they stood in the file, and those that were refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from carnet.integrations.files import planning
from carnet.integrations.files.kinds import UploadState
from carnet.integrations.files.models import Import, RefusedRow, SourceRow, Upload
from carnet.integrations.files.models import Mapping as KeptMapping
from carnet.kit.personal_data import Holding, Person
from carnet.purchases.models import Line, Return

IDS = ("client_id", "external_id")
UNTOUCHED = (UploadState.WAITING, UploadState.FAILED)


def _became_hers(person: Person) -> QuerySet[SourceRow]:
    sold = Line.objects.filter(sale__client=person.id).values("key")
    back = Return.objects.filter(
        Q(client=person.id) | Q(sale__client=person.id) | Q(line__sale__client=person.id)
    ).values("key")
    return SourceRow.objects.filter(Q(record_id=person.id) | Q(record_id__in=sold) | Q(record_id__in=back))


def _refused_about_her(person: Person) -> QuerySet[RefusedRow]:
    """Nothing ties a refused row to anybody: it is hers when it bears her name, her address or her id."""
    hers = Q(pk__in=list(_by_her_id(person)))
    for said in person.wherever:
        hers |= Q(raw__icontains=_in_json(said)[1:-1])
    for called in person.called if person.family else ():
        hers |= Q(raw__icontains=_in_json(called)) & Q(raw__icontains=_in_json(person.family))
    return RefusedRow.objects.filter(hers)


def _by_her_id(person: Person) -> Iterator[int]:
    """By the column that holds the id, for elsewhere “17” is a quantity."""
    for source, known_as in person.known_as:
        rows = RefusedRow.objects.filter(taken_in__source=source, raw__contains=_in_json(known_as)).select_related(
            "taken_in"
        )
        for row in rows.iterator():
            made = row.taken_in
            places = [made.header.index(made.columns[field]) for field in IDS if made.columns.get(field) in made.header]
            cells = json.loads(row.raw)
            if any(cells[place : place + 1] == [known_as] for place in places):
                yield row.pk


def _in_json(said: str) -> str:
    return json.dumps(said, ensure_ascii=False)


def _no_cells(_person: Person) -> Mapping[str, Any]:
    return {"raw": "[]"}


def _no_cells_and_no_reason(_person: Person) -> Mapping[str, Any]:
    return {"raw": "[]", "values": {}}


HOLDINGS = (
    Holding(
        table=SourceRow,
        rows=_became_hers,
        without=_no_cells,
        impersonal=("record_kind",),
        what="The rows of the files she came in with, cell by cell.",
        why="So that every figure and every fact can be shown where it came from.",
        how_long="As long as she is a client of the house; then the number of the row alone.",
        gives=("taken_in__file_name", "line_number", "raw"),
    ),
    Holding(
        table=RefusedRow,
        rows=_refused_about_her,
        without=_no_cells_and_no_reason,
        impersonal=("code",),
        what="Rows of hers that could not be taken in.",
        why="So that nothing is lost in silence.",
        how_long="As long as she is a client of the house; then the number of the row and the kind of fault alone.",
        gives=("taken_in__file_name", "line_number", "raw"),
    ),
    Holding(
        table=Upload,
        rows=lambda _person: Upload.objects.filter(state__in=UNTOUCHED),
        without=lambda _person: {"said": ""},
        impersonal=("file_name", "wishes", "state", "step", "is_rehearsal", "rehearsed"),
        what="What was wrong with a file that was dropped and not taken in; it may quote a row.",
        why="To put it right.",
        how_long="Until it is taken in, or somebody is forgotten.",
    ),
)
OURS = {
    Import: "which file, when, how it was read and how many rows: none of its words",
    KeptMapping: "which column is which field",
}


WORDS = {SourceRow: ("raw",)}


def papers(person: Person) -> Iterator[Path]:
    """Files beside the database that may say her name: refused rows written out, and what was dropped and not taken in."""
    for made in _refused_about_her(person).values_list("taken_in", flat=True).distinct():
        yield Path(settings.CARNET_HOME) / "imports" / f"refused-{made}.csv"
    for upload in Upload.objects.filter(state__in=UNTOUCHED):
        yield planning.path_of(upload)
