"""The gentle check in words: what is asked of each concern, and a consequence that could stand without its cause (D-8, D-9)."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from carnet.capture.kinds import Concern
from carnet.capture.rules import discretion
from carnet.capture.rules.discretion.sentences import Consequence, Question
from carnet.capture.rules.tongue import tongue

QUESTIONS: dict[Question, Lazy | str] = {
    Question.HERS_TO_TELL: _("Somebody’s health is theirs to tell: is it needed here?"),
    Question.HER_OWN_BELIEF: _("What somebody believes is their own: is it needed here?"),
    Question.HER_OWN_OPINION: _("Opinions are nobody else’s business: is it needed here?"),
    Question.SAYS_NOTHING_OF_HER: _("Where somebody comes from says nothing of how to serve them: is it needed here?"),
    Question.WOULD_SHE_READ_IT: _("Write as if it will be read by whom it is about, because it may be."),
    Question.ANOTHER_S_SECRET: _("That is somebody else’s secret: is it needed here?"),
}
INSTEAD: dict[Consequence, Lazy | str] = {
    Consequence.SEATED_BY_THE_DOOR: _("Ground floor, a seat near the door."),
    Consequence.NOT_ON_SATURDAYS: _("Never on a Saturday."),
    Consequence.NO_TALK_OF_THE_DAY: _("Keep to the pieces; no talk of the news."),
    Consequence.LIKES_YELLOW_GOLD: _("Wears yellow gold best."),
    Consequence.TAKE_TIME: _("Explain at leisure, and write the price down."),
    Consequence.CALL_HIM_ONLY: _("Only on that telephone; nothing sent home."),
}


def asked() -> list[dict[str, Any]]:
    """For each concern, its question and an example of what may be kept instead."""
    return [asked_of(concern) for concern in discretion.ASKED]


def noticed(words: str, language: str) -> list[dict[str, Any]]:
    """What stands in these words and may be too private to keep: the sentence, once, and what is asked about it.

    `language` is the member's; the words may be in another.
    """
    found = discretion.delicate(words, tongue(words, language))
    return [asked_of(concern) | {"sentence": sentence} for sentence, concern in found.items()]


def asked_of(concern: Concern) -> dict[str, Any]:
    """Its question, and an example of what may be kept instead."""
    codes = discretion.ASKED[concern]
    return {"concern": concern, "question": QUESTIONS[codes.question], "instead": INSTEAD[codes.instead]}


def own(language: str) -> str:
    """The name of a member's language among the patterns; English where there are none."""
    name = language.split("-", maxsplit=1)[0]
    return name if name in discretion.LANGUAGES else "en"


def files(*names: str) -> dict[str, str]:
    """Where a browser asks for the patterns of each language, and for the small words that tell one from another."""
    return {name: f"gentle/{name}.json" for name in (*(names or discretion.LANGUAGES), "small")}
