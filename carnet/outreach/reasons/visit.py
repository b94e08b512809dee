"""A visit after which nothing was bought: day 1 to 14, or about the day she named for coming back to it (ruling 16).

Every visit is considered; whether anybody writes is another matter (Z-30).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.kit import db, moments
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, Pace, PieceSeen, Standing
from carnet.outreach.rules.policy import Days, Policy
from carnet.outreach.sentences import as_date, day

KIND = Kind(Reason.VISIT, Serves.CLIENT, Purpose.INVITATION, Pace.SINCE)
DAYS = {
    "opens": Days(1, 1, 7, lambda: gettext("Opens, in days after the visit")),
    "closes": Days(14, 7, 30, lambda: gettext("Closes, in days after the visit")),
    "after_named": Days(7, 1, 14, lambda: gettext("Closes, in days after the day that was named for coming back")),
}
LONGEST = dt.timedelta(days=DAYS["closes"].most)
LOOKS_BACK = dt.timedelta(days=180)
"""A day she named can lie months ahead of the visit."""
STRONGEST = ["asked", "kept_for_later", "tried", "shown"]
"""What was done with a piece, in the order in which it tells of a search."""


ROWS: LiteralString = """
    with last as (
        select distinct on (p.client_id) p.client_id, e.id, e.happened_at, e.left,
               (select min(w.due_on) from interactions_promise w where w.encounter_id = e.id and w.made_by = 'client'
                and w.known_from <= %(as_of)s and (w.taken_back_at is null or w.taken_back_at > %(as_of)s)) as named
        from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        where p.client_id = any(%(people)s::uuid[]) and p.part = 'main' and e.kind = 'visit' and p.happened_at >= %(opens)s
          and e.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
          and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
        order by p.client_id, e.happened_at desc, e.id
    )
    select v.client_id, v.id, v.happened_at,
           (select count(*) from interactions_presence o where o.encounter_id = v.id) > 1, v.named,
           (select jsonb_agg(jsonb_build_array(r.name, coalesce(k.code, ''), r.id)
                   order by array_position(%(strongest)s::text[], x.handled::text), r.name, r.id)
            from interactions_pieceshown x join products_reference r on r.id = x.reference_id
            left join house_term k on k.id = r.category_id where x.encounter_id = v.id)
    from last v
    where (v.named is not null or v.happened_at >= %(lately)s) and v.left <> 'bought'
      and not exists (select from purchases_sale s where s.client_id = v.client_id
                      and s.happened_at >= date_trunc('day', v.happened_at at time zone %(zone)s) at time zone %(zone)s
                      and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
                      and (s.cancelled_at is null or s.cancelled_at > %(as_of)s))
      and not exists (select from interactions_promise w where w.encounter_id = v.id and w.made_by = 'house'
                      and w.known_from <= %(as_of)s and (w.taken_back_at is null or w.taken_back_at > %(as_of)s))
    order by v.client_id
"""


@dataclasses.dataclass(frozen=True)
class Visit:
    """A visit after which nothing was bought."""

    client: uuid.UUID
    fact: Fact
    pieces: tuple[PieceSeen, ...]
    together: bool
    named_day: dt.date | None = None
    """The day she named for coming back to it."""

    @property
    def on(self) -> dt.date:
        """The day of the visit."""
        return self.fact.on


def visits(asked: Asked) -> list[Visit]:
    """Each person's last visit, when nothing was bought at it or since and no promise of ours follows it up."""
    rows = db.select(
        ROWS,
        people=asked.ids,
        as_of=asked.as_of,
        zone=asked.zone,
        opens=moments.open_of(asked.on - LOOKS_BACK, asked.zone),
        lately=moments.open_of(asked.on - LONGEST, asked.zone),
        strongest=STRONGEST,
    )
    return [
        Visit(
            client=client,
            fact=Fact(encounter, "visit", moments.day_of(happened_at, asked.zone), {}),
            pieces=tuple(
                PieceSeen(name, category, uuid.UUID(piece)) for name, category, piece in json.loads(pieces or "[]")
            ),
            together=together,
            named_day=named,
        )
        for client, encounter, happened_at, together, named, pieces in rows
    ]


def stands(seen: Visit, policy: Policy) -> Standing | None:
    """From the day after, for two weeks; where she named a day, from it, for one."""
    opens, closes, after_named = (policy.days(KIND.code, name, usual) for name, usual in DAYS.items())
    first, last = (
        (seen.named_day, seen.named_day + after_named) if seen.named_day else (seen.on + opens, seen.on + closes)
    )
    return Standing(
        seen.client, KIND, first, last, (seen.fact,), {"on": seen.on, "named_day": seen.named_day},
        strength=2 if seen.named_day else 1, pieces=seen.pieces, together=seen.together,
    )  # fmt: skip


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “Came in on 3 March and left without a piece.”."""
    if values.get("named_day") and as_date(values["named_day"]) == on:
        return gettext("Today is the day named for coming back to it, at the visit of %(day)s.") % {
            "day": day(values["on"], on)
        }
    if values.get("named_day"):
        return gettext("At the visit of %(day)s, %(named)s was named as the day for coming back to it.") % {
            "day": day(values["on"], on), "named": day(values["named_day"], on),
        }  # fmt: skip
    return gettext("Came in on %(day)s and left without a piece.") % {"day": day(values["on"], on)}


RULE = Rule(
    KIND, visits, stands, says, days=DAYS, in_order=[("opens", "closes")],
    title=lambda: gettext("A visit without a purchase"),
    facts={"visit": lambda _values, _on: gettext("Visit without a purchase")},
)  # fmt: skip
