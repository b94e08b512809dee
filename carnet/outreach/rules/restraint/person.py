"""What holds everything back, whatever the reason: who she is, a hold, a moment in her life."""

from __future__ import annotations

import datetime as dt

from carnet.consent.kinds import Purpose, Scope
from carnet.intelligence.kinds import Rests
from carnet.outreach.kinds import Rest
from carnet.outreach.rules.evidence import Kind, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known

DAY = dt.timedelta(days=1)


def person(known: Known, *, selling: bool = False) -> Because | None:
    """What holds everything back for her (`selling`: also what holds back selling), reason or none."""
    if known.died:
        return Because(Rest.DIED)
    if known.minor:
        return Because(Rest.MINOR)
    if known.mentioned_only:
        return Because(Rest.MENTIONED_ONLY)
    for scope, values in sorted(known.holds.items()):
        if scope != Scope.SELLING or selling:
            return Because(
                Rest.SELLING_HELD if scope == Scope.SELLING else Rest.HELD, dict(values), after(values.get("until"))
            )
    return None


def after(last: dt.date | None) -> dt.date | None:
    """The day after the last one on which it holds."""
    return last + DAY if last else None


def closed(_standing: Standing, known: Known, _policy: Policy, _on: dt.date) -> Because | None:
    """Died, too young, only spoken of to us, or held."""
    return person(known)


def moment(standing: Standing, known: Known, _policy: Policy, on: dt.date) -> Because | None:
    """What was asked to rest for a time, of several what rests longest; nobody asked why (D-9)."""
    resting = [(until, what) for what, until in known.rests.items() if until >= on and _rests(what, standing.kind)]
    if not resting:
        return None
    until, what = max(resting)
    return Because(Rest.MOMENT, {"rests": what.value, "until": until}, until + DAY)


def _rests(what: Rests, kind: Kind) -> bool:
    """What a moment in her life leaves alone; our word and our thanks stay (R-17)."""
    # Every date here is raised with the one who gives for it.
    return kind.dated if what in (Rests.GIFTS, Rests.DATES) else kind.purpose == Purpose.INVITATION
