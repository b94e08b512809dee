"""D-8, D-9: at save, what may be too private is asked about, with or without a signal, and never refused."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import expect

from carnet.interactions.models import Encounter
from tests.journeys.conftest import PHONE, patiently
from tests.journeys.test_without_a_signal import DEVICE, until

WORDS = "Tried the long chain. She is in chemotherapy since May. Wants it shorter."


@pytest.fixture
def noting(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    with page.expect_response(lambda answer: "/gentle/en" in answer.url):
        page.get_by_label("In your words").press_sequentially("T")
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("This may be too private to keep.")).to_be_visible()
    expect(page.locator("q[data-said]")).to_have_text("She is in chemotherapy since May.")
    return page


def test_left_out(noting):
    noting.get_by_role("button", name="Leave it out").click()
    expect(noting.locator("ol.story li").first).to_contain_text("Wants it shorter.")
    assert "chemo" not in Encounter.objects.get(words__startswith="Tried the long chain.").words


def test_a_consequence_without_its_cause(noting):
    noting.get_by_role("button", name="Keep only what follows from it").click()
    expect(noting.get_by_label("In your words")).to_have_value(
        "Tried the long chain. Ground floor, a seat near the door. Wants it shorter."
    )
    noting.get_by_role("button", name="Keep", exact=True).click()
    expect(noting.locator("ol.story li").first).to_contain_text("Ground floor")


def test_kept_as_it_is(noting):
    noting.get_by_role("button", name="Keep it as it is").click()
    expect(noting.locator("ol.story li").first).to_contain_text("She is in chemotherapy since May.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_is_asked_in_whatever_language_she_writes(open_context, house, scripts):
    camille = open_context(PHONE, java_script_enabled=scripts)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    with page.expect_response(lambda answer: "/gentle/fr" in answer.url) if scripts else contextlib.nullcontext():
        page.get_by_label("In your words").fill("Il a essayé la chaîne longue. Elle est enceinte depuis mai.")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("This may be too private to keep.")).to_be_visible()
    expect(page.locator("[role=alert] q").first).to_have_text("Elle est enceinte depuis mai.")


def test_a_note_kept_before_the_patterns_are_here_is_asked_about(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    until(page, DEVICE)
    held = {}
    page.route("**/gentle/small.json", lambda route: held.setdefault("it", route))
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    patiently(page, lambda: held)["it"].continue_()
    expect(page.get_by_text("This may be too private to keep.")).to_be_visible()
    page.get_by_role("button", name="Leave it out").click()
    expect(page.locator("ol.story li").first).to_contain_text("Wants it shorter.")


def test_a_draft_of_before_is_asked_about(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    until(page, DEVICE)
    page.get_by_label("In your words").fill(WORDS)
    page.wait_for_timeout(600)
    page.reload()
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("This may be too private to keep.")).to_be_visible()
    page.get_by_role("button", name="Keep it as it is").click()
    expect(page.locator("ol.story li").first).to_contain_text("chemotherapy")


def test_without_patterns_a_note_is_kept_all_the_same(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    until(page, DEVICE)
    page.route("**/gentle/**", lambda route: route.abort())
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("ol.story li").first).to_contain_text("chemotherapy")


def test_what_she_answered_is_not_asked_again_where_the_phone_cannot_hold_the_note(open_context, house):
    camille = open_context(PHONE)
    camille.context.add_init_script("delete Navigator.prototype.locks")
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("button", name="Keep it as it is").click()
    expect(page.locator("ol.story li").first).to_contain_text("chemotherapy")


def test_without_javascript_it_is_asked_once(open_context, house):
    camille = open_context(PHONE, java_script_enabled=False)
    camille.sign_in(house.camille)
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("This may be too private to keep.")).to_be_visible()
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    assert not Encounter.objects.filter(words=WORDS).exists()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("ol.story li").first).to_contain_text("chemotherapy")
