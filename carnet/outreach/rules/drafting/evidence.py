"""All that a model may be told, and so all that it may say: one client, one reason, one letter."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class Evidence:
    """What the letter is about, in words. It has no ids, no amounts, no numbers and no addresses, by having no place for them."""

    reason: str
    language: str
    form: str
    opening: str
    signature: str
    letter: str
    """The letter Carnet composed, whole: what it says may be said."""
    names: tuple[str, ...] = ()
    """How she is called; and whose day it is, when that may be said to her."""
    pieces: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Words of the house's vocabulary ("ring"), when the kind of a piece may be said."""
    maison: str = ""
    boutique: str = ""
    when: str = ""
    """When it was, or will be, as one says it in her language."""
    available: bool = False
    put_aside: bool = False
    inbound: str = ""
    """What she wrote to us: anybody may have written it. It is never evidence."""

    @property
    def proper(self) -> tuple[str, ...]:
        """The names in it, of people, pieces and places."""
        return tuple(filter(None, (*self.names, *self.pieces, self.maison, self.boutique)))

    @property
    def said(self) -> str:
        """Everything in it that a letter may repeat."""
        return "\n".join(filter(None, (self.letter, self.opening, self.signature, self.when, *self.proper)))
