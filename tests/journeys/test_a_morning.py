"""An advisor's morning: whom to write to, the letter, and what each answer makes of tomorrow."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from carnet.outreach.models import Answer
from tests.conftest import paris
from tests.factories import morning
from tests.journeys.conftest import SIZES

WORDS = "A word about the solitaire you saw on Friday."


def tomorrow(journey, house, clock, days: int = 1) -> list[str]:
    """Whom Today names on a later morning."""
    later = morning.ON + dt.timedelta(days=days)
    clock.move_to(paris(later.isoformat(), "09:30"))
    journey.sign_in(house.camille)
    page = journey.go("/")
    assert journey.path() == "/"
    return page.locator("details.q .who").all_inner_texts()


def unfold(page, name):
    """The card of that person, open."""
    card = page.locator("details.q").filter(has=page.locator(".who", has_text=name)).first
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    return card


def test_she_reads_today(camille, house):
    page = camille.go("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Three people, each for a reason.")
    assert page.locator("details.q .who").all_inner_texts() == [
        "M. Paolo Marchetti", "Mme Hélène Marchetti", "M. Antoine Renard", "Dr Amara Okafor",
    ]  # fmt: skip
    card = unfold(page, "Antoine")
    expect(card.get_by_text("Cher Monsieur,", exact=True)).to_be_visible()
    if card.get_by_text("Why now, and what was left out").is_visible():
        card.get_by_text("Why now, and what was left out").click()
    expect(card.get_by_text("From the records")).to_be_visible()


def test_a_letter_is_written_and_asked_after(camille, house, clock):
    page = camille.go("/")
    page.locator("form.strip").filter(has_text="Did Ingrid Lindqvist answer?").get_by_role("button", name="Yes").click()
    unfold(page, "Antoine").get_by_role("link", name="Read and send").click()
    page.get_by_label("Finish it in your words").fill(WORDS)
    href = page.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert href.startswith("https://wa.me/33639980011?text=")
    page.get_by_role("button", name="Written").click()
    expect(page.get_by_text("Kept in the story, as written.")).to_be_visible()
    asked = page.locator("form.strip").filter(has_text="Antoine Renard")
    expect(asked).to_contain_text("did it leave?")
    asked.get_by_role("button", name="Yes").click()
    expect(page.get_by_text("did it leave?")).to_have_count(0)
    assert Answer.objects.get(client=house.antoine).left is True
    camille.go(f"/clients/{house.antoine.id}/")
    expect(page.locator("ol.story li").first).to_contain_text("Letter")
    assert "M. Antoine Renard" not in tomorrow(camille, house, clock)
    tomorrow(camille, house, clock, days=5)
    expect(page.locator("form.strip").filter(has_text="Did Antoine Renard answer?")).to_be_visible()


def test_a_letter_that_did_not_leave_is_suggested_again(camille, house, clock):
    page = camille.go("/")
    unfold(page, "Antoine").get_by_role("link", name="Read and send").click()
    page.get_by_role("button", name="Written").click()
    page.locator("form.strip").filter(has_text="Antoine Renard").get_by_role("button", name="Not yet").click()
    camille.go(f"/clients/{house.antoine.id}/")
    expect(page.locator("ol.story li").first).not_to_contain_text("Letter")
    assert "M. Antoine Renard" in tomorrow(camille, house, clock)


@pytest.mark.parametrize(
    ("sheet", "choice", "comes_back"),
    [
        ("Later", "Tomorrow", [1]),
        ("Later", "Monday", [6]),
        ("Not now", "Too soon", []),
        ("Not now", "A delicate time", []),
    ],
)
def test_each_answer_changes_tomorrow(open_context, house, clock, sheet, choice, comes_back):
    camille = open_context(SIZES["phone"])
    camille.sign_in(house.camille)
    page = camille.go("/")
    unfold(page, "Antoine").get_by_role("button", name=sheet).click()
    page.get_by_role("dialog", name=sheet).get_by_role("button", name=choice).click()
    expect(page.get_by_role("status")).to_contain_text("It comes back on" if sheet == "Later" else "Left in peace:")
    assert page.locator("details.q .who", has_text="Antoine").count() == 0
    seen = [days for days in (1, 6) if "M. Antoine Renard" in tomorrow(camille, house, clock, days)]
    assert seen[:1] == comes_back


def test_an_answer_can_be_taken_back(camille, house):
    page = camille.go("/")
    unfold(page, "Antoine").get_by_role("button", name="Not now").click()
    page.get_by_role("dialog", name="Not now").get_by_role("button", name="Too soon").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("details.q .who", has_text="Antoine")).to_have_count(1)


def test_who_is_left_in_peace_and_why(camille, house):
    page = camille.go("/")
    page.get_by_role("link", name="See who, and why").click()
    expect(page.get_by_text("Travelling until the spring.")).to_be_visible()
    page.get_by_role("link", name="Nour").or_(page.get_by_role("link", name="نور")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("نور الهاشمي")
