"""A telephone with Carnet on it, as a real browser has it: signed in, its worker in place, its outbox ready."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Any

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PATIENCE = 30.0
EARS = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
"""A microphone that a browser without one may listen to."""
OWN_KEY = {
    "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True, "hasPrf": True,
}  # fmt: skip
"""What a phone with a face or a finger has."""
WORKER = "navigator.serviceWorker.controller !== null && caches.keys().then((names) => names.length === 1)"
DEVICE = "document.body.dataset.device"
WAITING = """async () => (await import(document.body.dataset.outbox)).waiting().then((all) => all.length)"""


class Pocket:
    """Somebody's telephone."""

    def __init__(self, context: Any, address: str) -> None:
        self.context, self.address = context, address
        self.page = context.new_page()

    def go(self, path: str) -> Any:
        """To a page of the house's."""
        self.page.goto(self.address + path)
        return self.page

    def until(self, script: str, patience: float = PATIENCE) -> Any:
        """What a script says once it says something; asked from outside, for the page's policy evaluates no words."""
        ends = time.monotonic() + patience
        while not (said := self.page.evaluate(script)):
            if time.monotonic() > ends:
                raise SystemExit(f"In the browser this never came: {script.splitlines()[0][:90]}")
            time.sleep(0.05)
        return said

    def ready(self) -> str:
        """Today once, with a worker and an outbox of its own: the id of the device it is."""
        self.go("/")
        self.until(WORKER)
        return str(self.until(DEVICE))

    def carries(self) -> None:
        """Her day with it, behind the phone's own key."""
        session = self.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": OWN_KEY})
        self.go("/door/me/").get_by_role("button", name="Carry them on this phone").tap()
        self.page.get_by_role("button", name="Carry nobody").wait_for()

    def waiting(self) -> int:
        """Envelopes that are still here."""
        return int(self.page.evaluate(WAITING))

    def emptied(self) -> None:
        """Once nothing waits any more."""
        self.until(WAITING.replace(".length)", ".length === 0)"))


@contextlib.contextmanager
def of(driver: Any, address: str, reader: Any, **more: Any) -> Iterator[Pocket]:
    """A new telephone in the hands of whoever is signed in as `reader`."""
    context = driver.new_context(**PHONE | more)
    context.set_default_timeout(PATIENCE * 1000)
    cookie = {"name": "sessionid", "value": reader.cookies["sessionid"].value, "url": address}
    context.add_cookies([cookie])
    try:
        yield Pocket(context, address)
    finally:
        context.close()
