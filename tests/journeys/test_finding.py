"""Three letters, any accent, either order, the end of a number."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("said", "found"),
    [("ant", "Antoine Renard"), ("hele", "Hélène Marchetti"), ("HÉL", "Hélène Marchetti"), ("ren ant", "Antoine Renard"),
     ("marchetti pao", "Paolo Marchetti"), ("0011", "Antoine Renard"), ("nour", "نور الهاشمي"), ("陈", "陈思远")],
)  # fmt: skip
def test_she_is_found_as_one_types(camille, house, said, found):
    page = camille.go("/")
    if page.get_by_role("button", name="Find").is_visible():
        page.get_by_role("button", name="Find").click()
    else:
        page.keyboard.press("/")
    page.get_by_role("searchbox").first.press_sequentially(said, delay=10)
    page.locator("#found").get_by_text(found).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found)


def test_what_is_typed_before_the_sheet_knows_that_it_is_open_stays(camille, house):
    """Word of it comes a task later: on a busy phone a fast thumb is there before it."""
    page = camille.go("/")
    page.evaluate(
        """() => {
          const sheet = document.getElementById("find");
          sheet.showPopover();
          sheet.querySelector("[type=search]").value = "0";
        }"""
    )
    page.wait_for_timeout(100)
    page.get_by_role("searchbox").first.press_sequentially("011")
    expect(page.get_by_role("searchbox").first).to_have_value("0011")
    expect(page.locator("#found").get_by_text("Antoine Renard")).to_be_visible()


def test_the_keyboard_finds_and_opens(camille, house):
    page = camille.go("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("antoine")
    expect(page.locator("#found").get_by_text("Antoine Renard")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Antoine Renard")


def test_a_client_of_another_boutique_has_a_card(camille, house):
    page = camille.go("/find/")
    page.get_by_role("searchbox").first.fill("渡辺 健司")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.get_by_role("link", name="渡辺")).to_have_count(0)
    page.get_by_role("button", name="Ask the other boutiques").click()
    expect(page.get_by_text("Ginza, Hana Ishii")).to_be_visible()
    page.get_by_role("button", name="Serve here today").click()
    expect(page.get_by_text("Open for today. The home advisor is told.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("渡辺 健司")
