"""Sales and returns brought in from another system, set-based: facts are added or superseded, never rewritten.

The caller stages temporary tables in its own transaction and passes the journal line of its act:

- `taken_sales`: sale_key text (unique), client_id, boutique_id, place_id uuid, kind, currency text, discount, shipping,
  tax numeric, words text, happened_at, cancelled_at timestamptz.
- `taken_lines`: line_key, sale_key text, position int, reference_id uuid, quantity int, unit_price, discount numeric.
- `taken_returns`: return_key, sale_key text (null unless it names its sale), client_id, boutique_id, reference_id uuid,
  quantity int, amount numeric, currency text, happened_at timestamptz.
- `taken_sellers`: sale_key, name text.
"""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction

from carnet.journal.models import Line as JournalLine
from carnet.kit import db
from carnet.purchases.models import Line, Sale

HEADER = ("client_id", "boutique_id", "place_id", "discount", "shipping", "tax", "words", "cancelled_at")


@dataclasses.dataclass(frozen=True)
class SalesTaken:
    """What came in, line by line; `matched` and `unmatched` are the new returns with and without their original."""

    sales_new: int
    sales_changed: int
    lines_new: int
    lines_changed: int
    returns_new: int
    returns_changed: int
    matched: int
    unmatched: int


@transaction.atomic
def sales(*, source: str, line: JournalLine, at: dt.datetime) -> SalesTaken:
    """Take in everything staged under that source."""
    sales_new = _add_sales(source=source, line=line)
    sales_changed = _correct_sales(line=line, at=at)
    lines_new, lines_changed = _add_lines(source=source, line=line, at=at)
    returns_new, returns_changed = _add_returns(source=source, line=line, at=at)
    _name_sellers(source=source, line=line)
    _match_returns()
    matched, returned = db.select(
        "select count(line_id), count(*) from purchases_return where noted_in_id = %(line)s and superseded_at is null",
        line=line.id,
    )[0]
    return SalesTaken(
        sales_new=sales_new, sales_changed=sales_changed, lines_new=lines_new, lines_changed=lines_changed,
        returns_new=returns_new, returns_changed=returns_changed, matched=matched, unmatched=returned - matched,
    )  # fmt: skip


@transaction.atomic
def undo(*, line: JournalLine) -> list[Sale]:
    """Take back what that line brought; sales on which later work rests stay whole, and are returned."""
    own = {"purchases_line", "purchases_return", "purchases_salerole", "purchases_correction"}
    db.execute(
        f"""
        create temp table kept_sales on commit drop as
        select s.id from purchases_sale s where s.noted_in_id = %(line)s and (
            {db.references_to(Sale, besides=own, row="s")}
            or exists (select from purchases_line l where l.sale_id = s.id and (l.noted_in_id <> %(line)s
                or {db.references_to(Line, besides={"purchases_return"}, row="l")}))
            or exists (select from purchases_correction x where x.sale_id = s.id and x.noted_in_id <> %(line)s))
        """,  # noqa: S608 -- names from the catalogue of models
        line=line.id,
    )
    db.execute(
        """
        update purchases_return r set line_id = null from purchases_line l
        where r.line_id = l.id and l.noted_in_id = %(line)s and l.sale_id not in (select id from kept_sales)
        """,
        line=line.id,
    )
    for table in ("return", "line"):
        db.execute(
            f"""
            delete from purchases_{table} where noted_in_id = %(line)s
            and (sale_id is null or sale_id not in (select id from kept_sales))
            """,  # noqa: S608 -- our own names
            line=line.id,
        )
        db.execute(
            f"""
            update purchases_{table} old set superseded_at = null where superseded_at = %(at)s and not exists (
                select from purchases_{table} stands where stands.key = old.key and stands.superseded_at is null)
            """,  # noqa: S608
            at=line.at,
        )
    _uncorrect_sales(line=line)
    gone = (
        "sale_id in (select id from purchases_sale where noted_in_id = %(line)s)"
        " and sale_id not in (select id from kept_sales)"
    )
    db.execute(f"delete from purchases_salerole where noted_in_id = %(line)s or ({gone})", line=line.id)  # noqa: S608
    db.execute(
        "delete from purchases_sale where noted_in_id = %(line)s and id not in (select id from kept_sales)",
        line=line.id,
    )
    db.execute("drop table kept_sales")
    return list(Sale.objects.filter(noted_in=line).order_by("happened_at", "id"))


def _add_sales(*, source: str, line: JournalLine) -> int:
    db.execute("alter table taken_sales add column id uuid, add column is_new boolean")
    db.execute(
        """
        update taken_sales t set id = derived_id('sale', %(source)s, t.sale_key), is_new = not exists (
            select from purchases_sale s where s.source = %(source)s and s.external_id = t.sale_key)
        """,
        source=source,
    )
    db.execute("create unique index on taken_sales (sale_key)")
    db.execute("analyze taken_sales")
    return db.execute(
        """
        insert into purchases_sale (id, client_id, boutique_id, place_id, kind, currency, tax_included, discount, shipping,
            tax, words, source, external_id, happened_at, cancelled_at, known_from, noted_in_id)
        select id, client_id, boutique_id, place_id, kind, currency, true, coalesce(discount, 0), coalesce(shipping, 0), tax,
               coalesce(words, ''), %(source)s, sale_key, happened_at, cancelled_at, happened_at, %(line)s
        from taken_sales where is_new
        """,
        source=source,
        line=line.id,
    )


def _correct_sales(*, line: JournalLine, at: dt.datetime) -> int:
    """What the source now says otherwise about a sale's own fields; who bought stays as a person said it."""
    differs = " or ".join(f"(t.{field} is not null and t.{field} is distinct from s.{field})" for field in HEADER)
    shown = ", ".join(f"'{field}', to_jsonb({{row}}.{field})" for field in HEADER)
    before, after = (f"jsonb_build_object({shown.format(row=row)})" for row in ("s", "t"))
    db.execute(
        f"""
        create temp table corrected on commit drop as
        select s.id, {before} as before, {after} as after
        from taken_sales t join purchases_sale s on s.id = t.id where not t.is_new and ({differs})
        """  # noqa: S608 -- our own column names
    )
    by_hand = """exists (select from purchases_correction x join journal_line l on l.id = x.noted_in_id
        where x.sale_id = s.id and l.via <> 'import')"""
    fields = ", ".join(f"{field} = coalesce(t.{field}, s.{field})" for field in HEADER if field != "client_id")
    db.execute(
        f"""
        update purchases_sale s set {fields}, client_id = case when {by_hand} then s.client_id
            else coalesce(t.client_id, s.client_id) end
        from taken_sales t where s.id = t.id and s.id in (select id from corrected)
        """  # noqa: S608
    )
    changed = db.execute(
        """
        insert into purchases_correction (id, sale_id, before, after, known_from, noted_in_id)
        select derived_id('correction', id::text, %(line)s::text), id, before, after, %(at)s, %(line)s from corrected
        """,
        line=line.id,
        at=at,
    )
    db.execute("drop table corrected")
    return changed


def _uncorrect_sales(*, line: JournalLine) -> None:
    fields = ", ".join(f"{field} = (jsonb_populate_record(null::purchases_sale, x.before)).{field}" for field in HEADER)
    db.execute(
        f"update purchases_sale s set {fields} from purchases_correction x where x.sale_id = s.id and x.noted_in_id = %(line)s",  # noqa: S608
        line=line.id,
    )
    db.execute("delete from purchases_correction where noted_in_id = %(line)s", line=line.id)


def _add_lines(*, source: str, line: JournalLine, at: dt.datetime) -> tuple[int, int]:
    db.execute(
        """
        create temp table taken_line_keys on commit drop as
        select derived_id('line', %(source)s, t.line_key) as key, s.id as sale_id, s.happened_at, t.* from taken_lines t
        join taken_sales s using (sale_key)
        """,
        source=source,
    )
    db.execute("analyze taken_line_keys")
    changed = db.execute(
        """
        with differing as (
            select t.* from taken_line_keys t join purchases_line l on l.key = t.key and l.superseded_at is null
            where (l.reference_id, l.quantity, l.unit_price, l.discount) is distinct from
                  (t.reference_id, t.quantity, t.unit_price, t.discount)
        ), superseded as (
            update purchases_line l set superseded_at = %(at)s from differing d
            where l.key = d.key and l.superseded_at is null returning l.key
        )
        insert into purchases_line (id, key, sale_id, position, reference_id, quantity, unit_price, discount, total,
            known_from, noted_in_id)
        select derived_id('line version', key::text, %(line)s::text), key, sale_id, position, reference_id, quantity,
               unit_price, discount, quantity * unit_price - discount, %(at)s, %(line)s
        from differing where key in (select key from superseded)
        """,
        line=line.id,
        at=at,
    )
    new = db.execute(
        """
        insert into purchases_line (id, key, sale_id, position, reference_id, quantity, unit_price, discount, total,
            known_from, noted_in_id)
        select t.key, t.key, t.sale_id, t.position, t.reference_id, t.quantity, t.unit_price, t.discount,
               t.quantity * t.unit_price - t.discount, t.happened_at, %(line)s
        from taken_line_keys t where not exists (select from purchases_line l where l.key = t.key)
        """,
        line=line.id,
    )
    return new, changed


def _add_returns(*, source: str, line: JournalLine, at: dt.datetime) -> tuple[int, int]:
    db.execute(
        """
        create temp table taken_return_keys on commit drop as
        select derived_id('return', %(source)s, t.return_key) as key, s.id as sale_id, t.return_key, t.client_id,
               t.boutique_id, t.reference_id, t.quantity, t.amount, t.currency, t.happened_at
        from taken_returns t left join purchases_sale s on s.source = %(source)s and s.external_id = t.sale_key
        """,
        source=source,
    )
    columns = """sale_id, client_id, boutique_id, reference_id, quantity, amount, currency, source, external_id,
        happened_at, known_from, noted_in_id"""
    values = (
        "sale_id, client_id, boutique_id, reference_id, quantity, amount, currency, %(source)s, return_key, happened_at"
    )
    changed = db.execute(
        f"""
        with differing as (
            select t.* from taken_return_keys t join purchases_return r on r.key = t.key and r.superseded_at is null
            where (r.client_id, r.reference_id, r.quantity, r.amount, r.currency) is distinct from
                  (t.client_id, t.reference_id, t.quantity, t.amount, t.currency)
        ), superseded as (
            update purchases_return r set superseded_at = %(at)s from differing d
            where r.key = d.key and r.superseded_at is null returning r.key
        )
        insert into purchases_return (id, key, {columns})
        select derived_id('return version', key::text, %(line)s::text), key, {values}, %(at)s, %(line)s
        from differing where key in (select key from superseded)
        """,  # noqa: S608
        source=source,
        line=line.id,
        at=at,
    )
    new = db.execute(
        f"""
        insert into purchases_return (id, key, {columns})
        select key, key, {values}, happened_at, %(line)s from taken_return_keys t
        where not exists (select from purchases_return r where r.key = t.key)
        """,  # noqa: S608
        source=source,
        line=line.id,
    )
    return new, changed


def _match_returns() -> None:
    """A return without its original goes to the client's latest earlier sale of that reference."""
    db.execute("analyze purchases_line; analyze purchases_sale")
    db.execute(
        """
        update purchases_return r set line_id = found.line_id from (
            select r.id, (
                select l.id from purchases_sale s join purchases_line l on l.sale_id = s.id
                where s.client_id = r.client_id and l.reference_id = r.reference_id and l.superseded_at is null
                  and s.happened_at < r.happened_at
                order by s.happened_at desc, l.position desc, l.id limit 1
            ) as line_id
            from purchases_return r
            where r.line_id is null and r.sale_id is null and r.client_id is not null and r.reference_id is not null
              and r.superseded_at is null
        ) as found where found.id = r.id and found.line_id is not null
        """
    )


def _name_sellers(*, source: str, line: JournalLine) -> None:
    """Who rang it up, as the source names them, and as the member that name was recognised to be."""
    db.execute(
        """
        insert into purchases_salerole (id, sale_id, kind, member_id, staff_name_id, known_from, noted_in_id)
        select distinct on (s.id, n.id) derived_id('role', s.id::text, n.id::text), s.id, 'rang_up', n.member_id, n.id,
               s.happened_at, %(line)s
        from taken_sellers t join taken_sales s using (sale_key)
        join house_staffname n on n.source = %(source)s and n.name = t.name
        where not exists (select from purchases_salerole r where r.sale_id = s.id and r.staff_name_id = n.id)
        """,
        source=source,
        line=line.id,
    )
