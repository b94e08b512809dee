"""Figures as the reader's language writes them."""

from __future__ import annotations

from babel.numbers import format_decimal

from carnet.kit import spoken


def figure(number: float, pattern: str = "#,##0") -> str:
    """18,240 in English; a whole number unless the pattern says otherwise."""
    return str(format_decimal(number, format=pattern, locale=spoken.locale(spoken.reading())))


def of_100(share: float) -> str:
    """A share of 1 as so many of a hundred."""
    return figure(100 * share)
