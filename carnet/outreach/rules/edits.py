"""How far a letter that was finished is from the one that was composed: so that the house's voice can be learned (Q-6)."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import Levenshtein


def distance(composed: str, finished: str) -> int:
    """In hundredths of the longer one's words, of 100; 0 when only spaces differ. In scripts without spaces, of its signs."""
    before, after = _parts(composed), _parts(finished)
    return round(100 * Levenshtein.normalized_distance(before, after))


def _parts(text: str) -> list[str]:
    words = unicodedata.normalize("NFKC", text).split()
    spaced = len(words) * 12 > sum(map(len, words))
    return words if spaced else list("".join(words))
