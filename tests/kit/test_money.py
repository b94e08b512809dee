"""Money is an amount with its currency."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carnet.kit import money
from carnet.kit.money import Money, TwoCurrencies

AMOUNTS = some.decimals(min_value=-(10**9), max_value=10**9, places=4)
CURRENCIES = some.sampled_from(["EUR", "JPY", "GBP", "KWD", "CHF"])


@given(AMOUNTS, AMOUNTS, CURRENCIES, CURRENCIES)
def test_two_currencies_are_never_added(one, other, first, second):
    if first == second:
        assert Money(one, first) + Money(other, second) == Money(one + other, first)
    else:
        with pytest.raises(TwoCurrencies):
            Money(one, first) + Money(other, second)


def test_what_is_given_back_takes_away_what_was_paid():
    assert Money(Decimal("12.50"), "EUR") + -Money(Decimal("12.50"), "EUR") == Money(Decimal(0), "EUR")


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "said"),
    [
        ("12400", "EUR", "fr", "12\u202f400\u00a0€"),
        ("12400", "EUR", "en", "€12,400"),
        ("12400.5", "EUR", "fr", "12\u202f400,50\u00a0€"),
        ("2000000", "JPY", "ja", "￥2,000,000"),
        ("99.99", "GBP", "en-GB", "£99.99"),
        ("1.5", "KWD", "en", "KWD\u00a01.500"),
        ("-40", "EUR", "en", "-€40"),
    ],
)
def test_an_amount_is_said_as_people_write_it(amount, currency, locale, said):
    assert Money(Decimal(amount), currency).said(locale) == said


def test_a_currency_is_one_the_world_knows():
    assert [code for code in ("EUR", "JPY", "eur", "EURO", "XYZ", "") if money.is_currency(code)] == ["EUR", "JPY"]


@pytest.mark.parametrize(
    ("country", "currency"), [("FR", "EUR"), ("JP", "JPY"), ("CH", "CHF"), ("GB", "GBP"), ("ZZ", None)]
)
def test_a_country_pays_in_its_currency(country, currency):
    assert money.currency_of(country) == currency
