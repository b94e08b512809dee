"""Plain text, and nothing else: what a page, a letter or a telephone could take for more than words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from carnet.outreach.rules.drafting import tongues
from carnet.outreach.rules.drafting.faults import Fault, Objection

SPACES = " \n\u00a0\u202f\u3000"
SEVERAL_MARKS = 3
SHAPES: dict[Fault, str] = {
    Fault.NOT_PLAIN: (r"[<>{}\[\]`|\\^=]|\*|__|~~|&#?\w+;|%|(?m:^\s*(?:[-+•·‣–—]\s|\d+[.)]\s|#|>|```|-{3,}))"),
    Fault.LINK: (
        r"(?i)\b[a-z][a-z0-9+.-]*://|\b(?:www|mailto|javascript|data|tel|sms)\s*[.:]|"
        r"[\w-]{2,}\s?\.(?!\s)(?:[a-z]{2,}\b)|\b[\w-]+\s?[\[(]?dot[\])]?\s?(?:com|net|org|fr|io)\b|//"
    ),
    Fault.ADDRESS: r"(?i)@|\+\s?\d|\d(?:[\s().\u00a0\u202f/-]*\d){5,}|\b(?:arobase|chiocciola)\b|\(at\)",
}
READERS = {fault: re.compile(shape) for fault, shape in SHAPES.items()}


def objections(draft: str, allowed: str, language: str) -> Iterator[Objection]:
    """What is not plain in it; `allowed` is the evidence, whose own signs and words may stand."""
    plain = unicodedata.normalize("NFKC", draft)
    for fault, reader in READERS.items():
        if found := reader.search(plain):
            yield Objection(fault, found[0].strip())
    if unseen := [sign for sign in draft if _is_unseen(sign) and sign not in allowed]:
        yield Objection(Fault.UNSEEN, f"U+{ord(unseen[0]):04X}")
    yield from _scripts(draft, allowed, language)


def _is_unseen(sign: str) -> bool:
    """Controls, joiners, marks of direction, tags, selectors, private signs, and spaces that are none."""
    category = unicodedata.category(sign)
    if category[0] in "CZ":
        return sign not in SPACES
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef" or sign in "\u034f\u2800"


def _scripts(draft: str, allowed: str, language: str) -> Iterator[Objection]:
    """Letters of scripts it may not use; a word of two scripts that are not its own; marks heaped on a letter."""
    known = set(allowed)
    for word in re.findall(r"[^\W\d_]+", draft):
        scripts = {_script(sign) for sign in word if sign not in known and sign.isalpha()}
        if not scripts <= set(tongues.ALL[language].SCRIPTS):
            yield Objection(Fault.SCRIPT, word)
            return
    decomposed = unicodedata.normalize("NFD", draft)
    if re.search(
        rf"[^\w\s]?(?:(?![\u064b-\u0670])[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]){{{SEVERAL_MARKS},}}",
        decomposed,
    ):
        yield Objection(Fault.SCRIPT, "marks")


def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    # A width, a shape or a style is not the letter it looks like.
    return "STYLED" if unicodedata.normalize("NFKC", sign) != sign else name.split(" ")[0]
