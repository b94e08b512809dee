"""Between us: what Hélène counts on, what we share, who takes the first step, what it is to her, what rests."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.clients.models import Fact
from carnet.intelligence.models import Consequence, Reading
from tests.conftest import paris
from tests.factories import morning, story
from tests.web.conftest import enter

LATER, EVENING = paris("2026-03-12"), paris("2026-03-12", "18:00")


def page(member, client, at=morning.NOW):
    with time_machine.travel(at, tick=False):
        return enter(member).get(f"/clients/{client.id}/relationship/").content.decode()


def say(member, client, where, at=LATER, **words):
    with time_machine.travel(at, tick=False):
        return enter(member).post(f"/clients/{client.id}/{where}/", words, follow=True).content.decode()


def in_order(text, *words):
    places = [text.find(each) for each in words]
    return -1 not in places and places == sorted(places)


def test_r11_r14_what_she_counts_on_comes_first_then_what_we_owe_then_what_we_share(house):
    story.promise(
        house.helene, of=house.camille, words="The drawings", due=dt.date(2026, 3, 20), on=paris("2026-03-09")
    )
    told = page(house.camille, house.helene)
    assert in_order(
        told, "What we owe, what she counts on", "Tea without sugar", "Told to Camille, 22 February", "The drawings",
        "Promised · 20 March · Camille", "What we share", "The evening of the storm", "Seen by Camille, 22 February",
    )  # fmt: skip


def test_a_private_memory_is_its_authors_and_a_secret_is_nobodys_here(house):
    assert morning.ALONE in page(house.camille, house.helene)
    for member in (house.camille, house.yumi, house.ines, house.odile):
        told = page(member, house.helene)
        assert morning.SECRET not in told
        assert (morning.ALONE in told) == (member == house.camille)


def test_r13_who_starts_is_said_in_words_and_what_it_rests_on_a_tap_away(house):
    told = page(house.camille, house.helene).partition("The first step")[2]
    assert in_order(
        told, "She usually takes the first step.", "What it rests on",
        "First steps of the last two years: 4 from the client, 0 from us. The records say so clearly.",
        "nothing to put right", "Yes, that is how it is", "No, it is otherwise",
    )  # fmt: skip
    assert "%" not in told.partition("What it is to her")[0]


def test_r13_confirmed_it_is_camilles_word_and_stands(house):
    reading = Reading.objects.get(client=house.helene, kind="starts")
    told = say(house.camille, house.helene, "first-step", answer="yes", reading=reading.id).partition("The first step")[
        2
    ]
    assert in_order(told, "She usually takes the first step.", "As Camille sees it, 12 March", "Let the records speak")
    assert "Yes, that is how it is" not in told


def test_r13_a_colleague_says_it_is_otherwise_and_the_records_may_speak_again(house):
    told = say(house.yumi, house.helene, "first-step", answer="evenly")
    assert in_order(told, "The first step comes about as often from either side.", "As Yumi sees it, 12 March")
    reading = Reading.objects.get(client=house.helene, kind="starts", until=None)
    told = say(house.camille, house.helene, "first-step", answer="records", reading=reading.id)
    assert "She usually takes the first step." in told
    assert "Yes, that is how it is" in told


@pytest.mark.parametrize("said", [{"answer": "score"}, {"answer": "yes"}, {"answer": "yes", "reading": "x"}])
def test_what_no_form_asks_is_not_found(house, said):
    with time_machine.travel(LATER, tick=False):
        assert enter(house.camille).post(f"/clients/{house.helene.id}/first-step/", said).status_code == 404


def test_z38_where_nothing_is_known_it_says_so(house):
    told = page(house.yumi, house.luca)
    assert "Too little has happened to say who takes the first step." in told
    assert "Nobody has said yet what this house is to him." in told
    assert "What we owe, what he counts on" in told


def test_r16_what_it_is_to_her_is_signed_contested_and_kept(house):
    told = say(house.yumi, house.helene, "bond", **{"bond-words": "The last house her mother chose"})
    assert in_order(
        told, "What it is to her", "The last house her mother chose", "As Yumi sees it, 12 March", "How it was seen before",
        "A place to be quiet", "As Camille sees it, 22 February", "A house of her mother’s", "As Yumi sees it, 20 February",
    )  # fmt: skip


def test_r17_d9_what_rests_is_said_with_its_last_day_and_nobody_asks_why(house):
    told = page(house.camille, house.helene)
    assert "No gift prompts until 1 June." in told
    assert "Nobody asks why, and there is no place for it." in told
    rests = told.partition('id="rests"')[2].partition("</form>")[0]
    assert "<textarea" not in rests
    assert rests.count("<input") == 4 + 1 + 1


def test_r17_something_is_let_rest_and_need_not_any_longer(house):
    told = say(house.yumi, house.helene, "rests", **{"rests-rests": "invitations", "rests-until": "2026-04-01"})
    assert in_order(told, "No invitations until 1 April.", "No gift prompts until 1 June.")
    kept = Consequence.objects.get(client=house.helene, rests="invitations")
    told = say(house.camille, house.helene, f"rests/{kept.id}/over")
    assert "No invitations" not in told


def test_a_day_that_has_passed_is_refused_in_a_sentence(house):
    told = say(house.yumi, house.helene, "rests", **{"rests-rests": "dates", "rests-until": "2026-03-11"})
    assert "Say a day that is still to come" in told
    assert Consequence.objects.filter(client=house.helene).count() == 1


def test_r14_what_she_counts_on_is_kept_with_how_we_know_and_let_go_from_here(house):
    words = {
        "remember-kind": "expectation",
        "remember-words": "Her chair by the window",
        "remember-certainty": "guessed",
    }
    told = say(house.yumi, house.helene, "register", **words)
    assert in_order(told, "What we owe", "Her chair by the window", "Guessed by Yumi, 12 March")
    kept = Fact.objects.get(words="Her chair by the window")
    told = say(house.yumi, house.helene, f"facts/{kept.id}/end", at=EVENING, back="relationship")
    assert in_order(told, "How we read this relationship", "Tea without sugar")
    assert "Her chair" not in told


def test_it_asks_as_much_of_the_database_for_a_long_register_as_for_a_short_one(house):
    browser = enter(house.camille)
    asked = []
    for number in range(6):
        with CaptureQueriesContext(connection) as captured:
            browser.get(f"/clients/{house.helene.id}/relationship/")
        asked.append(len(captured))
        words = {"remember-kind": "memory", "remember-words": f"Evening {number}", "remember-certainty": "stated"}
        browser.post(f"/clients/{house.helene.id}/register/", words)
        browser.post(f"/clients/{house.helene.id}/bond/", {"bond-words": f"Word {number}"})
        story.promise(
            house.helene, of=house.camille, words=f"Promise {number}", due=dt.date(2026, 3, 20), on=paris("2026-03-09")
        )
    assert asked[-1] <= asked[1]
