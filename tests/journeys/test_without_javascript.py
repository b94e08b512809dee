"""Every form of every page, filled in and sent by a browser that runs no script."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

from carnet.house.models import Member
from tests.factories import morning
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
LAST = {"account_logout"}
"""It ends the walk; the door's own journeys leave without scripts."""
ELSEWHERE = {"note-name", "welcome"}
"""Reached from no page of this morning: a visit's name is asked ninety days later, a card is another journey's."""


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
        for number in range(self.forms(path).count()):
            form = self.forms(path).nth(number)
            if form.count() and self.name(form) not in self.sent | LAST:
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

    def take_back(self, path: str) -> None:
        """Whatever the page then offers to undo."""
        undo = self.page.locator(".toast form")
        if undo.count() and self.name(undo.first) not in self.sent:
            self.send(path, undo.first)
        self.page.goto(self.journey.at + path)


def test_every_form_works_without_javascript(open_context: Any, house: Any) -> None:
    Member.objects.update(language="en")
    sent: set[str] = set()
    for role in ("camille", "ines"):
        journey = open_context(PHONE, java_script_enabled=False)
        journey.sign_in(house.of(role))
        sender = Sender(journey)
        sender.sent |= sent
        hers = [each.href(house) for each in ADDRESSES if each.gets and role in each.who and "refused" not in each.name]
        # Twice: what was sent the first time brings forms that were not there before.
        for path in hers + hers:
            sender.visit(urlsplit(path).path if "?" not in path else path)
        assert sender.faults == []
        sent |= sender.sent
    assert {each.name for each in ADDRESSES if each.posts} - sent - ELSEWHERE == set()
