"""Carnet on her own screen: the page that shows how, the button where a browser offers one, and the word after a first note."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE

SHOTS = os.environ.get("CARNET_SHOTS", "")
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
OFFERS = """() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = () => { window.asked = true; };
  offer.userChoice = Promise.resolve({ outcome: "accepted" });
  dispatchEvent(offer);
  return offer.defaultPrevented;
}"""


def shot(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS, f"{name}.png"), full_page=True)


@pytest.mark.parametrize(
    ("agent", "first"),
    [(IPHONE, "iphone"), (ANDROID, "android"), (None, "desk")],
    ids=["iphone", "android", "computer"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_her_own_browser_stands_first(open_context, house, agent, first, scheme):
    words = {"user_agent": agent} if agent else {}
    journey = open_context(PHONE if agent else DESK, color_scheme=scheme, **words)
    page = journey.go("/door/install/")
    expect(page.locator("section.sec").first).to_have_attribute("id", first)
    assert page.locator("section.sec").count() == 3
    expect(page.locator(f"#{first} .plate svg").first).to_be_visible()
    assert page.locator(".pieces svg use").count() == 9
    expect(page.get_by_role("button", name="Install")).to_be_hidden()
    assert Axe().run(page).response["violations"] == []
    shot(page, f"install-{first}-{scheme}")


def test_an_ipad_that_says_it_is_a_mac(open_context, house):
    journey = open_context(
        PHONE, user_agent="Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1"
    )
    page = journey.go("/door/install/")
    expect(page.locator("section.sec").first).to_have_attribute("id", "iphone")


def test_where_a_browser_offers_it_a_button_takes_the_offer(open_context, house):
    page = open_context(PHONE).go("/door/install/")
    button = page.get_by_role("button", name="Install")
    expect(button).to_be_hidden()
    assert page.evaluate(OFFERS)
    button.click()
    assert page.evaluate("window.asked")
    expect(button).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('appinstalled'))")
    expect(page.get_by_text("Carnet stands on this screen already.")).to_be_visible()


def test_without_scripts_the_page_says_all_the_same(open_context, house):
    page = open_context(PHONE, java_script_enabled=False).go("/door/install/")
    assert page.locator(".pieces figure").count() == 9


def test_it_is_said_once_after_the_first_kept_note_and_never_before(camille, house):
    page = camille.go("/")
    said = page.get_by_text("Carnet can stand on this phone’s own screen.")
    expect(said).to_be_hidden()
    camille.go(f"/notes/?client={house.antoine.id}")
    page.locator("#id_words").fill("He tried it again.")
    page.get_by_role("button", name="Keep").click()
    expect(said).to_be_visible()
    page.get_by_role("link", name="Show me").click()
    expect(page.get_by_role("heading", name="On your phone")).to_be_visible()
    expect(said).to_be_hidden()
    camille.go("/")
    expect(said).to_be_hidden()


def test_it_is_linked_from_her_settings(camille):
    camille.go("/door/me/").get_by_role("link", name="Show me how").click()
    assert camille.path() == "/door/install/"
