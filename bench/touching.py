"""The floor's flows in a real browser: how often the screen is really touched, and whether a thumb meets what it aims at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bench import pocket
from bench.figures import Figure
from bench.pocket import Pocket

VISIT, SPOKEN, SEARCHED, LATELY = 5, 2, 2, 1
MICROPHONE = "[data-behaviour~=voice] button"
COUNTING = """
for (const name of ["pointerdown", "keydown"]) addEventListener(name, (event) => {
  if (!event.isTrusted) return;
  const typed = name === "keydown" && event.key.length === 1 && event.target.matches("input, textarea");
  const counted = typed ? "typed" : "touched";
  sessionStorage[counted] = Number(sessionStorage[counted] ?? 0) + 1;
}, true);
"""
"""Of what a person does, not of what a script does: a character typed into a field counts apart."""


def figures(driver: Any, address: str, reader: Any, client: str) -> Iterator[Figure]:
    """Each flow once, for a client whom this advisor saw lately."""
    flows: tuple[tuple[str, Flow, int | None], ...] = (
        ("a visit, from her page", _visit, VISIT),
        ("a visit, from Today", _visit_from_today, VISIT),
        ("who walked in, by three letters", _searched, SEARCHED),
        ("who walked in, among those seen lately, from Find", _lately, LATELY),
        ("  the same from Today", _lately_from_today, None),
    )
    small = list[str]()
    visit = 0
    for name, flow, limit in flows:
        touched, missed = _counted(driver, address, reader, client, flow)
        visit = touched if flow is _visit else visit
        small += missed
        yield Figure(f"touches: {name}", touched, "touches", limit)
    spoken, missed = _counted(driver, address, reader, client, _spoken)
    if spoken:
        yield Figure("touches: a visit with a spoken note, beyond a visit", spoken - visit, "touches", SPOKEN)
    else:
        print("touches: a spoken note is not counted: there is no microphone in the form of a note yet.", flush=True)
    for each in dict.fromkeys([*small, *missed]):
        print(f"  a thumb would miss {each}", flush=True)
    yield Figure("touches: targets under 44 px on the way", len(set(small + missed)), "targets", 0)


class Finger:
    """What touches the screen, and looks at what it is about to touch."""

    def __init__(self, phone: Pocket, client: str) -> None:
        self.phone, self.page, self.client = phone, phone.page, client
        self.missed = list[str]()

    def tap(self, target: Any) -> None:
        """One touch."""
        target.tap()

    def look(self, root: str) -> None:
        """Whether all that stands there is large enough."""
        from tests.journeys import inspecting

        self.missed += inspecting.small(self.page, root)

    def place(self, name: str) -> Any:
        """A place of the tab bar."""
        return self.page.get_by_role("navigation", name="Places").get_by_role("link", name=name, exact=True)

    def her_page(self) -> None:
        """Until it is there."""
        self.page.wait_for_url(f"**/clients/{self.client}/")

    def touched(self) -> int:
        """So far."""
        return int(self.page.evaluate("Number(sessionStorage.touched ?? 0)"))


type Flow = Callable[[Finger], bool]


def _counted(driver: Any, address: str, reader: Any, client: str, flow: Flow) -> tuple[int, list[str]]:
    """How many touches, or none where the flow cannot be gone; and what was too small on the way."""
    with pocket.of(driver, address, reader, service_workers="block", permissions=["microphone"]) as phone:
        phone.context.add_init_script(COUNTING)
        finger = Finger(phone, client)
        return (finger.touched() if flow(finger) else 0), finger.missed


def _visit(finger: Finger) -> bool:
    """How it was left, what she saw, when to come back to it."""
    _open_the_note(finger)
    _left_and_shown(finger)
    finger.tap(finger.page.get_by_role("radio", name="2 weeks"))
    return _keep(finger)


def _visit_from_today(finger: Finger) -> bool:
    finger.phone.go("/")
    finger.tap(finger.place("Note"))
    finger.page.locator(f'a[href$="client={finger.client}"]').wait_for()
    finger.look("main")
    finger.tap(finger.page.locator(f'a[href$="client={finger.client}"]'))
    _left_and_shown(finger)
    return _keep(finger)


def _spoken(finger: Finger) -> bool:
    """The same as a visit; between its touches one begins to listen, another ends it."""
    _open_the_note(finger)
    microphone = finger.page.locator(MICROPHONE).first
    if not microphone.count():
        return False
    _left_and_shown(finger)
    finger.tap(microphone)
    finger.page.wait_for_timeout(1_500)
    finger.tap(finger.page.locator(MICROPHONE).first)
    finger.tap(finger.page.get_by_role("radio", name="2 weeks"))
    return _keep(finger)


def _open_the_note(finger: Finger) -> None:
    finger.phone.go(f"/clients/{finger.client}/")
    finger.tap(finger.place("Note"))
    finger.page.get_by_role("dialog").wait_for()
    finger.look("dialog")


def _left_and_shown(finger: Finger) -> None:
    finger.tap(finger.page.get_by_role("radio", name="Thinking"))
    finger.tap(finger.page.locator(".picker label").first)


def _keep(finger: Finger) -> bool:
    finger.tap(finger.page.get_by_role("button", name="Keep", exact=True))
    finger.her_page()
    finger.page.get_by_text("Kept in the story.").wait_for()
    return True


def _searched(finger: Finger) -> bool:
    """Find, three letters, the first who is found."""
    from carnet.clients.models import Client

    name = Client.objects.get(id=finger.client).display
    page = finger.phone.go("/")
    finger.tap(page.get_by_role("button", name="Find"))
    page.get_by_role("searchbox").first.press_sequentially(name[:3], delay=10)
    found = page.locator(f'#found a[href$="/clients/{finger.client}/"]')
    found.wait_for()
    finger.look("#find")
    finger.tap(found)
    finger.her_page()
    return True


def _lately(finger: Finger) -> bool:
    """She stands among the recents before a letter is typed."""
    page = finger.phone.go("/find/")
    finger.look("main")
    finger.tap(page.locator(f'main a[href$="/clients/{finger.client}/"]'))
    finger.her_page()
    return True


def _lately_from_today(finger: Finger) -> bool:
    """Straight from Today where she stands on it, else by the list of whom it may be about."""
    page = finger.phone.go("/")
    here = page.locator(f'main a[href$="/clients/{finger.client}/"]:visible')
    if here.count():
        finger.tap(here.first)
    else:
        finger.tap(finger.place("Clients"))
        page.wait_for_url("**/clients/")
        finger.tap(page.locator(f'main a[href$="/clients/{finger.client}/"]'))
    finger.her_page()
    return True
