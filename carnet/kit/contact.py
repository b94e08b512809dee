"""Telephone numbers, addresses and names, brought to the one form in which they can be compared."""

from __future__ import annotations

import re
import unicodedata

MAIL = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f.]+(\.[^@\s\x00-\x1f.]+)+")
MAIL_LIMIT = 254
"""RFC 5321, 4.5.3.1.3: what a path can hold."""
BIDI_AND_CONTROL = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def phone(raw: str, country: str | None) -> str | None:
    """E.164, or None when the number is not one: a number is never guessed into another country.

    `country` (ISO 3166 alpha-2) reads a national number; an international one does not need it.
    """
    # 46 MB of metadata that most requests never ask for.
    import phonenumbers

    try:
        number = phonenumbers.parse(raw, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mail(raw: str) -> str | None:
    """The address in lower case, or None when it is not one."""
    address = unicodedata.normalize("NFC", raw).strip().lower()
    return address if len(address) <= MAIL_LIMIT and MAIL.fullmatch(address) else None


def plain(text: str) -> str:
    """Text without the characters that can hide or reorder others on a screen; everything else byte for byte."""
    return BIDI_AND_CONTROL.sub("", text)
