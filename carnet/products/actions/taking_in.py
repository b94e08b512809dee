"""References brought in from another system, set-based.

The caller stages one temporary table in its own transaction and passes the journal line of its act:

- `taken_references`: sku, brand, name, kind, category (a term's code or null), colour, material, making text,
  attributes jsonb, price numeric (null: not said), currency text, known_from timestamptz; unique on (brand, sku).

`taken_what` (brand, sku, reference_id, is_new) is left behind for the rooms above.
"""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction

from carnet.journal.models import Line
from carnet.kit import db
from carnet.products.models import Reference


@dataclasses.dataclass(frozen=True)
class ReferencesTaken:
    """How many references were new, changed, or already so."""

    new: int
    changed: int
    same: int


@transaction.atomic
def references(*, line: Line, at: dt.datetime, is_catalogue: bool) -> ReferencesTaken:
    """Take in every staged reference; only a catalogue may rename or reprice one that is already known."""
    db.execute(
        """
        insert into products_brand (id, name) select distinct derived_id('brand', brand), brand from taken_references
        on conflict (name) do nothing
        """
    )
    db.execute(
        """
        create temp table taken_what on commit drop as
        select t.brand, t.sku, b.id as brand_id, coalesce(r.id, derived_id('reference', t.brand, t.sku)) as reference_id,
               r.id is null as is_new
        from taken_references t join products_brand b on b.name = t.brand
        left join products_reference r on r.brand_id = b.id and r.sku = t.sku
        """
    )
    db.execute("analyze taken_what")
    new = db.execute(
        """
        insert into products_reference (id, brand_id, sku, name, kind, category_id, line, colour, material, leather,
            hardware, attributes, making, plate, known_from, noted_in_id)
        select w.reference_id, w.brand_id, t.sku, t.name, t.kind, term.id, '', coalesce(t.colour, ''),
               coalesce(t.material, ''), '', '', coalesce(t.attributes, '{}'), coalesce(t.making, 'stock'),
               coalesce(term.schema ->> 'plate', ''), t.known_from, %(line)s
        from taken_references t join taken_what w using (brand, sku)
        left join house_term term on term.kind = 'category' and term.code = t.category
        where w.is_new
        """,
        line=line.id,
    )
    changed = _rename(line=line, at=at) if is_catalogue else 0
    total = int(db.select("select count(*) from taken_what")[0][0])
    return ReferencesTaken(new=new, changed=changed, same=total - new - changed)


@transaction.atomic
def undo(*, line: Line) -> list[Reference]:
    """Take back what that line brought; references on which later work rests stay, and are returned."""
    db.execute("delete from products_price where noted_in_id = %(line)s", line=line.id)
    db.execute(
        "update products_price set period = tstzrange(lower(period), null) where upper(period) = %(at)s", at=line.at
    )
    rests = db.references_to(Reference)
    db.execute(f"delete from products_reference c where noted_in_id = %(line)s and not ({rests})", line=line.id)  # noqa: S608
    return list(Reference.objects.filter(noted_in=line).order_by("name", "id"))


def _rename(*, line: Line, at: dt.datetime) -> int:
    """A catalogue's word on names and prices: the old price ends when the new one begins."""
    db.execute(
        """
        create temp table recatalogued on commit drop as
        with renamed as (
            update products_reference r set name = t.name
            from taken_references t join taken_what w using (brand, sku)
            where r.id = w.reference_id and not w.is_new and r.name <> t.name returning r.id
        ), ended as (
            update products_price p set period = tstzrange(lower(p.period), %(at)s)
            from taken_references t join taken_what w using (brand, sku)
            where p.reference_id = w.reference_id and p.currency = t.currency and upper_inf(p.period)
              and t.price is not null and p.amount <> t.price and lower(p.period) < %(at)s returning p.reference_id as id
        ) select id from renamed union select id from ended
        """,
        at=at,
    )
    db.execute(
        """
        insert into products_price (id, reference_id, kind, amount, currency, period, known_from, noted_in_id)
        select derived_id('price', w.reference_id::text, t.currency, %(line)s::text), w.reference_id, 'retail', t.price,
               t.currency, tstzrange(%(at)s, null), %(at)s, %(line)s
        from taken_references t join taken_what w using (brand, sku)
        where t.price is not null and t.currency is not null and not exists (
            select from products_price p where p.reference_id = w.reference_id and p.currency = t.currency
            and p.period && tstzrange(%(at)s, null))
        """,
        line=line.id,
        at=at,
    )
    changed = int(db.select("select count(*) from recatalogued")[0][0])
    db.execute("drop table recatalogued")
    return changed
