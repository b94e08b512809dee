"""A silence unlike her is asked about, once a year, of the one who knows her; it is never a reason to write."""

import datetime as dt

import pytest

from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.consent.models import Hold
from carnet.house.actions import admitting
from carnet.intelligence.actions import reading
from carnet.intelligence.kinds import ReadingKind, Silence
from carnet.intelligence.models import Reading
from carnet.interactions.models import Encounter
from carnet.outreach.actions import asking
from carnet.outreach.models import Question, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import prepared, shown

NOW = paris("2026-11-20", "09:00")
ON = NOW.date()


def gone_quiet(client, camille):
    """She came every month for a year, and stays away since April."""
    for month in range(12):
        year, number = divmod(4 + month, 12)
        story.visit(client, to=camille, on=paris(f"{2025 + year}-{number + 1:02}-12"))
    reading.read(client=client, at=NOW)
    return client


@pytest.fixture
def quiet(camille, antoine):
    return gone_quiet(antoine, camille)


def asked(member, on=ON):
    at = paris(on.isoformat(), "09:00")
    found = asking.ask(member=member, boutique=people.boutique(), on=on, by=by(member), at=at)
    return [(each.ask, each.client.given) for each in found]


def say(camille, said):
    (question,) = Question.objects.filter(ask="silence")
    asking.answer(question=question, said=said, by=by(camille), at=NOW)


def standing(client):
    return Reading.objects.get(client=client, kind=ReadingKind.SILENCE, until__isnull=True)


def test_it_is_a_question_about_her_own_client_and_no_suggestion(camille, yumi, quiet):
    assert standing(quiet).code == Silence.UNLIKE
    assert asked(yumi) == []
    assert asked(camille) == [("silence", "Antoine")]
    prepared(camille, ON.isoformat())
    day = shown(camille, NOW)
    assert (day.suggestions, [each.client for each in day.at_rest]) == ((), [quiet.id])


def test_one_a_day_and_each_once_a_year(camille, quiet):
    other = gone_quiet(people.client(cast.INGRID, of=camille), camille)
    first = asked(camille)
    assert asked(camille) == first
    assert sorted(first + asked(camille, ON + dt.timedelta(days=1))) == [
        ("silence", quiet.given), ("silence", other.given),
    ]  # fmt: skip
    assert asked(camille, ON + dt.timedelta(days=2)) == []
    assert asked(camille, ON + dt.timedelta(days=364)) == []
    assert asked(camille, ON + dt.timedelta(days=366)) == first
    assert Question.objects.filter(ask="silence").count() == 3


@pytest.mark.parametrize("scope", [Scope.EVERYTHING, Scope.CONDOLENCE])
def test_whoever_is_held_entirely_is_left_in_peace_by_a_question_too(camille, quiet, scope):
    holding.hold(client=quiet, because="Asked for quiet.", scope=scope, by=THE_HOUSE, at=NOW)
    assert asked(camille) == []


def test_it_respects_who_wants_no_questions(camille, quiet):
    admitting.prefer(member=camille, wants_questions=False, by=by(camille), at=NOW)
    camille.refresh_from_db()
    assert asked(camille) == []


def test_all_is_well_puts_her_word_over_the_records(camille, quiet):
    asked(camille)
    say(camille, asking.WELL)
    assert (standing(quiet).code, standing(quiet).said_by) == (Silence.BY_HABIT, camille)
    assert asked(camille, ON + dt.timedelta(days=366)) == []


def test_in_peace_rests_selling_with_a_day_to_look_again(camille, quiet):
    asked(camille)
    say(camille, asking.IN_PEACE)
    (hold,) = Hold.objects.all()
    assert (hold.scope, hold.because, hold.owner) == (Scope.SELLING, "A long silence, left in peace.", camille)
    assert hold.review_on == ON + dt.timedelta(days=90)


def test_in_peace_leaves_a_hold_that_is_in_force_as_it_is(camille, quiet):
    holding.hold(client=quiet, because="Only care.", scope=Scope.SELLING, by=THE_HOUSE, at=NOW - dt.timedelta(days=9))
    asked(camille)
    say(camille, asking.IN_PEACE)
    assert [hold.because for hold in Hold.objects.all()] == ["Only care."]


@pytest.mark.parametrize("said", [asking.BY_HAND, "skip"])
def test_by_hand_and_not_knowing_are_kept_and_change_nothing(camille, quiet, said):
    before = Encounter.objects.count()
    asked(camille)
    say(camille, said)
    assert Question.objects.get(ask="silence").answer == said
    assert (Hold.objects.count(), standing(quiet).said_by, Encounter.objects.count()) == (0, None, before)
    assert Suggestion.objects.count() == 0


def test_she_came_since_this_morning_and_no_word_is_put_over_that(camille, quiet):
    asked(camille)
    story.visit(quiet, to=camille, on=NOW)
    reading.read(client=quiet, at=NOW)
    say(camille, asking.WELL)
    assert (standing(quiet).code, standing(quiet).said_by) == (Silence.WITHIN, None)
