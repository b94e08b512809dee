"""Reading a letter of the house's own before it is kept: in every circumstance in which it may be sent."""

from __future__ import annotations

import dataclasses
import enum

from carnet.outreach.rules.letters import composing, manners, review
from carnet.outreach.rules.letters.patterns import Pattern, read
from carnet.outreach.rules.letters.subject import Addressee, Subject

PARTS = 2
"""A letter says something, then closes."""


class Wrong(enum.StrEnum):
    """What can be wrong with it."""

    UNREADABLE = "unreadable"
    """It is not in the notation: a line that continues none, a closing without a letter."""
    SLOT = "slot"
    """The language has no such slot or circumstance."""
    EMPTY = "empty"
    """In some circumstances nothing is left of it."""
    MANNERS = "manners"
    """The house would not have written so."""


@dataclasses.dataclass(frozen=True)
class Proof:
    """One thing that is wrong, and the words in which it lies."""

    wrong: Wrong
    words: str = ""
    fault: str = ""
    """Of manners, which of them."""


def read_over(text: str, language: str, reason: str, form: str) -> Proof | None:
    """The first thing that is wrong with these letters; nothing when they may be kept."""
    try:
        letters = read(text, composing.TONGUES[language].joins)
    except IndexError:
        return Proof(Wrong.UNREADABLE)
    addressees = [dataclasses.replace(each, language=language, form=form) for each in review.ADDRESSEES.values()]
    for letter in letters:
        for _circumstance, subject in review.cases(reason):
            for addressee in addressees:
                if found := _wrong(letter, subject, addressee):
                    return found
    return None


def _wrong(letter: Pattern, subject: Subject, to: Addressee) -> Proof | None:
    tongue = composing.TONGUES[to.language]
    try:
        said = tongue.said(letter, subject, to, review.CAMILLE)
    except KeyError as error:
        return Proof(Wrong.SLOT, str(error.args[0]))
    if len(said) < PARTS:
        return Proof(Wrong.EMPTY)
    whole = "\n\n".join([tongue.finish(tongue.opening(to)), *said, review.CAMILLE.signature])
    objections = manners.objections(
        whole, to.language, available=subject.available, put_aside=subject.put_aside_until is not None
    )
    if not objections:
        return None
    fault, _, words = objections[0].partition(": ")
    return Proof(Wrong.MANNERS, words, fault)
