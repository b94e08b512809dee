"""What an advisor's answer does to the days after it: not raised again unless something changed (N-16)."""

from __future__ import annotations

import datetime as dt

from carnet.outreach.kinds import NotNow, Reply, Rest
from carnet.outreach.rules.evidence import Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known, Replied

DAY = dt.timedelta(days=1)
TOO_SOON = dt.timedelta(weeks=6)
SEEING_HER = dt.timedelta(days=30)
SAME_TIME_ROUND = dt.timedelta(days=183)
"""A yearly date that was written about rests until it comes round again."""


def answered(replied: Replied, until: dt.date | None) -> Because:
    """That she rests because of what was said; `until` the day it is over, nothing when nobody can say."""
    shown = until if until and until < dt.date.max else None
    said = {"on": replied.on, "reply": replied.reply.value, "because": replied.because, "until": shown}
    return Because(Rest.ANSWERED, said, shown)


def said(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """What was answered before keeps it from being raised."""
    for replied in known.replied:
        until = _rests_until(standing, replied, known)
        if until and on < until:
            return answered(replied, until)
    return None


def _rests_until(standing: Standing, replied: Replied, known: Known) -> dt.date | None:
    """Until when an earlier answer keeps this reason from being raised again."""
    same = (replied.reason, replied.fact) == (standing.reason, standing.fact)
    if not same and standing.kind.pace == Pace.FREE:
        # Our word is due whatever was said of something else.
        return None
    if replied.reply == Reply.NOT_NOW:
        until = _left_in_peace_until(replied, known, same=same)
    else:
        until = _answered_until(standing, replied, same=same)
    if replied.to_a_promise:
        return until
    # Whoever was answered for is not raised again the same day for another reason.
    return max(until or dt.date.min, replied.on + DAY)


def _answered_until(standing: Standing, replied: Replied, *, same: bool) -> dt.date | None:
    if replied.reply == Reply.LATER:
        # She was put off, not one of her reasons; a promise is put off alone.
        return replied.until if same or not replied.to_a_promise else None
    # "Not yet" on the way back: it did not leave, and may come tomorrow.
    if not same or replied.left is False:
        return None
    if standing.kind.yearly and replied.on < standing.values["on"] - SAME_TIME_ROUND:
        return None
    return dt.date.max


def _left_in_peace_until(replied: Replied, known: Known, *, same: bool) -> dt.date | None:
    if replied.because == NotNow.TOO_SOON:
        return replied.on + TOO_SOON
    if replied.because == NotNow.SEEING_HER:
        came = known.last_visit and known.last_visit > replied.at
        return None if came else replied.on + SEEING_HER
    if replied.because == NotNow.NOT_RIGHT:
        return dt.date.max if same else None
    # "A delicate time" placed a hold, which speaks for itself; "the letter is not me" waits for another letter.
    return replied.on + DAY
