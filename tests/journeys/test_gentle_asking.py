"""D-8, D-9: at save, what may be too private is asked about, with or without a signal, and never refused."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import expect

from carnet.interactions.models import Encounter
from tests.journeys.conftest import PHONE

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
