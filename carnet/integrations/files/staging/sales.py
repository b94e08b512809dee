"""Sales files: what an order says once holds for all its rows; what contradicts itself is refused; then sales, lines, returns."""

from __future__ import annotations

from carnet.integrations.files.staging import table
from carnet.kit import db


def fill_down() -> None:
    """What an order says once, on one of its rows, holds for all of them."""
    for field in ("client_key", "currency", "place", "seller", "cancelled_at", "note"):
        db.execute(
            f"""
            update taken_rows t set {field} = said.{field} from (
                select sale_key, min({field}) as {field} from taken_rows where {field} is not null group by sale_key
            ) as said where said.sale_key = t.sale_key and t.{field} is null
            """  # noqa: S608 -- our own column names
        )


def settle_currency(default: str | None) -> None:
    """A row without a currency is in the house's one; in a house of several it is refused (ruling 20)."""
    if default:
        db.execute("update taken_rows set currency = %(default)s where currency is null", default=default)
        return
    db.execute(
        """
        with refused as (delete from taken_rows where currency is null returning line_number, raw)
        insert into taken_refused select line_number, 'no_currency', '{}', raw from refused
        """
    )


def refuse_undated() -> None:
    """A sale that says nowhere when it was is refused."""
    db.execute(
        """
        update taken_rows t set sold_at = said.sold_at
        from (select sale_key, min(sold_at) as sold_at from taken_rows group by sale_key) as said
        where t.sold_at is null and said.sale_key = t.sale_key
        """
    )
    db.execute(
        """
        with refused as (delete from taken_rows where sold_at is null returning line_number, raw)
        insert into taken_refused select line_number, 'no_date', '{}', raw from refused
        """
    )


def refuse_contradictions() -> None:
    """An order in two currencies, or bought by two people, is refused whole: nobody can say which row is right."""
    for code, field in (("two_currencies", "currency"), ("two_clients", "client_key")):
        db.execute(
            f"""
            with contradictory as (
                select sale_key from taken_rows group by sale_key having min({field}) <> max({field})
            ), refused as (
                delete from taken_rows using contradictory where taken_rows.sale_key = contradictory.sale_key
                returning line_number, taken_rows.sale_key, raw
            ) insert into taken_refused select line_number, %(code)s, jsonb_build_object('sale', sale_key), raw from refused
            """,  # noqa: S608 -- our own column names
            code=code,
        )


def stage_sales_people() -> None:
    """Everyone a sales file names, once each: what the latest of her sales says of her."""
    db.execute(
        """
        create temp table taken_people on commit drop as
        select distinct on (client_key) client_key as key, null::text as other_key, null::text as title,
               null::text as given, null::text as family, client_name as display, 'No. ' || client_key as description,
               null::text as preferred, null::text as "order", null::text as gender, null::text as language, country,
               null::text as city, first.sold_at as known_from, first.sold_at as met_at
        from taken_rows join (
            select client_key, min(sold_at) as sold_at from taken_rows where client_key is not null group by client_key
        ) as first using (client_key)
        order by client_key, (country is null), taken_rows.sold_at desc, line_number desc
        """
    )
    table.stage_points("client_key")
    db.execute(
        """
        create temp table taken_places on commit drop as
        select client_key as key, p.boutique_id, min(sold_at) as since from taken_rows t
        join taken_place_names p on p.place is not distinct from t.place where client_key is not null group by 1, 2
        """
    )


def stage_references(*, brand: str) -> None:
    """What a sales file sells, named as most of its rows name it."""
    db.execute(
        """
        create temp table taken_references on commit drop as
        select distinct on (brand, sku) brand, sku, name, case when name ~* %(charge)s then 'charge' else 'piece' end as kind,
               null::text as category, null::text as colour, null::text as material, null::text as making,
               null::jsonb as attributes, null::numeric as price, null::text as currency, known_from
        from (
            select coalesce(brand, %(brand)s) as brand, sku, coalesce(nullif(btrim(item), ''), sku) as name,
                   count(*) filter (where quantity > 0 and unit_price > 0) as times, min(sold_at) as known_from,
                   nullif(btrim(item), '') is null as unsaid
            from taken_rows where sku is not null group by 1, 2, 3, 6
        ) as said order by brand, sku, unsaid, times desc, name
        """,
        charge=table.CHARGE,
        brand=brand,
    )
    db.execute(
        """
        update taken_references r set known_from = f.first from (
            select coalesce(brand, %(brand)s) as brand, sku, min(sold_at) as first from taken_rows group by 1, 2
        ) as f where (f.brand, f.sku) = (r.brand, r.sku)
        """,
        brand=brand,
    )


def stage_sales(*, brand: str) -> None:
    """Sales, lines and returns. An order's own fields stand on any of its rows; rows of one order may lie apart."""
    db.execute(
        """
        create temp table taken_keyed on commit drop as
        select t.line_number, t.sale_key, t.sold_at, t.quantity, t.unit_price, t.line_discount, t.currency, w.client_id,
               p.boutique_id, what.reference_id, t.sale_key || E'\\x1f' || t.sku || E'\\x1f' || row_number() over (
                   partition by t.sale_key, t.sku, t.quantity < 0 order by t.line_number)
                   || case when t.quantity < 0 then E'\\x1freturned' else '' end as key
        from taken_rows t
        left join taken_who w on w.key = t.client_key
        join taken_place_names p on p.place is not distinct from t.place
        join taken_what what on what.brand = coalesce(t.brand, %(brand)s) and what.sku = t.sku
        """,
        brand=brand,
    )
    db.execute(
        """
        create temp table taken_sales on commit drop as
        select t.sale_key, w.client_id, p.boutique_id, p.place_id, 'sale' as kind, min(t.currency) as currency,
               max(t.sale_discount) as discount, max(t.shipping) as shipping, max(t.tax) as tax, min(t.note) as words,
               min(t.sold_at) as happened_at, min(t.cancelled_at) as cancelled_at, max(t.refunded) as refunded
        from (select sale_key, min(client_key) as client_key, min(place) as place from taken_rows group by sale_key) as one
        join taken_rows t using (sale_key)
        left join taken_who w on w.key = one.client_key
        join taken_place_names p on p.place is not distinct from one.place
        where exists (select from taken_rows sold where sold.sale_key = t.sale_key and sold.quantity > 0)
        group by t.sale_key, w.client_id, p.boutique_id, p.place_id
        """
    )
    db.execute(
        """
        create temp table taken_lines on commit drop as
        select key as line_key, sale_key, line_number as position, reference_id, quantity, unit_price,
               coalesce(line_discount, 0) as discount from taken_keyed where quantity > 0
        """
    )
    db.execute(
        """
        create temp table taken_returns on commit drop as
        select key as return_key, null::text as sale_key, client_id, boutique_id, reference_id, -quantity as quantity,
               -quantity * unit_price - coalesce(line_discount, 0) as amount, currency, sold_at as happened_at
        from taken_keyed where quantity < 0
        union all
        select sale_key || E'\\x1frefunded', sale_key, client_id, boutique_id, null, 0, refunded, currency,
               coalesce(cancelled_at, happened_at)
        from taken_sales where refunded > 0
        """
    )
    db.execute(
        """
        create temp table taken_sellers on commit drop as
        select distinct sale_key, seller as name from taken_rows where seller is not null
        """
    )
