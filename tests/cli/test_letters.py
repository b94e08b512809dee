"""Every letter, printed for somebody who speaks the language; no house is needed."""

from __future__ import annotations

from carnet.outreach.rules import letters
from tests.cli import homes


def test_every_letter_in_a_file_of_either_kind(tmp_path):
    nowhere = homes.Home(tmp_path / "home")
    for name, written in (("letters.html", letters.page()), ("letters.MD", letters.sheet())):
        out = tmp_path / name
        assert nowhere.done("letters", "--out", str(out)) == f"Written to {out}.\n"
        assert out.read_text() == written
    assert not nowhere.path.exists()


def test_one_language_is_printed_where_no_file_is_named(tmp_path):
    assert homes.Home(tmp_path / "home").done("letters", "--language", "fr-CH") == letters.sheet(["fr"])
