"""The words by which a claim is known, one file per language, for its native editor.

`CLAIMS` says which words claim what: "last_week" is one claim however it is worded, so that a draft may say in its own words
what the evidence says. Phrases are separated by semicolons, written without accents, and * stands for the rest of a word; in
Japanese and Chinese, which do not part their words, they are regular expressions and separated by semicolons too.
`OPENERS` are words with which a sentence may begin, in the languages where a capital is how a name is known.
"""

from __future__ import annotations

from typing import Protocol

from carnet.outreach.rules.drafting.tongues import ar, en, fr, it, ja, zh


class Words(Protocol):
    """What a language brings."""

    CLAIMS: dict[str, str]
    OPENERS: str
    COURTESY: str
    FORMAL_NEVER: str
    FAMILIAR_NEVER: str
    MOST: int

    @property
    def SCRIPTS(self) -> tuple[str, ...]:  # noqa: N802 -- a constant of the file
        """Whose letters it is written in."""
        ...


ALL: dict[str, Words] = {"ar": ar, "en": en, "fr": fr, "it": it, "ja": ja, "zh": zh}
UNPARTED = frozenset({"ja", "zh"})
CAPITALS = frozenset({"en", "fr", "it"})


def base(language: str) -> str:
    """The language among ours; empty when there is none."""
    code = language.strip().replace("_", "-").split("-")[0].lower()
    return code if code in ALL else ""
