"""What people use up, and when they bought it: one series per person and product, else category, as of a day (O-11, Z-31).

The person is the one who uses it. A gift that somebody said was given is its receiver's from that day; one that nobody said
was given, or of which nobody knows for whom it was, tells nothing of anybody.
"""

from __future__ import annotations

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
        where v.key in (select key from used) and r.happened_at <= %(as_of)s and r.known_from <= %(as_of)s
          and (r.superseded_at is null or r.superseded_at > %(as_of)s)
        group by v.key
    ), kept as materialized (
        select u.* from used u left join back using (key) join clients_client c on c.id = u.client_id
        where u.quantity > coalesce(back.quantity, 0) and (c.died_on is null or c.died_on > %(on)s)
    ), products as (
        select client_id, reference_id from kept group by client_id, reference_id having count(distinct day) >= %(fewest)s
    ), named as (
        select k.client_id, case when p.client_id is null then k.category_id else k.reference_id end as about, k.category_id,
               p.client_id is not null as is_product, k.day, k.kind, k.id
        from kept k left join products p using (client_id, reference_id)
    )
    select client_id, about, category_id, bool_and(is_product), array_agg(day order by day, id), array_agg(kind order by day, id),
           array_agg(id order by day, id)
    from named where about is not null group by client_id, about, category_id having count(distinct day) >= %(fewest)s
    order by client_id, about"""


@dataclasses.dataclass(frozen=True, slots=True)
class Series:
    """Somebody's purchases, or gifts received, of one thing that runs out."""

    client: uuid.UUID
    about: uuid.UUID
    """The product, or the category when no product of it was bought often enough."""
    category: uuid.UUID | None
    is_product: bool
    bought_on: list[dt.date]
    kinds: list[str]
    records: list[uuid.UUID]

    @property
    def days(self) -> list[dt.date]:
        """Each day once."""
        return [day for day, _same in itertools.groupby(self.bought_on)]


def series(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Series]:
    """Of those clients, or of everybody, what each has bought on three days at least."""
    of_sale: LiteralString = "" if clients is None else "and s.client_id = any(%(clients)s)"
    of_gift: LiteralString = "" if clients is None else "and g.recipient_id = any(%(clients)s)"
    rows = db.select(
        USED.format(of_sale=of_sale, of_gift=of_gift),
        clients=list(clients or ()), on=on, as_of=as_of, fewest=replenishment.FEWEST_OCCASIONS,
    )  # fmt: skip
    return [Series(*row) for row in rows]
