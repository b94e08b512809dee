"""A visit kept in five touches, and what it does to her story."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from carnet.interactions.models import Encounter, Promise
from tests import cast

COUNTING = """
addEventListener("pointerdown", (event) => {
  if (event.isTrusted) sessionStorage.touches = Number(sessionStorage.touches ?? 0) + 1;
}, true);
addEventListener("keydown", (event) => {
  if (event.isTrusted) sessionStorage.touches = Number(sessionStorage.touches ?? 0) + 1;
}, true);
"""


def touches(page) -> int:
    """How often she touched the screen, or a key, since the page was first opened."""
    return int(page.evaluate("sessionStorage.touches ?? 0"))


def places(journey):
    """The places, by whichever of its forms this screen shows."""
    return journey.page.get_by_role("navigation", name="Places")


def keep_what_she_looked_at(page):
    """How it was left, what she saw, when to come back to it; and kept."""
    page.get_by_role("radio", name="Thinking").click()
    page.get_by_role("checkbox", name=cast.AUBE_SOLITAIRE.name).click()
    page.get_by_role("radio", name="2 weeks").click()
    page.get_by_role("button", name="Keep", exact=True).click()


@pytest.mark.parametrize("opened", ["over her page", "from her page"])
def test_a_visit_is_kept_in_five_touches(camille, house, opened):
    camille.context.add_init_script(COUNTING)
    page = camille.go(f"/clients/{house.antoine.id}/")
    if opened == "over her page":
        places(camille).get_by_role("link", name="Note").click()
        expect(page.get_by_role("dialog")).to_be_visible()
    else:
        page.get_by_role("main").get_by_role("link", name="Note").click()
    keep_what_she_looked_at(page)
    expect(page.get_by_text("Kept in the story. It is among your promises.")).to_be_visible()
    assert touches(page) <= 5
    newest = page.locator("ol.story li").first
    expect(newest).to_contain_text("Visit, thinking")
    expect(newest).to_contain_text(cast.AUBE_SOLITAIRE.name)
    expect(newest).to_contain_text("Camille")
    assert Promise.objects.filter(client=house.antoine, due_on="2026-03-24").exists()


def test_from_today_it_takes_no_more(camille, house):
    camille.context.add_init_script(COUNTING)
    page = camille.go("/")
    places(camille).get_by_role("link", name="Note").click()
    page.get_by_role("link", name="Antoine Renard").click()
    page.get_by_role("radio", name="Looked").click()
    page.locator(".picker").get_by_role("checkbox").first.click()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert touches(page) <= 5


def test_a_note_is_undone(camille, house):
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill("Came with his mother.")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("ol.story li").first).to_contain_text("Came with his mother.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("ol.story")).not_to_contain_text("Came with his mother.")


def test_somebody_without_a_name(camille, house):
    page = camille.go("/")
    places(camille).get_by_role("link", name="Note").click()
    page.get_by_role("link", name="No name yet").click()
    page.get_by_label("A few words on the search").fill("Anniversary, pearls, tall, speaks Dutch")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anniversary, pearls, tall, speaks Dutch")


def test_a_day_is_picked(camille, house):
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_role("radio", name="Pick a day").click()
    page.locator("input[type=date]:visible").fill("2026-04-07")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Promise.objects.filter(client=house.antoine, due_on="2026-04-07").exists()


def test_the_same_tap_twice_is_one_note(camille, house):
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_role("button", name="Keep", exact=True).dblclick()
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Encounter.objects.filter(presences__client=house.antoine, happened_at__date="2026-03-10").count() == 1


def test_the_keyboard_alone_keeps_a_note(camille, house):
    page = camille.go(f"/clients/{house.antoine.id}/")
    page.keyboard.press("l")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("dialog").get_by_label("In your words").focus()
    page.keyboard.type("By hand.")
    page.get_by_role("button", name="Keep", exact=True).press("Enter")
    expect(page.locator("ol.story li").first).to_contain_text("By hand.")


def test_a_key_is_heard_as_soon_as_the_page_is_there(camille, house):
    # On a busy machine what waits for a moment waits for a second.
    camille.context.add_init_script("{ const wait = setTimeout; setTimeout = (then, ms) => wait(then, ms || 1_000); }")
    page = camille.go(f"/clients/{house.antoine.id}/")
    page.keyboard.press("l")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_note_that_the_phone_cannot_hold_goes_to_the_house_at_once(camille, house):
    camille.context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }"
    )
    page = camille.go(f"/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill("Came by for a strap.")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("ol.story li").first).to_contain_text("Came by for a strap.")


def test_escape_leaves_the_note_and_nothing_behind(camille, house):
    page = camille.go(f"/clients/{house.antoine.id}/")
    places(camille).get_by_role("link", name="Note").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert camille.path() == f"/clients/{house.antoine.id}/"


def test_z22_a_couple_is_one_visit_with_two_people(camille, house):
    page = camille.go(f"/notes/?client={house.helene.id}")
    page.get_by_role("group", name="Together with").get_by_label(house.paolo.display).check(force=True)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    newest = Encounter.objects.latest("known_from")
    assert set(newest.presences.values_list("client", "part")) == {
        (house.helene.id, "main"),
        (house.paolo.id, "companion"),
    }


def test_a_note_from_today_is_about_whose_page_was_open_last(camille, house):
    camille.go(f"/clients/{house.antoine.id}/")
    page = camille.go("/")
    places(camille).get_by_role("link", name="Note").click()
    expect(page.get_by_role("dialog").get_by_role("heading", name="Antoine Renard")).to_be_visible()
    page.get_by_role("link", name="Someone else").click()
    expect(page.get_by_role("heading", name="Who was it?")).to_be_visible()
