"""The gate: may a word of this purpose take this road to her. Every route out asks it; it asks nothing but its picture."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from carnet.consent.kinds import Answer, BasisKind, Channel, Purpose, Scope

GROUNDS = frozenset({BasisKind.CONTRACT, BasisKind.LEGITIMATE_INTEREST, BasisKind.SOFT_OPT_IN})
CLOSES = {
    Purpose.CARE: frozenset({Scope.EVERYTHING, Scope.CONDOLENCE}),
    Purpose.INVITATION: frozenset({Scope.EVERYTHING, Scope.CONDOLENCE, Scope.SELLING}),
}


class Shut(enum.StrEnum):
    """Why the gate is closed; empty when it is open."""

    OPEN = ""
    DIED = "died"
    MINOR = "minor"
    MENTIONED_ONLY = "mentioned_only"
    HELD = "held"
    SELLING_HELD = "selling_held"
    SAID_NO = "said_no"
    ASK_IN_PERSON = "ask_in_person"
    NEVER_ASKED = "never_asked"


@dataclasses.dataclass(frozen=True)
class Picture:
    """What the higher rooms know of her at one moment, for one purpose."""

    purpose: Purpose
    answers: Mapping[Channel, Answer]
    basis: BasisKind = BasisKind.NONE
    owns: bool = False
    """Whether she has bought here: the sale is what a stated basis rests on."""
    asked_us: bool = False
    """Whether she asked for this very word: a promise."""
    holds: frozenset[Scope] = frozenset()
    died: bool = False
    minor: bool = False
    mentioned_only: bool = False


def decide(picture: Picture, channel: Channel) -> Shut:
    """Open, or the first thing that closes this purpose on this channel: the strictest answer wins."""
    return _person(picture) or _held(picture) or _said(picture, channel)


def _person(picture: Picture) -> Shut:
    if picture.died:
        return Shut.DIED
    if picture.minor:
        return Shut.MINOR
    return Shut.MENTIONED_ONLY if picture.mentioned_only else Shut.OPEN


def _held(picture: Picture) -> Shut:
    closing = picture.holds & CLOSES[picture.purpose]
    if not closing:
        return Shut.OPEN
    return Shut.SELLING_HELD if closing == {Scope.SELLING} else Shut.HELD


def _said(picture: Picture, channel: Channel) -> Shut:
    general, own = picture.answers.get(Channel.ANY), picture.answers.get(channel)
    if Answer.NO in {general, own}:
        return Shut.SAID_NO
    if Answer.YES in {general, own} or picture.asked_us:
        return Shut.OPEN
    if picture.owns and picture.basis in GROUNDS:
        return Shut.OPEN
    return Shut.ASK_IN_PERSON if Answer.ASK in {general, own} else Shut.NEVER_ASKED
