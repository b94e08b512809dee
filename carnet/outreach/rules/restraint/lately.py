"""Who heard from us lately, by anyone, on any channel, is left in peace (N-6)."""

from __future__ import annotations

import datetime as dt
import math

from carnet.outreach.kinds import Rest
from carnet.outreach.rules import pressure, replies
from carnet.outreach.rules.evidence import Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint import gate
from carnet.outreach.rules.restraint.known import Because, Known

AFTER_ANOTHER = dt.timedelta(days=14)
"""Between thanks and “how does it wear?”."""
MOST_FOR_HER_RHYTHM = dt.timedelta(days=60)
QUARTER = 4
"""A word is lately within a quarter of the time between which she is usually there (models.md 7.2, step 2)."""
AT_HOME = dt.timedelta(days=7)
ANSWER_WAITS = dt.timedelta(days=14)


def pace(known: Known, policy: Policy) -> dt.timedelta:
    """The house's, or longer for whoever is rarely there; never more than ruling 1 allows."""
    hers = min(dt.timedelta(days=(known.usual_gap or 0) // QUARTER), MOST_FOR_HER_RHYTHM)
    return min(max(policy.pace, hers), pressure.FLOOR)


def written_lately(standing: Standing, known: Known, policy: Policy, on: dt.date) -> Because | None:
    """Pace: what she started is free of it while it is open (ruling 1), which a purchase, a visit and a promise are."""
    last = known.last_word
    if last is None or standing.kind.pace == Pace.FREE:
        return None
    if standing.kind.pace == Pace.SINCE:
        # A word of ours since then has already said it; the day she named is still to come.
        since_when = standing.values.get("named_day") or standing.values["on"]
        return Because(Rest.WRITTEN_LATELY, {"on": last}) if last >= since_when else None
    waits = AFTER_ANOTHER if standing.kind.pace == Pace.SHORTLY else pace(known, policy)
    return Because(Rest.WRITTEN_LATELY, {"on": last}, last + waits) if on < last + waits else None


def home_heard(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """Somebody at home heard from us within the week."""
    if known.home_word is None or standing.kind.pace != Pace.PACED or on >= known.home_word + AT_HOME:
        return None
    return Because(Rest.WRITTEN_LATELY, {"on": None}, known.home_word + AT_HOME)


def unanswered(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """The last one waits for an answer; where we know that none came, a quarter of a year passes."""
    if not known.words or standing.kind.pace in (Pace.FREE, Pace.SINCE):
        return None
    last = known.words[0]
    if last.answered:
        return None
    slow = dt.timedelta(days=math.ceil(replies.slow([word.delay for word in known.words if word.delay]) / 24.0))
    waits = pressure.FLOOR if last.answered is False and standing.kind.pace == Pace.PACED else max(ANSWER_WAITS, slow)
    free = last.on + min(waits, pressure.FLOOR)
    return Because(Rest.UNANSWERED, {"on": last.on}, free) if on < free else None


def pressed(standing: Standing, known: Known, policy: Policy, on: dt.date) -> Because | None:
    """One more word would be more than she may carry; each word and what is left of it says why."""
    if standing.kind.pace != Pace.PACED or not known.words:
        return None
    channel = gate.road(standing, known, policy)
    free = pressure.free_on(known.words, channel, policy, on) if channel else None
    if free is None:
        return None
    parts = [[word.on, word.channel, word.weight] for word in pressure.felt(known.words, on)]
    bears = round(pressure.bears(known.words, policy), 2)
    return Because(Rest.PRESSED, {"on": known.words[0].on, "parts": parts, "bears": bears}, free)
