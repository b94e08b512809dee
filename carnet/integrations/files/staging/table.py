"""From the rows of a file to what each room takes in, in temporary tables of one transaction.

`taken_rows` is filled by COPY, one row of the file at a time; the rest is set-based. Every table goes with the
transaction, so that an interrupted import leaves nothing.
"""

from __future__ import annotations

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


def clear() -> None:
    """Two files may come in within one transaction: the second finds no table of the first."""
    staged = db.select(
        "select relname from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r' and relname like 'taken\\_%%'"
    )
    for (name,) in staged:
        db.execute(f"drop table {name}")


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
            where ({column}) is not null {only}"""  # noqa: S608 -- our own column names
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


def stage_points(key: str) -> None:
    """Where each of them can be reached, as it compares and as it stood."""
    kinds = (("email", "email", "email_raw"), ("phone", "phone", "phone_raw"), ("phone", "mobile", "mobile_raw"))
    said = " union ".join(
        f"select {key} as key, '{kind}' as kind, {value} as value, {raw} as raw from taken_rows "  # noqa: S608
        f"where {value} is not null and {key} is not null"
        for kind, value, raw in kinds
    )
    db.execute(f"create temp table taken_points on commit drop as {said}")
