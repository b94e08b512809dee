"""What a piece of a certain age is better for: a look at its stones, its clasp, its seals; offered, never urged.

The ages are those at which a workshop asks to see a piece; a house decides how long the word stands.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from carnet.consent.kinds import Purpose
from carnet.intelligence.queries import context
from carnet.kit import db, moments
from carnet.outreach.kinds import Advice, Reason, Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, PieceSeen, Standing
from carnet.outreach.rules.policy import Days, Policy
from carnet.outreach.sentences import begins

KIND = Kind(Reason.GUIDANCE, Serves.CLIENT, Purpose.CARE)
DAYS = {"closes": Days(28, 14, 60, lambda: gettext("Stands for so many days"))}
AGES: dict[str, tuple[tuple[int, Advice], ...]] = {
    "ring": ((1, Advice.SETTING),),
    "earrings": ((2, Advice.BACKS),),
    "cufflinks": ((2, Advice.BACKS),),
    "necklace": ((2, Advice.CLASP),),
    "pendant": ((2, Advice.CLASP),),
    "bracelet": ((1, Advice.CLASP),),
    "brooch": ((2, Advice.CLASP),),
    "watch": ((5, Advice.MOVEMENT), (2, Advice.SEALS)),
    "clock": ((5, Advice.MOVEMENT),),
    "strap": ((1, Advice.STRAP),),
    "leather": ((1, Advice.LEATHER),),
    "bag": ((1, Advice.LEATHER),),
}
"""By category, the rarer first: every so many years."""
OLDEST = 12
"""Years after which its keeper knows it better than we do."""
DAY = dt.timedelta(days=1)
LONGEST = (DAYS["closes"].most + 2) * DAY

ROWS = """
    with sold as not materialized (
        select s.id, s.client_id, (s.happened_at at time zone %(zone)s)::date as day from purchases_sale s
        -- Said so that the planner takes it for half of them: of a multirange it would think one in a hundred.
        where coalesce(s.happened_at <@ %(lately)s::tstzmultirange, false) and s.client_id = any(%(people)s::uuid[])
          and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
    ), hers as (
        select s.client_id, s.day, l.key, l.reference_id, s.id as sale_id
        from sold s
        join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        join purchases_gift g on g.line_id = l.key and g.kind = 'herself' and g.known_from <= %(as_of)s
        union all
        select g.recipient_id, g.given_on, l.key, l.reference_id, null
        from purchases_gift g
        join purchases_line l on l.key = g.line_id and l.known_from <= %(as_of)s
             and (l.superseded_at is null or l.superseded_at > %(as_of)s)
        where g.recipient_id = any(%(people)s::uuid[]) and g.given_on <= %(on)s and g.given_said_at <= %(as_of)s
          and g.known_from <= %(as_of)s
    )
    select hers.client_id, hers.day, hers.key, r.id, r.name, k.code, hers.sale_id
    from hers join products_reference r on r.id = hers.reference_id join house_term k on k.id = r.category_id
    where k.code = any(%(categories)s)
      and not exists (select from purchases_return b join purchases_line o on o.id = b.line_id
                      where o.key = hers.key and b.happened_at <= %(as_of)s and b.known_from <= %(as_of)s
                        and (b.superseded_at is null or b.superseded_at > %(as_of)s))
      and not exists (select from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
                      where p.client_id = hers.client_id and e.kind in ('care_intake', 'care_return')
                        and p.happened_at > %(as_of)s::timestamptz - interval '1 year' and p.happened_at <= %(as_of)s
                        and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s))
    order by hers.client_id, hers.day, hers.key
"""


@dataclasses.dataclass(frozen=True)
class Aged:
    """A piece of hers that has come to an age."""

    client: uuid.UUID
    fact: Fact
    piece: PieceSeen
    since: dt.date
    years: int
    """Whole years, on the day it was asked for."""


def aged(asked: Asked) -> list[Aged]:
    """Pieces somebody said are hers, in the months after an anniversary; none that was looked after within a year."""
    rows = db.select(
        ROWS, people=asked.ids, zone=asked.zone, as_of=asked.as_of, on=asked.on, categories=list(AGES), lately=_lately(asked),
    )  # fmt: skip
    alone = context.left_alone({row[0] for row in rows}, asked.as_of) if rows else set()
    return [
        Aged(client, Fact(key, "piece", since, {"piece": name}), PieceSeen(name, category, reference), since, years)
        for client, since, key, reference, name, category, sale in rows
        if sale not in alone and 1 <= (years := _years(since, asked.on)) <= OLDEST
    ]


def stands(found: Aged, policy: Policy) -> Standing | None:
    """From the day it comes of that age, for some weeks; a year-old ring every year, a watch every second."""
    ages = AGES[found.piece.category]
    advice = next((advice for every, advice in ages if found.years % every == 0), None)
    if advice is None:
        return None
    opens = _anniversary(found.since, found.years)
    values = {"piece": found.piece.name, "since": found.since, "years": found.years}
    closes = opens + policy.days(KIND.code, "closes", DAYS["closes"])
    return Standing(
        found.client, KIND, opens, closes, (found.fact,), values, strength=1, pieces=(found.piece,), advice=advice
    )


def says(values: Mapping[str, Any], _on: dt.date) -> str:
    """Such as “Two years with the Aube ring: worth a look.”."""
    years = values["years"]
    return ngettext(
        "A year with %(piece)s: worth a look.", "%(years)s years with %(piece)s: worth a look.", years
    ) % {"years": begins(years), "piece": values["piece"]}  # fmt: skip


def _years(since: dt.date, on: dt.date) -> int:
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def _lately(asked: Asked) -> str:
    """The days whose anniversary is at most LONGEST ago, and a little around them: which of them stand, `stands` tells."""
    days = [_anniversary(asked.on, -years) for years in range(1, OLDEST + 1)]
    spans = [
        (moments.open_of(each - LONGEST, asked.zone), moments.open_of(each + 2 * DAY, asked.zone)) for each in days
    ]
    return "{" + ",".join(f"[{begin},{end})" for begin, end in spans) + "}"


def _anniversary(since: dt.date, years: int) -> dt.date:
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return dt.date(since.year + years, 3, 1)


RULE = Rule(
    KIND, aged, stands, says, days=DAYS, title=lambda: gettext("A piece of an age to be looked after"),
    facts={
        "piece": lambda values, _on: gettext("Theirs: %(piece)s") % {"piece": values["piece"]},
    },
)  # fmt: skip
