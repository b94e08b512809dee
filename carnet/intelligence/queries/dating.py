"""What people gave, and when: the gifts from which a date that matters may be read, as of a day. A gift is its giver's record."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from typing import LiteralString

import numpy as np

from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.queries import context
from carnet.intelligence.rules import dates
from carnet.intelligence.rules.rhythm import Floats
from carnet.kit import db, ids
from carnet.occasions.actions.noting_dates import BIRTHDAY, COMES_AGAIN

EPOCH = dt.date(1970, 1, 1).toordinal()

GIVEN: LiteralString = """
    with gifts as materialized (
        select s.client_id, g.id, l.key, l.quantity, g.recipient_id, g.occasion_id is not null as labelled, g.occasion_on,
               (s.happened_at at time zone coalesce(b.zone, m.zone))::date as bought_on
        from purchases_gift g
        join purchases_line l on l.key = g.line_id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join purchases_sale s on s.id = l.sale_id and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
             and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        join clients_client c on c.id = s.client_id and (c.died_on is null or c.died_on > %(on)s)
        left join house_boutique b on b.id = s.boutique_id cross join house_maison m
        left join house_term t on t.id = g.occasion_id
        where g.kind in ('known', 'unnamed') and g.known_from <= %(as_of)s and s.id <> all(%(left_alone)s)
          and (t.code is null or t.code = any(%(again)s)) {of}
    ), back as (
        select v.key, sum(r.quantity) as quantity from purchases_line v join purchases_return r on r.line_id = v.id
        where {of_back} r.happened_at <= %(as_of)s and r.known_from <= %(as_of)s
          and (r.superseded_at is null or r.superseded_at > %(as_of)s)
        group by v.key
    )"""

THEIRS: LiteralString = """
    , kept as materialized (
        select g.*, count(*) over (partition by client_id) as gifts from gifts g left join back using (key)
        where g.quantity > coalesce(back.quantity, 0)
    ), firsts as (
        select s.client_id, min((s.happened_at at time zone coalesce(b.zone, m.zone))::date) as first
        from purchases_sale s left join house_boutique b on b.id = s.boutique_id cross join house_maison m
        where {of_first} s.happened_at <= %(as_of)s
          and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        group by s.client_id
    )
    select k.client_id, k.id, k.recipient_id, k.labelled, k.occasion_on, k.bought_on, f.first
    from kept k join firsts f using (client_id) where k.gifts > 1 order by k.client_id, k.bought_on, k.id"""

COUNTED: LiteralString = """
    select extract(month from bought_on)::int, extract(day from bought_on)::int, count(*) from gifts group by 1, 2"""

ON_FILE: LiteralString = """
    with asked as (select unnest(%(clients)s::uuid[]) as client_id),
    given_to as (select unnest(%(givers)s::uuid[]) as client_id, unnest(%(recipients)s::uuid[]) as recipient_id)
    select a.client_id, o.month, o.day from asked a join occasions_occasion o on o.giver_id = a.client_id
    where o.known_from <= %(as_of)s
    union
    select a.client_id, o.month, o.day from asked a join occasions_occasion o on o.client_id = a.client_id
    join house_term t on t.id = o.kind_id and t.code <> %(birthday)s where o.known_from <= %(as_of)s
    union
    select a.client_id, o.month, o.day from asked a
    join clients_membership h on h.client_id = a.client_id and h.period @> %(as_of)s
    join occasions_occasion o on o.household_id = h.household_id where o.known_from <= %(as_of)s
    union
    select g.client_id, o.month, o.day from given_to g join occasions_occasion o on o.client_id = g.recipient_id
    where o.known_from <= %(as_of)s"""


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """One gift of somebody's."""

    client: uuid.UUID
    id: uuid.UUID
    recipient: uuid.UUID | None
    labelled: bool
    occasion_on: dt.date | None
    bought_on: dt.date
    first: dt.date
    """The day of that client's first purchase."""

    @property
    def day(self) -> dt.date:
        """The day it was for, else the day it was bought."""
        return self.occasion_on or self.bought_on


def given(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Given]:
    """The gifts of those clients, or of everybody, who gave at least twice, by client and day.

    Not there: what came back, what was for a day that does not come again, farewells, and whoever's dates rest.
    """
    of: LiteralString = "" if clients is None else "and s.client_id = any(%(clients)s)"
    # Of some people by index; of everybody in one go.
    of_back: LiteralString = "" if clients is None else "v.key = any(array(select key from gifts)) and"
    of_first: LiteralString = (
        "s.client_id in (select client_id from kept where gifts > 1) and"
        if clients is None
        else "s.client_id = any(%(clients)s) and"
    )
    rows = db.select(
        GIVEN.format(of=of, of_back=of_back) + THEIRS.format(of_first=of_first),
        clients=list(clients or ()), on=on, as_of=as_of, again=sorted(COMES_AGAIN),
        left_alone=list(context.left_alone(clients, as_of)),
    )  # fmt: skip
    found = [Given(*row) for row in rows]
    resting = context.rests({each.client for each in found}, on, as_of)
    return [each for each in found if not {Rests.GIFTS, Rests.DATES} & resting.get(each.client, {}).keys()]


def shares(*, on: dt.date, as_of: dt.datetime) -> Floats:
    """The part of everybody's gifts in each window of the year, as known `as_of`: when the year of `on` began."""
    rows = db.select(
        GIVEN.format(of="", of_back="") + COUNTED,
        on=on, as_of=as_of, again=sorted(COMES_AGAIN), left_alone=[],
    )  # fmt: skip
    days = np.array([dt.date(2000, month, day).toordinal() for month, day, _count in rows], dtype=np.int64) - EPOCH
    _year, numbers = dates.of_the_year(days)
    return dates.shares(np.repeat(numbers, [count for _month, _day, count in rows]))


def number(day: dt.date) -> int:
    """Days since 1 January 1970, as the rules count."""
    return day.toordinal() - EPOCH


def about(client: uuid.UUID, window: int) -> uuid.UUID:
    """What a reading of that window of her year is about."""
    return ids.derived("date", str(client), str(window))


def silent(found: Sequence[Given], *, on: dt.date, as_of: dt.datetime) -> dict[uuid.UUID, set[int]]:
    """By client, the windows that are not spoken of: a date for them is on file, or somebody has given her word about them."""
    clients = list({each.client for each in found})
    to = [each for each in found if each.recipient]
    on_file = db.select(
        ON_FILE, clients=clients, givers=[each.client for each in to], recipients=[each.recipient for each in to],
        as_of=as_of, birthday=BIRTHDAY,
    )  # fmt: skip
    told: dict[uuid.UUID, set[int]] = collections.defaultdict(set)
    for client, month, day in on_file:
        told[client] |= dates.led_to_by(dt.date(2000, month, day))
    said = db.select(
        """
        select client_id, about from intelligence_reading where client_id = any(%(clients)s) and kind = %(kind)s
          and said_by_id is not null and "on" <= %(on)s and (until is null or until > %(on)s)
        """,
        clients=clients,
        kind=ReadingKind.DATE,
        on=on,
    )
    for client, which in said:
        for window in range(dates.WINDOWS):
            if which == about(client, window):
                told[client] |= dates.overlapping(window)
    return told
