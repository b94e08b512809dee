"""The typographer's hand, before a draft is read: what a model writes plainly and a house does not."""

from __future__ import annotations

import re
import unicodedata


def tidied(text: str, language: str) -> str:
    """One letter: composed signs, the house's apostrophes, no space at an edge; nothing is taken away that could be read."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip(" \n").split("\n")
    letter = re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip(" ") for line in lines))
    letter = re.sub(r"(?<=\w)'(?=\w)", "\u2019", letter)
    if language.startswith("fr"):
        letter = re.sub(r"(?<=\w)[ \u00a0\u202f]?([;:!?])(?=\s|$)", "\u202f\\1", letter)
    return letter
