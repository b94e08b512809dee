"""Today's answers on the screen: what is printed beside a choice is what it does, and only open roads are shown."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from carnet.consent.actions import holding
from carnet.consent.kinds import Channel, Purpose
from carnet.interactions.models import Encounter
from carnet.outreach import sentences
from carnet.outreach.kinds import NotNow
from carnet.outreach.models import Answer, Suggestion
from carnet.web.today import showing
from tests.conftest import paris
from tests.factories import story
from tests.factories.morning import NOW, ON
from tests.factories.people import THE_HOUSE
from tests.outreach.conftest import prepared
from tests.web.conftest import enter

EVENING = paris("2026-03-10", "18:30")


@pytest.fixture
def antoine(house):
    """He came on the sixth, and thinks it over; he may be invited."""
    story.yes(house.antoine, on=paris("2026-03-06"))
    prepared(house.camille, "2026-03-10", "08:00")
    return house.suggestion(house.antoine)


def page(browser):
    return browser.get(reverse("today"))


def sheet(browser, suggestion, reply):
    """The choices of one sheet: what is posted, and what is printed beside it."""
    found = {each["id"]: each["reasons"] for each in page(browser).context["sheets"]}
    return {each["value"]: str(each["effect"]) for each in found.get(f"{reply}-{suggestion.id}", [])}


def posted(browser, suggestion, **said):
    answer = browser.post(reverse("answer", args=[suggestion.id]), said, follow=True)
    return [str(each) for each in answer.context["messages"]]


def test_later_prints_the_days_on_which_it_comes_back(browser, antoine):
    assert antoine.ends_on == dt.date(2026, 3, 20)
    assert sheet(browser, antoine, "later") == {
        "this_evening": "From 18:00", "tomorrow": "11 March", "monday": "16 March", "before_the_day": "20 March",
    }  # fmt: skip


def test_in_the_evening_this_evening_is_not_offered(browser, antoine):
    with time_machine.travel(EVENING, tick=False):
        assert "this_evening" not in sheet(browser, antoine, "later")


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("this_evening", "It comes back this evening."),
        ("tomorrow", "It comes back on 11 March."),
        ("monday", "It comes back on 16 March."),
        ("before_the_day", "It comes back on 20 March."),
    ],
)
def test_later_does_what_it_printed_and_says_so(browser, antoine, choice, said):
    printed = sheet(browser, antoine, "later")[choice]
    assert posted(browser, antoine, reply="later", reason=choice) == [said]
    kept = Answer.objects.get(on=ON, client=antoine.client)
    assert choice == "this_evening" or sentences.day(kept.until, ON) == printed
    assert antoine.id not in [card.shown.id for card in page(browser).context["cards"]]


@pytest.mark.parametrize("why", NotNow)
def test_not_now_says_what_was_printed(browser, antoine, why):
    printed = sheet(browser, antoine, "notnow")[why]
    assert posted(browser, antoine, reply="not_now", reason=why) == [f"Left in peace: {showing.lower_first(printed)}."]


def test_of_our_word_only_what_leaves_it_standing_is_offered(browser, house):
    promise = house.suggestion(house.amara)
    assert promise.promise == house.promise
    assert list(sheet(browser, promise, "notnow")) == ["seeing_her", "delicate", "not_me"]
    assert list(sheet(browser, promise, "later")) == ["this_evening", "tomorrow", "monday"]


def test_written_is_in_the_story_and_undo_takes_it_back(browser, antoine):
    before = Encounter.objects.until(NOW).count()
    assert posted(browser, antoine, reply="written", channel="whatsapp") == ["Kept in the story, as written."]
    kept = Answer.objects.get(on=ON, client=antoine.client)
    assert Encounter.objects.until(NOW).count() == before + 1
    browser.post(reverse("answer-undo", args=[kept.id]))
    assert Encounter.objects.until(NOW).count() == before
    assert antoine.id in [card.shown.id for card in page(browser).context["cards"]]


def test_two_days_later_undo_says_that_it_is_too_late(browser, antoine):
    posted(browser, antoine, reply="written")
    kept = Answer.objects.get(on=ON, client=antoine.client)
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        answer = enter(kept.member).post(reverse("answer-undo", args=[kept.id]), follow=True)
    assert [str(each) for each in answer.context["messages"]] == ["An answer can be taken back for a day."]


def letter(browser, suggestion, **how):
    return browser.get(reverse("letter", args=[suggestion.id]), **how)


def test_a_letter_offers_the_roads_that_are_open_and_its_picture(browser, antoine):
    found = letter(browser, antoine)
    assert [road.code for road in found.context["roads"]] == ["whatsapp", "sms", "email"]
    assert 'data-picture="/static/plates' in found.content.decode()


def test_a_no_to_one_road_takes_it_off_the_letter(browser, antoine):
    story.no(antoine.client, channel=Channel.EMAIL, on=NOW)
    assert [road.code for road in letter(browser, antoine).context["roads"]] == ["whatsapp", "sms"]
    story.no(antoine.client, channel=Channel.SMS, on=NOW)
    found = letter(browser, antoine)
    assert [road.code for road in found.context["roads"]] == ["whatsapp"]
    assert 'data-behaviour="share"' not in found.content.decode()


def test_a_promise_stands_with_what_holds_beside_it_without_a_letter(browser, house):
    holding.hold(client=house.amara, because="She asked for quiet.", by=THE_HOUSE, at=NOW)
    promise = house.suggestion(house.amara)
    (card,) = page(browser).context["promised"]
    assert card.shown.beside == ("Held: She asked for quiet.",)
    told = page(browser).content.decode()
    assert "Held: She asked for quiet." in told
    assert "Settle it under Promises" in told
    assert reverse("letter", args=[promise.id]) not in told
    assert (bool(sheet(browser, promise, "later")), sheet(browser, promise, "notnow")) == (True, {})


def test_a_promise_that_is_held_has_no_letter_to_open(browser, house):
    for purpose in Purpose:
        story.no(house.amara, purpose=purpose, on=NOW)
    found = letter(browser, house.suggestion(house.amara), follow=True)
    assert found.redirect_chain == [(reverse("today"), 302)]
    assert [str(each) for each in found.context["messages"]] == [
        "No letter for Dr Amara Okafor today. Asked not to be written to."
    ]


def test_a_letter_nobody_has_read_in_its_language_says_so(browser, antoine):
    words = "Ask a colleague to read this"
    assert words not in letter(browser, antoine).content.decode()
    Suggestion.objects.filter(id=antoine.id).update(letter_language="ar", letter="سيدي،\n\nكلمة.\n\nCamille")
    for told in (letter(browser, antoine).content.decode(), page(browser).content.decode()):
        assert words in told
        assert 'lang="ar" dir="rtl"' in told


def test_a_letter_to_somebody_held_since_the_morning_does_not_open(browser, antoine):
    holding.hold(client=antoine.client, because="He asked for quiet.", by=THE_HOUSE, at=NOW)
    found = letter(browser, antoine, follow=True)
    assert [str(each) for each in found.context["messages"]] == [
        "No letter for M. Antoine Renard today. Held: He asked for quiet."
    ]


def test_yesterdays_letter_does_not_open_today(house, antoine):
    with time_machine.travel(NOW + dt.timedelta(days=1), tick=False):
        found = letter(enter(house.camille), antoine, follow=True)
        assert found.redirect_chain == [(reverse("today"), 302)]


def test_did_she_answer_is_asked_of_last_weeks_letter_and_once(browser, house):
    assert [each.id for each in page(browser).context["did_she_answer"]] == [house.written_before.id]
    browser.post(reverse("reply", args=[house.written_before.id]), {"answered": "no"})
    assert page(browser).context["did_she_answer"] == []


def test_did_it_leave_is_asked_once_and_not_yet_takes_the_letter_back(browser, antoine):
    posted(browser, antoine, reply="written")
    (asked,) = page(browser).context["did_it_leave"]
    browser.post(reverse("leaving", args=[asked.id]), {"left": "no"})
    assert page(browser).context["did_it_leave"] == []
    assert asked.encounter not in Encounter.objects.until(NOW)
