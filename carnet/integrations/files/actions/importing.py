"""Taking a file in: everything in one transaction, so that it is done or nothing is."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import itertools
import json
import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.db import transaction

from carnet.books import policy
from carnet.books.actions import taking_in as taking_in_books
from carnet.clients.actions import taking_in as taking_in_people
from carnet.clients.models import Candidate
from carnet.consent import queries as consent_queries
from carnet.consent.actions import taking_in as taking_in_permissions
from carnet.house.actions import recognising as meeting
from carnet.integrations.files import rows
from carnet.integrations.files.kinds import Act, FileKind, RecordKind
from carnet.integrations.files.models import Import, RefusedRow
from carnet.integrations.files.planning import Plan
from carnet.integrations.files.staging import people as people_rows
from carnet.integrations.files.staging import products as product_rows
from carnet.integrations.files.staging import sales as sales_rows
from carnet.integrations.files.staging import table
from carnet.intelligence import tasks as reading_tasks
from carnet.intelligence.actions import coming_in
from carnet.journal import recording
from carnet.journal.models import Line
from carnet.kit import acts, db, ids
from carnet.occasions.actions import taking_in as taking_in_dates
from carnet.products.actions import taking_in as taking_in_products
from carnet.purchases import queries as purchase_queries
from carnet.purchases.actions import taking_in as taking_in_sales

FACTS = {"note": "note", "tags": "tag"}
"""The fields that become facts, and of which kind."""

type Progress = Callable[[str, float], None]
"""Told the step and how far it is, from 0 to 1."""


@transaction.atomic
def take_in(*, plan: Plan, by: acts.By, at: dt.datetime, progress: Progress = lambda _step, _share: None) -> Import:
    """Take in one file as planned; the import tells in `counts` what was new, changed, the same, refused and asked."""
    import_id = ids.new()
    # What an import says never counts as a colleague's own word, whoever sat before the screen.
    by = dataclasses.replace(by, via=acts.Via.IMPORT)
    line = recording.record(act=Act.IMPORTED, by=by, on=acts.On("import", import_id), at=at)
    before = consent_queries.reachable(at, purchase_queries.owners(at))
    counts = _stage(plan, by, at, progress)
    taken = {FileKind.SALES: _sales, FileKind.PEOPLE: _people, FileKind.PRODUCTS: _products}[plan.kind]
    counts |= taken(plan, line, at, progress)
    if plan.kind in (FileKind.SALES, FileKind.PEOPLE):
        coming_in.leave_unread()
        reading_tasks.read_soon()
    made = Import.objects.create(
        id=import_id, file_name=plan.name[:255], digest=plan.digest, kind=plan.kind, source=plan.source,
        columns=plan.recognised.columns, options=plan.options, header=plan.table.header, boutique=plan.boutique,
        for_member=plan.for_member, known_from=at, noted_in=line,
    )  # fmt: skip
    _keep_rows(made, brand=plan.brand)
    counts["refused"] = _keep_refused(made)
    counts["reachable"] = {"before": before, "after": consent_queries.reachable(at, purchase_queries.owners(at))}
    made.counts = counts
    made.save(update_fields=["counts"])
    table.clear()
    progress("done", 1)
    return made


def _stage(plan: Plan, by: acts.By, at: dt.datetime, progress: Progress) -> dict[str, Any]:
    columns = table.open_for(plan.kind)
    total, read = max(plan.table.size, 1), collections.Counter[str]()

    def counted(source: Iterator[list[Any]]) -> Iterator[list[Any]]:
        for number, row in enumerate(source):
            if number % 5000 == 0:
                progress("reading", plan.table.position() / total)
            read["rows"] += 1
            yield row

    with tempfile.TemporaryFile("w+", encoding="utf-8") as spool:
        refuse = _refusing_into(spool, read)
        db.copy_into(
            "taken_rows",
            columns,
            counted(itertools.islice(rows.typed(plan.kind, plan.table, plan.reading, refuse), plan.at_most)),
        )
        spool.seek(0)
        db.copy_into("taken_refused", ("line_number", "code", "values", "raw"), (json.loads(line) for line in spool))
    progress("writing", 0)
    db.execute("analyze taken_rows")
    if plan.kind == FileKind.SALES:
        if plan.reading.fill_down:
            sales_rows.fill_down()
        sales_rows.refuse_undated()
        sales_rows.settle_currency(plan.currency)
        sales_rows.refuse_contradictions()
    if plan.for_member:
        people_rows.keep_as_own_book()
    sellers = {FileKind.SALES: "seller", FileKind.PEOPLE: "advisor"}.get(plan.kind)
    people, places = meeting.meet(
        source=plan.source,
        people=table.names(sellers) if sellers else [],
        places=table.names("place") if sellers else [],
        by=by,
        at=at,
    )
    return {"rows": read["rows"] + read["refused"], "unknown_people": people, "unknown_places": places}


def _refusing_into(spool: IO[str], read: collections.Counter[str]) -> rows.Refuse:
    """Refused rows wait on disk: a file of nothing but bad rows must not fill the memory."""

    def refuse(line_number: int, code: str, values: dict[str, Any], raw: str) -> None:
        read["refused"] += 1
        # A NUL is what some rows are refused for, and jsonb cannot hold one.
        told = {name: value.replace("\0", "") if isinstance(value, str) else value for name, value in values.items()}
        spool.write(
            json.dumps([line_number, code, json.dumps(told, ensure_ascii=False), raw], ensure_ascii=False) + "\n"
        )

    return refuse


def _sales(plan: Plan, line: Line, at: dt.datetime, progress: Progress) -> dict[str, Any]:
    table.stage_places(source=plan.source, default=plan.boutique.id)
    sales_rows.stage_sales_people()
    people = taking_in_people.people(source=plan.source, line=line, at=at)
    progress("writing", 0.2)
    sales_rows.stage_references(brand=plan.brand)
    references = taking_in_products.references(line=line, at=at, is_catalogue=False)
    progress("writing", 0.35)
    sales_rows.stage_sales(brand=plan.brand)
    progress("writing", 0.5)
    sales = taking_in_sales.sales(source=plan.source, line=line, at=at)
    table.stage_permissions()
    permissions = taking_in_permissions.permissions(line=line)
    progress("writing", 0.8)
    return {
        "people": {"new": people.new, "changed": people.changed, "same": people.same},
        "candidates": people.candidates,
        "references": {"new": references.new, "changed": references.changed, "same": references.same},
        "sales": {"new": sales.sales_new, "changed": sales.sales_changed},
        "lines": {"new": sales.lines_new, "changed": sales.lines_changed},
        "returns": {
            "new": sales.returns_new, "changed": sales.returns_changed, "matched": sales.matched, "unmatched": sales.unmatched,
        },
        "permissions": permissions,
    }  # fmt: skip


def _people(plan: Plan, line: Line, at: dt.datetime, progress: Progress) -> dict[str, Any]:
    people_rows.date_people(at=at)
    table.stage_places(source=plan.source, default=plan.boutique.id)
    people_rows.stage_people()
    people = taking_in_people.people(source=plan.source, line=line, at=at)
    progress("writing", 0.4)
    people_rows.stage_facts()
    told = [kind for field, kind in FACTS.items() if field in plan.recognised.columns]
    facts = taking_in_people.facts(source=plan.source, kinds=told, line=line, at=at)
    people_rows.stage_bonds()
    bonds = taking_in_people.bonds(source=plan.source, line=line)
    in_books = _books(plan, line, at)
    permissions = taking_in_permissions.permissions(line=line)
    progress("writing", 0.7)
    people_rows.stage_dates()
    dates = taking_in_dates.dates(line=line, at=at)
    return {
        "people": {"new": people.new, "changed": people.changed, "same": people.same},
        "candidates": people.candidates,
        "facts": facts,
        "bonds": bonds,
        "permissions": permissions,
        "dates": dates,
        **in_books,
    }


def _books(plan: Plan, line: Line, at: dt.datetime) -> dict[str, int]:
    """Stage what they agreed to, and put them into a book: the advisor's who brings them, or the one that is named."""
    table.stage_permissions()
    if plan.for_member:
        people_rows.ask_in_person()
        # She is told of nobody hidden from her: one row with a number in it would ask whether the house knows it.
        hers = policy.clients_visible_to(plan.for_member, at).values("id")
        return {
            "claims": taking_in_books.claims(member=plan.for_member, line=line, at=at),
            "candidates": Candidate.objects.filter(noted_in=line, client__in=hers, other__in=hers).count(),
        }
    people_rows.stage_advisors(source=plan.source)
    return {"assigned": taking_in_books.advisors(line=line, at=at)}


def _products(plan: Plan, line: Line, at: dt.datetime, progress: Progress) -> dict[str, Any]:
    db.execute("update taken_rows set currency = %(currency)s where currency is null", currency=plan.currency)
    product_rows.stage_catalogue(brand=plan.brand, at=at)
    references = taking_in_products.references(line=line, at=at, is_catalogue=True)
    progress("writing", 0.6)
    return {"references": {"new": references.new, "changed": references.changed, "same": references.same}}


def _keep_rows(made: Import, *, brand: str) -> None:
    """The original of every row that told the house something, beside the record it became."""
    became = {
        FileKind.SALES: f"""
            select t.line_number, case when k.quantity < 0 then '{RecordKind.RETURN}' else '{RecordKind.LINE}' end,
                   derived_id(case when k.quantity < 0 then 'return' else 'line' end, %(source)s, k.key), t.raw
            from taken_keyed k join taken_rows t using (line_number)""",  # noqa: S608 -- our own names
        FileKind.PEOPLE: f"""
            select t.line_number, '{RecordKind.CLIENT}', w.client_id, t.raw
            from taken_rows t join taken_who w on w.key = t.client_key""",  # noqa: S608 -- our own names
        FileKind.PRODUCTS: f"""
            select t.line_number, '{RecordKind.REFERENCE}', w.reference_id, t.raw
            from taken_rows t join taken_what w on w.sku = t.sku and w.brand = coalesce(t.brand, %(brand)s)""",  # noqa: S608 -- our own names
    }[FileKind(made.kind)]
    db.execute(
        f"""
        insert into files_sourcerow (taken_in_id, line_number, record_kind, record_id, raw)
        select %(made)s, b.* from ({became}) as b (line_number, record_kind, record_id, raw)
        where not exists (select from files_sourcerow r where r.record_id = b.record_id and r.raw = b.raw)
        order by line_number
        """,  # noqa: S608 -- our own names
        made=made.id,
        source=made.source,
        brand=brand,
    )


def _keep_refused(made: Import) -> int:
    db.execute(
        """
        insert into files_refusedrow (taken_in_id, line_number, code, values, raw)
        select %(made)s, line_number, code, values, raw from taken_refused order by line_number
        """,
        made=made.id,
    )
    return RefusedRow.objects.filter(taken_in=made).count()


@transaction.atomic
def rehearse[Seen](
    *,
    plan: Plan,
    by: acts.By,
    at: dt.datetime,
    progress: Progress = lambda _step, _share: None,
    look: Callable[[Import], Seen] = lambda _made: None,  # type: ignore[assignment, return-value]
) -> tuple[Import, Seen]:
    """Do all of it, `look` at what is there, and then do none of it: the same report, nothing written."""
    made = take_in(plan=plan, by=by, at=at, progress=progress)
    seen = look(made)
    transaction.set_rollback(True)
    return made, seen
