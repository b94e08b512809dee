"""A real browser before a real server and a real PostgreSQL, at the size of a phone and of a desk."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from carnet.house.models import Member
from carnet.kit import db
from carnet.web.door.sessions import SessionStore
from tests.factories import morning
from tests.factories.morning import Morning
from tests.factories.remembered import Remembered

# The browser's own loop runs in this thread, and nothing of ours waits on it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
SIZES = {"phone": PHONE, "desk": DESK}
PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine: what is slow is measured in bench/, and no fault of a journey."""
expect.set_options(timeout=PATIENCE)
UNHURRIED = (
    f"const wait = setTimeout; setTimeout = (then, ms, ...more) => wait(then, ms === 4000 ? {PATIENCE} : ms, ...more);"
)
"""A page goes on without the house after four seconds: on a busy machine it would, and show what it shows without a signal."""
RUE_DU_MAIL = Remembered(morning.in_rue_du_mail)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys/" in str(item.path):
            item.add_marker(pytest.mark.journey)
            # A browser on a shared machine may be starved: asked once more, and named at the end for somebody to look into.
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The one that bin/test found. Root has no sandbox to be in."""
    return {
        "executable_path": os.environ.get("CHROMIUM") or "/usr/bin/chromium",
        "args": ["--no-sandbox"] if os.geteuid() == 0 else [],
    }


@dataclasses.dataclass
class Journey:
    """Somebody with a browser, and what it had to complain of."""

    context: BrowserContext
    page: Page
    at: str
    complaints: list[str]

    def go(self, path: str) -> Page:
        answer = self.page.goto(self.at + path)
        assert answer is not None
        assert answer.status < 400, f"{path}: {answer.status}"
        return self.page

    def leave(self) -> None:
        """Away from whatever it was about to show first: a browser that is closed while a page fades in may never answer."""
        for page in self.context.pages:
            with contextlib.suppress(Error):
                page.goto("about:blank")
        self.context.close()

    def path(self) -> str:
        return self.page.url.removeprefix(self.at)

    def sign_in(self, member: Member, **more: Any) -> None:
        """Both proofs given; the door itself has journeys of its own."""
        # What the page before still asks for would come back without a session, and take the new cookie away.
        self.page.goto("about:blank")
        session = SessionStore()
        session[SESSION_KEY] = str(member.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = member.get_session_auth_hash()
        session["proven"] = True
        session.update(more)
        session.create()
        self.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": self.at}])


def listen(context: BrowserContext, at: str) -> list[str]:
    """What no page may do: ask another host, complain in the console, break a policy, fail."""
    complaints: list[str] = []

    def asked(request: Any) -> None:
        if not request.url.startswith((at, "data:", "blob:")):
            complaints.append(f"asked {request.url}")

    def answered(answer: Any) -> None:
        # A page may well be a 404; what a page asks for may not.
        if answer.status >= 500 or (answer.status >= 400 and answer.request.resource_type != "document"):
            complaints.append(f"{answer.status} {answer.url}")

    def said(words: Any) -> None:
        if words.type == "error" and not words.text.startswith("Failed to load resource"):
            complaints.append(f"said {words.text}")

    context.on("request", asked)
    context.on("response", answered)
    context.on("console", said)
    context.on("weberror", lambda error: complaints.append(f"threw {error.error}") if not leaving(error) else None)
    return complaints


def leaving(error: Any) -> bool:
    """A page that is left before it has faded in: the browser's own word for it, in no script of ours."""
    return "Transition was skipped" in str(error.error)


def patiently[Said](page: Page, ask: Callable[[], Said]) -> Said:
    """What is said once something is: asked again and again, while the page goes on."""
    ends = time.monotonic() + PATIENCE / 1_000
    while not (said := ask()) and time.monotonic() < ends:
        page.wait_for_timeout(100)
    return said


def wait_for_the_server() -> None:
    """A page may have asked for something as it closed: tables are emptied once that is done."""
    for _ in range(100):
        ((busy,),) = db.select(
            "select count(*) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'"
        )
        if not busy:
            return
        time.sleep(0.05)


@pytest.fixture
def open_context(browser: Browser, live_server: Any) -> Iterator[Any]:
    """A new browser, as often as one is needed: `open_context(PHONE, java_script_enabled=False)`.

    No service worker unless it is asked for: on a slow machine it shows the phone's own pages, as it should. Nor does a page
    go on without the house's answer, unless it is `hurried`.
    """
    opened: list[Journey] = []

    def open_one(size: dict[str, Any], *, hurried: bool = False, **words: Any) -> Journey:
        context = browser.new_context(**({"service_workers": "block"} | size | words))
        if not hurried:
            context.add_init_script(UNHURRIED)
        context.set_default_timeout(PATIENCE)
        journey = Journey(context, context.new_page(), live_server.url, listen(context, live_server.url))
        opened.append(journey)
        return journey

    yield open_one
    for journey in opened:
        journey.leave()
    wait_for_the_server()
    assert [said for journey in opened for said in journey.complaints] == []


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A phone's, then a desk's."""
    return SIZES[request.param]


@pytest.fixture
def clock() -> Iterator[Any]:
    """It is ten in the morning in rue du Mail; `clock.move_to(…)` for another day."""
    with time_machine.travel(morning.NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture
def house(transactional_db: None, clock: Any) -> Morning:
    """The house of that morning."""
    return RUE_DU_MAIL.laid()


@pytest.fixture
def camille(open_context: Any, size: dict[str, Any], house: Morning) -> Journey:
    """Camille, signed in."""
    journey: Journey = open_context(size)
    journey.sign_in(house.camille)
    return journey
