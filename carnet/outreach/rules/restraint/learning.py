"""Whom chance leaves in peace, where the house decided so, to learn what silence does (models.md 7.3).

Never on a promise, never on care, never on what she started. Each moment is drawn once: by the house's salt, the person, the
reason and its fact, and not by when it is asked.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from typing import cast

from carnet.consent.kinds import Purpose
from carnet.outreach.kinds import Rest
from carnet.outreach.rules.evidence import Kind, Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known

BYTES = 8
WHOLE = 1 << (8 * BYTES)

type Moment = tuple[uuid.UUID, dt.date | None]
"""The fact it rests on; of what comes round again, also the day it is about."""


def may_pass(kind: Kind) -> bool:
    """Whether such a reason can be let pass: ours to raise, and no care."""
    return kind.purpose != Purpose.CARE and kind.pace == Pace.PACED


def moment(standing: Standing) -> Moment:
    """The moment at which that reason stands."""
    return standing.fact, cast("dt.date", standing.values["on"]) if standing.kind.yearly else None


def draw(standing: Standing, salt: str) -> float:
    """From 0 to just below 1, evenly: SHA-256 of the salt and the moment, its first eight bytes as a fraction."""
    fact, about = moment(standing)
    drawn = f"{salt}|{standing.client}|{standing.reason}|{fact}|{about or ''}"
    return int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:BYTES]) / WHOLE


def is_left(standing: Standing, known: Known, policy: Policy) -> bool:
    """Whether chance leaves her in peace: as it did when the moment came, whatever share the house decided since."""
    if not may_pass(standing.kind):
        return False
    before = known.moments.get(moment(standing))
    return before if before is not None else draw(standing, policy.salt) < policy.learns


def to_learn(standing: Standing, known: Known, policy: Policy, _on: dt.date) -> Because | None:
    """What chance left in peace is answered for: that fact does not raise her again."""
    return Because(Rest.TO_LEARN) if is_left(standing, known, policy) else None
