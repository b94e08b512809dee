"""The `carnet fact` command: from an id that Carnet printed to the record, and to the rows of the file it came from."""

from __future__ import annotations

import argparse
import itertools
import json
import uuid
from typing import TYPE_CHECKING, Any

from carnet.cli import DONE, Sentence
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from django.db import models
    from django.db.models import QuerySet

    from carnet.integrations.files.models import SourceRow

HELP = "What is behind an id that Carnet printed: the record, and the rows of the file it came from."
ROWS = 20
"""A client of a sales file stands on all her lines: the first ones do."""
UNSAID = {"folded", "mutation", "token", "password", "code", "only"}
"""What is a machine's own, or nobody's to print."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which, and how it is printed."""
    parser.add_argument("id", metavar="ID", help="the id of a fact, a client, a sale, anything")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Find it, and print it."""
    try:
        wanted = uuid.UUID(options.id)
    except ValueError as error:
        raise Sentence(f"{options.id!r} is not an id such as “carnet morning” prints behind each fact.") from error
    with at_hand():
        record = _record(wanted)
        if record is None:
            raise Sentence(f"Nothing here has the id {wanted}: it may have been taken back, or forgotten.")
        told = {
            "id": str(wanted),
            "kind": _kind(record),
            "record": _fields(record),
            "rows": [_row(row) for row in _rows(record)],
        }
        if options.json:
            print(json.dumps(told, ensure_ascii=False, indent=1))
        else:
            print("\n".join(_lines(told)))
    return DONE


def _record(wanted: uuid.UUID) -> models.Model | None:
    """Lines of sales and returns go by the id of their first version, and are shown as they stand."""
    from django.apps import apps
    from django.db.models import F, QuerySet

    from carnet.purchases.models import Line, Return

    for versioned in (Line, Return):
        if found := versioned.objects.filter(key=wanted).order_by(F("superseded_at").desc(nulls_first=True)).first():
            return found
    ours = (model for model in apps.get_models() if model.__module__.startswith("carnet.") and _has_uuid(model))
    return next((found for model in ours if (found := QuerySet(model).filter(pk=wanted).first())), None)


def _has_uuid(model: type[models.Model]) -> bool:
    return model._meta.pk is not None and model._meta.pk.get_internal_type() == "UUIDField"


def _kind(record: models.Model) -> str:
    room, name = type(record).__module__.split(".")[1], str(record._meta.verbose_name)
    return f"{room} {name}"


def _fields(record: models.Model) -> dict[str, Any]:
    """What the record says, field by field; another record as its id and its name."""
    told: dict[str, Any] = {}
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if field.name in UNSAID or value in (None, "", [], {}):
            continue
        told[field.name] = f"{value} ({getattr(record, field.name)})" if field.is_relation else _plain(value)
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | list | dict):
        return value
    if hasattr(value, "lower") and hasattr(value, "upper") and not isinstance(value, str):
        return f"from {value.lower} to {value.upper or '…'}"
    return value.tobytes().hex() if isinstance(value, memoryview) else str(value)


def _rows(record: models.Model) -> list[SourceRow]:
    """The rows it was made of: its own, else those of the person it is about in the import that noted it."""
    from carnet.clients.models import Client
    from carnet.integrations.files.models import SourceRow
    from carnet.purchases.models import Line, Sale

    rows = SourceRow.objects.select_related("taken_in").order_by("taken_in__known_from", "line_number")
    own = [record.pk, getattr(record, "key", None)]
    if isinstance(record, Sale):
        own += record.lines.values_list("key", flat=True)
    asked = [rows.filter(record_id__in=[each for each in own if each])]
    if origin := getattr(record, "from_line_id", None):
        asked.append(rows.filter(record_id__in=Line.objects.filter(id=origin).values("key")))
    if whose := getattr(record, "client_id", None):
        asked.append(rows.filter(record_id=whose, taken_in__noted_in=getattr(record, "noted_in_id", None)))
    if isinstance(record, Client):
        asked.append(rows.filter(record_id__in=Line.objects.filter(sale__client=record).values("key")))
    return list(next((found for each in asked if (found := _first(each))), []))


def _first(rows: QuerySet[SourceRow]) -> list[SourceRow]:
    return list(rows[:ROWS])


def _row(row: SourceRow) -> dict[str, Any]:
    header, cells = row.taken_in.header, json.loads(row.raw)
    named = itertools.zip_longest(header, cells, fillvalue="")
    return {
        "file": row.taken_in.file_name,
        "line": row.line_number,
        "import": str(row.taken_in_id),
        "cells": {str(name): cell for name, cell in named} if cells else {},
    }


def _lines(told: dict[str, Any]) -> list[str]:
    lines = [f"{told['kind']}  {told['id']}", *(f"  {name:18} {value}" for name, value in told["record"].items())]
    for row in told["rows"]:
        lines += ["", f"{row['file']}, line {row['line']} (import {row['import']})"]
        lines += [f"  {name:18} {cell}" for name, cell in row["cells"].items()] or ["  its words were forgotten"]
    return lines if told["rows"] else [*lines, "", "It came from no file: it was kept here."]
