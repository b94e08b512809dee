"""Whatever is typed, in whatever language: never an exception, at most eight, each from a sentence of the note."""

import datetime as dt
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from carnet.capture.rules import extracting
from carnet.capture.rules.extracting import folding
from tests.capture.rules.extracting import labelled

WORDS = [note.words for language in labelled.LANGUAGES for note in labelled.notes(language)]
SHREDS = sorted(
    {
        word
        for note in WORDS
        for word in note.replace("，", "，\0").replace("、", "、\0").replace(" ", " \0").split("\0")
    }
)
TEXTS = some.one_of(
    some.text(max_size=400),
    some.lists(some.sampled_from(SHREDS), max_size=40).map("".join),
    some.lists(some.sampled_from(WORDS), max_size=6).map(". ".join),
)
CODES = some.one_of(
    some.sampled_from(["en", "fr", "it", "ja", "zh-Hans", "zh", "ar", "de", "", "EN_gb", "--"]), some.text(max_size=6)
)
DAYS = some.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
AROUND = labelled.around("en")


@settings(max_examples=300, deadline=None)
@given(TEXTS, CODES, DAYS)
def test_any_words_in_any_language_are_read(words, language, on):
    found = extracting.read(words, language, on, AROUND)
    assert len(found) <= 8
    assert found == extracting.read(words, language, on, AROUND)
    assert len({(each.kind, str(sorted(each.value.items(), key=str))) for each in found}) == len(found)
    for each in found:
        assert each.sentence
        assert each.sentence in words
        assert each.words.strip()


@given(some.text())
def test_folding_knows_where_each_sign_stands(words):
    folded = folding.fold(words)
    assert len(folded.plain) == len(folded.starts) == len(folded.ends)
    assert folded.as_written(0, len(folded.plain)) in words


def test_a_language_without_a_page_gives_what_needs_none():
    found = extracting.read("Hon provade Lune pendant, US 7", "sv", labelled.ON, AROUND)
    assert [labelled.said(each, AROUND) for each in found] == ["size ring 7 US", "shown Lune pendant"]


@pytest.mark.parametrize("language", labelled.LANGUAGES)
def test_a_note_of_sixty_words_takes_less_than_five_milliseconds(language):
    note, home = _long(language), labelled.around(language)
    extracting.read(note, language, labelled.ON, home)
    took = []
    for _ in range(7):
        before = time.process_time()
        extracting.read(note, language, labelled.ON, home)
        took.append(time.process_time() - before)
    assert min(took) < 0.005


def test_reading_one_language_loads_no_other():
    script = (
        "import datetime as dt, sys; from carnet.capture.rules import extracting as e;"
        "e.read('anello 14', 'it', dt.date(2026, 11, 24), e.Around());"
        "print(*sorted({m.split('.')[5] for m in sys.modules if m.startswith('carnet.capture.rules.extracting.pages.')}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["italian"]


def _long(language):
    """Sixty words, or as many signs as sixty words have where words are not parted."""
    notes = [each.words for each in labelled.notes(language)]
    text = ". ".join(notes)
    return text[:150] if language in {"ja", "zh"} else " ".join(text.split()[:60])
