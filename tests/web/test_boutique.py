"""How well we read, how the house stands, when a state begins: for managers, in sentences, and never about a person."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from carnet.house import queries
from carnet.house.kinds import SettingName
from carnet.house.models import Member
from carnet.house.rules import DEFAULTS
from carnet.intelligence.models import Census, Trial
from carnet.intelligence.rules.trials import Part
from carnet.web.boutique import trials
from tests import cast
from tests.factories import morning, people
from tests.web.conftest import enter

ASKED = DEFAULTS[SettingName.STATES]
SAID = [0.02, 0.05, 0.08, 0.12, 0.18, 0.25, 0.33, 0.48, 0.66, 0.9]


@pytest.fixture(autouse=True)
def in_english(house):
    Member.objects.update(language="en")


def seen(browser, path):
    """The words of the page, as one reads them."""
    page = browser.get(path).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def tried(cut, *, came=None, clients=120):
    parts = [
        {"said": share, "came": got, "clients": clients // 10} for share, got in zip(SAID, came or SAID, strict=True)
    ]
    gap = sum(abs(part["said"] - part["came"]) for part in parts) / 10
    return Trial.objects.create(cut_on=cut, weeks=13, measured_on=morning.ON, clients=clients, parts=parts, gap=gap)


def test_a_house_of_three_weeks_says_what_is_missing(house):
    ines = enter(house.of("ines"))
    assert "Not enough history yet" in seen(ines, "/boutique/reading/")
    assert "Nothing has been counted yet" in seen(ines, "/boutique/standing/")
    assert "<table" not in ines.get("/boutique/reading/").content.decode()


def test_the_last_period_is_a_picture_a_sentence_and_figures(house):
    tried(dt.date(2025, 6, 30), came=[0.0] * 10)
    tried(dt.date(2025, 9, 29))
    page = enter(house.of("odile")).get("/boutique/reading/").content.decode()
    sentence = "Of those we thought as likely as not to come back, about half did: 48 of 100."
    assert f'role="img" aria-label="{sentence}"' in page
    assert f'<p class="headline">{sentence}</p>' in page
    assert page.count('<g class="m-purchase"') == 10
    assert "style=" not in page
    words = seen(enter(house.of("odile")), "/boutique/reading/")
    assert "On the whole we said 31 of 100, and 31 came. Part by part we were 0.0 of 100 off." in words
    assert words.index("In figures of 100, from 29 September 2025 on") < words.index("30 June 2025")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_picture_is_drawn_in_numbers_that_a_browser_reads(house, language):
    tried(dt.date(2025, 9, 29))
    Member.objects.update(language=language)
    page = enter(house.of("ines")).get("/boutique/reading/").content.decode()
    assert f'<html lang="{language}"' in page
    drawing = page[page.index('<div class="rhythm">') : page.index("</svg>", page.index('<div class="rhythm">'))]
    numbers = re.findall(r' (?:d|transform)="([^"]+)"', drawing)
    assert numbers
    assert not [each for each in numbers if "," in each]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(0.5, 0.48)], "about half did: 48 of 100."),
        ([(0.5, 0.2)], "fewer than half did: 20 of 100."),
        ([(0.5, 0.9)], "more than half did: 90 of 100."),
        ([(0.05, 0.0), (0.2, 0.25)], "likeliest to come back we said 20 of 100, and 25 of 100 did."),
    ],
)
def test_the_sentence_says_what_was_so(parts, expected):
    assert trials.sentence([Part(said, came, 20) for said, came in parts]).endswith(expected)


@pytest.mark.parametrize(("most", "scale"), [(0.2, "25"), (0.25, "25"), (0.26, "50"), (0.9, "100"), (1.0, "100")])
def test_the_picture_holds_every_mark_and_no_more(most, scale):
    drawn = trials.picture([Part(0.0, 0.1, 10), Part(0.1, most, 10)])
    assert drawn["ticks"][-1]["of"] == scale
    for mark in drawn["marks"]:
        assert drawn["left"] <= mark["x"] <= drawn["right"]
        assert drawn["top"] <= mark["y"] <= drawn["bottom"]


def counted(**boutiques):
    return Census.objects.create(
        on=morning.ON, counted_at=morning.NOW,
        boutiques=[
            {
                "boutique": boutique and str(boutique),
                "lens": {"much": 1}, "silences": {"within": many}, "states": {"owner": many + 1},
            }
            for boutique, many in boutiques["rows"]
        ],
    )  # fmt: skip


def test_fewer_than_five_are_not_told_in_figures(house):
    counted(rows=[(people.boutique().id, 4)])
    words = seen(enter(house.of("ines")), "/boutique/standing/")
    assert "Within their rhythm fewer than five" in words
    assert "Owner 5" in words
    assert "Collector" not in words
    assert "Very much 60 of 100 and more fewer than five" in words


def test_a_manager_sees_her_boutique_and_head_office_all(house):
    mail, ginza = people.boutique(), people.boutique(cast.GINZA)
    counted(rows=[(mail.id, 40), (ginza.id, 50), (None, 60)])
    of = {who: seen(enter(house.of(who)), "/boutique/standing/") for who in ("ines", "kenji", "odile")}
    figures = {who: [each for each in ("40", "50", "60") if f"rhythm {each} " in words] for who, words in of.items()}
    assert figures == {"ines": ["40"], "kenji": ["50"], "odile": ["40", "50", "60"]}


def test_no_client_and_no_advisor_is_named_where_the_house_is_counted(house):
    counted(rows=[(people.boutique().id, 40)])
    tried(dt.date(2025, 9, 29))
    for path in ("/boutique/standing/", "/boutique/reading/", "/boutique/states/"):
        words = seen(enter(house.of("ines")), path)
        assert [who.family for who in cast.CLIENTS if who.family in words] == []
        assert [who.name for who in (cast.CAMILLE, cast.YUMI, cast.SOFIA) if who.name in words] == []


@pytest.mark.parametrize("path", ["/boutique/standing/", "/boutique/reading/"])
def test_asked_for_twice_it_is_put_off_once(house, path):
    ines = enter(house.of("ines"))
    said = [ines.post(path, follow=True).content.decode() for _ in range(2)]
    assert ("Asked for." in said[0], "already" in said[1]) == (True, True)
    assert ProcrastinateJob.objects.filter(task_name="carnet.intelligence.tasks.look_back").count() == 1


def test_the_states_are_said_with_the_houses_numbers_and_changed_by_whoever_decides(house):
    odile, ines = enter(house.of("odile")), enter(house.of("ines"))
    assert ('name="first_weeks"' in page(odile), 'name="first_weeks"' in page(ines)) == (True, False)
    assert "Owns 5 pieces of one kind" in seen(ines, "/boutique/states/")
    answer = odile.post("/boutique/states/conditions/", ASKED | {"collector_pieces": 9})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/boutique/states/")
    assert "Owns 9 pieces of one kind" in seen(ines, "/boutique/states/")
    before, now = (queries.setting(SettingName.STATES, at) for at in (morning.OPENED, morning.NOW))
    assert (before, now) == (ASKED, ASKED | {"collector_pieces": 9})


def page(browser):
    return browser.get("/boutique/states/").content.decode()


def test_a_number_that_cannot_be_is_said_beside_its_field_and_nothing_changes(house):
    answer = enter(house.of("odile")).post("/boutique/states/conditions/", ASKED | {"friend_weeks": 3})
    assert "greater than or equal to 4" in answer.content.decode()
    assert queries.setting(SettingName.STATES, morning.NOW) == ASKED


def test_one_is_led_there_from_the_house(house):
    page = enter(house.of("ines")).get("/house/").content.decode()
    for path in ("reading", "standing", "states"):
        assert f'href="/boutique/{path}/"' in page


def test_as_many_statements_for_many_boutiques_and_periods_as_for_one(house):
    odile = enter(house.of("odile"))
    counted(rows=[(people.boutique().id, 40)])
    tried(dt.date(2025, 9, 29))
    few = [asked(odile, path) for path in ("/boutique/standing/", "/boutique/reading/")]
    Census.objects.all().delete()
    counted(rows=[(people.boutique().id, 40), (people.boutique(cast.GINZA).id, 50), (None, 7)])
    for weeks in range(13, 52, 13):
        tried(dt.date(2025, 9, 29) - dt.timedelta(weeks=weeks))
    assert [asked(odile, path) for path in ("/boutique/standing/", "/boutique/reading/")] == few


def asked(browser, path):
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)
