"""How restraint was kept: a sentence, figures, the people in each; never an advisor, never whom the reader may not see."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest

from carnet.clients.models import Client
from carnet.consent.actions import holding
from carnet.consent.kinds import Purpose, Scope
from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.house.models import Member
from carnet.outreach.kinds import Rest
from carnet.outreach.models import Decided
from carnet.outreach.queries import restraining
from carnet.outreach.queries.restraining import Heard
from carnet.web.boutique.restraint import HEARD, SILENCES
from tests import cast
from tests.conftest import paris
from tests.factories import morning, people, story
from tests.factories.people import THE_HOUSE
from tests.web.conftest import enter

PAGE = "/boutique/restraint/"
BY_TWO = "Heard from two of us within a week"


@pytest.fixture(autouse=True)
def in_english(house):
    Member.objects.update(language="en")


@pytest.fixture
def ines(house):
    return enter(house.ines)


def words(browser, path: str = PAGE) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def figures(house) -> dict[str, list[str]]:
    asked = restraining.Asked(people.boutique(), morning.NOW)
    found = restraining.heard(asked, restraining.pace(morning.NOW))
    names = dict(Client.objects.values_list("id", "given"))
    return {figure.value: sorted(names[each] for each in told.people) for figure, told in found.items()}


def test_what_each_heard_and_whether_it_was_too_soon(house):
    before = figures(house)
    assert before == {"once": ["Ingrid"], "dated": ["Ingrid"], "unanswered": ["Ingrid"]}
    story.letter(house.antoine, by=house.camille, on=paris("2026-01-02"))
    story.letter(house.antoine, by=house.camille, on=paris("2026-02-20"))
    for day in ("2026-01-05", "2026-01-25", "2026-02-27"):
        story.letter(house.luca, by=house.yumi, on=paris(day))
    story.letter(house.helene, by=house.camille, on=paris("2025-11-01"))
    told = figures(house)
    assert {name: told[name] for name in ("once", "twice", "oftener", "sooner")} == {
        "once": ["Ingrid"], "twice": ["Antoine"], "oftener": ["Luca"], "sooner": ["Luca"],
    }  # fmt: skip
    said = words(enter(house.ines))
    assert "3 people heard from us, in 6 letters and calls: 2.0 each, with a pace of 42 days." in said
    settings.change(name=SettingName.PACE_DAYS, value=10, by=THE_HOUSE, at=paris("2026-03-01"))
    assert "sooner" not in figures(house)


def test_one_alone_is_said_as_one(ines):
    assert "One person heard from us, with a pace of 42 days." in words(ines)


def test_two_of_us_within_a_week_fall_upon_one_another(house, ines):
    assert "Nobody heard from two of us within a week." in words(ines)
    story.letter(house.ingrid, by=house.yumi, on=paris("2026-03-07"))
    assert figures(house)["by_two"] == ["Ingrid"]
    story.letter(house.antoine, by=house.yumi, on=paris("2026-02-01"))
    story.letter(house.antoine, by=house.camille, on=paris("2026-02-09"))
    story.letter(house.luca, by=house.yumi, on=paris("2026-02-01"))
    story.letter(house.luca, by=house.yumi, on=paris("2026-02-03"))
    assert figures(house)["by_two"] == ["Ingrid"]
    assert "One person heard from two of us within a week." in words(ines)
    story.letter(house.antoine, by=house.yumi, on=paris("2026-02-10"))
    assert "2 people heard from two of us within a week." in words(ines)
    listed = words(ines, f"{PAGE}by_two/")
    assert ("Antoine Renard" in listed, "Ingrid" in listed, "Luca" in listed) == (True, True, False)


def test_a_letter_has_a_reason_of_its_day_when_the_list_gave_it(house, ines):
    assert "Of a hundred letters 100 had a reason of that day" in words(ines)
    story.letter(house.antoine, by=house.camille, on=paris("2026-02-01"))
    assert "Of a hundred letters 50 had a reason of that day, with the records it rests on." in words(ines)
    assert figures(house)["undated"] == ["Antoine"]


@pytest.mark.parametrize(
    "answers",
    [
        lambda house: story.visit(house.ingrid, to=house.camille, on=paris("2026-03-08")),
        lambda house: story.sale(house.ingrid, cast.AUBE_RING, on=paris("2026-03-08")),
    ],
)
def test_a_letter_is_welcomed_by_a_visit_or_a_purchase(house, ines, answers):
    assert "Of a hundred letters 0 were welcomed" in words(ines)
    answers(house)
    assert "Of a hundred letters 100 were welcomed: by a word, a visit or a purchase within sixty days." in words(ines)
    assert figures(house)["answered"] == ["Ingrid"]


def test_who_asked_us_not_to_write_is_seen(house, ines):
    story.no(house.antoine, purpose=Purpose.CARE, on=paris("2026-03-02"))
    assert figures(house)["said_no"] == ["Antoine"]
    assert "Antoine Renard" in words(ines, f"{PAGE}said_no/")


def test_silences_that_were_chosen_are_counted_and_nothing_to_say_is_no_choice(house, ines):
    Decided.objects.all().delete()
    before = words(ines)
    assert "One person was left in peace by choice." in before
    assert "Held: they asked for quiet, or we chose it One person" in before
    since = dt.date(2026, 3, 1)
    told = {"helene": ["pressed", {}], "antoine": ["nothing_to_say", {}], "luca": ["to_learn", {}]}
    for who, because in told.items():
        Decided.objects.create(client=getattr(house, who), verdict="leave", because=[because], rules=1, since=since)
    Decided.objects.create(
        client=house.amara, verdict="wait", because=[["unanswered", {}]], rules=1, since=dt.date(2025, 10, 1),
        until=dt.date(2025, 12, 1),
    )  # fmt: skip
    after = words(ines)
    assert "3 people were left in peace by choice, some for several reasons." in after
    assert "Had heard from us enough One person" in after
    assert "Left in peace by chance, to learn One person" in after
    assert "The last letter had no answer yet" not in after
    assert "Hélène Marchetti" in words(ines, f"{PAGE}silence-pressed/")


def test_no_list_tells_a_hold_of_condolence_apart(house, ines):
    holding.hold(
        client=house.antoine, because="Somebody died.", scope=Scope.CONDOLENCE, by=people.by(house.ines), at=paris("2026-03-04"),
    )  # fmt: skip
    page = ines.get(f"{PAGE}silence-held/").content.decode()
    assert "Antoine Renard" in page
    assert "died" not in page
    assert ines.get(f"{PAGE}silence-condolence/").status_code == 404


def test_every_figure_has_its_words_and_every_chosen_silence_too():
    assert HEARD.keys() == set(Heard)
    assert SILENCES.keys() == {*restraining.CHOSEN, Rest.HELD, Rest.SELLING_HELD}


@pytest.mark.parametrize(
    "path", [f"{PAGE}whim/", f"{PAGE}silence-nothing_to_say/", f"{PAGE}silence-/", f"{PAGE}?boutique=x"]
)
def test_what_is_no_figure_does_not_exist(ines, path):
    assert ines.get(path).status_code == 404


def test_a_boutique_that_is_not_hers_does_not_exist(house, ines):
    ginza = f"?boutique={people.boutique(cast.GINZA).id}"
    assert ines.get(PAGE + ginza).status_code == 404
    assert ines.get(f"{PAGE}once/{ginza}").status_code == 404
    odile = enter(house.odile)
    assert "Ginza, the last 90 days." in words(odile, PAGE + ginza)
    mail = f"?boutique={people.boutique().id}"
    assert "rue du Mail, the last 90 days." in words(odile, PAGE + mail)
    assert f'href="{PAGE}once/{mail}"' in odile.get(PAGE + mail).content.decode()


def test_whom_the_reader_may_not_see_is_in_no_figure(house, ines):
    assert "Ingrid" in words(ines, f"{PAGE}once/")
    Client.objects.filter(id=house.ingrid.id).update(sensitivity="restricted")
    assert "Nobody heard from us." in words(ines)
    assert "Ingrid" not in words(ines, f"{PAGE}once/")
    assert "Nobody." in words(ines, f"{PAGE}once/")


def test_no_advisor_is_named_or_counted(house, ines):
    story.letter(house.ingrid, by=house.yumi, on=paris("2026-03-07"))
    for path in (PAGE, f"{PAGE}by_two/", f"{PAGE}once/"):
        told = words(ines, path)
        assert [who.signature for who in cast.COLLEAGUES if who.signature in told] == []


def test_a_house_where_nothing_left_says_so(house):
    kenji = words(enter(house.kenji))
    for said in (
        "Nobody heard from us.", "No letter left.", "There was no letter to answer.", "No silence had to be chosen.",
        "Nobody heard from two of us within a week.",
    ):  # fmt: skip
        assert said in kenji


def test_one_is_led_there_from_the_house(ines):
    assert f'href="{PAGE}"' in ines.get("/house/").content.decode()
