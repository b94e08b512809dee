"""Her shopping visits, as of a day: not those on which she bought, had a piece cared for or was at an evening of the house."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any, LiteralString

from carnet.intelligence.rules import search
from carnet.kit import db

CAME: LiteralString = """
    came as materialized (
        select p.client_id, e.id, (e.happened_at at time zone coalesce(b.zone, m.zone))::date as day, e.kind, e."left",
               e.started_by, p.part
        from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        left join house_boutique b on b.id = e.boutique_id cross join house_maison m
        where p.happened_at > %(since)s and p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
          and (e.taken_back_at is null or e.taken_back_at > %(as_of)s) {of}
    ), handled as (
        select s.encounter_id, bool_or(s.handled in ('tried', 'asked', 'kept_for_later')) as asked,
               array_agg(distinct r.category_id) filter (where r.category_id is not null) as categories
        from interactions_pieceshown s join products_reference r on r.id = s.reference_id
        where s.encounter_id in (select id from came) group by s.encounter_id
    ), bought as materialized (
        select distinct s.client_id, (s.happened_at at time zone coalesce(b.zone, m.zone))::date as day, r.category_id
        from purchases_sale s
        join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join products_reference r on r.id = l.reference_id and r.kind <> 'charge'
        left join house_boutique b on b.id = s.boutique_id cross join house_maison m
        where s.happened_at > %(since)s and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s) and s.client_id in (select client_id from came)
    ), shopped as materialized (
        select c.*, h.encounter_id is not null as saw
        from came c left join handled h on h.encounter_id = c.id
        left join (select distinct client_id, day from bought) b using (client_id, day)
        left join (select distinct client_id, day, true as cared from came
                   where kind in ('care_intake', 'care_return', 'event')) o using (client_id, day)
        where c.kind = 'visit' and c."left" <> 'bought' and b.client_id is null
          and (o.cared is null or h.encounter_id is not null)
    )"""
"""What the rest is told from. A visit on a day of care or of an event is one when she was shown something all the same."""

OPEN: LiteralString = """
    with {came}, open as materialized (
        select c.client_id, c.id, c.day, coalesce(h.asked, c.kind = 'special_order') as asked
        from came c left join handled h on h.encounter_id = c.id
        where c.day > %(lately)s and c.day <= %(on)s and c.kind in ('visit', 'call', 'letter', 'special_order')
          and not exists (select from bought b where b.client_id = c.client_id and b.day >= c.day
                          and (h.categories is null or b.category_id = any(h.categories)))
    )"""
"""What of the last month no purchase has answered: of a kind she was shown, or of any when nobody noted what she saw."""

COUNTED: LiteralString = """
    , days as (
        select s.client_id, s.day, max(case s.part when 'companion' then %(half)s else 1 end) as weight
        from shopped s left join open o using (client_id, id)
        where s.day > %(before)s and s.day <= %(on)s and (s.day <= %(lately)s or o.id is not null)
        group by s.client_id, s.day
    )
    select d.client_id, coalesce(sum(d.weight) filter (where d.day <= %(lately)s), 0)::float8,
           sum(d.weight) filter (where d.day > %(lately)s)::float8, count(*) filter (where d.day > %(lately)s),
           min(d.day) filter (where d.day > %(lately)s), coalesce(bool_or(a.asked), false)
    from days d left join (select client_id, bool_or(asked) as asked from open group by client_id) a using (client_id)
    group by d.client_id having bool_or(d.day > %(lately)s) order by d.client_id"""

CITED: LiteralString = """
    , met as (select s.* from shopped s join open o using (client_id, id)), cited as (
        select client_id, 'seen_in' as what, day, id from met
        union all
        select client_id, 'idle', day, id from met where not saw
        union all
        select client_id, 'cared', day, id from came
        where kind in ('care_intake', 'care_return') and day > %(cared)s and day <= %(on)s
        union all
        select m.client_id, 'accompanied', m.day, m.id from met m
        where exists (select from interactions_presence p where p.encounter_id = m.id and p.client_id <> m.client_id)
        union all
        select s.client_id, 'unnoted', s.day, s.id from (
            select s.client_id, s.id, (s.happened_at at time zone coalesce(b.zone, m.zone))::date as day
            from purchases_sale s left join house_boutique b on b.id = s.boutique_id cross join house_maison m
            where s.client_id = any(%(clients)s) and s.happened_at > %(since)s and s.happened_at <= %(as_of)s
              and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)) s
        left join (select distinct client_id, day from came where kind = 'visit') v using (client_id, day)
        where v.client_id is null and s.day <= %(lately)s
    )
    select client_id, what, id from cited order by client_id, what, day, id"""


@dataclasses.dataclass(frozen=True, slots=True)
class Looks:
    """Somebody's visits without a purchase."""

    client: uuid.UUID
    before: float
    """In the year before the last month; half for those beside somebody, as below."""
    lately: float
    visits: int
    """Of the last month, in days."""
    since: dt.date
    """The first of them."""
    asked: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Behind:
    """The records behind somebody's visits of the last month, and those that say what else they may have been."""

    seen_in: list[uuid.UUID] = dataclasses.field(default_factory=list)
    idle: list[uuid.UUID] = dataclasses.field(default_factory=list)
    """Visits at which nobody noted that she was shown anything."""
    cared: list[uuid.UUID] = dataclasses.field(default_factory=list)
    accompanied: list[uuid.UUID] = dataclasses.field(default_factory=list)
    unnoted: list[uuid.UUID] = dataclasses.field(default_factory=list)
    """Sales of the year before on days on which nobody noted her visit."""


def looking(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Looks]:
    """Of those clients, or of everybody, who came within a month without buying, and how she had come before."""
    of: LiteralString = (
        "and p.client_id in (select client_id from interactions_presence where happened_at > %(recently)s)"
        if clients is None
        else "and p.client_id = any(%(clients)s)"
    )
    rows = db.select(OPEN.format(came=CAME.format(of=of)) + COUNTED, clients=list(clients or ()), **_dated(on, as_of))
    return [Looks(*row) for row in rows]


def behind(clients: Collection[uuid.UUID], *, on: dt.date, as_of: dt.datetime) -> dict[uuid.UUID, Behind]:
    """The records, by client, oldest first."""
    of: LiteralString = "and p.client_id = any(%(clients)s)"
    found: dict[uuid.UUID, Behind] = collections.defaultdict(Behind)
    for client, what, record in db.select(
        OPEN.format(came=CAME.format(of=of)) + CITED, clients=list(clients), **_dated(on, as_of)
    ):
        getattr(found[client], what).append(record)
    return found


def _dated(on: dt.date, as_of: dt.datetime) -> dict[str, Any]:
    lately = on - dt.timedelta(days=search.WINDOW)
    before = lately - dt.timedelta(days=search.BEFORE)
    return {
        "on": on, "as_of": as_of, "lately": lately, "before": before, "half": search.COMPANION, "since": _open(before),
        "recently": _open(lately), "cared": on - dt.timedelta(days=search.WORDS_FADE),
    }  # fmt: skip


def _open(day: dt.date) -> dt.datetime:
    """Before that day has begun anywhere."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=dt.UTC) - dt.timedelta(days=1)
