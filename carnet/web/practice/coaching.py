"""Three steps, and a word on each."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from django.utils.translation import gettext as _

from carnet.web.practice.done import Practice, said


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing to try."""

    title: str
    words: str
    is_done: bool


def steps(practice: Practice) -> Sequence[Step]:
    """All three, and whether each was done."""
    notes = [said(each) for each in practice.sent if each.name == "note"]
    return (
        Step(
            _("Keep a visit in five taps"),
            _("Tap Note, then how it was left, what was shown, when to come back to it, and Keep. No word is needed."),
            bool(notes),
        ),
        Step(
            _("Say it instead"),
            _(
                "Open Note again, and speak into it, with the microphone of your keyboard: “Her ring size is 52. She loves "
                "platinum, and no yellow gold. I will call her before Christmas.” Then Keep."
            ),
            any(note.get("words", "").strip() for note in notes),
        ),
        Step(
            _("Confirm what your words told"),
            _("Under “From your words” stands what they seem to tell. One tap keeps a line, another leaves it."),
            any(each.name == "proposal" for each in practice.sent),
        ),
    )


def now(practice: Practice) -> str:
    """What to try next, in a few words."""
    for step in steps(practice):
        if not step.is_done:
            return f"{step.title} · {step.words}"
    return _("That is all there is to it. Turn the page towards her with “Show her”, or start again.")
