"""Practice, by keyboard and without scripts: the three steps of it, and nothing left behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from carnet.interactions.models import Encounter
from tests.journeys import inspecting
from tests.journeys.conftest import DESK, PHONE

WORDS = "Her ring size is 52. She loves platinum, and no yellow gold. I will call her before Christmas."


def begin(journey):
    page = journey.go("/door/me/")
    page.get_by_role("link", name="Practise on somebody who is not there").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Practice")
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mrs Example")
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_three_steps(open_context, house, size, scripts):
    camille = open_context(size, java_script_enabled=scripts)
    camille.sign_in(house.camille)
    before = Encounter.objects.count()
    page = begin(camille)
    page.get_by_role("main").get_by_role("link", name="Note").click()
    page.get_by_role("radio", name="Thinking").click()
    page.get_by_role("radio", name="2 weeks").click()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("ol.story li").first).to_contain_text("Visit, thinking")
    expect(page.locator(".strip").filter(has_text="Practice")).to_contain_text("Say it instead")
    page.get_by_role("main").get_by_role("link", name="Note").click()
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("button", name="Keep Platinum").click()
    expect(page.locator("#proposals form")).to_have_count(3)
    expect(page.locator(".strip").filter(has_text="Practice")).to_contain_text("That is all there is to it")
    page.goto(page.url.split("#")[0] + "show/")
    expect(page.get_by_role("main")).to_contain_text("Platinum")
    assert Encounter.objects.count() == before
    page.goto(f"{camille.at}/practice/")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("link", name="Begin")).to_be_visible()


def test_the_keyboard_alone(open_context, house):
    camille = open_context(DESK)
    camille.sign_in(house.camille)
    page = begin(camille)

    def press_through_to(name: str, key: str = "Enter") -> None:
        for _stop in range(80):
            page.keyboard.press("Tab")
            said = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()")
            if said == name:
                page.keyboard.press(key)
                return
        pytest.fail(f"No way to “{name}” by keyboard.")

    press_through_to("Note")
    expect(page.get_by_label("In your words")).to_be_visible()
    page.get_by_label("In your words").focus()
    page.keyboard.type("Loves platinum.")
    press_through_to("Keep")
    expect(page.locator("ol.story li").first).to_contain_text("Loves platinum.")
    page.keyboard.press("Control+Home")
    page.evaluate("document.activeElement.blur()")
    press_through_to("Steps")
    expect(page.get_by_role("heading", level=1)).to_have_text("Practice")


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_its_pages_can_be_read_by_everybody(open_context, house, screen):
    camille = open_context(screen | {"reduced_motion": "reduce"})
    camille.sign_in(house.camille)
    page, faults = begin(camille), {}
    client = camille.path()
    for path in ("/practice/", client, f"{client}show/", f"/practice/notes/?client={client.split('/')[3]}"):
        camille.go(path)
        faults[path] = [
            *inspecting.inaccessible(page), *inspecting.small(page), *inspecting.by_night(page),
            *inspecting.wider(page, (390, 768, 1440)),
        ]  # fmt: skip
    inspecting.none_of(faults)
