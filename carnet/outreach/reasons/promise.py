"""Our word, due: a list of its own, without a cap (Z-18)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.kit import db, moments
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.sentences import as_date, day

KIND = Kind(Reason.PROMISE, Serves.CLIENT, Purpose.CARE, Pace.FREE)


STANDING: LiteralString = """
    select client_id, id, happened_at, words, due_on, owner_id from interactions_promise
    where client_id = any(%(people)s::uuid[]) and made_by = 'house' and happened_at <= %(as_of)s and known_from <= %(as_of)s
      and (settled_at is null or settled_at > %(as_of)s) and (taken_back_at is null or taken_back_at > %(as_of)s)
    order by due_on, client_id, id
"""


@dataclasses.dataclass(frozen=True)
class PromiseMade:
    """Our word, standing."""

    client: uuid.UUID
    fact: Fact
    words: str
    due_on: dt.date
    owner: uuid.UUID | None


def promises(asked: Asked) -> list[PromiseMade]:
    """Our word to those people that stands."""
    return [
        PromiseMade(
            client, Fact(promise, "promise", moments.day_of(at, asked.zone), {"words": words}), words, due_on, owner
        )
        for client, promise, at, words, due_on, owner in db.select(STANDING, people=asked.ids, as_of=asked.as_of)
    ]


def stands(made: PromiseMade, _policy: Policy) -> Standing:
    """From the day it is due, until it is settled."""
    return Standing(
        made.client, KIND, made.due_on, made.due_on, (made.fact,), {"words": made.words, "due_on": made.due_on},
        strength=2, promise=made.fact.id, owner=made.owner, stays=True,
    )  # fmt: skip


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “You promised it for today: …”."""
    due = as_date(values["due_on"])
    said = {"words": values["words"], "day": day(due, on), "name": values.get("for", "")}
    if said["name"]:
        return gettext("For %(name)s, who is away: “%(words)s”, promised for %(day)s.") % said
    if due == on:
        return gettext("You promised it for today: “%(words)s”.") % said
    if due < on:
        return gettext("You promised it for %(day)s: “%(words)s”.") % said
    return gettext("You promised: “%(words)s”, by %(day)s.") % said


RULE = Rule(
    KIND, promises, stands, says, title=lambda: gettext("A promise of ours"),
    facts={"promise": lambda values, _on: gettext("Promised: “%(words)s”") % {"words": values["words"]}},
)  # fmt: skip
