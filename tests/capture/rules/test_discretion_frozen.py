"""D-8: the gentle check on notes that were frozen before its patterns and never shown to whoever wrote them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carnet.capture.rules import discretion

FROZEN = Path(__file__).with_name("frozen")
RECALL, FALSE = 0.90, 0.05
SHORTFALLS = {"fr": 3 / 30, "zh": 2 / 30}
"""False alarms reached where they are not yet within `FALSE`: held, so that they only fall."""


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_most_is_noticed_and_little_else(language):
    notes = [json.loads(line) for line in (FROZEN / f"{language}.jsonl").read_text().splitlines()]
    noticed = {note["text"] for note in notes if discretion.notice(note["text"], language)}
    delicate = [note for note in notes if note["kind"] != "ordinary"]
    ordinary = [note for note in notes if note["kind"] == "ordinary"]
    recall = sum(note["text"] in noticed for note in delicate) / len(delicate)
    false = sum(note["text"] in noticed for note in ordinary) / len(ordinary)
    assert len(ordinary) == len(delicate) >= 20
    assert recall >= RECALL, f"{language}: {recall:.2f} noticed"
    assert false <= SHORTFALLS.get(language, FALSE), f"{language}: {false:.2f} false alarms"
