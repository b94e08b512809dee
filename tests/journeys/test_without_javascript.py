"""Every form of every page, filled in and sent by a browser that runs no script."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

from carnet.house.models import Member
from carnet.outreach.actions import answering
from carnet.outreach.kinds import Reply
from tests.factories import morning, people
from tests.journeys.conftest import PHONE, Journey
from tests.web.addresses import ADDRESSES

SAID = {
    "date-on": "8/12",
    "raw": "+33199001177",
    "currency": "EUR",
    "code": morning.CODE,
    "separator": "",
    "encoding": "",
    "zone": "",
}
FILE = {"name": "friends.csv", "mimeType": "text/csv", "buffer": morning.PEOPLE.encode()}
LAST = {"account_logout", "tablets"}
"""They end the walk: the door's own journeys leave without scripts, and a tablet is enrolled when all else is done."""
AGAIN = {"today", "client", "promises", "closing", "import", "house"}
"""Pages on which the first round leaves a form that was not there before."""
ELSEWHERE = {"note-name", "welcome", "draft", "draft-use", "details-visit", "notices", "notices-later"}
"""Reached from no page of this morning: a visit's name is asked ninety days later, a card is another journey's, no language
model is named, whoever leaves details has a journey of her own, and a notice needs a script."""


def reveal(page: Page, what: Locator) -> None:
    """Open whatever it lies in, as a person would: sheets by their button, folds by their line."""
    if what.is_visible():
        return
    sheet = what.locator("xpath=ancestor-or-self::*[@popover][1]")
    if sheet.count() and not sheet.is_visible():
        openers = page.locator(f"[popovertarget='{sheet.get_attribute('id')}']")
        opener = next((each for each in openers.all() if each.is_visible()), openers.first)
        reveal(page, opener)
        opener.click()
    for fold in what.locator("xpath=ancestor::details[not(@open)]").all():
        fold.locator("> summary").click()


def fill(form: Locator) -> None:
    """Say something plausible in each field that is empty."""
    for field in form.locator("input:not([type=hidden]), textarea, select").all():
        kind = field.evaluate("field => field.type")
        if kind == "file":
            field.set_input_files(FILE)
        elif kind == "radio":
            if not form.locator(f"input[name='{field.get_attribute('name')}']:checked").count():
                field.check()
        elif kind == "select-one" and not field.input_value() and field.get_attribute("required") is not None:
            field.select_option(index=1)
        elif kind == "date" and field.is_visible():
            field.fill("2026-04-07")
        elif kind in ("text", "textarea", "password", "search") and field.is_visible() and not field.input_value():
            field.fill(SAID.get(field.get_attribute("name") or "", "A few words"))


class Sender:
    """Sends each form once, wherever it is met first."""

    def __init__(self, journey: Journey) -> None:
        self.journey, self.page = journey, journey.page
        self.sent: set[str] = set()
        self.faults: list[str] = []

    def name(self, form: Locator) -> str:
        action = form.get_attribute("action") or urlsplit(self.page.url).path
        return str(resolve(urlsplit(action).path).url_name)

    def visit(self, path: str) -> None:
        """Every form of that page."""
        while form := next((each for each in self.forms(path).all() if self.name(each) not in self.sent | LAST), None):
            self.send(path, form)
            self.take_back(path)

    def forms(self, path: str) -> Locator:
        if urlsplit(self.page.url).path != path:
            self.page.goto(self.journey.at + path)
        return self.page.locator("form[method=post]")

    def send(self, path: str, form: Locator) -> None:
        name = self.name(form)
        self.sent.add(name)
        button = form.locator("button:not([type=button])")
        last = button.first if button.count() else form.locator("input[type=search]")
        reveal(self.page, last)
        fill(form)
        try:
            with self.page.expect_navigation() as waiting:
                last.click() if button.count() else last.press("Enter")
        except TookTooLong:
            self.faults.append(f"{path} {name}: not sent")
            return
        wrong = self.page.locator(".toast.bad, .err").all_inner_texts()
        if waiting.value.status >= 400 or wrong:
            self.faults.append(f"{path} {name}: {waiting.value.status} {wrong}")

    def enrol(self) -> None:
        """This device, as a shared tablet: whoever held it is out."""
        self.page.goto(f"{self.journey.at}/house/")
        self.send("/house/", self.page.locator("form[action$='/tablets/']"))
        assert self.journey.path() == "/door/tablet/"

    def take_back(self, path: str) -> None:
        """Whatever the page then offers to undo."""
        undo = self.page.locator(".toast form")
        if undo.count() and self.name(undo.first) not in self.sent:
            self.send(path, undo.first)
        self.page.goto(self.journey.at + path)


def walk_of(role: str, house: Any) -> list[tuple[str, str]]:
    """Every page there is for her, the house's own first."""
    hers = [each for each in ADDRESSES if each.gets and role in each.who and "refused" not in each.name]
    return sorted(((each.name, each.href(house)) for each in hers), key=lambda each: each[0] != "house")


def test_every_form_works_without_javascript(open_context: Any, house: Any) -> None:
    Member.objects.update(language="en")
    written = answering.Said(Reply.WRITTEN)
    answering.answer(
        suggestion=house.suggestion(house.helene),
        said=written,
        member=house.camille,
        by=people.by(house.camille),
        at=morning.NOW,
    )
    # Before anything is taken back, and with it what its address names. First what the house asks of its till.
    pages = {role: walk_of(role, house) for role in ("camille", "odile", "ines")}
    sent: set[str] = set()
    for role, hers in pages.items():
        journey = open_context(PHONE, java_script_enabled=False)
        journey.sign_in(house.of(role))
        sender = Sender(journey)
        sender.sent |= sent
        for _name, path in hers + [each for each in hers if each[0] in AGAIN]:
            sender.visit(path)
        if role == "ines":
            sender.enrol()
        assert "\n".join(sender.faults) == ""
        sent |= sender.sent
    assert {each.name for each in ADDRESSES if each.posts} - sent - ELSEWHERE == set()
