"""A silence unlike her: a question to the one who knows her, never a reason to write by itself (N-4, Z-21)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.kit import db
from carnet.outreach.kinds import Serves
from carnet.outreach.reasons.rule import Asked, Rule
from carnet.outreach.rules.evidence import Fact, Kind, Standing
from carnet.outreach.rules.policy import Policy

KIND = Kind("silence", Serves.HOUSE, Purpose.INVITATION)
STANDS = dt.timedelta(days=365)
"""A thought once a year is enough (models.md 7.2, step 3)."""

ROWS: LiteralString = """
    select client_id, id, "on" from intelligence_reading
    where client_id = any(%(people)s::uuid[]) and kind = 'silence' and about is null and code = 'unlike' and "on" <= %(on)s
      and (until is null or until > %(on)s)
    order by client_id
"""


@dataclasses.dataclass(frozen=True)
class Quiet:
    """A silence that is read as long and unlike her."""

    client: uuid.UUID
    fact: Fact


def quiet(asked: Asked) -> list[Quiet]:
    """Whose silence is read so on that day."""
    rows = db.select(ROWS, people=asked.ids, on=asked.on)
    return [Quiet(client, Fact(reading, "silence", on)) for client, reading, on in rows]


def stands(found: Quiet, _policy: Policy) -> Standing:
    """From the day it was read so."""
    on = found.fact.on
    return Standing(found.client, KIND, on, on + STANDS, (found.fact,), {"on": on})


def says(_values: Mapping[str, Any], _on: dt.date) -> str:
    """In the words of the reading."""
    return gettext("A long silence, and an unusual one.")


RULE = Rule(
    KIND, quiet, stands, says, is_question=True, title=lambda: gettext("A long silence, asked as a question"),
    facts={"silence": lambda _values, _on: gettext("A long silence, and an unusual one.")},
)  # fmt: skip
