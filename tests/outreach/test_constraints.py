"""What the database keeps of a day and of what was answered, whoever writes to it."""

import datetime as dt

import pytest

from carnet.kit import ids
from carnet.outreach.actions.answering import Said, answer
from carnet.outreach.kinds import Ask, NotNow, Reply
from carnet.outreach.models import Decided, Question, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.factories.people import by
from tests.outreach.conftest import prepared

AT = paris("2025-03-04")


@pytest.fixture
def day(camille, helene, antoine):
    """Hélène bought yesterday; Antoine was promised a word."""
    story.sale(helene, cast.LUNE_EARRINGS, on=paris("2025-03-03"))
    story.promise(antoine, of=camille, words="Call about the strap", due=dt.date(2025, 3, 4), on=paris("2025-03-01"))
    return prepared(camille, "2025-03-04")


def test_a_member_has_one_morning_a_day_of_at_most_five(day):
    with refused("outreach_day_one_per_morning"):
        again(day)
    with refused("outreach_day_at_most_five"):
        change(day, cap=6)


def test_a_person_is_suggested_once_and_a_promise_listed_once(day):
    suggestion, promise = Suggestion.objects.get(promise=None), Suggestion.objects.get(promise__isnull=False)
    with refused("outreach_suggestion_person_once"):
        again(suggestion, rank=1)
    with refused("outreach_suggestion_promise_once"):
        again(promise, rank=1)


def test_the_list_stops_at_five_and_promises_do_not(day, paolo):
    suggestion, promise = Suggestion.objects.get(promise=None), Suggestion.objects.get(promise__isnull=False)
    with refused("outreach_suggestion_at_most_five"):
        change(suggestion, rank=5)
    change(promise, rank=9)
    again(suggestion, client=paolo, rank=1)


def test_a_place_on_either_list_is_one_persons(day, paolo):
    with refused("outreach_suggestion_ranked_once"):
        again(Suggestion.objects.get(promise=None), client=paolo)
    other = story.promise(paolo, of=None, words="Ask the workshop", due=dt.date(2025, 3, 4), on=AT)
    with refused("outreach_suggestion_promise_ranked_once"):
        again(Suggestion.objects.get(promise__isnull=False), promise=other, client=paolo)


def test_an_answer_is_given_once_in_words_shown_and_says_why(day, camille):
    given = answer(
        suggestion=Suggestion.objects.get(promise=None),
        said=Said(Reply.NOT_NOW, NotNow.TOO_SOON),
        member=camille,
        by=by(camille),
        at=AT,
    )
    with refused("outreach_answer_once"):
        again(given)
    again(given, taken_back_at=AT)
    for constraint, fields in (
        ("outreach_answer_reply_known", {"reply": "done"}),
        ("outreach_answer_because_known", {"because": "bored"}),
        ("outreach_answer_says_why", {"because": ""}),
        ("outreach_answer_edited_of_100", {"edited": 101}),
    ):
        with refused(constraint):
            change(given, **fields)


def test_one_verdict_stands_about_each_and_its_days_are_in_order(helene):
    decided = Decided.objects.create(
        client=helene, verdict="leave", because=[["nothing_to_say", {}]], rules=1, since=AT.date()
    )
    with refused("outreach_decided_one_stands"):
        again(decided, since=AT.date() + dt.timedelta(days=1))
    with refused("outreach_decided_one_a_day"):
        again(decided, until=AT.date() + dt.timedelta(days=1))
    with refused("outreach_decided_period_real"):
        change(decided, until=AT.date())
    with refused("outreach_decided_verdict_known"):
        change(decided, verdict="maybe")


def test_a_question_is_one_of_the_first_weeks_and_asked_once(helene, camille):
    asked = Question.objects.create(
        id=ids.new(),
        client=helene,
        member=camille,
        ask=Ask.BY_HEART,
        on=AT.date(),
        known_from=AT,
        noted_in=helene.noted_in,
    )
    with refused("outreach_question_asked_once"):
        again(asked)
    with refused("outreach_question_ask_known"):
        change(asked, ask="survey")


def test_a_silence_is_asked_about_once_a_year(helene, camille):
    asked = Question.objects.create(
        client=helene, member=camille, ask=Ask.SILENCE, on=AT.date(), known_from=AT, noted_in=helene.noted_in
    )
    with refused("outreach_question_silence_once_a_year"):
        again(asked, on=AT.date() + dt.timedelta(days=364))
    again(asked, on=AT.date() + dt.timedelta(days=365))
