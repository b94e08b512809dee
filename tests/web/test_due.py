"""What may be coming, on the page of a relationship: windows and questions in words, and each record one tap away."""

import datetime as dt
import html
import re
import uuid

import pytest
import time_machine
from django.template.loader import render_to_string
from django.utils import translation

from carnet.clients.kinds import Certainty
from carnet.house.models import Maison, Member
from carnet.house.queries import scope_of
from carnet.intelligence.actions import due as readings
from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Reading
from carnet.interactions.kinds import Handled
from carnet.interactions.models import PieceShown
from carnet.occasions.models import Occasion
from carnet.purchases.actions import giving
from carnet.web.client import due, due_words
from carnet.web.here import Here
from tests import cast
from tests.conftest import paris
from tests.factories import morning, people, story
from tests.web.conftest import enter

ON, NOW = morning.ON, morning.NOW


@pytest.fixture(autouse=True)
def in_english(house):
    Member.objects.update(language="en")
    translation.activate("en")


def seen(house, client, member=None):
    """The words of that part of the page, as one reads them."""
    readings.read_due(clients=[client.id], on=ON)
    member = member or house.camille
    at = Here(
        maison=Maison.objects.get(), member=member, scope=scope_of(member, NOW), boutique=people.boutique(), at=NOW
    )  # fmt: skip
    page = render_to_string("client/_due.html", {"due": due.due(client, at), "client": client})
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def answer(house, client, said, *, reading=None, who="camille", **words):
    kept = reading or Reading.objects.get(client=client, until__isnull=True, kind__in=due.KINDS)
    with time_machine.travel(NOW, tick=False):
        return enter(house.of(who)).post(f"/clients/{client.id}/due/{kept.id}/", {"said": said, **words})


def gifts_in_march(giver, to=None):
    story.sale(giver, cast.STRAP, on=paris("2022-11-01"))
    return [
        story.gift(story.sale(giver, cast.LUNE_PENDANT, on=paris(day)), to=to, on=paris(day, "11:00"))
        for day in ("2023-03-10", "2025-03-14")
    ]


class TestADate:
    def test_it_is_a_question_with_its_gifts_behind_it_and_nobody_named(self, house):
        gifts_in_march(house.antoine, to=house.amara)
        told = seen(house, house.antoine)
        assert "Gifts in March in two of three years. Is it a date that matters?" in told
        assert "Lune pendant, a gift, bought 10 March 2023" in told
        assert not {"Amara", "Okafor", "%", "birthday?"} & set(told.split())
        assert seen(house, house.amara) == ""

    def test_yes_keeps_the_date_to_whoever_gives_and_asks_no_more(self, house):
        gifts_in_march(house.antoine)
        seen(house, house.antoine)
        said = {"due-on": "24/3", "due-kind": "birthday", "due-certainty": "observed"}
        assert answer(house, house.antoine, "yes", **said).status_code == 302
        kept = Occasion.objects.get(giver=house.antoine)
        assert (kept.client, kept.day, kept.month, kept.kind.code, kept.certainty) == (
            None, 24, 3, "birthday", Certainty.OBSERVED,
        )  # fmt: skip
        told = seen(house, house.antoine)
        assert "a date that matters. It stands with the dates." in told
        assert "So says Camille" in told
        assert "Is it a date" not in told

    def test_a_yes_without_a_day_keeps_nothing(self, house):
        gifts_in_march(house.antoine)
        seen(house, house.antoine)
        answer(house, house.antoine, "yes", **{"due-on": "soon", "due-kind": "other", "due-certainty": "stated"})
        assert not Occasion.objects.filter(giver=house.antoine).exists()
        assert Reading.objects.get(kind=ReadingKind.DATE, until__isnull=True).said_by is None

    def test_no_is_kept_until_the_records_may_speak_again(self, house):
        gifts_in_march(house.antoine)
        seen(house, house.antoine)
        answer(house, house.antoine, "no")
        assert "no date that matters" in seen(house, house.antoine)
        answer(house, house.antoine, "again")
        assert "Is it a date that matters?" in seen(house, house.antoine)


class TestASearch:
    @pytest.fixture
    def looked(self, house):
        for day in ("2026-03-08", "2026-03-09"):
            visit = story.visit(house.ingrid, house.luca, to=house.camille, on=paris(day), pieces=[cast.AUBE_SOLITAIRE])
        PieceShown.objects.filter(encounter=visit).update(handled=Handled.ASKED)

    def test_it_stands_beside_what_else_it_may_be(self, house, looked):
        told = seen(house, house.ingrid)
        for words in (
            "looking for something", "visits without buying since", "Tried something on, or asked for it.", "What else it may be",
            "Comes with somebody else, who is looking A visit, 8 March · A visit, 9 March",
            "Comes for the company, or for comfort Nothing on record speaks for it.", "Asked about a piece, 9 March",
        ):  # fmt: skip
            assert words in told
        assert not {"%", "Luca", "Ferrante"} & set(told.split())

    def test_her_advisor_knows_better(self, house, looked):
        seen(house, house.ingrid)
        answer(
            house, house.ingrid, "company", reading=Reading.objects.get(client=house.ingrid, kind=ReadingKind.SEARCH)
        )
        told = seen(house, house.ingrid)
        assert "Comes for the company, or for comfort So says Camille" in told
        assert "May be looking" not in told


class TestSomethingThatRunsOut:
    def test_a_window_in_words_and_never_a_day(self, house):
        for day in ("2025-05-02", "2025-08-04", "2025-11-03", "2026-02-02"):
            story.sale(house.ingrid, cast.CLAIR, on=paris(day))
        told = seen(house, house.ingrid)
        assert "Clair, eau de parfum may be running out: late March to early August." in told
        assert "Clair, eau de parfum, bought 2 February" in told

    def test_on_the_page_of_whoever_uses_it_a_gift_is_told_by_the_day_it_was_given(self, house):
        for day in ("2025-05-02", "2025-08-04", "2025-11-03"):
            sold = story.sale(house.antoine, cast.CLAIR, on=paris(day))
            kept = story.gift(sold, to=house.amara, on=paris(day, "11:00"))
            giving.was_given(
                gift=kept, on=dt.date.fromisoformat(day) + dt.timedelta(days=3), said_by=house.camille,
                by=people.by(house.camille), at=paris(day, "12:00") + dt.timedelta(days=4),
            )  # fmt: skip
        told = seen(house, house.amara)
        assert "Clair, eau de parfum, given 6 November 2025" in told
        assert "bought" not in told
        assert "running out" not in seen(house, house.antoine)


def test_the_page_of_the_relationship_shows_it(house):
    gifts_in_march(house.antoine)
    readings.read_due(clients=[house.antoine.id], on=ON)
    with time_machine.travel(NOW, tick=False):
        page = enter(house.camille).get(f"/clients/{house.antoine.id}/relationship/").content.decode()
    assert "Gifts in March in two of three years. Is it a date that matters?" in page
    assert "%" not in re.sub(r"<[^>]+>", " ", page)


def test_nothing_is_said_where_nothing_is_read(house):
    assert seen(house, house.watanabe) == ""


@pytest.mark.parametrize("said", ["", "maybe", "company", "searching"])
def test_an_answer_that_was_not_offered_is_none(house, said):
    gifts_in_march(house.antoine)
    seen(house, house.antoine)
    assert answer(house, house.antoine, said).status_code == 404


def test_a_reading_of_somebody_else_is_not_answered_here(house):
    gifts_in_march(house.antoine)
    seen(house, house.antoine)
    reading = Reading.objects.get(kind=ReadingKind.DATE)
    assert answer(house, house.amara, "no", reading=reading).status_code == 404
    assert answer(house, house.antoine, "no", reading=reading, who="hana").status_code == 404
    reading.id = uuid.uuid4()
    assert answer(house, house.antoine, "no", reading=reading).status_code == 404


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("en", dt.date(2026, 10, 21), "late October"), ("en", dt.date(2026, 11, 11), "mid-November"),
        ("en", dt.date(2027, 1, 1), "early January 2027"),
    ],
)  # fmt: skip
def test_parts_of_months(language, day, words):
    with translation.override(language):
        assert due_words.part_of_month(day, ON) == words
