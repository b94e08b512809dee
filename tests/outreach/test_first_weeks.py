"""The first weeks' questions (ruling 3), and the closing page (ruling 23)."""

import datetime as dt

import pytest

from carnet.clients.models import Fact
from carnet.house.actions import admitting
from carnet.interactions.kinds import Left
from carnet.interactions.models import Encounter
from carnet.outreach.actions import asking
from carnet.outreach.models import Answer, Question
from carnet.outreach.queries import closing
from carnet.purchases.actions import recording
from carnet.purchases.models import Gift, Word
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

OPENED = people.OPENED.date()
SOON = OPENED + dt.timedelta(weeks=2)


def asked(member, on=SOON):
    """That day's questions, as whom and what they ask."""
    questions = asking.ask(
        member=member, boutique=people.boutique(), on=on, by=by(member), at=paris(on.isoformat(), "09:00")
    )
    return [(each.ask, each.client.given or each.client.description) for each in questions]


def answered(member, said, words="", on=SOON):
    question = Question.objects.filter(member=member, on=on, answered_at=None).order_by("id").first()
    asking.answer(question=question, said=said, words=words, by=by(member), at=paris(on.isoformat(), "09:05"))
    return question


@pytest.fixture
def bought(camille, antoine):
    return story.sale(antoine, cast.MERIDIEN, on=people.OPENED + dt.timedelta(days=1))


def test_it_asks_for_whom_the_dearest_piece_was_and_whom_she_knows_by_heart(camille, bought):
    assert asked(camille) == [("for_whom", "Antoine"), ("by_heart", "Antoine")]


def test_never_more_than_three_a_day_and_none_twice(camille):
    for number, who in enumerate((cast.HELENE, cast.PAOLO, cast.AMARA, cast.INGRID)):
        story.sale(people.client(who, of=camille), cast.MERIDIEN, on=people.OPENED + dt.timedelta(days=1, hours=number))
    first, again = asked(camille), asked(camille)
    assert (len(first), first) == (3, again)
    tomorrow = asked(camille, SOON + dt.timedelta(days=1))
    assert (len(tomorrow), set(first) & set(tomorrow)) == (3, set())


def test_they_end_by_themselves_after_twelve_weeks(camille, bought):
    assert [bool(asked(camille, OPENED + dt.timedelta(days=days))) for days in (83, 85)] == [True, False]


def test_they_can_be_switched_off(camille, bought):
    admitting.prefer(member=camille, wants_questions=False, by=by(camille), at=paris("2024-01-05"))
    camille.refresh_from_db()
    assert asked(camille) == []


def test_they_are_about_her_own_clients_alone(yumi, bought):
    assert asked(yumi) == []


def test_a_tap_says_for_whom_it_was(camille, bought):
    asked(camille)
    question = Question.objects.get(ask="for_whom")
    asking.answer(question=question, said="herself", by=by(camille), at=paris(SOON.isoformat()))
    assert Gift.objects.get(line=story.only_line(bought).key).kind == "herself"


def test_what_she_knows_by_heart_becomes_a_note_of_hers(camille, bought, antoine):
    asked(camille)
    question = Question.objects.get(ask="by_heart")
    asking.answer(
        question=question, said="words", words=" Plays the cello. ", by=by(camille), at=paris(SOON.isoformat())
    )
    fact = Fact.objects.get(client=antoine)
    assert (fact.words, fact.author) == ("Plays the cello.", camille)


def test_not_knowing_is_an_answer_and_it_does_not_come_back(camille, bought):
    asked(camille)
    answered(camille, "skip")
    answered(camille, "skip")
    assert (asked(camille), asked(camille, SOON + dt.timedelta(days=1))) == ([], [])
    assert (Gift.objects.count(), Fact.objects.count()) == (0, 0)


def test_they_send_nothing_and_suggest_nothing(camille, bought):
    asked(camille)
    answered(camille, "skip")
    assert (Encounter.objects.count(), Answer.objects.count()) == (0, 0)


LONG_AFTER = dt.date(2025, 3, 7)


def test_bought_without_a_sale_is_asked_about_after_three_days_in_any_week_ruling_23(camille, antoine):
    story.visit(antoine, to=camille, on=paris("2025-03-03"), left=Left.BOUGHT)
    assert [asked(camille, dt.date(2025, 3, day)) for day in (5, 7)] == [[], [("join_sale", "Antoine")]]
    answered(camille, "none", on=LONG_AFTER)
    assert Word.objects.get().dismissed_at is not None


def test_it_will_keeps_the_word_waiting_and_asks_no_more(camille, antoine):
    story.visit(antoine, to=camille, on=paris("2025-03-03"), left=Left.BOUGHT)
    asked(camille, LONG_AFTER)
    answered(camille, "wait", on=LONG_AFTER)
    assert Word.objects.get().dismissed_at is None
    assert asked(camille, dt.date(2025, 3, 20)) == []


def test_a_visit_without_a_name_is_asked_about_at_ninety_days_and_fades_at_a_year_ruling_12(camille):
    people.client(cast.SATURDAY_COUPLE, of=camille, at=paris("2025-01-01"))
    days = (dt.date(2025, 3, 31), dt.date(2025, 4, 2), dt.date(2026, 1, 3))
    first, then, faded = (asked(camille, day) if day != days[1] else None for day in days)
    assert (first, then, faded) == ([], None, [])
    assert asked(camille, days[1]) == [("who_was_it", cast.SATURDAY_COUPLE.description)]


# The closing page.

TODAY = dt.date(2025, 3, 4)


def page(member):
    seen = closing.seen_today(member, people.boutique(), TODAY)
    return {name: [client.given for client in getattr(seen, name)] for name in ("sold", "lately", "kept")}


def test_who_bought_today_and_who_was_near_lately_each_in_one_place(camille, antoine, amara, paolo):
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-04", "15:00"))
    for client in (antoine, amara):
        story.visit(client, to=camille, on=paris("2025-02-27"))
    story.visit(paolo, to=camille, on=paris("2025-03-04", "11:00"))
    assert page(camille) == {"sold": ["Antoine"], "lately": ["Amara"], "kept": ["Paolo"]}


def test_a_letter_is_not_having_seen_somebody(camille, antoine):
    story.letter(antoine, by=camille, on=paris("2025-03-04", "10:00"))
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-04", "15:00"))
    assert page(camille) == {"sold": ["Antoine"], "lately": [], "kept": []}


def test_a_sale_that_was_undone_and_a_colleagues_client_are_not_there(camille, yumi, antoine):
    sold = story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-04", "12:00"))
    recording.cancel(sale=sold, by=THE_HOUSE, at=paris("2025-03-04", "12:05"), reason="mistake")
    story.sale(people.client(cast.LUCA, of=yumi), cast.MERIDIEN, on=paris("2025-03-04", "12:00"))
    assert page(camille) == {"sold": [], "lately": [], "kept": []}


def test_who_came_without_a_name_is_there_to_be_named(camille):
    nobody = people.client(cast.SATURDAY_COUPLE, of=camille)
    visit = story.visit(nobody, to=camille, on=paris("2025-03-04", "11:00"))
    seen = closing.seen_today(camille, people.boutique(), TODAY)
    assert [each.encounter for each in seen.unnamed] == [visit]
