"""The patterns of each language, read from `patterns/` when first asked for.

They are data, so that a browser without a signal judges alike, in a notation both engines turn into the same expression:

    pregnan*            a word that begins so
    (very )?ill         one or the other, or nothing
    does not ~ affair   with a few words between
    <kin> ~ gambl*      one of those that the language lists under `names`

Where words are spaced, a pattern begins and ends with a word; one of `before` may be tied to its first.
`unless` holds what makes words of its concern ordinary, and `spares` what does so for one reason alone: a gift that is
hidden is no secret, and a mistress is one though a gift stands beside her.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from carnet.capture.kinds import Concern
from carnet.capture.rules.discretion.seeking import Seeker

PATTERNS = Path(__file__).with_name("patterns")
LANGUAGES = ("ar", "en", "fr", "it", "ja", "zh")


class Why(enum.StrEnum):
    """What in particular was noticed, within its concern."""

    PREGNANCY = "pregnancy"
    ILLNESS = "illness"
    MIND = "mind"
    ADDICTION = "addiction"
    DISABILITY = "disability"
    CARE = "care"
    RELIGION = "religion"
    PRACTICE = "practice"
    CONVERSION = "conversion"
    PARTY = "party"
    CAUSE = "cause"
    UNION = "union"
    DESCENT = "descent"
    SKIN = "skin"
    PREJUDICE = "prejudice"
    CONTEMPT = "contempt"
    BODY = "body"
    WITS = "wits"
    MANNERS = "manners"
    MONEY = "money"
    HONESTY = "honesty"
    AFFAIR = "affair"
    PARTING = "parting"
    CHILD = "child"
    DEBTS = "debts"
    ORIENTATION = "orientation"
    HIDDEN = "hidden"


@dataclasses.dataclass(frozen=True)
class Watch:
    """One concern in one language."""

    concern: Concern
    noticed: tuple[tuple[Why, Seeker], ...]
    unless: Seeker | None
    spares: Mapping[Why, Seeker]


@dataclasses.dataclass(frozen=True)
class Language:
    """All that one language is read for."""

    spaced: bool
    watches: tuple[Watch, ...]


@functools.cache
def language_of(code: str) -> Language | None:
    """That of "zh" and of "zh-Hans"; None where the house has no patterns."""
    name = code.partition("-")[0].lower()
    return read(json.loads((PATTERNS / f"{name}.json").read_bytes())) if name in LANGUAGES else None


def read(data: Mapping[str, Any]) -> Language:
    """A language as its file says it."""
    return Language(
        data["spaced"],
        tuple(
            Watch(
                Concern(concern),
                tuple((Why(why), seeker(data, each)) for why, each in said["patterns"].items()),
                seeker(data, said["unless"]) if said["unless"] else None,
                {Why(why): seeker(data, each) for why, each in said.get("spares", {}).items()},
            )
            for concern, said in data["concerns"].items()
        ),
    )


def seeker(data: Mapping[str, Any], patterns: Sequence[str]) -> Seeker:
    """What seeks all of them at once."""
    text = "|".join(patterns)
    for name, those in data["names"].items():
        text = text.replace(f"<{name}>", f"({'|'.join(those)})")
    return Seeker(text, spaced=data["spaced"], before=data["before"])
