"""A phone is asked in a tap, and then says that something is due: the browser's own half of it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from carnet.capture.actions import noticing
from carnet.capture.models import PushAddress
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from tests.factories import morning, people, story
from tests.factories.push_service import Browser
from tests.journeys.conftest import DESK, PHONE, patiently

SHOTS = os.environ.get("CARNET_SHOTS", "")
ASKED = "May this phone tell you when something is due?"
SUBSCRIBES = """
window.asked = [];
const said = %s;
let refusing = %s;
const pushManager = {
  async subscribe({ userVisibleOnly, applicationServerKey }) {
    asked.push([userVisibleOnly, navigator.userActivation.isActive, btoa(String.fromCharCode(...applicationServerKey))]);
    if (refusing) throw new DOMException("no", refusing.shift() ?? "NotAllowedError");
    return { toJSON: () => said };
  },
  async getSubscription() { return { async unsubscribe() { asked.push("unsubscribed"); refusing = null; } }; },
};
Object.defineProperty(navigator, "serviceWorker", { value: {
  ready: Promise.resolve({ pushManager, active: null }), register: async () => null, addEventListener() {},
} });
"""


@pytest.fixture
def opened(open_context, house):
    """Camille's browser, after a promise that she kept; `refusing` is what it says to being asked."""
    noticing.make_key(by=people.by(house.camille), at=morning.NOW)
    made = story.promise(house.antoine, of=house.camille, words="A word.", due=morning.ON, on=morning.NOW)
    promises.settle(promise=made, outcome=PromiseOutcome.KEPT, by=people.by(house.camille), at=morning.NOW)

    def open_one(size=PHONE, refusing=None, **words):
        journey = open_context(size, **words)
        said = Browser("https://push.example/one").subscription()
        subscription = {"endpoint": said["endpoint"], "keys": {"p256dh": said["key"], "auth": said["secret"]}}
        journey.context.add_init_script(SUBSCRIBES % (json.dumps(subscription), json.dumps(refusing)))
        journey.sign_in(house.camille)
        # Her browser makes itself known to the house first, as it does on every page.
        with journey.page.expect_response("**/kept/device/"):
            journey.go("/")
        return journey

    return open_one


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_tap_asks_the_browser_and_the_phone_stands_in_her_settings(opened, size, scheme):
    page = opened(size, color_scheme=scheme, reduced_motion="reduce").go("/promises/")
    expect(page.get_by_text(ASKED)).to_be_visible()
    assert page.evaluate("asked") == []
    assert Axe().run(page).response["violations"] == []
    if SHOTS:
        page.screenshot(path=Path(SHOTS, f"asks-{size['viewport']['width']}-{scheme}.png"))
    page.get_by_role("button", name="It may").click()
    expect(page.get_by_role("heading", name="When something is due")).to_be_visible()
    expect(page.get_by_text("this phone ·")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    if SHOTS:
        page.screenshot(path=Path(SHOTS, f"told-{size['viewport']['width']}-{scheme}.png"))
    assert PushAddress.objects.get().endpoint == "https://push.example/one"
    page.get_by_role("button", name="End").click()
    expect(page.get_by_text("No phone tells you anything.")).to_be_visible()
    assert not PushAddress.objects.exists()


def test_the_browser_is_asked_within_the_tap_and_for_what_is_shown(opened):
    page = opened(refusing=["NotAllowedError"]).go("/promises/")
    page.get_by_role("button", name="It may").click()
    expect(page.get_by_text("This browser does not allow it")).to_be_visible()
    ((visible, within, key),) = page.evaluate("asked")
    assert (visible, within) == (True, True)
    assert len(key) == 88
    assert not PushAddress.objects.exists()


def test_a_subscription_to_an_older_key_is_made_anew(opened):
    page = opened(refusing=["InvalidStateError"]).go("/promises/")
    page.get_by_role("button", name="It may").click()
    expect(page.get_by_text("this phone ·")).to_be_visible()
    assert PushAddress.objects.count() == 1


def test_rather_not_is_heard(opened):
    journey = opened()
    page = journey.go("/promises/")
    page.get_by_role("button", name="Rather not").click()
    expect(page.get_by_text(ASKED)).to_have_count(0)
    journey.go("/promises/")
    expect(page.get_by_text(ASKED)).to_have_count(0)


def test_where_a_browser_has_no_such_thing_nothing_is_asked(opened):
    journey = opened()
    journey.context.add_init_script("delete window.PushManager")
    page = journey.go("/promises/")
    page.wait_for_timeout(300)
    expect(page.get_by_text(ASKED)).to_be_hidden()


SAID = {"title": "Carnet", "words": "A promise is due today.", "path": "/promises/", "lang": "en"}
WORKER = """(said) => {
  const heard = {}, done = [];
  const open = [{ focus: async () => done.push("focus"), navigate: async (to) => done.push(["navigate", to]) }];
  new Function("addEventListener", "registration", "clients", "location", said.script)(
    (name, act) => { heard[name] = act; },
    { showNotification: async (title, words) => { done.push([title, words]); } },
    { matchAll: async () => (said.open ? open : []), openWindow: async (to) => done.push(["open", to]) },
    location,
  );
  const waits = [];
  const event = { waitUntil: (promise) => waits.push(promise) };
  if (said.name === "push") {
    heard.push({ ...event, data: said.data === null ? null : { json: () => JSON.parse(said.data) } });
  } else {
    heard.notificationclick({ ...event, notification: { close: () => done.push("close"), data: said.data } });
  }
  return Promise.all(waits).then(() => done);
}"""


def run(page, name, data, *, open_page=True):
    script = Path("carnet/web/static/js/worker/push.js").read_text()
    return page.evaluate(WORKER, {"script": script, "name": name, "data": data, "open": open_page})


@pytest.fixture
def page(open_context, house):
    return open_context(PHONE).go("/door/")


def test_the_worker_shows_what_it_is_handed(page):
    ((title, shown),) = run(page, "push", json.dumps(SAID))
    assert (title, shown["body"], shown["lang"], shown["tag"]) == (
        "Carnet",
        "A promise is due today.",
        "en",
        "carnet-day",
    )
    assert shown["data"] == {"path": "/promises/"}


@pytest.mark.parametrize("data", [None, "rubbish", "null", "{}"])
def test_what_is_not_ours_is_shown_as_nothing_but_the_name(page, data):
    ((title, shown),) = run(page, "push", data)
    assert (title, shown["body"], shown["data"]) == ("Carnet", "", {"path": "/"})


@pytest.mark.parametrize(
    ("data", "leads"),
    [
        ({"path": "/promises/"}, "/promises/"),
        (None, "/"),
        ({"path": "https://elsewhere.test/"}, None),
        ({"path": "//e.test"}, None),
    ],
)
def test_a_tap_leads_home_and_never_elsewhere(page, data, leads):
    at = page.evaluate("location.origin")
    there = "/" if leads is None else at + leads
    assert run(page, "notificationclick", data) == ["close", "focus", ["navigate", there]]
    assert run(page, "notificationclick", data, open_page=False) == ["close", ["open", there]]


def test_a_real_worker_shows_it(open_context, house):
    journey = open_context(PHONE, service_workers="allow")
    journey.context.grant_permissions(["notifications"], origin=journey.at)
    page = journey.go("/door/install/")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)")
    talk = journey.context.new_cdp_session(page)
    known = []
    talk.on("ServiceWorker.workerRegistrationUpdated", lambda said: known.extend(said["registrations"]))
    talk.send("ServiceWorker.enable")
    assert patiently(page, lambda: known)
    pushed = {"origin": journey.at, "registrationId": known[0]["registrationId"], "data": json.dumps(SAID)}
    shown = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
        .map((each) => [each.title, each.body, each.data.path])"""

    def after_a_push():
        # A worker that is still being woken drops one, and the browser's own tool says nothing of it.
        talk.send("ServiceWorker.deliverPushMessage", pushed)
        page.wait_for_timeout(500)
        return page.evaluate(shown)

    assert patiently(page, after_a_push) == [["Carnet", "A promise is due today.", "/promises/"]]
