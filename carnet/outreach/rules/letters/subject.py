"""What a letter is about, to whom it goes, who signs it, and the letter."""

from __future__ import annotations

import dataclasses
import datetime as dt

from carnet.outreach.kinds import Advice

FORMAL, FAMILIAR = "formal", "familiar"
FORMS = (FORMAL, FAMILIAR)
SHE, HE = "she", "he"


@dataclasses.dataclass(frozen=True)
class Addressee:
    """How she is written to."""

    given: str
    family: str
    display: str
    """The whole name as she writes it, in her order and script; empty for a person without a name yet."""
    title: str
    """As the house holds it: "Mme", "Dr", "M.", or nothing."""
    preferred: str
    written: str
    """The exact opening she likes ("Chère Madame,"): it wins when there is one."""
    gender: str
    """`SHE`, `HE`, or empty when unknown; never guessed."""
    form: str
    language: str
    """A language tag; empty when unknown."""


@dataclasses.dataclass(frozen=True)
class Sender:
    """Who signs: the whole name to those she calls *vous*, the signature to those she calls *tu*."""

    name: str
    signature: str
    maison: str
    boutique: str


@dataclasses.dataclass(frozen=True)
class Piece:
    """A piece as the house's own records name it, which is not always as one may say it in a letter."""

    name: str
    category: str
    """A word of the house's vocabulary ("ring"), or nothing."""


@dataclasses.dataclass(frozen=True)
class Subject:
    """One reason to write, and the facts it rests on."""

    reason: str
    """A `Reason`, or the code of one that brings letters of its own."""
    pieces: tuple[Piece, ...] = ()
    """Thanks and wear are about all of them, and name none of several; the other reasons are about the first."""
    on: dt.date | None = None
    """The day of the visit or of the purchase; of guidance, since when the piece is hers."""
    today: dt.date = dataclasses.field(kw_only=True)
    promise: str = ""
    """The advisor's own words. They stay beside the letter: a note to oneself, in any language, is never pasted."""
    occasion: str = ""
    occasion_on: dt.date | None = None
    celebrated: str = ""
    """Whose day it is, only when it may be named to this addressee."""
    together: bool = False
    advice: Advice | None = None
    """Of guidance: what its age asks for."""
    put_aside_until: dt.date | None = None
    available: bool = False


@dataclasses.dataclass(frozen=True)
class Letter:
    """Paragraphs separated by an empty line: opening, body, closing, signature."""

    language: str
    text: str
    needs_a_reader: bool = False
    """No native editor has read the letters of this language: a colleague should read this one."""
