"""S-30, T-02, T-53, T-54: a note is kept in a basement, sealed, and comes in once when there is a signal again."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from carnet.capture.models import Deposit, Device
from carnet.interactions.models import Encounter
from tests.journeys.conftest import PHONE, patiently

DUMP = """async () => {
  const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const done = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const letters = (buffer) => Array.from(new Uint8Array(buffer), (each) => String.fromCharCode(each)).join("");
  const plain = (_key, value) => (value instanceof ArrayBuffer ? letters(value) : value);
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      for (const each of await done(db.transaction(store).objectStore(store).getAll())) {
        found.push(JSON.stringify(each, plain));
        if (each.envelope) found.push(...Object.values(each.envelope).map((part) => atob(part)));
      }
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(request.url, await (await cache.match(request)).text());
  }
  return found;
}"""


DEVICE = "document.body.dataset.device"
"""Which of the house's this browser is, once it is one. Nobody else may open the outbox before it does: it would be empty."""


def until(page, script):
    """Asked again and again from outside: the page's own policy lets nobody evaluate words inside it."""
    assert patiently(page, lambda: page.evaluate(script)), script


def a_phone(open_context, house, **words):
    camille = open_context(PHONE, service_workers="allow", **words)
    camille.sign_in(house.camille)
    page = camille.go("/")
    until(page, "navigator.serviceWorker.controller !== null && caches.keys().then((names) => names.length === 1)")
    until(page, DEVICE)
    return camille


@pytest.fixture
def phone(open_context, house):
    """Camille's own, with a worker in it, once the outbox is ready."""
    return a_phone(open_context, house)


def keep_over(page, words):
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Note").click()
    page.get_by_role("dialog").get_by_label("In your words").fill(words)
    page.get_by_role("button", name="Keep", exact=True).click()


def test_kept_in_the_basement_and_in_her_story_upstairs(phone, house):
    page = phone.go(f"/clients/{house.antoine.id}/")
    phone.context.set_offline(True)
    keep_over(page, "Tried the long chain, wants it shorter.")
    expect(page.get_by_text("Kept on this phone. It will follow.")).to_be_visible()
    expect(page.locator("[data-kept-here]")).to_have_text("1 note kept on this phone")
    assert not Encounter.objects.filter(words__contains="long chain").exists()
    phone.context.set_offline(False)
    expect(page.locator("[data-kept-here]")).to_be_hidden()
    kept = Encounter.objects.get(words="Tried the long chain, wants it shorter.")
    assert list(kept.presences.values_list("client", flat=True)) == [house.antoine.id]


def test_with_a_signal_the_story_is_there_at_once(phone, house):
    page = phone.go(f"/clients/{house.antoine.id}/")
    keep_over(page, "Came with his mother.")
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    expect(page.locator("ol.story li").first).to_contain_text("Came with his mother.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("ol.story")).not_to_contain_text("Came with his mother.")


def test_a_note_that_left_with_others_is_in_the_story_at_once(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page = camille.go(f"/clients/{house.antoine.id}/")
    until(page, DEVICE)
    page.evaluate("""async () => {
        const { send, waiting } = await import(document.body.dataset.outbox);
        navigator.locks.request("carnet-outbox", () => new Promise((go) => { window.go = go; }));
        send();
        window.waiting = waiting;
    }""")
    keep_over(page, "Wants the clasp looked at.")
    until(page, "waiting().then((all) => all.length === 1)")
    page.evaluate("go()")
    expect(page.locator("ol.story li").first).to_contain_text("Wants the clasp looked at.")


def test_a_note_that_another_page_is_quick_to_send_is_in_the_story_at_once(open_context, house):
    camille = open_context(PHONE)
    camille.sign_in(house.camille)
    page, other = camille.go(f"/clients/{house.antoine.id}/"), camille.context.new_page()
    until(page, DEVICE)
    # On the disk for a while before this page hears of it.
    page.evaluate("""() => {
        const heard = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
        Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set(then) {
            heard.set.call(this, this.objectStoreNames.contains("items") ? (event) => setTimeout(() => then(event), 500) : then);
        } });
    }""")
    other.goto(camille.at + "/")
    until(other, DEVICE)
    other.evaluate("""async () => {
        const { send, waiting } = await import(document.body.dataset.outbox);
        const look = async () => ((await waiting()).length ? send() : setTimeout(look, 10));
        look();
    }""")
    keep_over(page, "Wants the clasp looked at.")
    expect(page.locator("ol.story li").first).to_contain_text("Wants the clasp looked at.")


def test_what_opens_without_a_signal(phone, house):
    page = phone.page
    phone.context.set_offline(True)
    page.goto(phone.at + "/clients/")
    expect(page.get_by_role("heading", name="No signal")).to_be_visible()
    page.get_by_role("link", name="Note").click()
    page.get_by_label("A few words on the search").fill("Engagement, oval, size 50")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-kept-here]")).to_have_text("1 note kept on this phone")
    phone.context.set_offline(False)
    page.goto(phone.at + "/")
    assert patiently(page, Deposit.objects.filter(state="kept").exists)
    expect(page.locator("[data-kept-here]")).to_be_hidden()


def test_t53_nothing_stands_in_clear_on_the_phone(phone, house):
    page = phone.go(f"/clients/{house.antoine.id}/")
    page.get_by_role("main").get_by_role("link", name="Note").click()
    page.get_by_label("In your words").fill("CANARY-DRAFT in the words")
    page.wait_for_timeout(500)
    phone.context.set_offline(True)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator("[data-kept-here]")).to_have_text("1 note kept on this phone")
    found = json.dumps(page.evaluate(DUMP))
    assert len(found) > 20_000
    for canary in ("CANARY", "Antoine", "Renard", str(house.antoine.id)):
        assert canary not in found, canary


def test_t54_a_wipe_lets_the_outbox_arrive(phone, house):
    page = phone.go(f"/clients/{house.antoine.id}/")
    phone.context.set_offline(True)
    keep_over(page, "Before the phone was lost.")
    expect(page.get_by_text("Kept on this phone. It will follow.")).to_be_visible()
    Device.objects.update(wiped_at=house.antoine.known_from)
    phone.context.set_offline(False)
    page.wait_for_url("**/door/**")
    assert Encounter.objects.filter(words="Before the phone was lost.").count() == 1
    assert page.evaluate("async () => (await indexedDB.databases()).map((each) => each.name)") == ["carnet-outbox"]


def test_t02_a_double_tap_is_one_note(phone, house):
    page = phone.go(f"/clients/{house.antoine.id}/")
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Note").click()
    page.get_by_role("dialog").get_by_label("In your words").fill("Twice tapped.")
    page.get_by_role("button", name="Keep", exact=True).dblclick()
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Encounter.objects.filter(words="Twice tapped.").count() == 1


def test_a_draft_is_there_after_the_lift(phone, house):
    page = phone.go(f"/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill("Half a thought")
    page.wait_for_timeout(600)
    page.goto("about:blank")
    phone.go(f"/notes/?client={house.antoine.id}")
    expect(page.get_by_label("In your words")).to_have_value("Half a thought")


def test_a_draft_begun_without_a_signal_is_there_with_one(phone, house):
    phone.context.set_offline(True)
    page = phone.page
    page.goto(f"{phone.at}/notes/?client={house.antoine.id}")
    page.get_by_label("In your words").fill("Half a thought, below")
    page.wait_for_timeout(600)
    phone.context.set_offline(False)
    phone.go(f"/notes/?client={house.antoine.id}")
    expect(page.get_by_label("In your words")).to_have_value("Half a thought, below")


def test_a_house_that_answers_late_takes_no_receipt_away(open_context, house):
    phone = a_phone(open_context, house, hurried=True)
    page = phone.go(f"/notes/?client={house.antoine.id}")
    page.route("**/kept/deposits/", lambda _route: None)
    page.get_by_label("In your words").fill("Kept, and no answer.")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.wait_for_url(f"**/clients/{house.antoine.id}/")
    expect(page.get_by_text("Kept on this phone. It will follow.")).to_be_visible()
    expect(page.get_by_text("Carnet can stand on this phone’s own screen.")).to_be_visible()
