"""What people use up, and when they bought it: one series per person and product, else category, as of a day (O-11, Z-31).

The person is the one who uses it. A gift that somebody said was given is its receiver's from that day; one that nobody said
was given, or of which nobody knows for whom it was, tells nothing of anybody.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import itertools
import uuid
from collections.abc import Collection
from typing import LiteralString

from carnet.intelligence.rules import replenishment
from carnet.kit import db

USED: LiteralString = """
    with used as materialized (
        select s.client_id, (s.happened_at at time zone coalesce(b.zone, m.zone))::date as day, l.reference_id, l.key, l.quantity,
               r.category_id, 'line' as kind, l.id
        from purchases_sale s
        join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join products_reference r on r.id = l.reference_id
        left join house_term t on t.id = r.category_id
        left join purchases_gift g on g.line_id = l.key and g.known_from <= %(as_of)s
        left join house_boutique b on b.id = s.boutique_id cross join house_maison m
        where s.client_id is not null and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
          and (g.id is null or g.kind = 'herself') and (r.kind = 'consumable' or t.schema @> '{{"runs_out": true}}') {of_sale}
        union all
        select g.recipient_id, g.given_on, l.reference_id, l.key, l.quantity, r.category_id, 'gift', g.id
        from purchases_gift g
        join purchases_line l on l.key = g.line_id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join purchases_sale s on s.id = l.sale_id and s.known_from <= %(as_of)s
             and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        join products_reference r on r.id = l.reference_id
        left join house_term t on t.id = r.category_id
        where g.recipient_id is not null and g.given_on <= %(on)s and g.given_said_at <= %(as_of)s and g.known_from <= %(as_of)s
          and (r.kind = 'consumable' or t.schema @> '{{"runs_out": true}}') {of_gift}
    ), back as (
        select v.key, sum(r.quantity) as quantity from purchases_line v join purchases_return r on r.line_id = v.id
        where {of_back} r.happened_at <= %(as_of)s and r.known_from <= %(as_of)s
          and (r.superseded_at is null or r.superseded_at > %(as_of)s)
        group by v.key
    )
    select client_id, reference_id, category_id, day, kind, id from (
        select u.*, count(*) over (partition by u.client_id, coalesce(u.category_id, u.reference_id)) as times
        from used u left join back using (key) join clients_client c on c.id = u.client_id
        where u.quantity > coalesce(back.quantity, 0) and (c.died_on is null or c.died_on > %(on)s)
    ) kept
    where times >= %(fewest)s order by client_id, day, id"""


SEEN: LiteralString = """
    select client_id, array_agg(day) from (
        select distinct s.client_id, (s.happened_at at time zone coalesce(b.zone, m.zone))::date as day, l.reference_id
        from purchases_sale s
        join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        left join house_boutique b on b.id = s.boutique_id cross join house_maison m
        where s.client_id = any(%(clients)s) and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
    ) bought group by client_id"""


@dataclasses.dataclass(frozen=True, slots=True)
class Bought:
    """One line, or one gift that was given."""

    category: uuid.UUID | None
    day: dt.date
    kind: str
    id: uuid.UUID


@dataclasses.dataclass(frozen=True, slots=True)
class Series:
    """Somebody's purchases, or gifts received, of one thing that runs out."""

    client: uuid.UUID
    about: uuid.UUID
    """The product, or the category when no product of it was bought often enough."""
    bought: list[Bought]
    is_product: bool

    @property
    def category(self) -> uuid.UUID | None:
        """By which law it is read."""
        return self.bought[0].category

    @property
    def days(self) -> list[dt.date]:
        """Each day once."""
        return [day for day, _same in itertools.groupby(each.day for each in self.bought)]


def series(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Series]:
    """Of those clients, or of everybody, what each has bought on three days at least."""
    of_sale: LiteralString = "" if clients is None else "and s.client_id = any(%(clients)s)"
    of_gift: LiteralString = "" if clients is None else "and g.recipient_id = any(%(clients)s)"
    # Of one person by index; of everybody in one go over what came back, which is little.
    of_back: LiteralString = "" if clients is None else "v.key = any(array(select key from used)) and"
    rows = db.select(
        USED.format(of_sale=of_sale, of_gift=of_gift, of_back=of_back),
        clients=list(clients or ()), on=on, as_of=as_of, fewest=replenishment.FEWEST_OCCASIONS,
    )  # fmt: skip
    of_products: dict[tuple[uuid.UUID, uuid.UUID], list[Bought]] = collections.defaultdict(list)
    for client, product, *bought in rows:
        of_products[client, product].append(Bought(*bought))
    of_categories: dict[tuple[uuid.UUID, uuid.UUID], list[Bought]] = collections.defaultdict(list)
    for (client, _product), bought in of_products.items():
        if not _often(bought) and bought[0].category:
            of_categories[client, bought[0].category] += bought
    found = [Series(*key, bought, is_product=True) for key, bought in of_products.items() if _often(bought)]
    found += [
        Series(*key, sorted(bought, key=lambda each: (each.day, each.id)), is_product=False)
        for key, bought in of_categories.items()
        if _often(bought)
    ]
    return sorted(found, key=lambda each: (each.client, each.about))


def seen(clients: Collection[uuid.UUID], *, as_of: dt.datetime) -> list[tuple[uuid.UUID, list[dt.date]]]:
    """The days on which each of them bought anything: a day once for each thing."""
    return [(client, bought) for client, bought in db.select(SEEN, clients=list(clients), as_of=as_of)]


def _often(bought: list[Bought]) -> bool:
    return len({each.day for each in bought}) >= replenishment.FEWEST_OCCASIONS
