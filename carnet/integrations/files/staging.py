"""From the rows of a file to what each room takes in, in temporary tables of one transaction.

`taken_rows` is filled by COPY, one row of the file at a time; the rest is set-based. Every table goes with the
transaction, so that an interrupted import leaves nothing.
"""

from __future__ import annotations

import datetime as dt
import uuid

from carnet.integrations.files.kinds import FileKind
from carnet.kit import db

COMMON = {"line_number": "int", "raw": "text"}
PERSON = {
    "client_key": "text", "client_name": "text", "email": "text", "email_raw": "text", "phone": "text", "phone_raw": "text",
    "mobile": "text", "mobile_raw": "text", "country": "text", "consent_email": "boolean", "consent_sms": "boolean",
    "consent_phone": "boolean", "consent_on": "timestamptz",
}  # fmt: skip
COLUMNS: dict[FileKind, dict[str, str]] = {
    FileKind.SALES: COMMON | PERSON | {
        "sale_key": "text", "sold_at": "timestamptz", "sku": "text", "brand": "text", "item": "text", "quantity": "int",
        "unit_price": "numeric", "line_discount": "numeric", "currency": "text", "seller": "text", "place": "text",
        "sale_discount": "numeric", "shipping": "numeric", "tax": "numeric", "refunded": "numeric",
        "cancelled_at": "timestamptz", "note": "text",
    },
    FileKind.PEOPLE: COMMON | PERSON | {
        "title": "text", "gender": "text", "given": "text", "family": "text", "preferred": "text", "name_order": "text",
        "language": "text", "city": "text", "post": "text", "birth_month": "int", "birth_day": "int", "wed_month": "int",
        "wed_day": "int", "spouse_key": "text", "couple_name": "text", "tags": "text", "note": "text", "advisor": "text",
        "place": "text", "known_from": "timestamptz", "met_at": "timestamptz", "opted_out_email": "boolean",
        "opted_out_phone": "boolean",
    },
    FileKind.PRODUCTS: COMMON | {
        "sku": "text", "brand": "text", "name": "text", "category": "text", "price": "numeric", "currency": "text",
        "colour": "text", "material": "text", "attributes": "jsonb",
    },
}  # fmt: skip

CHARGE = (
    r"\m(postage|carriage|shipping|delivery|livraison|frais de port|versand|bank charges?|\w*\s*fees?|manual|discount|remise|"
    r"adjust(ment)?|vouchers?|gift cards?|samples?|bad debt|commission|engraving|gravure|gift wrap\w*|test product)\M"
)
"""What stands on a sale and is not a piece: nobody is thanked for postage."""


def open_for(kind: FileKind) -> list[str]:
    """Make `taken_rows` for that kind of file; its columns in order."""
    columns = COLUMNS[kind]
    db.execute("create temp table taken_refused (line_number int, code text, values jsonb, raw text) on commit drop")
    db.execute(
        f"create temp table taken_rows ({', '.join(f'{name} {type_}' for name, type_ in columns.items())}) on commit drop"
    )
    return list(columns)


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
    _stage_points("client_key")
    db.execute(
        """
        create temp table taken_places on commit drop as
        select client_key as key, p.boutique_id, min(sold_at) as since from taken_rows t
        join taken_place_names p on p.place is not distinct from t.place where client_key is not null group by 1, 2
        """
    )


def stage_people() -> None:
    """Everyone a people file names: the last row wins where an id stands twice."""
    db.execute(
        """
        create temp table taken_people on commit drop as
        select distinct on (client_key) client_key as key,
               case when e.people = 1 then 'email:' || t.email end as other_key, title, given, family,
               client_name as display, 'No. ' || client_key as description, preferred, name_order as "order", gender, language,
               country, city, known_from, met_at
        from taken_rows t left join (
            select email, count(distinct client_key) as people from taken_rows where email is not null group by email
        ) as e using (email)
        order by client_key, known_from desc, line_number desc
        """
    )
    _stage_points("client_key")
    db.execute(
        """
        insert into taken_points select client_key, 'post', post, post from taken_rows where post is not null
        """
    )
    db.execute(
        """
        create temp table taken_places on commit drop as
        select client_key as key, p.boutique_id, min(met_at) as since from taken_rows t
        join taken_place_names p on p.place is not distinct from t.place group by 1, 2
        """
    )


def _stage_points(key: str) -> None:
    kinds = (("email", "email", "email_raw"), ("phone", "phone", "phone_raw"), ("phone", "mobile", "mobile_raw"))
    said = " union ".join(
        f"select {key} as key, '{kind}' as kind, {value} as value, {raw} as raw from taken_rows "  # noqa: S608
        f"where {value} is not null and {key} is not null"
        for kind, value, raw in kinds
    )
    db.execute(f"create temp table taken_points on commit drop as {said}")


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


def date_people(*, at: dt.datetime) -> None:
    """People the source does not date are known from now."""
    db.execute(
        """
        update taken_rows set known_from = least(coalesce(known_from, met_at, %(at)s), %(at)s),
                              met_at = least(coalesce(met_at, known_from, %(at)s), %(at)s)
        """,
        at=at,
    )


def stage_facts() -> None:
    """Notes and tags, as the till has them."""
    db.execute(
        """
        create temp table taken_facts on commit drop as
        select client_key as key, 'note' as kind, left(note, 400) as words, note as sentence, known_from
        from taken_rows where note is not null
        union
        select client_key, 'tag', left(btrim(tag), 400), '', known_from
        from taken_rows, regexp_split_to_table(tags, E'\\n') as tag where btrim(tag) <> ''
        """
    )


def stage_bonds() -> None:
    """Who is whose spouse, and what the couple is called."""
    db.execute(
        """
        create temp table taken_bonds on commit drop as
        select client_key as key, spouse_key, couple_name, known_from from taken_rows
        where spouse_key is not null or couple_name is not null
        """
    )


def names(column: str) -> list[str]:
    """The distinct names in that column."""
    rows = db.select(f"select distinct {column} from taken_rows where {column} is not null order by 1")  # noqa: S608
    return [name for (name,) in rows]


def stage_places(*, source: str, default: uuid.UUID) -> None:
    """Which boutique each place name is: the one a person said, else the default."""
    db.execute(
        """
        create temp table taken_place_names on commit drop as
        select t.place, n.id as place_id, coalesce(n.boutique_id, %(default)s) as boutique_id
        from (select distinct place from taken_rows) as t
        left join house_placename n on n.source = %(source)s and n.name = t.place
        """,
        source=source,
        default=default,
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
        charge=CHARGE,
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
        charge=CHARGE,
        brand=brand,
        at=at,
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


def stage_permissions() -> None:
    """What the source says she agreed to: a yes without a date must be asked again in person (ruling 4)."""
    # An opt-out closes the road for every purpose; a marketing consent speaks of invitations alone.
    said = (
        ("invitation", "email", "consent_email", ""), ("invitation", "sms", "consent_sms", ""),
        ("invitation", "phone", "consent_phone", ""), ("invitation", "email", "not opted_out_email", "and opted_out_email"),
        ("care", "email", "not opted_out_email", "and opted_out_email"),
        ("invitation", "phone", "not opted_out_phone", "and opted_out_phone"),
        ("care", "phone", "not opted_out_phone", "and opted_out_phone"),
    )  # fmt: skip
    columns = {
        name for (name,) in db.select("select attname from pg_attribute where attrelid = 'taken_rows'::regclass")
    }
    parts = [
        f"""select w.client_id, '{purpose}' as purpose, '{channel}' as channel, {column} as yes, '{column}' as said_in,
                   consent_on, p.known_from, t.line_number
            from taken_rows t join taken_who w on w.key = t.client_key join taken_people p on p.key = t.client_key
            where {column} is not null {only}"""  # noqa: S608 -- our own column names
        for purpose, channel, column, only in said
        if column.removeprefix("not ") in columns
    ]
    db.execute(
        f"""
        create temp table taken_permissions on commit drop as
        select client_id, purpose, channel,
               case when not yes then 'no' when consent_on is not null then 'yes' else 'ask' end as answer,
               replace(replace(said_in, 'not ', ''), '_', ' ') as proof_words, coalesce(consent_on, known_from) as happened_at,
               consent_on is not null as is_dated
        from ({" union all ".join(parts)}) as said
        """  # noqa: S608
    )


def stage_dates() -> None:
    """Birthdays and wedding days, without their years."""
    db.execute(
        """
        create temp table taken_dates on commit drop as
        select w.client_id, d.kind, d.month, d.day, p.known_from
        from taken_rows t join taken_who w on w.key = t.client_key join taken_people p on p.key = t.client_key,
             lateral (values ('birthday', birth_month, birth_day), ('wedding', wed_month, wed_day)) as d (kind, month, day)
        where d.month is not null
        """
    )
