"""Exports as systems write them, put on disk by the test that needs them, and taken in by the house's own acts."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from carnet.house.models import Boutique, Member
from carnet.integrations.files import planning
from carnet.integrations.files.actions import importing
from carnet.integrations.files.models import Import
from carnet.kit.acts import By, Via
from tests.factories import people

TODAY = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
THE_COMMAND = By(None, Via.COMMAND)


def rows(*told: Mapping[str, Any], header: Sequence[str] = ()) -> list[list[str]]:
    """A table of what each row says, under a header of its own or of all they say."""
    names = list(header) or list(dict.fromkeys(name for each in told for name in each))
    return [names, *([str(each.get(name, "")) for name in names] for each in told)]


def sheet(path: Path, table: Sequence[Sequence[str]], *, encoding: str = "utf-8", separator: str = ",") -> Path:
    """That table as CSV, or as a workbook when the path says so."""
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
            page = book.add_worksheet("Export")
            for number, cells in enumerate(table):
                for place, cell in enumerate(cells):
                    page.write_string(number, place, cell)
        return path
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(table)
    return path


def planned(
    path: Path, *, boutique: Boutique | None = None, member: Member | None = None, **wishes: Any
) -> planning.Plan:
    """How that file is read."""
    return planning.plan(
        path, boutique=boutique or people.boutique(), wishes=planning.Wishes(**wishes), for_member=member
    )


def take_in(path: Path, *, at: dt.datetime = TODAY, by: By = THE_COMMAND, **how: Any) -> Import:
    """Take that file in."""
    return importing.take_in(plan=planned(path, **how), by=by, at=at)
