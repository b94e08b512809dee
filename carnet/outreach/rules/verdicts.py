"""Write, wait until, or leave alone: what the reasons and the restraint of one person come to on a day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from carnet.outreach.kinds import Verdict
from carnet.outreach.rules import ordering, restraint
from carnet.outreach.rules.evidence import Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known


@dataclasses.dataclass(frozen=True)
class Weighed:
    """A reason, with everything that holds it back."""

    standing: Standing
    is_open: bool
    """Whether it stands that day already."""
    because: tuple[Because, ...]
    free_on: dt.date | None
    """The day from which it could be raised, when one is known on which it still stands."""

    @property
    def is_free(self) -> bool:
        """Whether it may be raised that day."""
        return self.is_open and not self.because

    @property
    def is_held(self) -> bool:
        """Whether it would be raised that day, were it not held."""
        return self.is_open and bool(self.because)


@dataclasses.dataclass(frozen=True)
class Decision:
    """What is decided about somebody, and why: the same whatever the order in which its parts were found."""

    verdict: Verdict
    until: dt.date | None
    """Of a word to write, the last day of its reason; of waiting, the first day it may be written; of leaving alone, the
    first day on which what holds ends, where that is known."""
    weighed: tuple[Weighed, ...]
    """Every reason that stands or will, in the order of the list."""
    because: tuple[Because, ...]
    """Why nothing is raised, the strongest of each reason; empty where something is."""

    @property
    def free(self) -> list[Standing]:
        """The reasons that may be raised."""
        return [each.standing for each in self.weighed if each.is_free]


def decide(standings: Sequence[Standing], known: Known, policy: Policy, on: dt.date) -> Decision:
    """Over all that stands for her, or will."""
    weighed = tuple(_weighed(each, known, policy, on) for each in sorted(standings, key=ordering.place))
    free = next((each.standing for each in weighed if each.is_free), None)
    if free:
        return Decision(Verdict.WRITE, free.ends_on, weighed, ())
    held = dict.fromkeys(each.because[0].kind for each in weighed if each.is_held)
    firsts = {each.because[0].kind: each.because[0] for each in reversed(weighed) if each.is_held}
    because = tuple(firsts[kind] for kind in held) or (restraint.resting(known, policy, on),)
    ahead = min((each.free_on for each in weighed if each.free_on), default=None)
    if ahead:
        return Decision(Verdict.WAIT, ahead, weighed, because)
    return Decision(Verdict.LEAVE, because[0].free_on, weighed, because)


def _weighed(standing: Standing, known: Known, policy: Policy, on: dt.date) -> Weighed:
    because = tuple(restraint.all_that_hold(standing, known, policy, on))
    ends = [each.free_on for each in because]
    is_open = standing.is_open(on)
    free_on = None
    if None not in ends:
        earliest = max([standing.opens_on, on, *filter(None, ends)])
        free_on = earliest if standing.stays or earliest <= standing.ends_on else None
    return Weighed(standing, is_open, because, free_on)
