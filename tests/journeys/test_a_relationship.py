"""How a relationship is read, why somebody is left in peace, and what is asked instead of suggested."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from carnet.consent.actions import holding
from carnet.consent.models import Hold
from carnet.intelligence.actions import reading
from carnet.intelligence.models import Reading, Trial
from carnet.interactions.actions import logging
from carnet.outreach.models import Question, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import morning, people, story
from tests.factories.people import THE_HOUSE
from tests.journeys import inspecting

LATER = paris("2026-11-22", "11:00")


@pytest.fixture
def quiet(house, clock):
    """Antoine came every month, and stays away since April; it is November."""
    for month in range(12):
        year, number = divmod(4 + month, 12)
        story.visit(house.antoine, to=house.camille, on=paris(f"{2025 + year}-{number + 1:02}-12"))
    clock.move_to(LATER)
    reading.read(client=house.antoine, at=LATER)
    return house.antoine


@pytest.fixture
def pressed(house):
    """Bianca heard from us five times in a year, and answered once; her ring would be better for a look."""
    known = people.client(cast.BIANCA, of=house.camille)
    story.for_herself(story.sale(known, cast.AUBE_RING, on=paris("2025-03-05")), on=paris("2025-03-05", "11:00"))
    for day in ("2025-08-01", "2025-10-01", "2025-11-15", "2025-12-20", "2026-01-05"):
        last = story.letter(known, by=house.camille, on=paris(day))
    logging.answer_seen(encounter=last, answered=True, by=THE_HOUSE, at=paris("2026-01-07"))
    return known


def whole(page: Page) -> None:
    """Nothing of it is inaccessible, too small to tap, unreadable by night, or wider than the screen."""
    faults = inspecting.inaccessible(page) + inspecting.small(page) + inspecting.by_night(page) + inspecting.wider(page)
    inspecting.none_of({page.url: faults})


def test_her_rhythm_what_it_rests_on_and_a_word_kept_and_taken_back(camille, quiet, house):
    camille.sign_in(house.camille)
    page = camille.go(f"/clients/{quiet.id}/")
    page.get_by_role("link", name="How we read it").click()
    expect(page.get_by_text("Every four weeks or so. A long silence, and an unusual one.")).to_be_visible()
    page.get_by_text("What it rests on").first.click()
    expect(page.get_by_text("Visit, 12 April").first).to_be_visible()
    expect(page.get_by_text("A pause: long, and followed by a return.")).to_be_visible()
    whole(page)
    page.get_by_text("I know how it is").click()
    page.get_by_role("button", name="Long silences are usual here.").click()
    expect(page.get_by_text("So says Camille, 22 November")).to_be_visible()
    page.get_by_role("button", name="Let the records speak").click()
    expect(page.get_by_text("So says Camille")).to_have_count(0)
    assert Reading.objects.get(client=quiet, kind="silence", until=None).said_by is None


def test_the_verdict_of_today_stands_on_top_of_it(camille, house):
    page = camille.go(f"/clients/{house.antoine.id}/relationship/")
    expect(page.get_by_text("There is a reason to write, until 20 March.")).to_be_visible()
    page.get_by_text("What it rests on").first.click()
    expect(page.get_by_text("6 March · ")).to_be_visible()


def test_a_manager_reads_how_well_we_read_and_when_a_state_begins(open_context, size, house):
    said = (0.02, 0.05, 0.08, 0.12, 0.18, 0.25, 0.33, 0.48, 0.66, 0.9)
    Trial.objects.create(
        cut_on=dt.date(2025, 9, 29), weeks=13, measured_on=morning.ON, clients=120, gap=0.0,
        parts=[{"said": share, "came": share, "clients": 12} for share in said],
    )  # fmt: skip
    ines = open_context(size)
    house.ines.language = "en"
    house.ines.save(update_fields=["language"])
    ines.sign_in(house.ines)
    page = ines.go("/house/")
    page.locator("a[href='/boutique/reading/']").click()
    expect(page.get_by_text("about half did: 48 of 100.").first).to_be_visible()
    whole(page)
    page.locator("a[href='/boutique/states/']").click()
    expect(page.get_by_text("Owns 5 pieces of one kind")).to_be_visible()
    whole(page)


def test_the_list_behind_the_last_line_says_why_and_what_adds_up(camille, house, pressed):
    Suggestion.objects.filter(day=house.day).delete()
    house.day.delete()
    page = camille.go("/")
    page.get_by_role("link", name="See who, and why").click()
    section = page.locator("section").filter(has_text="Heard enough from us")
    section.get_by_text("How that adds up").click()
    expect(section.get_by_text("Few of our words are answered")).to_be_visible()
    expect(page.get_by_text("Travelling until the spring.")).to_be_visible()
    whole(page)


def test_the_order_of_the_list_is_explained_and_means_no_spend(camille, house):
    page = camille.go("/")
    page.get_by_text("In this order, because").click()
    expect(page.get_by_text("what is equal is in a fixed order that means nothing.")).to_be_visible()
    whole(page)


def test_a_promise_stands_with_the_hold_beside_it(camille, house):
    holding.hold(client=house.amara, because="She asked for quiet.", by=THE_HOUSE, at=morning.NOW)
    page = camille.go("/")
    card = page.locator("details.q").filter(has_text="Amara Okafor")
    card.locator("summary").first.click()
    expect(card.get_by_text("Held: She asked for quiet.")).to_be_visible()
    expect(card.get_by_role("link", name="Read and send")).to_have_count(0)
    expect(card.get_by_role("button", name="Later")).to_be_visible()
    whole(page)
    card.get_by_role("link", name="Settle it under Promises").click()
    page.get_by_text("The certificate, by post").click()
    page.get_by_role("button", name="Kept").click()
    expect(page.get_by_text("Nothing is promised.")).to_be_visible()


def test_a_silence_is_asked_about_and_left_in_peace(camille, quiet, house):
    camille.sign_in(house.camille)
    page = camille.go("/")
    asked = page.locator("form.ask").filter(has_text="is all well?")
    expect(asked).to_contain_text("A long silence, and an unusual one.")
    asked.get_by_text("What else it may be").click()
    expect(asked.get_by_text("A pause: long, and followed by a return.")).to_be_visible()
    whole(page)
    asked.get_by_role("button", name="Leave in peace").click()
    expect(page.get_by_text("Only care from now on")).to_be_visible()
    expect(asked).to_have_count(0)
    assert Hold.objects.get(client=quiet).scope == "selling"
    assert Question.objects.get(ask="silence").answer == "in_peace"
