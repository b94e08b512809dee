"""The last line of Today, the list it opens, and what adds up when somebody has heard enough."""

import datetime as dt

import pytest

from carnet.kit import ids
from carnet.outreach.kinds import Rest
from carnet.outreach.queries import saying
from carnet.outreach.queries.days import Resting

ON = dt.date(2026, 3, 10)


def resting(**many: int) -> list[Resting]:
    return [
        Resting(ids.new(), kind, ((Rest(kind), {}),), ON) for kind, number in many.items() for _each in range(number)
    ]


def test_the_last_line_says_how_many_and_the_main_reasons_why():
    people = resting(nothing_to_say=33, written_lately=4, unanswered=1, pressed=1, held=1, asked_not_to=1)
    assert " ".join(saying.at_rest(people)) == (
        "Nothing to say today to forty-one others. Six heard from us lately. Two asked for quiet, or are held."
    )


def test_it_stays_short_and_tells_of_nobody_that_she_died():
    people = resting(
        died=1, pressed=1, moment=1, late=1, open_complaint=1, after_others=1, expected=2, bought_lately=1, only_us=1
    )
    told = saying.at_rest(people)
    assert told == [
        "Nothing to say today to ten others.", "One heard from us lately.", "One asked for quiet, or is held.",
        "For two, only care for now.", "One has a reason that can wait.",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", Rest)
def test_every_rest_has_a_place_in_the_list(kind):
    ((title, people),) = saying.rest_groups(resting(**{kind.value: 2}))
    assert (bool(title), len(people)) == (True, 2)


@pytest.mark.parametrize(
    ("bears", "comes_to"),
    [
        (1.4, "One more now would be more than they are used to answering."),
        (0.95, "Few of our words are answered, so that a little is enough for a while."),
    ],
)
def test_what_adds_up_is_told_word_by_word_without_a_figure(bears, comes_to):
    parts = [["2026-03-03", "whatsapp", 1.0], ["2026-02-01", "", 1.3], ["2025-12-12", "email", 0.7]]
    assert saying.adds_up(Rest.PRESSED, {"on": "2026-03-03", "parts": parts, "bears": bears}, ON) == [
        "Our word of 3 March is still fresh.",
        "Our word of 1 February is fading.",
        "Our word of 12 December 2025 is almost forgotten.",
        comes_to,
    ]


def test_what_is_no_pressure_adds_up_to_nothing():
    assert saying.adds_up(Rest.WRITTEN_LATELY, {"on": "2026-03-03"}, ON) == []
