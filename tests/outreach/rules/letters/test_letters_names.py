"""Names that may stand in a letter, and what is no name."""

from __future__ import annotations

import pytest

from carnet.outreach.rules.letters import names
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.subject import Piece


@pytest.mark.parametrize(
    "name",
    ["Hélène Marchetti", "O’Neill", "O'Neill", "Jean-Luc", "渡辺 健司", "健", "نور الهاشمي", "Björk", "J. R. Smith",
     "Maria da Conceição de Almeida", "Đặng", "Nguyễn", "می‌آید", "Christopher Guest"],
)  # fmt: skip
def test_names_are_kept_as_they_are_written(name):
    assert names.person(name) == name


@pytest.mark.parametrize(
    "text",
    ["", " ", "O", "H.", "13085", "No. 13085", "Client 12", "client", "Guest", "Walk-in", "Client de passage", "a@b.fr",
     "Marchetti (mauvais payeur)", "Smith, John", "Bob!", "€", "...", "'", "{x}", "[a|b]", "M" * 61, "a b c d e f g h",
     "CASH CUSTOMER", "\ue000\ue001"],
)  # fmt: skip
def test_what_is_no_name(text):
    assert names.person(text) == ""


def test_a_name_is_cleaned_of_what_cannot_be_seen():
    assert names.person("  Hélène\n\u202e Marchetti\ue000\x00 ") == "Hélène Marchetti"
    assert names.person("He\u0301le\u0300ne") == "Hélène"


@pytest.mark.parametrize(
    ("piece", "called"),
    [
        (Piece("Aube", "ring"), Called("Aube", "ring")),
        (Piece("Galaxy Earrings", "earrings"), Called("Galaxy", "earrings")),
        (Piece("Galaxy Earrings", ""), Called("Galaxy", "earrings")),
        (Piece("Boucles d'oreilles Étoile", ""), Called("Étoile", "earrings")),
        (Piece("Sac Constance", "leather"), Called("Constance", "bag")),
        (Piece("L'Heure Bleue", "fragrance"), Called("L'Heure Bleue", "fragrance")),
        (Piece("Ombre d'Été", "fragrance"), Called("Ombre d'Été", "fragrance")),
        (Piece("J12", "watch"), Called("J12", "watch")),
        (Piece("Meridian 38", "watch"), Called("Meridian 38", "watch")),
        (Piece("Key Ring", "object"), Called("Key Ring", "object")),
        (Piece("Ringsted", "ring"), Called("Ringsted", "ring")),
    ],
)
def test_what_a_piece_is_called(piece, called):
    assert names.called(piece) == called


@pytest.mark.parametrize(
    "text",
    [
        "", "WHITE HANGING HEART T-LIGHT HOLDER", "Choker with Gold Pendant", "7 Shakra", "Black Leather Bag",
        "18K Gold 38mm", "22423", "POST", "Manual", "Discount", "check?", "phil said so",
        "Dotcomgiftshop Gift Voucher £70.00", "Red", "*USB Office Mirror Ball",
        "Glow In The Dark Shot Glasses ", "Ring", "BRACELET", "メリディアン38", "A", "White gold",
        "CHROME EURO HOOK 20cm", "3 TRADITIONAl BISCUIT CUTTERS  SET", "S/4 CANDLES", "Aube, or jaune",
        "{name}", "“Aube”",
    ],
)  # fmt: skip
def test_a_till_s_own_text_is_not_a_name(text):
    assert names.called(Piece(text, "ring")).name == ""


def test_a_maison_and_an_opening():
    assert names.house("Aubry & Fils 1904") == "Aubry & Fils 1904"
    assert names.house("<Maison>") == ""
    assert names.opening(" Chère\nMadame, ") == "Chère Madame,"
    assert names.opening("a " * 8) == ""
    assert names.opening("—") == ""
