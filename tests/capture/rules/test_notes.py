"""T-03: a note of every version a phone may still run is read; what is no note is said to be none."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carnet.capture.rules import notes

RELEASED = sorted((Path(__file__).parent / "released").rglob("*.json"))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_released_is_read_for_ever(path):
    said = json.loads(path.read_bytes())
    note = notes.read(path.read_bytes())
    assert [str(each) for each in note.people] == said["people"]
    assert (note.words, note.search, note.left, note.is_private) == (
        said["words"],
        said["search"],
        said["left"],
        said["private"],
    )


def test_every_version_there_was_has_its_folder():
    assert {path.parent.name for path in RELEASED} == {f"v{number}" for number in range(1, notes.VERSION + 1)}
    assert set(notes.UPWARD) == set(range(1, notes.VERSION))


def test_two_weeks_are_counted_where_the_boutique_stands():
    note = notes.Note(back=notes.IN_WEEKS)
    assert note.back_on(dt.date(2026, 3, 10)) == dt.date(2026, 3, 24)
    assert notes.Note().back_on(dt.date(2026, 3, 10)) is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(["v", "people", "kind", "left", "pieces", "words", "back", "recordings", "search", "private"])


@given(st.binary() | st.dictionaries(FIELDS, ANYTHING | st.just(1)).map(lambda said: json.dumps(said).encode()))
def test_anything_is_a_note_or_none(clear):
    try:
        note = notes.read(clear)
    except notes.NotANote:
        return
    assert len(note.words) <= notes.LONGEST_WORDS
    note.words.encode()
