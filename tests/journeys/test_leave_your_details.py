"""Somebody without a name reads a code with her own telephone, and has a name before she leaves."""

from __future__ import annotations

from typing import Any

import pytest
import segno
from playwright.sync_api import expect

from carnet.web.details import asking
from tests import cast
from tests.journeys import inspecting
from tests.journeys.conftest import DESK, PHONE, Journey

NAME, NUMBER = "Ottilie Brandt", "+33199001177"
KEY, TAP, THINK, READ = 0.28, 1.3, 1.35, 8.0
"""Seconds, as of Card, Moran and Newell (1980) for a slow typist on glass; reading what she signs besides."""


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """What a telephone reads in the codes that are shown."""
    addresses: list[str] = []
    make = segno.make
    monkeypatch.setattr(asking.segno, "make", lambda said, **words: addresses.append(said) or make(said, **words))
    return addresses


@pytest.fixture
def camille(open_context: Any, house: Any) -> Journey:
    journey: Journey = open_context(PHONE)
    journey.sign_in(house.camille)
    return journey


def shown(camille: Journey, read: list[str], path: str) -> str:
    """The code, by its button on that page."""
    page = camille.go(path)
    page.get_by_role("button", name="Leave your details").click()
    expect(page.get_by_role("img").or_(page.locator(".qr svg")).first).to_be_visible()
    return read[-1].removeprefix(camille.at)


def fill(page: Any) -> float:
    """Three lines and two boxes, without a script; how long it takes, by the keystroke model."""
    boxes = page.locator("input[type=checkbox]")
    lines = {"name": NAME, "number": NUMBER, "signature": NAME}
    for name, said in lines.items():
        page.locator(f"input[name={name}]").fill(said)
    for box in (boxes.nth(0), boxes.nth(3)):
        box.check()
    page.locator("button[type=submit]").click()
    keys = sum(map(len, lines.values()))
    return READ + keys * KEY + (len(lines) + 2 + 1) * (TAP + THINK)


@pytest.mark.parametrize("locale", ["it-IT", "ar-AE"])
def test_she_leaves_her_details_in_forty_seconds(open_context, house, camille, read, locale):
    path = shown(camille, read, "/closing/")
    hers = open_context(PHONE, java_script_enabled=False, locale=locale)
    page = hers.go(path)
    assert page.locator("html").get_attribute("lang") == locale[:2]
    assert fill(page) < 40
    assert hers.path().startswith("/leave/done/")
    assert cast.MAISON in page.locator("main").inner_text()
    today = camille.go("/")
    today.get_by_role("link", name=NAME).click()
    expect(today.get_by_role("heading", level=1)).to_have_text(NAME)
    assert camille.path() == f"/clients/{house.nobody.id}/"
    assert hers.page.goto(hers.at + path).status == 404


def test_she_chooses_another_language(open_context, house, camille, read):
    hers = open_context(PHONE, java_script_enabled=False, locale="de-DE")
    page = hers.go(shown(camille, read, f"/clients/{house.nobody.id}/"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_text("English").click()
    page.get_by_role("link", name="日本語").click()
    assert page.locator("html").get_attribute("lang") == "ja"
    fill(page)
    house.nobody.refresh_from_db()
    assert house.nobody.language == "ja"


def test_a_number_the_house_knows_is_asked_of_her_advisor(open_context, house, camille, read):
    hers = open_context(PHONE, java_script_enabled=False, locale="fr-FR")
    page = hers.go(shown(camille, read, "/closing/"))
    page.locator("input[name=number]").fill(cast.HELENE.phone)
    page.locator("input[name=name]").fill("Hélène M.")
    page.locator("input[name=signature]").fill("Hélène M.")
    page.locator("button[type=submit]").click()
    assert hers.path() == "/leave/done/?in=fr"
    closing = camille.go("/closing/")
    row = closing.locator("form.row", has_text="Hélène M.")
    row.get_by_role("combobox").select_option(label="Mme Hélène Marchetti")
    row.get_by_role("button", name="Keep").click()
    assert camille.path() == f"/clients/{house.helene.id}/"


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_its_pages_can_be_read_by_everybody(open_context, house, camille, read, screen):
    code = shown(camille, read, "/closing/")
    faults = {"code": inspecting.inaccessible(camille.page) + inspecting.small(camille.page)}
    for locale in ("en-GB", "ar-AE", "ja-JP"):
        hers = open_context(screen | {"reduced_motion": "reduce"}, locale=locale)
        for path in (code, "/leave/done/", "/leave/nothing/"):
            hers.page.goto(hers.at + path)
            faults[f"{locale} {path}"] = [
                *inspecting.inaccessible(hers.page), *inspecting.small(hers.page), *inspecting.by_night(hers.page),
                *inspecting.wider(hers.page, (320, 390, 768, 1440)),
            ]  # fmt: skip
    inspecting.none_of(faults)
