"""What her dates add up to, gathered in SQL for one person, for some, or for the whole house, as of a day.

Weeks are counted between local days. Two things on one day are one day; of somebody passing through, days of one journey
are one. What was undone within a month, cancelled, or not known by then is not there.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, LiteralString, cast

import numpy as np

from carnet.house.models import Maison
from carnet.intelligence.queries.population import Population
from carnet.intelligence.rules import states
from carnet.intelligence.rules.picture import NEVER, Flags, Picture, Stream
from carnet.intelligence.rules.rhythm import Floats, Sums
from carnet.kit import db, moments

if TYPE_CHECKING:
    import pyarrow as pa

JOURNEY = 21
"""Days that a journey may pause: less apart, they are of one visit to the city (boutique ruling 21)."""
UNDONE = 30
"""Days within which a refund of all of it undoes a purchase (models.md 3.7)."""
LONGEST = 5 * 365
"""Days beyond which a gap says no more (models.md 3.7, winsorising)."""
YEAR = 365.25
FLAGS = ("mentioned_only", "unsettled", "at_rest", "owed")
COLUMNS = {
    "client_id": "string", "home_id": "string", "bought_gaps": "int32", "bought_logs": "float64", "bought_squares": "float64",
    "bought_first": "date32", "bought_last": "date32", "met_gaps": "int32", "met_logs": "float64", "met_squares": "float64",
    "met_first": "date32", "met_last": "date32", "sale_id": "string", "encounter_id": "string", "most_pieces": "int32",
    "known_since": "date32", "passing_until": "date32",
    **dict.fromkeys(FLAGS[:3], "bool"), "tier": "string", "owed": "bool",
    "read_alone": "int32", "unread": "int32",
}  # fmt: skip
"""What GATHERED gives of each client: dates, whole numbers, sums in weeks, and flags."""

GATHERED: LiteralString = """
with sold as not materialized (
    select s.id, s.client_id, s.happened_at, s.boutique_id, s.discount from purchases_sale s
    where s.client_id is not null and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
      and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
), homes as (
    select household_id, client_id from (
        select m.household_id, m.client_id, count(*) over (partition by m.household_id) as buyers
        from clients_membership m join clients_client c on c.id = m.client_id
        where m.period @> %(as_of)s and m.known_from <= %(as_of)s and c.sensitivity = 'standard' {at_home}
          and exists (select from sold where sold.client_id = m.client_id)) lived
    where buyers > 1
), back as not materialized (
    select client_id, boutique_id, sale_id, line_id, happened_at, amount from purchases_return
    where happened_at <= %(as_of)s and known_from <= %(as_of)s and (superseded_at is null or superseded_at > %(as_of)s)
), unpaid as materialized (
    select s.id from sold s left join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
         and (l.superseded_at is null or l.superseded_at > %(as_of)s)
    where {in_doubt}
    group by s.id, s.discount, s.happened_at
    having coalesce(sum(l.total), 0) - s.discount <= coalesce((
        select sum(b.amount) from back b where b.happened_at <= s.happened_at + make_interval(days => %(undone)s)
        and (b.line_id in (select x.id from purchases_line x where x.sale_id = s.id)
             or (b.line_id is null and b.sale_id = s.id))), 0)
), touches as not materialized (
    select s.client_id, (s.happened_at at time zone coalesce(b.zone, %(zone)s))::date as day, true as bought, true as met,
           s.happened_at as at, s.id as sale_id, null::uuid as encounter_id
    from sold s left join house_boutique b on b.id = s.boutique_id
    where not exists (select from unpaid where unpaid.id = s.id) {of_sale}
    union all
    select mine.client_id, (s.happened_at at time zone coalesce(b.zone, %(zone)s))::date, true, false,
           s.happened_at, null, null
    from homes mine join homes theirs on theirs.household_id = mine.household_id and theirs.client_id <> mine.client_id
    join sold s on s.client_id = theirs.client_id left join house_boutique b on b.id = s.boutique_id
    where not exists (select from unpaid where unpaid.id = s.id) {of_mine}
    union all
    select p.client_id, (p.happened_at at time zone coalesce(b.zone, %(zone)s))::date, false, true,
           p.happened_at, null, e.id
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    left join house_boutique b on b.id = e.boutique_id
    where p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
      and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and (e.kind in ('visit', 'event', 'care_intake', 'care_return', 'special_order')
           or (e.kind <> 'complaint' and (e.started_by = 'client' or (e.answered and e.answer_known_at <= %(as_of)s))))
      {of_presence}
    union all
    select r.client_id, (r.happened_at at time zone coalesce(b.zone, %(zone)s))::date, false, true,
           r.happened_at, null, null
    from back r left join house_boutique b on b.id = r.boutique_id where r.client_id is not null {of_back}
    union all
    select g.recipient_id, g.given_on, false, true, g.given_said_at, null, null from purchases_gift g
    where g.recipient_id is not null and g.given_on <= %(on)s and g.given_said_at <= %(as_of)s
      and g.known_from <= %(as_of)s {of_gift}
), laid as not materialized (
    select t.client_id, t.day, t.bought, t.met, t.sale_id, t.encounter_id,
           case when t.bought then t.day - max(t.day) filter (where t.bought) over before end as bought_gap,
           case when t.met then t.day - max(t.day) filter (where t.met) over before end as met_gap
    from touches t
    window before as (partition by t.client_id order by t.day, t.at rows between unbounded preceding and 1 preceding)
), weighed as not materialized (
    select l.client_id, l.day, l.bought, l.met, l.sale_id, l.encounter_id,
           case when bought_gap > journey.days then ln(least(bought_gap, %(longest)s) / 7.0::float8) end as bought_log,
           case when met_gap > journey.days then ln(least(met_gap, %(longest)s) / 7.0::float8) end as met_log
    from laid l left join clients_client p on p.id = l.client_id and p.passing_until is not null
    cross join lateral (select case when p.id is null then 0 else %(journey)s end as days) journey
), summed as (
    select client_id, count(bought_log) as bought_gaps, coalesce(sum(bought_log), 0) as bought_logs,
           coalesce(sum(bought_log * bought_log), 0) as bought_squares, min(day) filter (where bought) as bought_first,
           max(day) filter (where bought) as bought_last, count(met_log) as met_gaps, coalesce(sum(met_log), 0) as met_logs,
           coalesce(sum(met_log * met_log), 0) as met_squares, min(day) filter (where met) as met_first,
           max(day) filter (where met) as met_last,
           -- They come in the order of her days: the last of each is the newest.
           (array_agg(sale_id) filter (where sale_id is not null))[count(sale_id)] as sale_id,
           (array_agg(encounter_id) filter (where encounter_id is not null))[count(encounter_id)] as encounter_id
    from weighed group by client_id
), pieces as (
    select client_id, max(held) as most from (
        select s.client_id, r.category_id, sum(l.quantity) as held
        from sold s join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join products_reference r on r.id = l.reference_id and r.kind = 'piece' and r.category_id is not null
        where not exists (select from purchases_gift g where g.line_id = l.key and g.kind in ('known', 'unnamed')
                          and g.known_from <= %(as_of)s) {of_sale}
        group by s.client_id, r.category_id) per_category
    group by client_id
)
select c.id as client_id, h.household_id as home_id, coalesce(s.bought_gaps, 0) as bought_gaps,
       coalesce(s.bought_logs, 0) as bought_logs, coalesce(s.bought_squares, 0) as bought_squares, s.bought_first,
       s.bought_last, coalesce(s.met_gaps, 0) as met_gaps, coalesce(s.met_logs, 0) as met_logs,
       coalesce(s.met_squares, 0) as met_squares, s.met_first, s.met_last,
       s.sale_id, s.encounter_id, coalesce(p.most, 0)::int as most_pieces,
       least(coalesce(make_date(c.with_us_since, 1, 1), (c.happened_at at time zone %(zone)s)::date),
             s.met_first, s.bought_first) as known_since,
       c.passing_until, c.is_mentioned_only as mentioned_only,
       exists (select from interactions_complaint x where x.client_id = c.id and x.happened_at <= %(as_of)s
               and x.known_from <= %(as_of)s and (x.closed_at is null or x.closed_at > %(as_of)s)) as unsettled,
       exists (select from consent_hold x where x.client_id = c.id and x.scope in ('everything', 'condolence')
               and x.period @> %(as_of)s and x.known_from <= %(as_of)s) as at_rest,
       coalesce((select t.code from clients_tierdecision x join house_term t on t.id = x.tier_id
                 where x.client_id = c.id and x.period @> %(as_of)s and x.known_from <= %(as_of)s), '') as tier,
       exists (select from interactions_promise x where x.client_id = c.id and x.made_by = 'house' and x.due_on < %(on)s
               and x.happened_at <= %(as_of)s and x.known_from <= %(as_of)s
               and (x.settled_at is null or x.settled_at > %(as_of)s)
               and (x.taken_back_at is null or x.taken_back_at > %(as_of)s)) as owed,
       coalesce(k.read_alone, 0) as read_alone, coalesce(u.times, 0) as unread
from clients_client c left join intelligence_rhythm k on k.client_id = c.id
left join intelligence_unread u on u.client_id = c.id
left join summed s on s.client_id = c.id left join pieces p on p.client_id = c.id
left join lateral (select household_id from homes where homes.client_id = c.id order by household_id limit 1) h on true
where c.known_from <= %(as_of)s {of_client}
"""

OF_SOME: dict[str, LiteralString] = {
    "at_home": """and m.household_id in (select household_id from clients_membership where client_id = any(%(clients)s)
                  and period @> %(as_of)s)""",
    "in_doubt": "s.client_id = any(%(whose)s)",
    "of_sale": "and s.client_id = any(%(whose)s)",
    "of_back": "and r.client_id = any(%(clients)s)",
    "of_mine": "and mine.client_id = any(%(clients)s)",
    "of_presence": "and p.client_id = any(%(clients)s)",
    "of_gift": "and g.recipient_id = any(%(clients)s)",
    "of_client": "and c.id = any(%(clients)s)",
}
OF_ALL: dict[str, LiteralString] = dict.fromkeys(OF_SOME, "") | {
    "in_doubt": """s.id in (
        select sale_id from purchases_line where total = 0 union all select id from sold where discount > 0
        union all select sale_id from back where sale_id is not null
        union all select l.sale_id from back b join purchases_line l on l.id = b.line_id)""",
}


TO_READ: dict[str, LiteralString] = {
    name: each.replace("%(clients)s", "array(select client_id from to_read)").replace(
        "%(whose)s", "array(select client_id from to_read_of)"
    )
    for name, each in OF_SOME.items()
}
"""Of those whom the temporary tables `to_read` and `to_read_of` (whose purchases count) hold."""
IN_ORDER: LiteralString = " order by c.id"


@dataclasses.dataclass(frozen=True)
class Gathered:
    """The sums of many on one day: a table of COLUMNS, a row a client, by id."""

    on: dt.date
    rows: pa.Table

    def __len__(self) -> int:
        return int(self.rows.num_rows)

    def of(self, start: int, length: int) -> Gathered:
        """Some of the rows."""
        return Gathered(self.on, self.rows.slice(start, length))

    def numbers(self, column: str) -> Floats:
        """A column of numbers."""
        return cast(Floats, self.rows[column].to_numpy().astype(np.float64))

    def flags(self, column: str) -> Flags:
        """A column of flags."""
        return cast(Flags, self.rows[column].to_numpy(zero_copy_only=False).astype(np.bool_))

    def is_any(self, column: str, words: Collection[str]) -> Flags:
        """Whether the column holds one of these words."""
        import pyarrow as pa  # late: as below
        from pyarrow import compute

        found = compute.is_in(self.rows[column], value_set=pa.array(list(words)))
        return cast(Flags, found.to_numpy(zero_copy_only=False))

    def days_since(self, column: str) -> Floats:
        """From the date in that column to the day it was gathered for; NEVER where there is none."""
        import pyarrow as pa  # late: 30 MB that only a pass over the house should pay

        days = self.rows[column].cast(pa.int32()).to_numpy(zero_copy_only=False).astype(np.float64)
        return np.where(np.isnan(days), NEVER, (self.on - dt.date(1970, 1, 1)).days - days)

    def stream(self, name: str) -> tuple[Sums, Floats, Floats]:
        """One rhythm's sums, and the days since it began and since it was last heard."""
        sums = Sums(*(self.numbers(f"{name}_{each}") for each in ("gaps", "logs", "squares")))
        return sums, self.days_since(f"{name}_first"), self.days_since(f"{name}_last")

    def picture(self, leans: Population) -> Picture:
        """What they look like, leaning on that population."""
        passing = -self.days_since("passing_until")
        return Picture(
            bought=Stream.of(*self.stream("bought"), leans.bought),
            met=Stream.of(*self.stream("met"), leans.met),
            through_home=~self.is_any("home_id", [""]),
            pieces=self.numbers("most_pieces"),
            known_for=self.days_since("known_since") / YEAR,
            passing_for=np.where(np.isfinite(passing), passing, -1.0),
            named_friend=self.is_any("tier", states.FRIEND_TIERS),
            named_collector=self.is_any("tier", states.COLLECTOR_TIERS),
            **{flag: self.flags(flag) for flag in FLAGS},
        )


def gather(on: dt.date, *, some: bool, after: uuid.UUID | None = None) -> Gathered:
    """The sums of the whole house, or of some whom `to_read` holds, as of the end of that day; those after an id."""
    import pyarrow as pa  # late: as above
    from pyarrow import csv

    asked = GATHERED.format(**(TO_READ if some else OF_ALL)) + (" and c.id > %(after)s" if after else "") + IN_ORDER
    told = db.copy_out(asked, **values(on), after=after)
    kinds = {name: pa.type_for_alias(kind) for name, kind in COLUMNS.items()}
    if not told:
        return Gathered(on, pa.schema(kinds).empty_table())
    rows = csv.read_csv(
        io.BytesIO(told),
        read_options=csv.ReadOptions(column_names=list(COLUMNS)),
        convert_options=csv.ConvertOptions(
            column_types=kinds,
            true_values=["t"],
            false_values=["f"],
        ),
    )
    return Gathered(on, rows)


def statement(*, some: bool) -> LiteralString:
    """GATHERED, of the whole house or of `clients` (and of `whose` purchases)."""
    return GATHERED.format(**(OF_SOME if some else OF_ALL))


def values(on: dt.date, clients: Collection[uuid.UUID] | None = None) -> dict[str, Any]:
    """What it is asked with, at the end of that day where the house is."""
    zone = Maison.objects.get().zone
    told = {
        "on": on, "as_of": moments.close_of(on, zone), "zone": zone, "undone": UNDONE, "journey": JOURNEY, "longest": LONGEST,
    }  # fmt: skip
    return told | {"clients": list(clients), "whose": _at_home(clients)} if clients is not None else told


def _at_home(clients: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """They, and all who have lived with them."""
    rows = db.select(
        """
        select distinct theirs.client_id from clients_membership mine
        join clients_membership theirs on theirs.household_id = mine.household_id where mine.client_id = any(%(clients)s)
        """,
        clients=list(clients),
    )
    return [*clients, *(client for (client,) in rows if client not in set(clients))]
