"""Product files: references as a catalogue lists them."""

from __future__ import annotations

import datetime as dt

from carnet.integrations.files.staging import table
from carnet.kit import db


def stage_catalogue(*, brand: str, at: dt.datetime) -> None:
    """What a product file lists; a category is recognised by the house's own words for it."""
    db.execute(
        """
        create temp table taken_references on commit drop as
        select distinct on (t.brand, t.sku) t.brand, t.sku, t.name,
               case when t.name ~* %(charge)s then 'charge' else 'piece' end as kind, term.code as category, t.colour, t.material,
               null::text as making, t.attributes, t.price, t.currency, %(at)s::timestamptz as known_from
        from (select coalesce(brand, %(brand)s) as brand, sku, name, category, colour, material, attributes, price, currency,
                     line_number from taken_rows) as t
        left join house_term term on term.kind = 'category' and (
            folded(term.labels ->> 'en') in (folded(t.category), rtrim(folded(t.category), 's'))
            or folded(term.labels ->> 'fr') in (folded(t.category), rtrim(folded(t.category), 's'))
            or term.code = folded(t.category))
        order by t.brand, t.sku, t.line_number desc
        """,
        charge=table.CHARGE,
        brand=brand,
        at=at,
    )
