"""S-31: her day on the phone without a signal, behind the phone's own key, and gone when the house says so."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from bench.basement import KEEPING
from carnet.capture.models import Device
from tests.journeys.conftest import PHONE
from tests.journeys.test_without_a_signal import DEVICE, DUMP, until

KEY = {
    "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True, "hasPrf": True,
}  # fmt: skip

STORES = "async () => (await indexedDB.databases()).map((each) => each.name)"


@pytest.fixture
def phone(open_context, house):
    camille = open_context(PHONE, service_workers="allow")
    camille.sign_in(house.camille)
    session = camille.context.new_cdp_session(camille.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page = camille.go("/door/me/")
    until(page, "navigator.serviceWorker.controller !== null && caches.keys().then((names) => names.length === 1)")
    until(page, DEVICE)
    page.get_by_role("button", name="Carry them on this phone").click()
    expect(page.get_by_role("button", name="Carry nobody")).to_be_visible()
    return camille


def test_her_day_in_the_basement(phone, house):
    page = phone.page
    phone.context.set_offline(True)
    page.goto(phone.at + "/")
    page.get_by_role("button", name="Open your book").click()
    row = page.locator("main li").filter(has_text="Antoine Renard")
    expect(row).to_be_visible()
    page.get_by_label("Find a person").fill("reNárd")
    expect(page.locator("main li")).to_have_count(1)
    row.get_by_role("link").click()
    expect(page.get_by_text("For the person whose page it was.")).to_be_visible()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-kept-here]")).to_have_text("1 note kept on this phone")


def test_locked_it_stands_nowhere_in_clear(phone, house):
    found = json.dumps(phone.page.evaluate(DUMP))
    assert "carnet-book" not in found or len(found) > 20_000
    for canary in ("Antoine", "Renard", str(house.antoine.id)):
        assert canary not in found, canary


def test_it_is_burnt_when_she_carries_nobody(phone):
    page = phone.page
    page.get_by_role("button", name="Carry nobody").click()
    expect(page.get_by_role("button", name="Carry them on this phone")).to_be_visible()
    phone.context.set_offline(True)
    page.goto(phone.at + "/")
    expect(page.get_by_role("heading", name="No signal")).to_be_visible()
    expect(page.get_by_role("button", name="Open your book")).to_be_hidden()


def test_t54_wiped_while_only_its_worker_speaks_to_the_house(phone, house):
    """Nobody may go on reading a page that was open, and nothing makes the book anew by looking for it."""
    page, session = phone.page, phone.context.new_cdp_session(phone.page)
    registrations: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: registrations.extend(each["registrationId"] for each in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    phone.go("/")
    Device.objects.update(wiped_at=house.antoine.known_from)
    phone.context.set_offline(True)
    page.evaluate(KEEPING, [str(house.antoine.id), "Before it was lost."])
    phone.context.set_offline(False)
    sync = {"origin": phone.at, "registrationId": registrations[-1], "tag": "carnet-outbox", "lastChance": False}
    session.send("ServiceWorker.dispatchSyncEvent", sync)
    expect(page).to_have_url(f"{phone.at}/door/")
    page.evaluate("async () => (await import(document.body.dataset.book)).isCarried()")
    assert page.evaluate(STORES) == ["carnet-outbox"]
