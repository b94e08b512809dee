"""Whether what a model wrote may be shown: every name, day, piece and number of it is in the evidence, and it is a letter."""

from __future__ import annotations

from collections.abc import Iterator

from carnet.outreach.rules.drafting import naming, shapes, tongues
from carnet.outreach.rules.drafting.claims import claims, reader
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.drafting.faults import Fault, Objection
from carnet.outreach.rules.drafting.folding import fold
from carnet.outreach.rules.letters import manners
from carnet.outreach.rules.letters.subject import FAMILIAR

FEWEST = 40
"""Signs below which nothing was said, half as many where a sign is a word."""
MOST_PARAGRAPHS = 7


def objections(draft: str, evidence: Evidence, language: str) -> list[Objection]:
    """All that is wrong with it; nothing when an advisor may read it as a letter to this client."""
    code = tongues.base(language)
    if not code:
        return [Objection(Fault.LANGUAGE, language)]
    return [
        *shapes.objections(draft, evidence.said, code),
        *_length(draft, code),
        *_frame(draft, evidence),
        *_form(draft, evidence, code),
        *_claims(draft, evidence, code),
        *(Objection(Fault.NAME, name) for name in naming.strangers(draft, evidence, code)),
        *_manners(draft, evidence, code),
    ]


def _length(draft: str, code: str) -> Iterator[Objection]:
    signs, fewest = len(draft), FEWEST // 2 if code in tongues.UNPARTED else FEWEST
    if not fewest <= signs <= tongues.ALL[code].MOST:
        yield Objection(Fault.LENGTH, str(signs))
    if draft.count("\n\n") >= MOST_PARAGRAPHS:
        yield Objection(Fault.LENGTH, "paragraphs")


def _frame(draft: str, evidence: Evidence) -> Iterator[Objection]:
    """It is to her, from her advisor: the first and the last line are the house's own."""
    lines = [_bare(line) for line in draft.split("\n") if line.strip()] or [""]
    if lines[0] != _bare(evidence.opening):
        yield Objection(Fault.OPENING, lines[0])
    if lines[-1] != _bare(evidence.signature):
        yield Objection(Fault.SIGNATURE, lines[-1])


def _bare(line: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(line)).split())


def _form(draft: str, evidence: Evidence, code: str) -> Iterator[Objection]:
    tongue = tongues.ALL[code]
    never = tongue.FAMILIAR_NEVER if evidence.form == FAMILIAR else tongue.FORMAL_NEVER
    if never and (found := reader(never, code).search(fold(draft))):
        yield Objection(Fault.FORM, found[0])


def _claims(draft: str, evidence: Evidence, code: str) -> Iterator[Objection]:
    known = claims(evidence.said, code).keys() | {f"piece {category}" for category in evidence.categories}
    for claim, words in claims(draft, code).items():
        if claim not in known:
            yield Objection(Fault(claim.split()[0]), words)


def _manners(draft: str, evidence: Evidence, code: str) -> Iterator[Objection]:
    wrong = manners.objections(draft, code, available=evidence.available, put_aside=evidence.put_aside)
    yield from (Objection(Fault.MANNERS, words) for words in wrong)
