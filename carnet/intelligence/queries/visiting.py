"""Her shopping visits, as of a day: not those on which she bought, had a piece cared for or was at an evening of the house."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import LiteralString

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

LOOKING: LiteralString = """
    with {came}, open as (
        select c.client_id, c.id, c.day, coalesce(h.asked, c.kind = 'special_order') as asked
        from came c left join handled h on h.encounter_id = c.id
        where c.day > %(lately)s and c.day <= %(on)s and c.kind in ('visit', 'call', 'letter', 'special_order')
          and not exists (select from bought b where b.client_id = c.client_id and b.day >= c.day
                          and (h.categories is null or b.category_id = any(h.categories)))
    ), days as (
        select s.client_id, s.day, max(case s.part when 'companion' then %(half)s else 1 end) as weight, array_agg(s.id) as ids,
               array_agg(s.id) filter (where not s.saw) as idle
        from shopped s left join open o using (client_id, id)
        where s.day > %(before)s and s.day <= %(on)s and (s.day <= %(lately)s or o.id is not null)
        group by s.client_id, s.day
    ), hers as (
        select client_id, coalesce(sum(weight) filter (where day <= %(lately)s), 0)::float8 as before,
               sum(weight) filter (where day > %(lately)s)::float8 as lately,
               count(*) filter (where day > %(lately)s) as visits, min(day) filter (where day > %(lately)s) as since
        from days group by client_id having bool_or(day > %(lately)s)
    )
    select h.*,
        exists (select from open o where o.client_id = h.client_id and o.asked),
        array(select unnest(d.ids) from days d where d.client_id = h.client_id and d.day > %(lately)s order by 1),
        array(select unnest(d.idle) from days d where d.client_id = h.client_id and d.day > %(lately)s order by 1),
        array(select c.id from came c where c.client_id = h.client_id and c.kind in ('care_intake', 'care_return')
              and c.day > %(cared)s and c.day <= %(on)s order by 1),
        array(select distinct p.encounter_id from days d cross join unnest(d.ids) met
              join interactions_presence p on p.encounter_id = met and p.client_id <> d.client_id
              where d.client_id = h.client_id and d.day > %(lately)s order by 1),
        array(select s.id from purchases_sale s left join house_boutique b on b.id = s.boutique_id cross join house_maison m
              where s.client_id = h.client_id and s.happened_at > %(since)s and s.happened_at <= %(as_of)s
                and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
                and (s.happened_at at time zone coalesce(b.zone, m.zone))::date <= %(lately)s
                and not exists (select from came c where c.client_id = h.client_id and c.kind = 'visit'
                                and c.day = (s.happened_at at time zone coalesce(b.zone, m.zone))::date)
              order by 1)
    from hers h order by h.client_id"""


@dataclasses.dataclass(frozen=True, slots=True)
class Looks:
    """Somebody's visits without a purchase, and the records that say what else they may have been."""

    client: uuid.UUID
    before: float
    lately: float
    visits: int
    since: dt.date
    asked: bool
    seen_in: list[uuid.UUID]
    idle: list[uuid.UUID]
    """Visits at which she was shown nothing that was noted."""
    cared: list[uuid.UUID]
    accompanied: list[uuid.UUID]
    unnoted: list[uuid.UUID]
    """Sales of the year before on days on which nobody noted her visit."""


def looking(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Looks]:
    """Of those clients, or of everybody, who came within a month without buying, and how she had come before."""
    lately = on - dt.timedelta(days=search.WINDOW)
    before = lately - dt.timedelta(days=search.BEFORE)
    of: LiteralString = (
        "and p.client_id in (select client_id from interactions_presence where happened_at > %(recently)s)"
        if clients is None
        else "and p.client_id = any(%(clients)s)"
    )
    rows = db.select(
        LOOKING.format(came=CAME.format(of=of)),
        clients=list(clients or ()), on=on, as_of=as_of, lately=lately, before=before, half=search.COMPANION,
        since=_open(before), recently=_open(lately), cared=on - dt.timedelta(days=search.WORDS_FADE),
    )  # fmt: skip
    return [Looks(*row) for row in rows]


def _open(day: dt.date) -> dt.datetime:
    """Before that day has begun anywhere."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=dt.UTC) - dt.timedelta(days=1)
