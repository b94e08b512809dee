"""The model's text when it may be shown, and otherwise nothing: the composed letter stands."""

from __future__ import annotations

import dataclasses

from carnet.outreach.rules.drafting import grounding, prompt
from carnet.outreach.rules.drafting.drafter import DidNotAnswer, Drafter
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.drafting.faults import Fault
from carnet.outreach.rules.drafting.tidying import tidied


@dataclasses.dataclass(frozen=True)
class Answered:
    """What came of it: a text, or why there is none; which model, and the hash of what it was told."""

    text: str
    model: str
    prompt_hash: str
    faults: tuple[Fault, ...]

    def letter(self, composed: str) -> str:
        """The letter to show."""
        return self.text or composed


def drafted(evidence: Evidence | None, drafter: Drafter | None) -> Answered:
    """Ask, and judge what comes back. Never raises: without a model, an answer or a right to show it, there is no text."""
    if evidence is None or drafter is None:
        return Answered("", drafter.model if drafter else "", "", (Fault.UNREACHABLE,))
    told = prompt.build(evidence)
    try:
        written = drafter.write(told)
    except DidNotAnswer:
        return Answered("", drafter.model, told.digest, (Fault.UNREACHABLE,))
    text = tidied(written.text, evidence.language)
    faults = {each.fault: None for each in grounding.objections(text, evidence, evidence.language)}
    return Answered("" if faults else text, written.model, told.digest, tuple(faults))
