"""What the house does must agree with what it says: no selling beside a broken promise, no letter that spoils a surprise."""

from __future__ import annotations

import datetime as dt

from carnet.consent.kinds import Purpose
from carnet.outreach.kinds import Rest, Serves
from carnet.outreach.rules.evidence import Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known

DAY = dt.timedelta(days=1)
EXPECTED = dt.timedelta(days=10)
"""Boutique ruling 15: a future appointment rests other contact only within 10 days."""
AFTER_A_PURCHASE = dt.timedelta(days=21)
"""Thanks and care only (models.md 7.2, step 2)."""


def to_settle(standing: Standing, known: Known, _policy: Policy, _on: dt.date) -> Because | None:
    """A complaint is open: selling is off, and says so (R-15); its owner writes of the matter itself."""
    if not known.to_settle or standing.kind.purpose != Purpose.INVITATION:
        return None
    return Because(Rest.TO_SETTLE)


def late(standing: Standing, known: Known, _policy: Policy, _on: dt.date) -> Because | None:
    """We broke our word: selling is off until it is kept, and says so (R-15; ruling 15: from 7 days past due)."""
    if known.late_since is None or standing.kind.purpose != Purpose.INVITATION:
        return None
    return Because(Rest.LATE, {"since": known.late_since})


def surprise(standing: Standing, known: Known, _policy: Policy, _on: dt.date) -> Because | None:
    """The letter would speak of a piece that somebody has bought for her and not given (O-9, ruling 13).

    Nothing in what is said of her differs from a day on which there is nothing to say.
    """
    seen = {piece.reference for piece in standing.pieces}
    return Because(Rest.NOTHING_TO_SAY) if seen & known.surprises else None


def only_us(standing: Standing, _known: Known, _policy: Policy, _on: dt.date) -> Because | None:
    """Only the house would gain by it (N-7)."""
    if standing.kind.serves == Serves.CLIENT:
        return None
    return Because(Rest.ONLY_US, {"reason": standing.reason, "on": standing.values.get("on")})


def expected(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """She said she would come in these days: whatever it is can be said then, unless it is our word."""
    coming = known.expected_on
    if coming is None or not on <= coming <= on + EXPECTED or standing.kind.pace == Pace.FREE:
        return None
    if standing.opens_on == coming:
        return None
    return Because(Rest.EXPECTED, {"on": coming}, coming + DAY)


def bought_lately(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """After a purchase: thanks and care only."""
    if known.bought_on is None or standing.kind.purpose != Purpose.INVITATION or standing.kind.pace != Pace.PACED:
        return None
    free = known.bought_on + AFTER_A_PURCHASE
    return Because(Rest.BOUGHT_LATELY, {"on": known.bought_on}, free) if on < free else None
