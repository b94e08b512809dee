"""A silence unlike her, asked about below Today: in words, with what else it may be, and each answer says what it did."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from carnet.consent.actions import holding
from carnet.consent.models import Hold
from carnet.intelligence.actions import reading
from carnet.outreach.models import Question
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import THE_HOUSE
from tests.web.conftest import enter

NOW = paris("2026-11-22", "12:00")


@pytest.fixture
def quiet(house):
    """Antoine came every month, and stays away since April."""
    for month in range(12):
        year, number = divmod(4 + month, 12)
        story.visit(house.antoine, to=house.camille, on=paris(f"{2025 + year}-{number + 1:02}-12"))
    with time_machine.travel(NOW, tick=False):
        reading.read(client=house.antoine, at=NOW)
        yield house.antoine


def asked(house):
    return [each for each in enter(house.camille).get("/").context["questions"] if each["question"].ask == "silence"]


def say(house, said):
    question = Question.objects.get(ask="silence")
    answer = enter(house.camille).post(reverse("question-answer", args=[question.id]), {"said": said}, follow=True)
    return [str(each) for each in answer.context["messages"]]


def test_it_is_asked_in_words_without_a_figure_and_with_what_else_it_may_be(house, quiet):
    (question,) = asked(house)
    assert question["words"] == (
        "M. Antoine Renard · is all well? Every four weeks or so. A long silence, and an unusual one."
    )
    assert question["rivals"][0] == "A pause: long, and followed by a return."
    assert [label for _value, label in question["choices"]] == [
        "All is well", "Leave in peace", "I will write by hand", "I do not know",
    ]  # fmt: skip
    cards = enter(house.camille).get("/").context["cards"]
    assert quiet.id not in [card.shown.client.id for card in cards]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("well", ["Kept: long silences are usual here."]),
        (
            "in_peace",
            ["Only care from now on, to be looked at again in three months. It can be lifted on their page."],
        ),
        ("by_hand", ["Kept. No letter is prepared."]),
        ("skip", []),
    ],
)
def test_each_answer_says_what_it_did_and_the_question_is_gone(house, quiet, said, told):
    assert len(asked(house)) == 1
    assert say(house, said) == told
    assert asked(house) == []
    assert Hold.objects.filter(client=quiet).exists() == (said == "in_peace")


def test_who_came_or_asked_for_quiet_since_this_morning_is_asked_about_no_more(house, quiet):
    assert len(asked(house)) == 1
    holding.hold(client=quiet, because="Asked for quiet.", by=THE_HOUSE, at=NOW - dt.timedelta(minutes=1))
    assert asked(house) == []
