"""What the lens counts, gathered in SQL as of a day: each table added up on its own, then joined once for each client (Z-2)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection

import numpy as np

from carnet.intelligence.rules.lens import A_YEAR, LATELY, Lens, Records
from carnet.kit import db

CAUSE = 90
"""Days after a complaint within which a piece that comes in is taken for its consequence (Z-36)."""

RECORDS = """
with of as (
    select c.id, least(c.happened_at, make_date(c.with_us_since, 12, 31)) as since from clients_client c
    where c.happened_at <= %(as_of)s and c.known_from <= %(as_of)s and not c.is_mentioned_only
      and (c.died_on is null or c.died_on > %(as_of)s::date)
      and (%(clients)s::uuid[] is null or c.id = any(%(clients)s))
), home as (
    select id, id as who from of
    union
    select of.id, other.client_id from of
    join clients_membership mine on mine.client_id = of.id and mine.known_from <= %(as_of)s
         and mine.period @> %(as_of)s::timestamptz
    join clients_membership other on other.household_id = mine.household_id and other.known_from <= %(as_of)s
         and other.period @> %(as_of)s::timestamptz
), sold as (
    select s.client_id, min(s.happened_at) as first, max(s.happened_at) as last from purchases_sale s
    where s.client_id is not null and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
      and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
      and (%(clients)s::uuid[] is null or s.client_id in (select who from home))
    group by s.client_id
), bought as (
    select home.id, max(sold.last) as last from home join sold on sold.client_id = home.who group by home.id
), told as not materialized (
    select p.client_id, p.happened_at, e.kind, e.id,
           e.kind in ('visit', 'event', 'care_intake', 'care_return', 'special_order')
           or (e.kind <> 'complaint'
               and (e.started_by = 'client' or (e.answered is true and e.answer_known_at <= %(as_of)s))) as is_two_way
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    where p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and (%(clients)s::uuid[] is null or p.client_id = any(%(clients)s))
), met as (
    select client_id, min(happened_at) as known,
           min(happened_at) filter (where is_two_way) as first, max(happened_at) filter (where is_two_way) as last,
           count(*) filter (where is_two_way and kind not in ('event', 'care_intake', 'care_return')
                            and happened_at >= %(as_of)s - make_interval(days => %(lately)s)) as contacts,
           count(*) filter (where kind = 'event' and happened_at >= %(as_of)s - make_interval(days => %(a_year)s)) as evenings
    from told group by client_id
), steps as (
    -- A piece in is a step up, a piece back a step down: as many of the newest are still out as the walk stands above its lowest.
    select client_id, happened_at, kind, id, sum(case kind when 'care_intake' then 1 else -1 end) over story as level,
           min(happened_at) filter (where kind = 'care_return')
               over (story rows between current row and unbounded following) as back
    from told where kind in ('care_intake', 'care_return')
    window story as (partition by client_id order by happened_at, id)
), cared as (
    select steps.*, last_value(level) over whole - least(0, min(level) over whole) as out,
           count(*) filter (where kind = 'care_intake') over newer as nth
    from steps
    window whole as (partition by client_id order by happened_at, id rows between unbounded preceding and unbounded following),
           newer as (partition by client_id order by happened_at, id rows between current row and unbounded following)
), care as (
    select client_id, count(*) as care from cared
    where kind = 'care_intake' and nth > out and happened_at >= %(as_of)s - make_interval(days => %(a_year)s)
      and not exists (
        select from told t where t.client_id = cared.client_id and t.kind = 'complaint'
          and t.happened_at between cared.happened_at - make_interval(days => %(cause)s) and cared.back)
    group by client_id
), dated as (
    select of.id, least(of.since, sold.first, met.known) as since, bought.last, met.contacts, care.care, met.evenings,
           least(sold.first, met.first) as first_met, greatest(sold.last, met.last) as last_met
    from of left join bought using (id) left join sold on sold.client_id = of.id left join met on met.client_id = of.id
    left join care on care.client_id = of.id
)
select dated.id, k.boutique_id, extract(epoch from %(as_of)s - dated.last)::double precision / 86400, coalesce(contacts, 0),
       coalesce(care, 0), coalesce(evenings, 0), extract(epoch from %(as_of)s - dated.since)::double precision / 86400,
       coalesce((first_met at time zone m.zone)::date < (last_met at time zone m.zone)::date, false)
from dated cross join house_maison m
left join clients_knownat k on k.client_id = dated.id and k.is_home and k.known_from <= %(as_of)s
     and k.period @> %(as_of)s::timestamptz
order by dated.id
"""


@dataclasses.dataclass(frozen=True)
class Seen:
    """The clients, the home boutique of each, and the lens over them, in one order."""

    clients: list[uuid.UUID]
    boutiques: list[uuid.UUID | None]
    lens: Lens


def seen(as_of: dt.datetime, clients: Collection[uuid.UUID] | None = None) -> Seen:
    """The lens as of that moment: over everybody the house knew then and who was alive, or over these."""
    rows = db.select(
        RECORDS,
        as_of=as_of,
        clients=None if clients is None else list(clients),
        lately=LATELY,
        a_year=A_YEAR,
        cause=CAUSE,
    )
    ids, boutiques, bought, contacts, care, evenings, with_us, twice = zip(*rows, strict=True) if rows else ((),) * 8
    records = Records(
        since_purchase=np.array(bought, dtype=np.float64),
        contacts=np.array(contacts, dtype=np.int64),
        care=np.array(care, dtype=np.int64),
        evenings=np.array(evenings, dtype=np.int64),
        with_us=np.array(with_us, dtype=np.float64),
        met_twice=np.array(twice, dtype=np.bool_),
    )
    return Seen(list(ids), list(boutiques), Lens.of(records))
