"""What a cell of text must not be, and the few marks that exports put around what they mean."""

from __future__ import annotations

import re

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Refused
from carnet.integrations.files.reading.words import WORDS

FORMULA_STARTS = frozenset("=@\uff1d\uff20")
SIGNS = frozenset("+-\uff0b\uff0d")
"""The last ones of each are the wide forms of Japanese keyboards, which spreadsheets obey as well."""
NUMBER_OR_PHONE = re.compile(
    r"[+\-\uff0b\uff0d][\d\s().,/-]*\d[\d\s().,/-]*(?:(?:ext|x|#|poste)\.?\s?\d{1,8})?", re.IGNORECASE
)
SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d\d")
ERRORS = frozenset(WORDS["spreadsheet_errors"])
"""As spreadsheets say them in English, German, French, Italian and Spanish."""
TOO_NARROW = re.compile(r"#{3,}")
QUOTED_FORMULA = re.compile(r'="([^"=]*)"')

YES, NO, NEITHER = (frozenset(WORDS[said]) for said in ("yes", "no", "neither"))


def clean(text: str) -> str:
    """The text without the space around it, and otherwise byte for byte: no script is rewritten."""
    return text.strip().strip("\ufeff").strip()


def unquoted(text: str) -> str:
    """An id, a postcode or a telephone number without what kept a spreadsheet from eating its zeros.

    One apostrophe before it (Shopify's '75002), or ="75002" around it.
    """
    bare = clean(text)
    if wrapped := QUOTED_FORMULA.fullmatch(bare):
        return wrapped[1]
    return bare[1:] if len(bare) > 1 and bare[0] == "'" else bare


def check_cell(text: str) -> str:
    """The same text, when it can be a name, an id or a word of the house's.

    Raises Refused: nul, surrogate, too_long (more than 64 KB), formula (starts as one and is neither a number nor a
    telephone number), spreadsheet_error, shortened_number.
    """
    first = text[:1]
    if first in FORMULA_STARTS or (first in SIGNS and not NUMBER_OR_PHONE.fullmatch(text)):
        raise Refused("formula", text=text)
    if first == "#" and (text in ERRORS or TOO_NARROW.fullmatch(text)):
        raise Refused("spreadsheet_error", text=text)
    if "\0" in text:
        raise Refused("nul", text=text)
    if "E+" in text and SHORTENED.fullmatch(text):
        raise Refused("shortened_number", text=text)
    if not text.isascii() or len(text) > limits.TEXT_CELL:
        _check_bytes(text)
    return text


def _check_bytes(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise Refused("surrogate", text=text) from None
    if size > limits.TEXT_CELL:
        raise Refused("too_long", text=text, limit=limits.TEXT_CELL // limits.KB)


def truth(text: str) -> bool | None:
    """Yes or no in the words of tills, forms and mailing lists; None when blank, unknown or still pending.

    Raises Refused (not_yes_or_no).
    """
    word = "-".join(text.casefold().split())
    if word in YES:
        return True
    if word in NO:
        return False
    if word in NEITHER:
        return None
    raise Refused("not_yes_or_no", text=text)
