"""Money is an amount with its currency; two currencies are never added."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_currency_precision, parse_pattern

MAX_DIGITS, DECIMALS = 16, 4


class TwoCurrencies(ValueError):
    """Amounts in different currencies were about to be added without a rate."""


@dataclasses.dataclass(frozen=True)
class Money:
    """An exact amount, and the currency it is in (ISO 4217)."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        """The sum. Raises TwoCurrencies."""
        if self.currency != other.currency:
            raise TwoCurrencies(f"{self.currency} and {other.currency} cannot be added without a dated rate.")
        return Money(self.amount + other.amount, self.currency)

    def __neg__(self) -> Money:
        """The same amount, given back."""
        return Money(-self.amount, self.currency)

    def said(self, locale: str) -> str:
        """As people of that language write it; without decimals when there are none to show."""
        whole = self.amount == self.amount.to_integral_value()
        decimals = 0 if whole else get_currency_precision(self.currency)
        spoken = _spoken(locale)
        pattern = parse_pattern(spoken.currency_formats["standard"].pattern)
        pattern.frac_prec = (decimals, decimals)
        said: str = pattern.apply(self.amount, spoken, currency=self.currency, currency_digits=False)
        # CHF 12,400, where € 12,400 would stand close: letters keep their distance from figures.
        return re.sub(r"(?<=[^\W\d_])(?=\d)", "\u00a0", said)


def _spoken(locale: str) -> Locale:
    """The language as CLDR has it: of a variant it does not know, the language itself."""
    try:
        return Locale.parse(locale, sep="-")
    except UnknownLocaleError:
        return Locale.parse(locale.split("-", maxsplit=1)[0])


def is_currency(code: str) -> bool:
    """Whether ISO 4217 knows that code."""
    return code in get_global("all_currencies")


def currency_of(territory: str) -> str | None:
    """The currency a country (ISO 3166 alpha-2) uses today."""
    current = [
        code
        for code, _start, end, tender in get_global("territory_currencies").get(territory, ())
        if end is None and tender
    ]
    return current[0] if current else None
