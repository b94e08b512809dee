"""One person's days, and what surrounded them: from these her picture of any day is drawn.

The whole house is gathered by `gathering`, in sums; a test holds both to the same numbers.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Sequence
from typing import LiteralString, NamedTuple

import numpy as np
import numpy.typing as npt

from carnet.clients.models import Client
from carnet.intelligence.queries.gathering import JOURNEY, LONGEST, UNDONE
from carnet.intelligence.rules import states
from carnet.intelligence.rules.picture import NEVER, Picture, Stream
from carnet.intelligence.rules.rhythm import Floats, Prior, Sums
from carnet.kit import db, moments

type Days = npt.NDArray[np.int64]

YEAR = 365.25
ALL: LiteralString = """
    with lived as (
        select m.household_id, m.client_id from clients_membership mine
        join clients_membership m on m.household_id = mine.household_id and m.period @> %(as_of)s and m.known_from <= %(as_of)s
        join clients_client c on c.id = m.client_id and c.sensitivity = 'standard'
        where mine.client_id = %(client)s and mine.period @> %(as_of)s and mine.known_from <= %(as_of)s
          and exists (select from purchases_sale s where s.client_id = m.client_id and s.happened_at <= %(as_of)s
                      and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s))
    ), homes as (
        select household_id from lived mine where client_id = %(client)s
        and exists (select from lived where household_id = mine.household_id and client_id <> %(client)s)
    ), buyers as (
        select %(client)s::uuid as id
        union select client_id from lived where household_id in (select household_id from homes)
    ), sold as not materialized (
        select s.*, (s.happened_at at time zone coalesce(b.zone, %(zone)s))::date as day
        from purchases_sale s left join house_boutique b on b.id = s.boutique_id
        where s.client_id in (select id from buyers) and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
    )
    select 'home', null::date, null::date, false, household_id, null::timestamptz, null::uuid, 0 from homes
    union all
    select case when s.client_id = %(client)s then 'sale' else 'of_home' end, s.day, null, true, s.id, s.happened_at, null, 0
    from sold s
    where coalesce((select sum(l.total) from purchases_line l where l.sale_id = s.id and l.known_from <= %(as_of)s
                    and (l.superseded_at is null or l.superseded_at > %(as_of)s)), 0) - s.discount > coalesce((
          select sum(r.amount) from purchases_return r
          where (r.line_id in (select x.id from purchases_line x where x.sale_id = s.id)
                 or (r.line_id is null and r.sale_id = s.id))
            and r.known_from <= %(as_of)s and (r.superseded_at is null or r.superseded_at > %(as_of)s)
            and r.happened_at <= least(%(as_of)s, s.happened_at + make_interval(days => %(undone)s))), 0)
    union all
    select 'encounter', (p.happened_at at time zone coalesce(b.zone, %(zone)s))::date, null, false, e.id, p.happened_at, null, 0
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    left join house_boutique b on b.id = e.boutique_id
    where p.client_id = %(client)s and p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
      and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and (e.kind in ('visit', 'event', 'care_intake', 'care_return', 'special_order')
           or (e.kind <> 'complaint' and (e.started_by = 'client' or (e.answered and e.answer_known_at <= %(as_of)s))))
    union all
    select 'return', (r.happened_at at time zone coalesce(b.zone, %(zone)s))::date, null, false, r.id, r.happened_at, null, 0
    from purchases_return r left join house_boutique b on b.id = r.boutique_id
    where r.client_id = %(client)s and r.happened_at <= %(as_of)s and r.known_from <= %(as_of)s
      and (r.superseded_at is null or r.superseded_at > %(as_of)s)
    union all
    select 'gift', g.given_on, null, false, g.id, g.given_said_at, null, 0 from purchases_gift g
    where g.recipient_id = %(client)s and g.given_on <= %(on)s and g.given_said_at <= %(as_of)s and g.known_from <= %(as_of)s
    union all
    select 'unsettled', (x.happened_at at time zone %(zone)s)::date, (x.closed_at at time zone %(zone)s)::date, false, x.id,
           x.happened_at, null, 0
    from interactions_complaint x where x.client_id = %(client)s and x.happened_at <= %(as_of)s and x.known_from <= %(as_of)s
    union all
    select 'at_rest', (lower(x.period) at time zone %(zone)s)::date, (upper(x.period) at time zone %(zone)s)::date, false,
           x.id, x.happened_at, null, 0
    from consent_hold x where x.client_id = %(client)s and x.scope in ('everything', 'condolence') and x.known_from <= %(as_of)s
    union all
    select t.code, (lower(x.period) at time zone %(zone)s)::date, (upper(x.period) at time zone %(zone)s)::date, false, x.id,
           x.known_from, null, 0
    from clients_tierdecision x join house_term t on t.id = x.tier_id
    where x.client_id = %(client)s and x.known_from <= %(as_of)s
    union all
    select 'owed', least(x.due_on, date '9999-12-30') + 1, (least(x.settled_at, x.taken_back_at) at time zone %(zone)s)::date,
           false, x.id, x.happened_at, null, 0
    from interactions_promise x where x.client_id = %(client)s and x.made_by = 'house' and x.happened_at <= %(as_of)s
      and x.known_from <= %(as_of)s
    union all
    select 'pieces', s.day, null, false, l.id, s.happened_at, r.category_id, l.quantity
    from sold s join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
         and (l.superseded_at is null or l.superseded_at > %(as_of)s)
    join products_reference r on r.id = l.reference_id and r.kind = 'piece' and r.category_id is not null
    where s.client_id = %(client)s
      and not exists (select from purchases_gift g where g.line_id = l.key and g.kind in ('known', 'unnamed')
                      and g.known_from <= %(as_of)s)
    order by 2, 6, 5
"""
"""Days, periods and pieces: what it is, its day, its last day, whether it was bought, its record, its instant, what of."""
DAYS = ("sale", "of_home", "encounter", "return", "gift")


class Record(NamedTuple):
    """One line of it."""

    what: str
    start: dt.date
    end: dt.date | None
    """The first day on which a period holds no more."""
    bought: bool
    id: uuid.UUID
    at: dt.datetime
    category: uuid.UUID
    number: int


@dataclasses.dataclass(frozen=True)
class History:
    """All that her pictures are drawn from, as the house knew it at one moment."""

    client: Client
    home: uuid.UUID | None
    days: list[Record]
    periods: list[Record]
    pieces: list[Record]
    introduced: dt.date


def of(client: Client, on: dt.date, zone: str) -> History:
    """Hers, until the end of that day where the house is, and as it was known then."""
    as_of = moments.close_of(on, zone)
    asked = {"client": client.id, "zone": zone, "as_of": as_of, "on": on, "undone": UNDONE}
    found = [Record(*row) for row in db.select(ALL, **asked)]
    since = dt.date(client.with_us_since, 1, 1) if client.with_us_since else moments.day_of(client.happened_at, zone)
    days = [each for each in found if each.what in DAYS]
    return History(
        client=client,
        home=min((each.id for each in found if each.what == "home"), default=None),
        days=days,
        periods=[each for each in found if each.what not in (*DAYS, "home", "pieces")],
        pieces=[each for each in found if each.what == "pieces"],
        introduced=min([since, *(day.start for day in days)]),
    )


def picture(history: History, days: Sequence[dt.date], bought: Prior, met: Prior) -> Picture:
    """How she looked on each of those days; `bought` and `met` are the populations she leans on."""
    at = np.array([day.toordinal() for day in days], dtype=np.int64)
    client = history.client
    least = JOURNEY if client.passing_until else 0
    passing = client.passing_until.toordinal() - at if client.passing_until else np.full(len(at), -1)

    def held(*whats: str) -> npt.NDArray[np.bool_]:
        found = np.zeros(len(at), dtype=bool)
        for period in history.periods:
            if period.what in whats:
                end = period.end.toordinal() if period.end else np.iinfo(np.int64).max
                found |= (at >= period.start.toordinal()) & (at < end)
        return found

    return Picture(
        bought=_stream([day.start for day in history.days if day.bought], at, least, bought),
        met=_stream([day.start for day in history.days if day.what != "of_home"], at, least, met),
        through_home=np.full(len(at), history.home is not None),
        pieces=_most(history.pieces, at),
        known_for=(at - history.introduced.toordinal()) / YEAR,
        passing_for=passing.astype(np.float64),
        mentioned_only=np.full(len(at), client.is_mentioned_only),
        unsettled=held("unsettled"),
        at_rest=held("at_rest"),
        named_friend=held(*states.FRIEND_TIERS),
        named_collector=held(*states.COLLECTOR_TIERS),
        owed=held("owed"),
    )


def _stream(days: Sequence[dt.date], at: Days, least: int, prior: Prior) -> Stream:
    there = np.array([day.toordinal() for day in days], dtype=np.int64)
    gaps = np.diff(there)
    counts = gaps > least
    logs = np.where(counts, np.log(np.clip(gaps, 1, LONGEST) / 7.0), 0.0)
    until = np.searchsorted(there, at, side="right")
    ended = np.maximum(until - 1, 0)

    def summed(values: Floats) -> Floats:
        return np.concatenate(([0.0], np.cumsum(values)))[ended]

    seen = until > 0
    first = np.where(seen, at - there[0] if len(there) else 0, NEVER)
    last = np.where(seen, at - there[ended] if len(there) else 0, NEVER)
    sums = Sums(summed(counts.astype(np.float64)), summed(logs), summed(logs * logs))
    return Stream.of(sums, first.astype(np.float64), last.astype(np.float64), prior)


def _most(pieces: Sequence[Record], at: Days) -> Floats:
    """The most she had of one category."""
    found = np.zeros(len(at))
    for category in {piece.category for piece in pieces}:
        of_it = [piece for piece in pieces if piece.category == category]
        days = np.array([piece.start.toordinal() for piece in of_it])
        held = np.concatenate(([0.0], np.cumsum([piece.number for piece in of_it], dtype=np.float64)))
        found = np.maximum(found, held[np.searchsorted(days, at, side="right")])
    return found
