"""What can be wrong with a draft: codes that may be kept and counted, without a word of it."""

from __future__ import annotations

import dataclasses
import enum


class Fault(enum.StrEnum):
    """Why a draft is not shown."""

    NOT_PLAIN = "not_plain"
    """Tags, Markdown, braces, tables, lists."""
    LINK = "link"
    ADDRESS = "address"
    """An e-mail address, a telephone number, a handle."""
    UNSEEN = "unseen"
    """Signs that are not seen, or that turn the line round."""
    SCRIPT = "script"
    """Letters of a script the letter is not written in, or of two in one word."""
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PERSON = "person"
    """Somebody of her family whom the evidence does not speak of."""
    PIECE = "piece"
    OCCASION = "occasion"
    OPENING = "opening"
    SIGNATURE = "signature"
    FORM = "form"
    """*Tu* for *vous*, or the other way round."""
    LENGTH = "length"
    MANNERS = "manners"
    LANGUAGE = "language"
    """One in which nobody can check a draft yet."""
    UNREACHABLE = "unreachable"
    """The model did not answer in time, or not as a model does: no text was judged."""


@dataclasses.dataclass(frozen=True)
class Objection:
    """A fault, and the words of the draft in which it lies: these are shown to a developer, never kept."""

    fault: Fault
    words: str
