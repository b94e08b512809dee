"""What a real phone does without a signal: double taps, what stands on it in clear, a wipe, and the first thing that is seen."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench import pocket
from bench.figures import Figure
from bench.pocket import Pocket

LONGEST_GAP = 300
"""Milliseconds between two taps of one thumb."""
SLOWER, PAINTS = 4, 7
PAINT, WIPED = 0.7, 2.0
"""Seconds."""

DUMP = """async () => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const readable = (_key, value) => {
    if (value instanceof CryptoKey) return `${value.type} ${value.extractable}`;
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value instanceof Uint8Array ? value : null;
    return bytes ? new TextDecoder("utf-8").decode(bytes) : value;
  };
  const found = [["localStorage", JSON.stringify(localStorage)], ["sessionStorage", JSON.stringify(sessionStorage)],
    ["cookies", document.cookie], ["window.name", window.name], ["history.state", JSON.stringify(history.state)]];
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const it = db.transaction(store).objectStore(store);
      const [all, keys] = await Promise.all([asked(it.getAll()), asked(it.getAllKeys())]);
      found.push([`${name}/${store}`, JSON.stringify([keys, all], readable)]);
      for (const each of all) for (const part of Object.values(each.envelope ?? {})) found.push([`${name}/${store}`, atob(part)]);
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      found.push([`cache ${request.url}`, [...answer.headers].flat().join(" ") + await answer.text()]);
    }
  }
  const root = await navigator.storage.getDirectory?.();
  if (root) for await (const [name] of root) found.push(["files", name]);
  return found;
}"""
KEEPING = """async ([client, words]) => {
  const its = await import(document.body.dataset.outbox);
  const said = { people: [client], search: "", kind: "visit", left: "looked", pieces: [], words, private: false, back: "" };
  await its.keepNote({ ...said, recordings: [] }, crypto.randomUUID(), "Note");
}"""
TWICE = """(keep, gap) => {
  const { left, top, width, height } = keep.getBoundingClientRect();
  const place = [left + width / 2, top + height / 2];
  keep.click();
  setTimeout(() => document.elementFromPoint(...place)?.click(), gap);
}"""
"""From within the page: a touch from outside that comes down while one page makes way for another is never answered."""

CARRIED = """async () => (await fetch("/kept/book/")).text()"""
"""What the house gave it to carry."""
LEFT = """async () => [...(await indexedDB.databases()).map((each) => each.name), ...await caches.keys()]
  .filter((name) => name !== "carnet-outbox")"""
PAINTED = """() => new Promise((done) => {
  const told = () => {
    const seen = performance.getEntriesByName("first-contentful-paint")[0];
    if (seen) done(seen.startTime); else setTimeout(told, 20);
  };
  told();
})"""


def twice(driver: Any, address: str, reader: Any, client: str, times: int) -> Iterator[Figure]:
    """T-02: Keep is tapped twice, so many times over; every other time without a signal."""
    from carnet.capture.models import Deposit
    from carnet.interactions.models import Encounter

    chance = random.Random(2)
    with pocket.of(driver, address, reader) as phone:
        deposits = Deposit.objects.filter(device__id=phone.ready(), kind="note")
        for number in range(times):
            gap = chance.randint(0, LONGEST_GAP) / 1000
            if number % 2:
                _tapped_twice_below(phone, client, gap)
            else:
                _tapped_twice(phone, client, gap, deposits.count)
        phone.context.set_offline(False)
        phone.go("/")
        phone.emptied()
        kept = Encounter.objects.filter(words="Tapped twice.").count()
        yield Figure(f"T-02: notes too many, after {times:,} double taps", max(kept - times, 0), "notes", 0)
        yield Figure("  too few", max(times - kept, 0), "notes", 0)
        yield Figure("  envelopes too many or too few", abs(deposits.count() - times), "", 0)


def _tapped_twice(phone: Pocket, client: str, gap: float, held: Callable[[], int]) -> None:
    """Over her page, with a signal."""
    phone.context.set_offline(False)
    page = phone.go(f"/clients/{client}/")
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Note", exact=True).tap()
    before = held()
    _taps(page.get_by_role("dialog"), gap)
    _once(phone, lambda: held() > before)


def _tapped_twice_below(phone: Pocket, client: str, gap: float) -> None:
    """On the note's own page, without a signal."""
    phone.context.set_offline(True)
    page = phone.go(f"/notes/?client={client}")
    before = phone.waiting()
    _taps(page.locator("form.log"), gap)
    _once(phone, lambda: phone.waiting() > before)


def _taps(within: Any, gap: float) -> None:
    """A thumb does not look before its second tap: it comes down where the first did, whatever is there by then."""
    within.get_by_label("In your words").fill("Tapped twice.")
    keep = within.get_by_role("button", name="Keep", exact=True)
    # Once the dialog stands still, and nothing covers it.
    keep.tap(trial=True)
    keep.evaluate(TWICE, round(1000 * gap))


def _once(phone: Pocket, is_so: Callable[[], bool]) -> None:
    """Wait until it is so, and as long again as a second note would need to leave."""
    from playwright.sync_api import Error

    ends = time.monotonic() + pocket.PATIENCE
    while time.monotonic() < ends:
        # A page on its way to another answers nothing.
        with contextlib.suppress(Error):
            if is_so():
                return time.sleep(LONGEST_GAP / 1000)
        time.sleep(0.02)
    raise SystemExit(f"A note that was kept came nowhere: {phone.page.url}, {phone.waiting()} wait on the phone.")


def in_clear(driver: Any, address: str, reader: Any, canaries: dict[str, str], client: str) -> Iterator[Figure]:
    """T-53: a day's work with somebody in whose every field stands a canary; then all that the browser holds is read."""
    with pocket.of(driver, address, reader) as phone:
        phone.ready()
        phone.carries()
        carried = phone.page.evaluate(CARRIED)
        seen = _a_day(phone, client)
        found = phone.page.evaluate(DUMP)
        shown = {name for name, said in canaries.items() if said in seen}
        told = json.dumps(found, ensure_ascii=False)
        for where, held in found:
            for name, said in canaries.items():
                if said in held:
                    print(f"  in clear: {name}, in {where}", flush=True)
        yield Figure(f"T-53: canaries seen on the screen, of {len(canaries)}", len(shown), "")
        yield Figure("  carried on the phone, locked", sum(said in carried for said in canaries.values()), "")
        yield Figure("  characters in the browser’s stores", len(told), "")
        yield Figure("  canaries in clear in them", sum(said in told for said in canaries.values()), "canaries", 0)


def _a_day(phone: Pocket, client: str) -> str:
    """What she opens and keeps, and everything that was on the screen meanwhile."""
    page, seen = phone.page, list[str]()
    her = f"/clients/{client}/"
    for path in (
        "/",
        "/clients/",
        "/promises/",
        "/closing/",
        "/rest/",
        her,
        f"{her}show/",
        f"{her}name/",
        f"{her}story/",
    ):
        seen.append(phone.go(path).content())
    phone.go("/find/").get_by_role("searchbox").first.fill("CANARY")
    page.get_by_role("searchbox").first.press("Enter")
    page.wait_for_load_state()
    seen.append(page.content())
    _keeps(phone, client, "CANARY-WORDS with a signal", offline=False)
    phone.go(f"/notes/?client={client}").get_by_label("In your words").fill("CANARY-DRAFT, left")
    page.wait_for_timeout(600)
    _keeps(phone, client, "CANARY-WORDS without one", offline=True)
    page.goto(phone.address + her)
    seen.append(page.content())
    return "".join(seen)


def _keeps(phone: Pocket, client: str, words: str, *, offline: bool) -> None:
    phone.context.set_offline(offline)
    page = phone.go(f"/notes/?client={client}")
    page.get_by_label("In your words").fill(words)
    page.wait_for_timeout(400)
    page.get_by_role("button", name="Keep", exact=True).tap()
    page.get_by_text("No signal" if offline else "Kept in the story.").first.wait_for()


def wiped(driver: Any, address: str, reader: Any, client: str, envelopes: int) -> Iterator[Figure]:
    """T-54: the phone is lost with so many envelopes on it, and meets the house again."""
    from carnet.capture.actions import enrolling
    from carnet.capture.models import Device
    from carnet.interactions.models import Encounter
    from tests.factories import people

    with pocket.of(driver, address, reader) as phone:
        device = phone.ready()
        phone.carries()
        phone.go("/")
        phone.context.set_offline(True)
        for number in range(envelopes):
            phone.page.evaluate(KEEPING, [client, f"Before it was lost, {number}."])
        held = phone.waiting()
        now = dt.datetime.now(dt.UTC)  # noqa: TID251 -- the house's clock
        enrolling.wipe(device=Device.objects.get(id=device), by=people.THE_HOUSE, at=now, reason="lost")
        phone.context.set_offline(False)
        began = _contact(device, now)
        seconds = _gone(phone, began)
        ends = time.monotonic() + pocket.PATIENCE
        mine = Encounter.objects.filter(words__startswith="Before it was lost, ")
        while mine.count() < held and time.monotonic() < ends:
            time.sleep(0.1)
        words = list(mine.values_list("words", flat=True))
        yield Figure(f"T-54: envelopes lost, of {envelopes} on a wiped phone", envelopes - len(set(words)), "", 0)
        yield Figure("  come in twice", len(words) - len(set(words)), "", 0)
        yield Figure("  what can be read gone, after contact", seconds, "s", WIPED)


def _contact(device: str, since: dt.datetime) -> float:
    """When the house first answered it, whether its page asked or its worker."""
    from carnet.capture.models import Device

    ends = time.monotonic() + pocket.PATIENCE
    while not Device.objects.filter(id=device, last_contact_at__gt=since).exists():
        if time.monotonic() > ends:
            raise SystemExit("A phone that was wiped never met the house again.")
        time.sleep(0.02)
    return time.monotonic()


def _gone(phone: Pocket, began: float) -> float:
    from playwright.sync_api import Error

    left: list[str] = []
    while (gone := time.monotonic() - began) < pocket.PATIENCE:
        try:
            left = phone.page.evaluate(LEFT)
            if not left:
                return gone
        except Error:
            # It is on its way to the door.
            time.sleep(0.02)
    print(f"  still there: {', '.join(left)}", flush=True)
    return gone


def painted(driver: Any, address: str, reader: Any) -> Iterator[Figure]:
    """From asking for the app to seeing it, without a signal and on a slow phone, its worker asleep."""
    with pocket.of(driver, address, reader) as phone:
        phone.ready()
        phone.context.set_offline(True)
        slow = phone.context.new_cdp_session(phone.page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        slow.send("ServiceWorker.enable")
        seen = list[float]()
        for _time in range(PAINTS):
            phone.page.goto("about:blank")
            slow.send("ServiceWorker.stopAllWorkers")
            phone.go("/")
            phone.page.get_by_role("heading", name="No signal").wait_for()
            seen.append(phone.page.evaluate(PAINTED) / 1000)
        yield Figure("without a signal: first useful paint", statistics.median(seen), "s", PAINT, is_time=True)
        yield Figure("  the slowest", max(seen), "s", is_time=True)
