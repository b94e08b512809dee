"""Countries and currencies, by their codes or by the names people give them."""

from __future__ import annotations

import functools
import unicodedata

from babel import Locale
from babel.core import get_global

from carnet.integrations.files.reading.sentences import Refused
from carnet.integrations.files.reading.words import WORDS
from carnet.kit import money

LANGUAGES = ("en", "fr", "de", "it", "es", "pt", "nl", "ja", "zh", "zh_Hant", "ko")
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
"""Codes that CLDR names beside those of ISO 3166; XK stays, as Kosovo's bank and post use it."""
ALIASES: dict[str, list[str]] = WORDS["countries"]
"""Other names, those of ISO 3166 turned round at the comma among them."""
NOWHERE: list[str] = WORDS["no_country"]
"""What stands in country columns without naming one. The Channel Islands are two (JE, GG): which, nobody can say."""
SIGNS: dict[str, str] = WORDS["currency_signs"]
"""Signs that mean one currency; $, ¥ and kr mean several and are not here."""


@functools.lru_cache(maxsize=4096)
def country(text: str) -> str | None:
    """ISO 3166 alpha-2 from a code of two or three letters, or a name in one of `LANGUAGES`.

    None when the cell is blank or says no country (Unspecified, Europe, Channel Islands).
    Raises Refused (unknown_country).
    """
    stripped = text.strip()
    code = stripped.upper()
    if code in _codes():
        return _codes()[code]
    name = _folded(stripped)
    if found := _names().get(name):
        return found
    # "NA" is Namibia, and "N/A" is nothing.
    if not name or code == "N/A" or name in _nowhere():
        return None
    raise Refused("unknown_country", text=text)


@functools.lru_cache(maxsize=512)
def currency(text: str) -> str:
    """ISO 4217 from a code or from a sign that is one currency's alone. Raises Refused (bad_currency)."""
    code = unicodedata.normalize("NFKC", text).strip().upper()
    if money.is_currency(code):
        return code
    if found := SIGNS.get(code):
        return found
    raise Refused("bad_currency", text=text)


@functools.cache
def _codes() -> dict[str, str]:
    names = map(str, Locale("en").territories)
    two = {code: code for code in names if code.isalpha() and len(code) == len("GB") and code not in NOT_COUNTRIES}
    renamed = get_global("territory_aliases")
    three = {code: to[0] for code, to in renamed.items() if code.isalpha() and len(code) == len("GBR") and len(to) == 1}
    return three | two


@functools.cache
def _names() -> dict[str, str]:
    codes = set(_codes().values())
    names = {
        _folded(name): str(code)
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code in codes
    }
    return names | {_folded(name): code for code, aliases in ALIASES.items() for name in aliases}


@functools.cache
def _nowhere() -> frozenset[str]:
    return frozenset(map(_folded, NOWHERE))


def _folded(name: str) -> str:
    """Letters only, without case or accents, so that "Côte-d'Ivoire" is "COTE D IVOIRE"."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold().replace("&", "and"))
    folded = "".join(character for character in letters if character.isalnum())
    return folded.removeprefix("the") if folded.startswith("the") and " " in name else folded
