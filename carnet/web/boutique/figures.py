"""Figures as the reader's language writes them."""

from __future__ import annotations

from babel.numbers import format_decimal
from django.utils.translation import get_language

from carnet.web.templatetags.carnet import locale_of


def figure(number: float, pattern: str = "#,##0") -> str:
    """18,240 in English; a whole number unless the pattern says otherwise."""
    return str(format_decimal(number, format=pattern, locale=locale_of(get_language() or "en")))


def of_100(share: float) -> str:
    """A share of 1 as so many of a hundred."""
    return figure(100 * share)
