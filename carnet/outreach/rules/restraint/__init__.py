"""What holds a reason back: small named rules, each with words, and an end where it has one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from carnet.outreach.kinds import Rest
from carnet.outreach.rules.evidence import Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint import answered, coherence, gate, lately, learning, person
from carnet.outreach.rules.restraint.known import Because, Known, Replied

__all__ = ["EVERY", "Because", "Known", "Replied", "all_that_hold", "held_back", "resting"]

type Restraint = Callable[[Standing, Known, Policy, dt.date], Because | None]

EVERY: tuple[Restraint, ...] = (
    person.closed, coherence.only_us, person.moment, coherence.to_settle, gate.permitted, coherence.late, coherence.surprise,
    answered.said, coherence.expected, coherence.bought_lately, lately.written_lately, lately.home_heard, lately.unanswered,
    lately.pressed, learning.to_learn,
)  # fmt: skip
"""The strongest first: it is the one that is said."""


def held_back(standing: Standing, known: Known, policy: Policy, on: dt.date) -> Because | None:
    """Why that reason is not shown that day, the strongest; nothing when it is."""
    return next((because for rule in EVERY if (because := rule(standing, known, policy, on))), None)


def all_that_hold(standing: Standing, known: Known, policy: Policy, on: dt.date) -> list[Because]:
    """Everything that holds it back that day."""
    return [because for rule in EVERY if (because := rule(standing, known, policy, on))]


def resting(known: Known, policy: Policy, on: dt.date) -> Because:
    """Why somebody without any reason is at rest."""
    if because := person.person(known, selling=True):
        return because
    if known.last_word and on < known.last_word + policy.pace:
        return Because(Rest.WRITTEN_LATELY, {"on": known.last_word}, known.last_word + policy.pace)
    return Because(Rest.NOTHING_TO_SAY)
