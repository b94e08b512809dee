"""The door for devices: it believes signatures alone, takes each envelope once, and says nothing to whoever is not signed in."""

from __future__ import annotations

import base64
import datetime as dt
import json

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client as Browser

from carnet.capture.actions import enrolling
from carnet.capture.models import Deposit, Device, Holder
from carnet.capture.queries import proposed
from carnet.capture.rules import envelopes, notes
from carnet.house.models import Role
from carnet.house.queries import scope_of
from carnet.interactions.models import Encounter
from carnet.kit import ids
from tests.factories import people
from tests.factories.morning import NOW
from tests.factories.phone import milliseconds, phone
from tests.web.conftest import enter

pytestmark = pytest.mark.django_db
DEPOSITS = "/kept/deposits/"


def hand_in(browser, phone, *sent, **more):
    said = {"device": str(phone.device.id), "sent_at": milliseconds(NOW), "envelopes": sent}
    return browser.post(DEPOSITS, json.dumps(said), content_type="application/json", **more)


@pytest.fixture
def hers(house):
    return phone(house.camille, NOW)


def test_a_browser_is_enrolled_by_whoever_is_signed_in(house):
    key = base64.b64encode(envelopes.point(ec.generate_private_key(ec.SECP256R1()).public_key())).decode()
    answer = enter(house.camille).post(
        "/kept/device/", json.dumps({"public": key, "name": "iPhone"}), content_type="application/json"
    )
    said = answer.json()
    assert said["member"] == str(house.camille.id)
    assert Device.objects.get(id=said["device"]).name == "iPhone"
    assert len(base64.b64decode(said["house"])) == 65
    assert Browser().post("/kept/device/", "{}", content_type="application/json").status_code == 302


@pytest.mark.parametrize("body", ["", "[]", "{", '{"public": 5}', '{"public": "AAAA"}', '{"public": "é"}', "[" * 9_000])
def test_what_is_no_key_is_refused_with_a_sentence(house, body):
    answer = enter(house.camille).post("/kept/device/", body, content_type="application/json")
    assert answer.status_code == 422


def test_a_note_comes_in_without_a_session_and_nothing_is_said_of_it(hers, house):
    answer = hand_in(Browser(), hers, hers.note(house.antoine, at=NOW, words="In the basement."))
    assert answer.status_code == 200
    assert [each["state"] for each in answer.json()["results"]] == ["kept"]
    assert set(answer.json()["results"][0]) == {"mutation", "state"}
    assert Encounter.objects.filter(words="In the basement.").count() == 1


def test_to_her_who_waits_it_says_where_to_go(hers, house):
    mutation = ids.new()
    sent = hers.note(house.antoine, at=NOW, mutation=mutation, words="Here.", left="bought")
    browser = enter(house.camille)
    answer = hand_in(browser, hers, sent, headers={"X-Carnet-Now": str(mutation)})
    assert answer.json()["results"][0]["url"] == f"/clients/{house.antoine.id}/"
    page = browser.get(f"/clients/{house.antoine.id}/").content.decode()
    assert "Kept in the story. The sale will join it when it comes in." in page


def test_a_colleague_on_the_same_phone_learns_nothing_of_it(hers, house):
    mutation = ids.new()
    sent = hers.note(house.antoine, at=NOW, mutation=mutation, words="Hers.")
    answer = hand_in(enter(house.yumi), hers, sent, headers={"X-Carnet-Now": str(mutation)})
    assert set(answer.json()["results"][0]) == {"mutation", "state"}


POISON = [
    "", "[]", "null", "{", '"x"', "{}", '{"envelopes": 3, "sent_at": 1}', '{"envelopes": [], "sent_at": "x"}',
    '{"envelopes": [], "sent_at": true}', '{"envelopes": [], "sent_at": 1e400}', "[" * 100_000,
    json.dumps({"envelopes": [None] * 26, "sent_at": 1}),
]  # fmt: skip


@pytest.mark.parametrize("body", POISON)
def test_what_is_no_deposit_is_a_400(house, body):
    assert Browser().post(DEPOSITS, body, content_type="application/json").status_code == 400


SPOILED = [
    {"header": "AAAA"}, {"body": ""}, {"nonce": "AA=="}, {"fresh": "AAAA"}, {"signature": "AAAA"}, {"header": None},
    {"header": 7},
]  # fmt: skip


@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_spoiled_envelope_spoils_no_other(hers, house, spoiled):
    good = hers.note(house.antoine, at=NOW, words="Whole.")
    answer = hand_in(Browser(), hers, hers.note(house.antoine, at=NOW) | spoiled, good, None, "x", 3, {})
    assert [each["state"] for each in answer.json()["results"]] == ["unknown", "kept", *["unknown"] * 4]


def test_a_clock_out_of_all_bounds_is_taken_for_a_clock(hers, house):
    for kept_at in (-(10**30), 10**30, 0):
        sent = hers.envelope(json.dumps({"v": 1, "people": [str(house.antoine.id)]}).encode(), at=NOW, kept_at=kept_at)
        assert hand_in(Browser(), hers, sent).json()["results"][0]["state"] == "kept"
    assert Deposit.objects.filter(happened_at__lte=NOW).count() == 3


def test_a_wiped_device_is_told_and_its_session_ends(hers, house):
    browser = enter(house.camille)
    session = browser.session
    session["device"] = str(hers.device.id)
    session.save()
    enrolling.wipe(device=hers.device, by=people.by(house.ines), at=NOW, reason="lost")
    answer = browser.get("/")
    assert answer.status_code == 302
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies"'
    said = hand_in(Browser(), hers, hers.note(house.antoine, at=NOW, words="Still in it."))
    assert said.json()["wiped"] is True
    assert Encounter.objects.filter(words="Still in it.").exists()


def test_the_app_is_the_same_for_everybody_and_names_nobody(house):
    for browser in (Browser(), enter(house.camille)):
        assert browser.get("/sw.js").headers["Content-Type"].startswith("text/javascript")
        assert browser.get("/app/manifest.webmanifest").json()["start_url"] == "/"
        for page in ("/app/", "/app/note/", "/app/note/over/"):
            said = browser.get(page).content.decode()
            for name in (house.camille.name, "Antoine", "Renard", str(house.camille.id), "csrfmiddlewaretoken"):
                assert name not in said, (page, name)


def test_hours_hold_over_more_than_one_request(hers, house):
    """What is still on the phone was kept before what came in first: the last contact is only the last request's."""
    first, second = (hers.note(house.antoine, at=NOW - dt.timedelta(hours=hours), words=f"{hours}") for hours in (5, 4))
    later = {"device": str(hers.device.id), "sent_at": milliseconds(NOW)}
    type(hers.device).objects.filter(id=hers.device.id).update(last_contact_at=NOW - dt.timedelta(days=1))
    for sent, more in ((first, True), (second, False)):
        body = json.dumps(later | {"envelopes": [sent], "more": more})
        Browser().post(DEPOSITS, body, content_type="application/json")
    kept = Encounter.objects.filter(words__in=["4", "5"]).order_by("happened_at")
    assert [NOW - each.happened_at for each in kept] == [dt.timedelta(hours=5), dt.timedelta(hours=4)]


@pytest.mark.parametrize(
    "clear",
    [
        b'{"v": 1e999}',
        b'{"v": 1, "people": [], "search": "a\\u0000b"}',
        b'{"v": 1, "people": [], "search": "a\\ud800b"}',
    ],
)
def test_one_that_cannot_be_read_keeps_no_other_on_the_phone(house, hers, clear):
    good = hers.note(house.antoine, at=NOW, words="After it.")
    answer = hand_in(Browser(), hers, hers.envelope(clear, at=NOW), good)
    assert answer.status_code == 200
    assert Encounter.objects.filter(words="After it.").count() == 1


@pytest.mark.parametrize("said", [{"app": "a\0b"}, {"app": "\ud800"}])
def test_what_stands_outside_an_envelope_is_read_as_plain_signs(house, hers, said):
    sent = hers.envelope(
        json.dumps({"v": 1, "people": [str(house.antoine.id)], "words": "Kept."}).encode(), at=NOW, **said
    )
    assert hand_in(Browser(), hers, sent).json()["results"][0]["state"] == "kept"


def test_one_that_we_stumble_on_keeps_no_other_on_the_phone(house, hers, monkeypatch, caplog):
    read = notes.read
    monkeypatch.setattr(notes, "read", lambda clear: 1 / 0 if b"Stumble" in clear else read(clear))
    sent = [hers.note(house.antoine, at=NOW, words=words) for words in ("Stumble over Antoine.", "After it.")]
    states = [each["state"] for each in hand_in(Browser(), hers, *sent).json()["results"]]
    assert states == ["unknown", "kept"]
    assert "ZeroDivisionError" in caplog.text
    assert "Antoine" not in caplog.text


def test_a_note_under_the_name_of_a_colleagues_is_a_sentence(house, hers):
    mutation = ids.new()
    hand_in(Browser(), hers, hers.note(house.antoine, at=NOW, mutation=mutation, words="Hers."))
    said = {"mutation": str(mutation), "client": str(house.antoine.id), "kind": "visit", "words": "Another."}
    answer = enter(house.yumi).post("/notes/", said)
    assert "A colleague has kept that note already" in answer.content.decode()


def test_only_who_holds_a_device_says_that_it_was_met(house, hers):
    """Whoever knows its id alone must not move the moment after which its notes can have happened."""
    met = Device.objects.get(id=hers.device.id).last_contact_at
    with time_machine.travel(NOW + dt.timedelta(hours=1), tick=False):
        hand_in(Browser(), hers)
        assert Device.objects.get(id=hers.device.id).last_contact_at == met
        hand_in(Browser(), hers, hers.note(house.antoine, at=NOW, words="Signed."))
        assert Device.objects.get(id=hers.device.id).last_contact_at > met


def test_a_phone_that_was_handed_on_is_not_hers_to_wipe(house, hers):
    assert list(proposed.own_devices(house.camille)) == [hers.device]
    Holder.objects.create(device=hers.device, member=house.yumi, seen_at=NOW + dt.timedelta(minutes=1))
    assert not proposed.own_devices(house.camille).exists()
    assert list(proposed.own_devices(house.yumi)) == [hers.device]


def test_a_manager_sees_who_works_there_or_worked_there_last(house, hers):
    here, ginza = [house.ines], [house.kenji]
    seen = lambda managers: {  # noqa: E731 -- read twice below
        each.id for who in managers for each in proposed.devices(scope_of(who, NOW).manages, NOW)
    }
    assert hers.device.id in seen(here)
    assert hers.device.id not in seen(ginza)
    role = Role.objects.filter(member=house.camille).get()
    moved = NOW - dt.timedelta(days=10)
    Role.objects.filter(id=role.id).update(period=(role.period.lower, moved))
    assert hers.device.id in seen(here), "she has left, and worked here last"
    Role.objects.create(
        member=house.camille, kind=role.kind, boutique=house.hana.roles.get().boutique, period=(moved, None)
    )
    assert hers.device.id not in seen(here)
    assert hers.device.id in seen(ginza)
