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
from carnet.house.models import Maison
from carnet.intelligence.queries.gathering import JOURNEY, LONGEST, UNDONE
from carnet.intelligence.rules import states
from carnet.intelligence.rules.picture import NEVER, Picture, Stream
from carnet.intelligence.rules.rhythm import Floats, Prior, Sums
from carnet.kit import db, moments

type Days = npt.NDArray[np.int64]

YEAR = 365.25
DAYS: LiteralString = """
    select (s.happened_at at time zone coalesce(b.zone, %(zone)s))::date, true, s.client_id = %(client)s, 'sale', s.id, s.happened_at
    from purchases_sale s left join house_boutique b on b.id = s.boutique_id
    where s.client_id = any(%(buyers)s) and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
      and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
      and coalesce((select sum(l.total) from purchases_line l where l.sale_id = s.id and l.known_from <= %(as_of)s
                    and (l.superseded_at is null or l.superseded_at > %(as_of)s)), 0) - s.discount > coalesce((
          select sum(r.amount) from purchases_return r
          where (r.line_id in (select x.id from purchases_line x where x.sale_id = s.id)
                 or (r.line_id is null and r.sale_id = s.id))
            and r.known_from <= %(as_of)s and (r.superseded_at is null or r.superseded_at > %(as_of)s)
            and r.happened_at <= least(%(as_of)s, s.happened_at + make_interval(days => %(undone)s))), 0)
    union all
    select (p.happened_at at time zone coalesce(b.zone, %(zone)s))::date, false, true, 'encounter', e.id, p.happened_at
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    left join house_boutique b on b.id = e.boutique_id
    where p.client_id = %(client)s and p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
      and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and (e.kind in ('visit', 'event', 'care_intake', 'care_return', 'special_order')
           or (e.kind <> 'complaint' and (e.started_by = 'client' or (e.answered and e.answer_known_at <= %(as_of)s))))
    union all
    select (r.happened_at at time zone coalesce(b.zone, %(zone)s))::date, false, true, 'return', r.id, r.happened_at
    from purchases_return r left join house_boutique b on b.id = r.boutique_id
    where r.client_id = %(client)s and r.happened_at <= %(as_of)s and r.known_from <= %(as_of)s
      and (r.superseded_at is null or r.superseded_at > %(as_of)s)
    union all
    select g.given_on, false, true, 'gift', g.id, g.given_said_at from purchases_gift g
    where g.recipient_id = %(client)s and g.given_on <= %(on)s and g.given_said_at <= %(as_of)s and g.known_from <= %(as_of)s
    order by 1, 6, 5
"""
PERIODS: LiteralString = """
    select 'unsettled', x.id, (x.happened_at at time zone %(zone)s)::date, (x.closed_at at time zone %(zone)s)::date
    from interactions_complaint x where x.client_id = %(client)s and x.happened_at <= %(as_of)s and x.known_from <= %(as_of)s
    union all
    select 'at_rest', x.id, (lower(x.period) at time zone %(zone)s)::date, (upper(x.period) at time zone %(zone)s)::date
    from consent_hold x where x.client_id = %(client)s and x.scope in ('everything', 'condolence') and x.known_from <= %(as_of)s
    union all
    select t.code, x.id, (lower(x.period) at time zone %(zone)s)::date, (upper(x.period) at time zone %(zone)s)::date
    from clients_tierdecision x join house_term t on t.id = x.tier_id
    where x.client_id = %(client)s and x.known_from <= %(as_of)s
    union all
    select 'owed', x.id, x.due_on + 1, (least(x.settled_at, x.taken_back_at) at time zone %(zone)s)::date
    from interactions_promise x where x.client_id = %(client)s and x.made_by = 'house' and x.happened_at <= %(as_of)s
      and x.known_from <= %(as_of)s
"""
PIECES: LiteralString = """
    select (s.happened_at at time zone coalesce(b.zone, %(zone)s))::date, r.category_id, l.quantity
    from purchases_sale s join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
         and (l.superseded_at is null or l.superseded_at > %(as_of)s)
    join products_reference r on r.id = l.reference_id and r.kind = 'piece' and r.category_id is not null
    left join house_boutique b on b.id = s.boutique_id
    where s.client_id = %(client)s and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
      and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
      and not exists (select from purchases_gift g where g.line_id = l.key and g.kind in ('known', 'unnamed')
                      and g.known_from <= %(as_of)s)
    order by 1
"""


class Day(NamedTuple):
    """A day on which she was there, or on which her home bought; and the record that says so."""

    on: dt.date
    bought: bool
    hers: bool
    kind: str
    id: uuid.UUID
    at: dt.datetime


class Period(NamedTuple):
    """That something held from a day until another, or still does."""

    what: str
    id: uuid.UUID
    start: dt.date
    end: dt.date | None


class Pieces(NamedTuple):
    """What came to her of one category on one day."""

    on: dt.date
    category: uuid.UUID
    number: int


@dataclasses.dataclass(frozen=True)
class History:
    """All that her pictures are drawn from, as the house knew it at one moment."""

    client: Client
    home: uuid.UUID | None
    days: list[Day]
    periods: list[Period]
    pieces: list[Pieces]
    introduced: dt.date


def of(client: Client, on: dt.date) -> History:
    """Hers, until the end of that day and as it was known then."""
    zone = Maison.objects.get().zone
    as_of = moments.close_of(on, zone)
    home, buyers = _home(client, as_of)
    asked = {"client": client.id, "zone": zone, "as_of": as_of, "on": on}
    days = [Day(*row) for row in db.select(DAYS, **asked, buyers=buyers, undone=UNDONE)]
    since = dt.date(client.with_us_since, 1, 1) if client.with_us_since else moments.day_of(client.happened_at, zone)
    return History(
        client=client,
        home=home,
        days=days,
        periods=[Period(*row) for row in db.select(PERIODS, **asked)],
        pieces=[Pieces(*row) for row in db.select(PIECES, **asked)] if any(day.bought for day in days) else [],
        introduced=min([since, *(day.on for day in days)]),
    )


def _home(client: Client, as_of: dt.datetime) -> tuple[uuid.UUID | None, list[uuid.UUID]]:
    """Her home, where several of it buy, and who buys; otherwise she alone. Who is hidden is nobody's home."""
    rows = db.select(
        """
        select m.household_id, m.client_id from clients_membership mine
        join clients_membership m on m.household_id = mine.household_id and m.period @> %(as_of)s and m.known_from <= %(as_of)s
        join clients_client c on c.id = m.client_id and c.sensitivity = 'standard'
        where mine.client_id = %(client)s and mine.period @> %(as_of)s and mine.known_from <= %(as_of)s
          and exists (select from purchases_sale s where s.client_id = m.client_id and s.happened_at <= %(as_of)s
                      and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s))
        order by m.household_id
        """,
        client=client.id,
        as_of=as_of,
    )
    shared = {home for home, buyer in rows if buyer == client.id and sum(other == home for other, _ in rows) > 1}
    if not shared:
        return None, [client.id]
    return min(shared), list({buyer for home, buyer in rows if home in shared})


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
        bought=_stream([day.on for day in history.days if day.bought], at, least, bought),
        met=_stream([day.on for day in history.days if day.hers], at, least, met),
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


def _most(pieces: Sequence[Pieces], at: Days) -> Floats:
    """The most she had of one category."""
    found = np.zeros(len(at))
    for category in {piece.category for piece in pieces}:
        of_it = [piece for piece in pieces if piece.category == category]
        days = np.array([piece.on.toordinal() for piece in of_it])
        held = np.concatenate(([0.0], np.cumsum([piece.number for piece in of_it], dtype=np.float64)))
        found = np.maximum(found, held[np.searchsorted(days, at, side="right")])
    return found
