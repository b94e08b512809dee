"""Counts as one says them: three people, forty-one others."""

from __future__ import annotations

ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FRENCH = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
FRENCH_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")

ITALIAN = (
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
    "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
)  # fmt: skip
ITALIAN_TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")


def base(code: str) -> str:
    """The language without its region: fr of fr-CA."""
    return code.replace("_", "-").split("-")[0].lower()


def in_words(number: int, language: str, *, feminine: bool = False) -> str | None:
    """0 to 99 in English, French or Italian words, before what is counted, else None: vingt et une, un, una."""
    if not 0 <= number < 100:  # noqa: PLR2004  # beyond, figures read better
        return None
    if language == "en":
        return english(number)
    if language == "fr":
        words = french(number)
        return words + "e" if feminine and words.endswith("un") else words
    if language == "it":
        return ("una" if feminine else "un") if number == 1 else italian(number)
    return None


def english(number: int) -> str:
    """Forty-one."""
    if number < len(ENGLISH):
        return ENGLISH[number]
    tens, units = divmod(number, 10)
    return ENGLISH_TENS[tens - 2] + (f"-{ENGLISH[units]}" if units else "")


def french(number: int) -> str:
    """Quarante et un, soixante et onze, quatre-vingts, quatre-vingt-onze."""
    if number < len(FRENCH):
        return FRENCH[number]
    tens, units = divmod(number, 10)
    stem, twenty_base = FRENCH_TENS[tens - 2], tens in {7, 9}
    units += 10 * twenty_base
    if number == 80:  # noqa: PLR2004  # the only one that takes an s
        return "quatre-vingts"
    if not units:
        return stem
    joined = " et " if units in {1, 11} and stem != "quatre-vingt" else "-"
    return stem + joined + FRENCH[units]


def italian(number: int) -> str:
    """Ventuno, ventitré, ventotto."""
    if number < len(ITALIAN):
        return ITALIAN[number]
    tens, units = divmod(number, 10)
    stem = ITALIAN_TENS[tens - 2]
    if units in {1, 8}:
        stem = stem[:-1]
    return stem + ("tré" if units == 3 else ITALIAN[units] if units else "")  # noqa: PLR2004  # the only one accented
