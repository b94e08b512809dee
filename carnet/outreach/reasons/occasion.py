"""A date near enough to be prepared for, to the giver, never the receiver (O-5, Z-27).

A date alone opens a question; a gift chosen here before, or the giver's own word, answers it (N-4).
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.intelligence.queries import context
from carnet.kit import db, moments
from carnet.outreach import sentences
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, Standing
from carnet.outreach.rules.policy import Days, Policy
from carnet.products.kinds import Making

KIND = Kind(Reason.OCCASION, Serves.CLIENT, Purpose.INVITATION, dated=True, yearly=True)
DAYS = {
    Making.STOCK.value: Days(28, 14, 56, lambda: gettext("Opens so many days before, for a piece from stock")),
    Making.ENGRAVING.value: Days(
        42, 28, 84, lambda: gettext("Opens so many days before, for an engraving or another size")
    ),
    Making.SPECIAL_ORDER.value: Days(112, 56, 182, lambda: gettext("Opens so many days before, for a special order")),
    "late_buyer": Days(10, 8, 21, lambda: gettext("Opens so many days before, for who buys late")),
    "leaves": Days(7, 3, 14, lambda: gettext("Closes so many days before")),
}
"""Before the date: when it opens, by the making time of what was given before; and when it is too late to be of use."""


@dataclasses.dataclass(frozen=True)
class Anniversary:
    """A date, with the one to whom it may be spoken of and what shows that it matters between them."""

    giver: uuid.UUID
    fact: Fact
    kind: str
    next_on: dt.date
    celebrated: str
    """A given name, for the giver's eyes."""
    gifts: tuple[Fact, ...]
    """What the giver chose for it before."""
    told_by_giver: bool
    given_since: bool
    """Whether the gift for this year is bought already."""
    making: Making
    """The longest of what was given before."""
    late_buyer: bool
    rests_until: dt.date | None = None
    """The first day on which it may be spoken of again."""
    is_farewell: bool = False
    """Whether the last gift for it was one: the day rests until another gift says otherwise."""


type Row = tuple[Any, ...]

LATE = dt.timedelta(days=10)
"""Who buys late is reminded then, not weeks ahead."""
LONGEST_AHEAD = dt.timedelta(days=120)
BY_TIME = (Making.SPECIAL_ORDER, Making.ENGRAVING, Making.STOCK)
"""The longest first."""

ROWS = """
with near as (
    select o.id, o.client_id, o.household_id, o.giver_id, o.told_by_id, o.month, o.day, o.leap_rule, o.recurrence, o.year,
           k.code as kind, o.known_from, case when o.is_suspended then o.suspended_until end as rests_until
    from occasions_occasion o join house_term k on k.id = o.kind_id
    where o.known_from <= %(as_of)s and o.period @> %(as_of)s::timestamptz
      and not (o.is_suspended and o.suspended_until is null)
      and not exists (select from clients_client c where c.id = o.client_id and c.died_on <= %(on)s)
      and (o.giver_id is null or o.giver_id is distinct from o.client_id)
      and (o.giver_id = any(%(people)s::uuid[]) or o.giver_id is null)
      and make_date(2000, o.month, o.day) - make_date(2000, %(month)s, %(day)s) + 366 * (
          make_date(2000, o.month, o.day) < make_date(2000, %(month)s, %(day)s))::int <= %(longest)s
), pairs as (
    select near.*, near.giver_id as to_whom, true as stated from near where giver_id is not null
    union all
    select distinct near.*, s.client_id, near.told_by_id is not distinct from s.client_id
    from near join purchases_gift g on g.recipient_id = near.client_id and g.known_from <= %(as_of)s
    join purchases_line l on l.id = g.line_id join purchases_sale s on s.id = l.sale_id
    where near.giver_id is null and s.client_id = any(%(people)s::uuid[])
      and s.client_id <> near.client_id and s.happened_at <= %(as_of)s
      and s.known_from <= %(as_of)s
    union all
    select distinct near.*, m.client_id, near.told_by_id is not distinct from m.client_id
    from near join clients_membership m on m.household_id = near.household_id and m.period @> %(as_of)s::timestamptz
         and m.role in ('primary', 'spouse', 'partner')
    where near.giver_id is null and m.client_id = any(%(people)s::uuid[])
)
select pairs.id, pairs.kind, pairs.month, pairs.day, pairs.leap_rule, pairs.recurrence, pairs.year, pairs.to_whom, pairs.stated,
       pairs.known_from, coalesce(nullif(c.preferred, ''), nullif(c.given, ''), ''), pairs.client_id,
       pairs.rests_until
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


def anniversaries(asked: Asked) -> list[Anniversary]:
    """Every date within the longest lead time whose giver is in this book."""
    on, as_of = asked.on, asked.as_of
    rows = db.select(
        ROWS, people=asked.ids, as_of=as_of, on=on, month=on.month, day=on.day,
        # Counted in a leap year, which has a day that this one may not have.
        longest=DAYS[Making.SPECIAL_ORDER.value].most + 1,
    )  # fmt: skip
    rows = _each_once(rows)
    givers = sorted({row[7] for row in rows})
    gifts = db.select(GIFTS, givers=givers, as_of=as_of) if rows else []
    alone = context.left_alone(givers, as_of) if gifts else set()
    return [found for row in rows if (found := _anniversary(row, gifts, alone, asked))]


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


def _anniversary(row: Row, gifts: list[Row], alone: Collection[uuid.UUID], asked: Asked) -> Anniversary | None:
    on, zone = asked.on, asked.zone
    occasion, kind, month, day, leap, recurrence, year, giver, stated, known_from, celebrated, client, rests_until = row
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
        making=min((Making(gift[6]) for gift, _ in past), key=BY_TIME.index, default=Making.STOCK),
        late_buyer=bool(leads) and max(leads) <= LATE,
        rests_until=rests_until,
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


def stands(date: Anniversary, policy: Policy) -> Standing | None:
    """Within its making time, until it is too late to be of use."""
    if date.is_farewell or date.given_since or not (date.gifts or date.told_by_giver):
        return None
    lead = "late_buyer" if date.late_buyer else date.making.value
    opens, leaves = (policy.days(KIND.code, name, DAYS[name]) for name in (lead, "leaves"))
    first = max(date.next_on - opens, date.rests_until or dt.date.min)
    values = {"kind": date.kind, "on": date.next_on, "celebrated": date.celebrated, "gifts": len(date.gifts)}
    return Standing(
        date.giver, KIND, first, date.next_on - leaves, (date.fact, *date.gifts), values,
        strength=2 if date.told_by_giver else 1, celebrated=date.celebrated,
    )  # fmt: skip


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “Bianca · Birthday, 24 December. The gift came from here before.”."""
    said = {
        "day": sentences.day(values["on"], on),
        "name": values["celebrated"],
        "occasion": sentences.occasion(values["kind"]),
    }
    if values["gifts"] and said["name"]:
        return gettext("%(name)s · %(occasion)s, %(day)s. The gift came from here before.") % said
    if values["gifts"]:
        return gettext("%(occasion)s, %(day)s. The gift came from here before.") % said
    if said["name"]:
        return gettext("%(name)s · %(occasion)s, %(day)s. We were told of it.") % said
    return gettext("%(occasion)s, %(day)s. We were told of it.") % said


RULE = Rule(
    KIND, anniversaries, stands, says, days=DAYS, in_order=[("leaves", name) for name in DAYS if name != "leaves"],
    title=lambda: gettext("A day that matters"),
    facts={
        "occasion": lambda values, on: gettext("Date noted: %(day)s") % {"day": sentences.day(values["on"], on)},
        "gift": lambda values, _on: gettext("Gift chosen: %(piece)s") % {"piece": values["piece"]},
    },
)  # fmt: skip
