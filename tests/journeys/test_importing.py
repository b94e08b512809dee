"""A file dropped, looked at, taken in, and taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from carnet.clients.models import Client
from carnet.house.models import Member
from tests.factories import morning

PEOPLE = {"name": "friends.csv", "mimeType": "text/csv", "buffer": morning.PEOPLE.encode()}
SALES = {"name": "till.csv", "mimeType": "text/csv", "buffer": morning.EXPORT.replace("W-", "X-").encode()}


@pytest.fixture
def ines(open_context, size, house):
    Member.objects.filter(id=house.ines.id).update(language="en")
    journey = open_context(size)
    journey.sign_in(Member.objects.get(id=house.ines.id))
    return journey


def take_in(journey, file) -> None:
    page = journey.go("/imports/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Take it in").click()
    page.wait_for_url(re.compile(r"/imports/[0-9a-f-]{36}/$"))


def find(journey, words) -> None:
    page = journey.go("/find/")
    page.get_by_role("main").get_by_role("searchbox").fill(words)
    page.get_by_role("main").get_by_role("searchbox").press("Enter")


def test_people_come_in_and_are_taken_back(ines, house):
    page = ines.go("/imports/")
    page.locator("input[type=file]").set_input_files(PEOPLE)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("Rosalie Fontanel").first).to_be_attached()
    assert not Client.objects.filter(family="Fontanel").exists()
    page.get_by_role("button", name="Take it in").click()
    page.wait_for_url(re.compile(r"/imports/[0-9a-f-]{36}/$"))
    find(ines, "fontanel")
    page.get_by_role("link", name="Rosalie Fontanel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rosalie Fontanel")
    ines.go("/imports/")
    page.get_by_role("link", name="friends.csv").first.click()
    page.get_by_role("link", name="Take it back").click()
    expect(page.get_by_role("main")).to_contain_text("What it brought goes")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("main")).to_be_visible()
    find(ines, "fontanel")
    expect(page.get_by_text("Nobody by that name in your boutique.")).to_be_visible()


def test_what_was_refused_is_told_and_kept_as_a_file(ines, house):
    take_in(ines, SALES)
    page = ines.page
    expect(page.get_by_text("Refused rows")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="All of them, as a file").click()
    told = waiting.value.path().read_text()
    assert "X-2" in told


def test_the_same_file_again_changes_nothing(ines, house):
    take_in(ines, PEOPLE)
    before = set(Client.objects.values_list("id", "known_from"))
    take_in(ines, PEOPLE)
    assert set(Client.objects.values_list("id", "known_from")) == before


def test_a_file_that_cannot_be_read_says_why(ines, house):
    page = ines.go("/imports/")
    page.locator("input[type=file]").set_input_files({"name": "till.csv", "mimeType": "text/csv", "buffer": b""})
    page.get_by_role("button", name="Look at it").click()
    expect(page.locator(".strip.bad, .err, .toast.bad").first).to_be_visible()
