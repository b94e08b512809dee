"""Text as it is compared: without case, accents of Latin letters, vowel signs of Arabic, or width."""

from __future__ import annotations

import unicodedata

ARABIC = str.maketrans("أإآٱىة", "اااايه", "ـ")
APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\u00b4`\uff07", "'"))


def fold(text: str) -> str:
    """As it is compared."""
    plain = unicodedata.normalize("NFKC", text).translate(APOSTROPHES).casefold()
    return "".join(map(_bare, plain)).translate(ARABIC)


def _bare(sign: str) -> str:
    if unicodedata.category(sign) == "Mn":
        # A kana's voicing is part of the letter; NFKC has joined it already.
        return ""
    parts = unicodedata.normalize("NFD", sign)
    return parts[0] if len(parts) > 1 and unicodedata.name(parts[0], "").startswith("LATIN") else sign
