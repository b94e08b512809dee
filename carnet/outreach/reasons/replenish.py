"""Something she uses may be running low: while the range that was read is open, and never on one day (O-11, Z-31)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.kit import db
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, PieceSeen, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.sentences import day

KIND = Kind(Reason.REPLENISH, Serves.CLIENT, Purpose.INVITATION)
LIKELY = 35
"""Hundredths below which she has probably turned elsewhere, and is left alone."""

ROWS: LiteralString = """
    select x.client_id, x.id, x."on", x.certainty, x.values->>'low', x.values->>'high', r.id, coalesce(r.name, ''),
           coalesce(k.code, t.code, '')
    from intelligence_reading x
    left join products_reference r on r.id = x.about left join house_term k on k.id = r.category_id
    left join house_term t on t.id = x.about
    where x.client_id = any(%(people)s::uuid[]) and x.kind = 'replenishment' and x."on" <= %(on)s
      and (x.until is null or x.until > %(on)s)
    order by x.client_id, x.id
"""


@dataclasses.dataclass(frozen=True)
class RunningLow:
    """A range of days within which she will probably need it again."""

    client: uuid.UUID
    fact: Fact
    certainty: int
    low: dt.date
    high: dt.date
    piece: PieceSeen | None
    """The product, when it is always the same."""
    category: str


def running_low(asked: Asked) -> list[RunningLow]:
    """What is read of what those people use up, as of that day."""
    return [
        RunningLow(
            client, Fact(reading, "range", on, {"low": low, "high": high}), certainty, dt.date.fromisoformat(low),
            dt.date.fromisoformat(high), PieceSeen(name, category, product) if product else None, category,
        )
        for client, reading, on, certainty, low, high, product, name, category in db.select(
            ROWS, people=asked.ids, on=asked.on
        )
    ]  # fmt: skip


def stands(found: RunningLow, _policy: Policy) -> Standing | None:
    """While the range is open."""
    if found.certainty < LIKELY:
        return None
    named = found.piece.name if found.piece else ""
    return Standing(
        found.client, KIND, found.low, found.high, (found.fact,),
        {"piece": named, "low": found.low, "high": found.high}, pieces=(found.piece,) if found.piece else (),
    )  # fmt: skip


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “The Brume fragrance may be running low, some time until 3 March.”."""
    said = {"piece": values["piece"], "day": day(values["high"], on)}
    if said["piece"]:
        return gettext("%(piece)s may be running low, some time until %(day)s.") % said
    return gettext("Something used up may be running low, some time until %(day)s.") % said


RULE = Rule(
    KIND, running_low, stands, says, title=lambda: gettext("What runs out"),
    facts={"range": lambda values, on: gettext("Probably between %(low)s and %(high)s") % {
        "low": day(values["low"], on), "high": day(values["high"], on)}},
)  # fmt: skip
