"""In which of the six languages a note is: by its letters, and where they are Latin by its smallest words.

An advisor writes in the language of her client as often as in that of her screens. Hers stands unless the words say another.
`carnet/web/static/js/gentle/tongue.js` tells it alike, from the same small words.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

SMALL = Path(__file__).parent / "discretion" / "patterns" / "small.json"
"""Of each language in Latin letters, words that the other two have not."""
WORDS = re.compile(r"[^\W\d_]+")
KANA, HAN = re.compile("[\u3041-\u3096\u30a1-\u30fa]"), re.compile("[\u3400-\u9fff]")
ARABIC, LATIN = re.compile("[\u0620-\u064a\u066e-\u06d3]"), re.compile("[a-zà-öø-ÿœ]")


def tongue(words: str, hers: str) -> str:
    """Of "ar", "en", "fr", "it", "ja", "zh" the language of the words; `hers`, such as "zh-Hans", where they do not say."""
    own = hers.partition("-")[0].lower()
    said = unicodedata.normalize("NFC", words).lower()
    kana, han, arabic, latin = (len(each.findall(said)) for each in (KANA, HAN, ARABIC, LATIN))
    # One sign of Chinese or Japanese says as much as three letters.
    many = max(3 * (kana + han), arabic, latin)
    if not many:
        return own
    if many == latin:
        counts = {name: sum(map(small.__contains__, WORDS.findall(said))) for name, small in _small().items()}
        first = max(counts, key=lambda name: counts[name])
        return first if counts[first] > counts.get(own, 0) else own
    if many == arabic:
        return "ar"
    return "ja" if kana or own == "ja" else "zh"


@functools.cache
def _small() -> Mapping[str, frozenset[str]]:
    kept: dict[str, str] = json.loads(SMALL.read_bytes())
    return {language: frozenset(every.split()) for language, every in kept.items()}
