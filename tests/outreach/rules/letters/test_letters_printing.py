"""The page on which a native editor reads every letter."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest

from carnet.outreach.rules.letters import languages, page, printing, review, sheet
from carnet.outreach.rules.letters.composing import TONGUES
from carnet.outreach.rules.letters.review import Told, Whole

LANGUAGES = sorted(languages())
WITHOUT_END = {"meta"}


class Sections(HTMLParser):
    """What stands in each section, and whether every tag that is opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.sections, self.asked = [], {}, set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in WITHOUT_END:
            self.open.append(tag)
        said = dict(attrs)
        self.asked |= {name for name in said if name in {"src", "href", "srcset", "style", "onload"}}
        if tag == "section":
            self.language = said["lang"], said["dir"]
            self.sections[self.language] = ""

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "section" in self.open:
            self.sections[self.language] += data


def test_each_language_has_its_section_and_its_direction():
    sections = Sections(page()).sections
    assert sorted(sections) == [(code, "rtl" if code == "ar" else "ltr") for code in LANGUAGES]
    assert re.findall(r'<section lang="(\S+)" dir="(\S+)">', sheet()) == sorted(sections)


def test_a_language_written_from_right_to_left_is_marked(monkeypatch):
    monkeypatch.setitem(TONGUES, "he", TONGUES["en"])
    assert '<section lang="he" dir="rtl">' in page(["he"])
    assert '<section lang="he" dir="rtl">' in sheet(["he"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_on_both_pages(language):
    ((_, said),) = Sections(page([language])).sections.items()
    plain = sheet([language])
    for part in review.parts(language):
        match part:
            case Whole(text):
                assert text in plain
                assert text.replace("\n\n", "") in said
            case Told(when, text):
                assert f"- {when}: {text}\n" in plain
                assert text in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_which_letters_no_native_has_read(language):
    is_read = language in {"en", "fr"}
    assert (printing.NOT_READ not in page([language])) == is_read
    assert (printing.NOT_READ not in sheet([language])) == is_read


def test_the_page_asks_for_nothing_else():
    text = page()
    assert Sections(text).asked == set()
    assert not re.search(r"https?:|@import|<script|<link", text)
    assert text.startswith("<!doctype html>")


def test_what_is_said_cannot_break_the_page(monkeypatch):
    maison = 'Maison <Lys> & "Fils"'
    monkeypatch.setattr(review, "_letter", lambda *_: f"Dear,\n\n{maison}\n\nYours,\n\nC")
    text = page(["en"])
    assert html.escape(maison) in text
    assert maison not in text
    assert maison in Sections(text).sections["en", "ltr"]
