"""A form is ours, or nothing is kept; what is kept answers with a redirect or a page."""

from __future__ import annotations

import pytest
from django.middleware.csrf import _get_new_csrf_string

from carnet.journal.models import Line
from tests.factories import morning
from tests.web.addresses import ADDRESSES, Address
from tests.web.conftest import enter
from tests.web.forms import forms_of

POSTS = [each for each in ADDRESSES if each.posts]
DOOR = [
    "/door/",
    "/door/in/",
    "/door/password/",
    "/door/password/first/",
    "/door/proofs/codes/",
    "/door/out/",
    "/door/again/",
    "/door/proof/",
    "/door/passkeys/new/",
    "/door/proofs/spare/",
]


@pytest.mark.parametrize("address", POSTS, ids=str)
def test_a_form_from_elsewhere_keeps_nothing(house, address: Address):
    before = Line.objects.count()
    role = min(address.who)
    answer = enter(house.of(role), enforce_csrf_checks=True).post(address.href(house), address.says)
    assert answer.status_code == 403
    assert "Nothing was kept" in answer.content.decode() or role in ("ines", "odile")
    assert Line.objects.count() == before


@pytest.mark.parametrize("href", DOOR)
def test_the_door_asks_for_its_own_form(house, href):
    assert enter(house.camille, enforce_csrf_checks=True).post(href, {}).status_code == 403


@pytest.mark.parametrize("address", POSTS, ids=str)
def test_a_form_of_ours_is_answered(house, address: Address):
    browser = enter(house.of(min(address.who)), enforce_csrf_checks=True)
    browser.cookies["csrftoken"] = token = _get_new_csrf_string()
    answer = browser.post(address.href(house), address.says | {"csrfmiddlewaretoken": token})
    assert answer.status_code in (200, 302, 404, 422)
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith("/")


@pytest.mark.parametrize(
    "address",
    [each for each in ADDRESSES if each.gets and each.name != "import-refused"],
    ids=str,
)
def test_every_form_of_a_page_bears_its_token_and_stays_here(house, address: Address):
    role = "camille" if "camille" in address.who else min(address.who)
    for form in forms_of(address.href(house), enter(house.of(role)).get(address.href(house)).content.decode()):
        assert form.action.startswith("/")
        assert ("csrfmiddlewaretoken" in form.sends()) == (form.method == "post")


def test_nobody_is_led_away_by_the_door(house):
    for away in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        answer = enter(house.camille).post(f"/promises/{house.promise.id}/outcome/", {"back": away})
        assert answer.headers["Location"] == "/promises/"


@pytest.mark.parametrize(
    # The blank note stays on a phone when she has left: only a script can keep it, sealed.
    "address",
    [each for each in ADDRESSES if each.gets and each.name != "import-refused"],
    ids=str,
)
def test_no_page_is_kept_by_the_browser_or_framed(house, address: Address):
    role = "camille" if "camille" in address.who else min(address.who)
    answer = enter(house.of(role)).get(address.href(house))
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert {"default-src 'self'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy.split("; "))
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_tablet_asks_for_its_own_form(house):
    browser = enter(house.camille, enforce_csrf_checks=True)
    browser.cookies["carnet-tablet"] = house.secret
    assert browser.post(f"/door/tablet/{house.camille.id}/", {"code": morning.CODE}).status_code == 403
    assert browser.post("/door/tablet/lock/").status_code == 403
