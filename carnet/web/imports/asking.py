"""What a person said of a file on its page, and what the page shows of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from carnet.integrations.files import planning, reporting
from carnet.integrations.files.actions import importing
from carnet.integrations.files.models import Import, Upload
from carnet.integrations.files.planning import Plan, Wishes
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.web.here import Here
from carnet.web.imports import looking
from carnet.web.imports.forms import WishesForm

ANEW = ("kind", "mapping", "encoding", "separator", "sheet")
"""What changes the columns themselves: what was said of them before is of another table."""


def wishes(posted: Mapping[str, str], found: Upload) -> dict[str, Any]:
    """What was said, as `planning.Wishes` takes it."""
    form = WishesForm(posted)
    form.fields["mapping"].required = False
    form.is_valid()
    said = {name: value for name, value in form.cleaned_data.items() if value}
    if any(said.get(name, "") != found.wishes.get(name, "") for name in ANEW):
        return said
    columns = {key.removeprefix("column:"): value for key, value in posted.items() if key.startswith("column:")}
    return said | ({"columns": _fields(columns, found, said)} if columns else {})


def _fields(columns: dict[str, str], found: Upload, said: dict[str, Any]) -> dict[str, str]:
    """The page asks of each column which field it is; a mapping says of each field which column, where they differ."""
    wished = Wishes(**said)
    try:
        known = planning.recognised_as(planning.opened(planning.path_of(found), wished), wished).columns
    except Unreadable:
        known = {}
    chosen = {field: column for column, field in columns.items() if field}
    left_out = {field: "" for field, column in known.items() if field not in chosen and column in columns}
    return left_out | {field: column for field, column in chosen.items() if known.get(field) != column}


def look(found: Upload, at: Here, *, counted_below: int) -> dict[str, Any]:
    """The plan, ten rows as pages and what would come in; or the one sentence that says what is wrong."""
    is_small = planning.path_of(found).stat().st_size <= counted_below
    try:
        plan = planning.plan_of(found, at_most=None if is_small else looking.ROWS)
        made, pages = importing.rehearse(plan=plan, by=at.by, at=at.at, look=lambda made: looking.pages(made, at))
    except Unreadable as error:
        return {"wrong": str(error), **_unplanned(found)}
    counted = made if is_small else Import(counts=found.rehearsed, for_member=plan.for_member)
    return {
        "plan": plan,
        "pages": pages,
        "counted": reporting.sentences(counted, dry_run=True) if counted.counts else [],
        "columns": looking.columns(plan.table, plan.recognised),
        "wishes": WishesForm(initial=found.wishes, found=_found(plan)),
        "failed": found.said,
    }


def _found(plan: Plan) -> dict[str, Any]:
    detected = plan.table.detected
    return {
        **plan.options,
        "kind": plan.kind.value,
        "source": plan.source,
        "sheets": detected.sheets,
        "sheet": detected.sheet,
    }


def _unplanned(found: Upload) -> dict[str, Any]:
    """The columns of a file that cannot be planned yet, so that a person can say which is which."""
    wished = Wishes(**{**found.wishes, "columns": {}})
    try:
        table = planning.opened(planning.path_of(found), wished)
        recognised = planning.recognised_as(table, wished)
    except Unreadable:
        return {"wishes": WishesForm(initial=found.wishes), "columns": []}
    return {"wishes": WishesForm(initial=found.wishes), "columns": looking.columns(table, recognised)}


def reach(made: Import) -> list[tuple[str, int, int]]:
    """How many people each purpose could reach before and can now."""
    said = made.counts.get("reachable", {})
    purposes = (("care", pgettext("purpose", "Care")), ("invitation", _("Invitations")))
    return [(words, *(said.get(when, {}).get(code, 0) for when in ("before", "after"))) for code, words in purposes]
