"""Whether to write today, wait, or leave in peace, in words, with what it rests on."""

from __future__ import annotations

import dataclasses

from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.outreach import reasons, sentences
from carnet.outreach.kinds import Verdict
from carnet.outreach.queries import saying, verdicts
from carnet.outreach.rules.verdicts import Decision
from carnet.web.here import Here


@dataclasses.dataclass(frozen=True)
class Told:
    """A verdict as one reads it."""

    words: str
    because: list[str]
    evidence: list[str]
    """The records a reason to write rests on."""
    adds_up: list[str]
    """Of whoever heard enough from us, what adds up to that."""


def today(client: Client, at: Here) -> Told:
    """What is decided about her as of today."""
    on = at.today
    said = verdicts.verdict(client, on=on, zone=at.boutique.zone)
    free, holds = said.decision.free, said.decision.because
    because = [
        # Whose day it is may be somebody hidden from whoever reads this page.
        reasons.because(each.reason, each.values | {"celebrated": ""}, on)
        for each in free
    ]
    because += [sentences.rest(each.kind, each.values, on) for each in holds]
    facts = [fact for each in free for fact in each.facts]
    return Told(
        words=_words(said.decision, at),
        because=list(dict.fromkeys(because)),
        evidence=[f"{sentences.day(fact.on, on)} · {reasons.fact(fact.kind, fact.values, on)}" for fact in facts],
        adds_up=[line for each in holds for line in saying.adds_up(each.kind, each.values, on)],
    )


def _words(decision: Decision, at: Here) -> str:
    day = {"day": sentences.day(decision.until, at.today)}
    if decision.verdict == Verdict.WRITE:
        return _("There is a reason to write, until %(day)s.") % day
    if decision.verdict == Verdict.WAIT:
        return _("Wait until %(day)s.") % day
    return _("Leave in peace until %(day)s.") % day if day["day"] else _("Leave in peace.")
