"""Numbers and addresses come in one form, or not at all."""

import random
import re

import pytest

from carnet.kit import contact

COUNTRIES = ("FR", "JP", "GB", "AE", "US", "CN", "IT", "XX", "", "fr", None)
ALPHABET = "0123456789+-() ./,;#*xext.Ａ０１２٣٤٥۰۱一二三 \t\n\u200e\u00a0abcé😀"


def test_five_thousand_numbers_of_any_kind_never_raise_and_come_as_e164_or_not_at_all():
    chance = random.Random(7)
    raw = ["".join(chance.choices(ALPHABET, k=chance.randrange(24))) for _ in range(3_500)]
    raw += [f"+{chance.randrange(10 ** chance.randrange(1, 18))}" for _ in range(1_000)]
    raw += [f"0{chance.randrange(10**9):09d}" for _ in range(499)] + ["0" * 300]
    told = {contact.phone(number, country) for number, country in zip(raw, COUNTRIES * 500, strict=False)}
    assert len(raw) == 5_000
    assert {bool(re.fullmatch(r"\+[1-9]\d{3,16}", number)) for number in told if number} == {True}
    assert len(told) > 300


@pytest.mark.parametrize(
    ("raw", "country", "number"),
    [
        ("01 99 00 11 01", "FR", "+33199001101"),
        ("+33 (0)1 99 00 11 01", "JP", "+33199001101"),
        ("０１９９００１１０１", "FR", "+33199001101"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("01 99 00 11 01", None, None),
        ("12", "FR", None),
        ("call me", "FR", None),
        ("", "FR", None),
    ],
)
def test_a_number_is_read_in_its_country_and_never_guessed_into_another(raw, country, number):
    assert contact.phone(raw, country) == number


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (" Helene.Marchetti@Example.TEST ", "helene.marchetti@example.test"),
        ("日本@example.test", "日本@example.test"),
        ("helene@", None),
        ("helene@localhost", None),
        ("two words@example.test", None),
        ("a@b@example.test", None),
        ("a\x00@example.test", None),
        ("x" * 250 + "@example.test", None),
    ],
)
def test_an_address_is_lower_case_or_none(raw, address):
    assert contact.mail(raw) == address


def test_what_hides_or_reorders_other_signs_is_left_out_and_nothing_else():
    assert contact.plain("Hé\u202elène\u0000 \u200f渡辺\u2066 👩‍👧 l1\nl2\tx") == "Hélène 渡辺 👩‍👧 l1\nl2\tx"
