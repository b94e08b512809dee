"""Saying what a purchase meant: on its page, in words, with who says so; the earlier readings stay a tap away."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.purchases.models import Meaning
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.web.conftest import enter

NOW = paris("2026-03-10")


@pytest.fixture
def paolo(camille):
    return people.client(cast.PAOLO, of=camille)


@pytest.fixture
def sold(paolo):
    return story.sale(paolo, cast.LUNE_PENDANT, on=paris("2026-03-07"))


def say(member, sold, kind, words, certainty, at=NOW):
    with time_machine.travel(at, tick=False):
        return enter(member).post(
            f"/clients/{sold.client_id}/sales/{sold.id}/meaning/",
            {"kind": kind, "words": words, "certainty": certainty}, follow=True,
        ).content.decode()  # fmt: skip


def read(member, path, at=NOW):
    with time_machine.travel(at, tick=False):
        return enter(member).get(path).content.decode()


def test_u6_it_is_said_in_the_story_with_who_says_so_and_how_they_know(camille, yumi, paolo, sold):
    say(yumi, sold, "celebration", "A promotion", "guessed")
    page = read(camille, f"/clients/{paolo.id}/")
    assert all(words in page for words in ("A celebration: “<bdi>A promotion</bdi>”", "Guessed by Yumi, 10 March"))


def test_u6_a_colleague_reads_it_otherwise_and_what_stood_before_is_a_tap_away(camille, yumi, paolo, sold):
    say(yumi, sold, "celebration", "A promotion", "guessed")
    answer = say(camille, sold, "farewell", "His father’s last birthday", "stated", at=paris("2026-03-11"))
    assert "left alone: no thanks, no date, nothing like it" in answer
    story_page = read(camille, f"/clients/{paolo.id}/", paris("2026-03-11"))
    assert "A farewell: “<bdi>His father’s last birthday</bdi>”" in story_page
    assert "A promotion" not in story_page
    own = read(camille, f"/clients/{paolo.id}/sales/{sold.id}/meaning/", paris("2026-03-11"))
    before = own.partition("How it was read before")[2]
    assert "A celebration: “<bdi>A promotion</bdi>”" in before
    assert "Guessed by Yumi, 10 March" in before
    assert "Told to Camille, 11 March" in own.partition("How it was read before")[0]


@pytest.mark.parametrize(
    "wrong", [{"kind": "divorce"}, {"words": " "}, {"certainty": "sure"}], ids=["kind", "words", "certainty"]
)
def test_z33_what_is_none_of_the_four_or_says_nothing_is_not_kept(camille, sold, wrong):
    said = {"kind": "farewell", "words": "A last birthday", "certainty": "stated"} | wrong
    page = say(camille, sold, said["kind"], said["words"], said["certainty"])
    assert Meaning.objects.count() == 0
    assert "What it meant" in page


def test_the_story_asks_as_much_for_many_purchases_as_for_one(camille, paolo, sold):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            read(camille, f"/clients/{paolo.id}/story/")
        return len(captured)

    say(camille, sold, "everyday", "For work", "stated")
    once = asked()
    for day in ("2026-02-01", "2026-02-02", "2026-02-03"):
        say(camille, story.sale(paolo, cast.STRAP, on=paris(day)), "everyday", "For work", "observed")
    assert asked() == once


def test_somebody_elses_sale_is_not_there(camille, sold):
    helene = people.client(cast.HELENE, of=camille)
    with time_machine.travel(NOW, tick=False):
        assert enter(camille).get(f"/clients/{helene.id}/sales/{sold.id}/meaning/").status_code == 404
