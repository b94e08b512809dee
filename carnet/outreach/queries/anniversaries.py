"""Dates near enough to be prepared for, and the one to whom each may be spoken of: the giver, never the receiver (O-5)."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from carnet.intelligence.queries import context
from carnet.kit import db, moments
from carnet.outreach.rules.evidence import Anniversary, Fact
from carnet.products.kinds import Making

type Row = tuple[Any, ...]

LEAD_WEEKS = {Making.SPECIAL_ORDER: 16, Making.ENGRAVING: 6, Making.STOCK: 4}
"""Boutique ruling 16: lead times follow making time."""
LATE = dt.timedelta(days=10)
LONGEST_AHEAD = dt.timedelta(days=120)

ROWS = """
with near as (
    select o.id, o.client_id, o.household_id, o.giver_id, o.told_by_id, o.month, o.day, o.leap_rule, o.recurrence, o.year,
           k.code as kind, o.known_from
    from occasions_occasion o join house_term k on k.id = o.kind_id
    where o.known_from <= %(as_of)s and o.period @> %(as_of)s::timestamptz
      and not (o.is_suspended and (o.suspended_until is null or o.suspended_until > %(on)s))
      and not exists (select from clients_client c where c.id = o.client_id and c.died_on <= %(on)s)
      and (o.giver_id is null or o.giver_id is distinct from o.client_id)
      and (o.giver_id = any(%(book)s) or o.giver_id is null)
      and make_date(2000, o.month, o.day) - make_date(2000, %(month)s, %(day)s) + 366 * (
          make_date(2000, o.month, o.day) < make_date(2000, %(month)s, %(day)s))::int <= %(longest)s
), pairs as (
    select near.*, near.giver_id as to_whom, true as stated from near where giver_id is not null
    union all
    select distinct near.*, s.client_id, near.told_by_id is not distinct from s.client_id
    from near join purchases_gift g on g.recipient_id = near.client_id and g.known_from <= %(as_of)s
    join purchases_line l on l.id = g.line_id join purchases_sale s on s.id = l.sale_id
    where near.giver_id is null and s.client_id = any(%(book)s) and s.client_id <> near.client_id and s.happened_at <= %(as_of)s
      and s.known_from <= %(as_of)s
    union all
    select distinct near.*, m.client_id, near.told_by_id is not distinct from m.client_id
    from near join clients_membership m on m.household_id = near.household_id and m.period @> %(as_of)s::timestamptz
         and m.role in ('primary', 'spouse', 'partner')
    where near.giver_id is null and m.client_id = any(%(book)s)
)
select pairs.id, pairs.kind, pairs.month, pairs.day, pairs.leap_rule, pairs.recurrence, pairs.year, pairs.to_whom, pairs.stated,
       pairs.known_from, coalesce(nullif(c.preferred, ''), nullif(c.given, ''), ''), pairs.client_id
from pairs left join clients_client c on c.id = pairs.client_id
where not exists (
    -- A bond that ended, and was not renewed, takes its dates with it (O-8).
    select from clients_relation r
    where (r.client_id, r.other_id) in ((pairs.to_whom, pairs.client_id), (pairs.client_id, pairs.to_whom))
      and upper(r.period) <= %(as_of)s and not exists (
        select from clients_relation n where n.period @> %(as_of)s::timestamptz
        and (n.client_id, n.other_id) in ((pairs.to_whom, pairs.client_id), (pairs.client_id, pairs.to_whom))))
order by pairs.to_whom, pairs.id
"""

GIFTS = """
select s.client_id, g.recipient_id, k.code, l.key, s.happened_at, r.name, r.making, g.occasion_on, s.id
from purchases_sale s join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
     and (l.superseded_at is null or l.superseded_at > %(as_of)s)
join purchases_gift g on g.line_id = l.key and g.kind in ('known', 'unnamed') and g.known_from <= %(as_of)s
join products_reference r on r.id = l.reference_id
left join house_term k on k.id = g.occasion_id
where s.client_id = any(%(givers)s) and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
  and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
  and l.quantity > (
    select coalesce(sum(b.quantity), 0) from purchases_return b join purchases_line o on o.id = b.line_id
    where o.key = l.key and b.happened_at <= %(as_of)s and b.known_from <= %(as_of)s
      and (b.superseded_at is null or b.superseded_at > %(as_of)s))
order by s.happened_at desc, l.key
"""


def anniversaries(book: Sequence[uuid.UUID], *, on: dt.date, as_of: dt.datetime, zone: str) -> list[Anniversary]:
    """Every date within the longest lead time whose giver is in this book."""
    rows = db.select(
        ROWS, book=list(book), as_of=as_of, on=on, month=on.month, day=on.day,
        # Counted in a leap year, which has a day that this one may not have.
        longest=max(LEAD_WEEKS.values()) * 7 + 1,
    )  # fmt: skip
    rows = _each_once(rows)
    givers = sorted({row[7] for row in rows})
    gifts = db.select(GIFTS, givers=givers, as_of=as_of) if rows else []
    alone = context.left_alone(givers, as_of) if gifts else set()
    return [found for row in rows if (found := _anniversary(row, gifts, alone, on, zone))]


def _each_once(rows: list[Row]) -> list[Row]:
    """Each year's gift tells of the same day again, and a home's day is also somebody's: of one day, what was known first."""
    days: dict[tuple[Any, ...], list[Row]] = collections.defaultdict(list)
    for row in sorted(rows, key=lambda row: (row[9], row[0])):
        days[row[7], row[1], row[2], row[3]].append(row)
    found: list[Row] = []
    for same_day in days.values():
        named = [row for row in same_day if row[11]] or same_day
        told = any(row[8] for row in same_day)
        firsts = {row[11]: row for row in reversed(named)}
        found += [(*row[:8], told, *row[9:]) for row in firsts.values()]
    return sorted(found, key=lambda row: (row[7], row[0]))


def _anniversary(
    row: Row, gifts: list[Row], alone: Collection[uuid.UUID], on: dt.date, zone: str
) -> Anniversary | None:
    occasion, kind, month, day, leap, recurrence, year, giver, stated, known_from, celebrated, client = row
    date = moments.DayMonth(month, day)
    next_on = date.next_on(on, moments.LeapRule(leap)) if recurrence == "yearly" else date.in_year(year)
    if next_on < on:
        return None
    last_year = date.in_year(next_on.year - 1, moments.LeapRule(leap))
    chosen = [gift for gift in gifts if gift[0] == giver and _is_for(gift, kind, client)]
    # A farewell is nobody's precedent.
    mine = [(gift, moments.day_of(gift[4], zone)) for gift in chosen if gift[8] not in alone]
    past = [(gift, bought) for gift, bought in mine if not _is_for_this_year(gift, bought, last_year)]
    leads = [last_year - bought for _, bought in past if last_year >= bought > last_year - LONGEST_AHEAD]
    return Anniversary(
        giver=giver,
        fact=Fact(
            occasion,
            "occasion",
            moments.day_of(known_from, zone),
            {"kind": kind, "on": next_on, "celebrated": celebrated},
        ),
        kind=kind,
        next_on=next_on,
        celebrated=celebrated,
        gifts=tuple(Fact(gift[3], "gift", bought, {"piece": gift[5]}) for gift, bought in past[:3]),
        told_by_giver=bool(stated),
        given_since=len(past) < len(mine),
        lead_weeks=max((LEAD_WEEKS[Making(gift[6])] for gift, _ in past), default=LEAD_WEEKS[Making.STOCK]),
        late_buyer=bool(leads) and max(leads) <= LATE,
        is_farewell=bool(chosen) and chosen[0][8] in alone,
    )


def _is_for_this_year(gift: tuple[Any, ...], bought: dt.date, last_year: dt.date) -> bool:
    """By the day it was said to be for, which a belated gift needs; else by the day it was bought."""
    return bool((gift[7] or bought) > last_year)


def _is_for(gift: tuple[Any, ...], kind: str, client: uuid.UUID | None) -> bool:
    """A gift for that occasion, or to that person for an occasion nobody named."""
    _giver, recipient, occasion, *_ = gift
    if client is not None and recipient is not None and recipient != client:
        return False
    return occasion == kind or (occasion is None and client is not None and recipient == client)
