"""Practice: the real screens and the real acts, and not a row more in the house than before."""

from __future__ import annotations

import re
import uuid

import pytest
import time_machine
from django.apps import apps
from django.db import connection

from carnet.capture.actions import proposing
from carnet.journal import recording
from carnet.web.practice import done
from tests.factories import morning
from tests.web.conftest import enter
from tests.web.forms import forms_of

WORDS = "Her ring size is 52. She loves platinum, and no yellow gold. I will call her before Christmas."
SESSIONS = "django_session"
"""The forms she sent are in her own, and in no other table."""


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def everything() -> dict[str, object]:
    """Every table of the house: how many rows, and what they say."""
    told = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != SESSIONS:
                cursor.execute(
                    f"select count(*), md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) from \"{table}\" t"
                )
                told[table] = cursor.fetchone()
    return told


class Practised:
    """An advisor at practice."""

    def __init__(self, browser):
        self.browser = browser
        self.page = self.begin()

    def begin(self):
        return self.browser.get(self.browser.get("/practice/clients/").headers["Location"])

    @property
    def path(self) -> str:
        return self.page.wsgi_request.path

    @property
    def client(self) -> str:
        return self.path.split("/")[3]

    def note(self, **said):
        form = self.browser.get(f"/practice/notes/?client={self.client}")
        (sent,) = [each for each in forms_of("/", form.content.decode()) if each.action.startswith("/practice/notes/")]
        self.page = self.browser.post(sent.action, sent.sends() | {"kind": "visit"} | said, follow=True)
        return self.page


@pytest.fixture
def practised(house, browser) -> Practised:
    return Practised(browser)


def test_she_keeps_a_visit_says_it_and_confirms_it(practised):
    assert "Mrs Example" in words(practised.page)
    assert "Practice: nothing here is kept." in words(practised.page)
    kept = practised.note(left="thinking")
    assert "Visit, thinking" in words(kept)
    assert "Kept in the story." in words(kept)
    spoken = practised.note(words=WORDS)
    assert WORDS in words(spoken)
    proposals = [each for each in forms_of("/", spoken.content.decode()) if "/proposals/" in each.action]
    assert len(proposals) == 4
    form = re.compile(r'action="([^"]+)">(?:(?!</form>).)*<b>Platinum', re.DOTALL)
    platinum = form.search(spoken.content.decode())[1]
    page = practised.browser.post(platinum, {"answer": "yes"}, follow=True)
    left = [each for each in forms_of("/", page.content.decode()) if "/proposals/" in each.action]
    assert len(left) == 3
    assert "is among what is worth remembering" in words(page)
    assert "That is all there is to it" in words(page)
    shown = words(practised.browser.get(f"/practice/clients/{practised.client}/show/"))
    assert "Platinum" in shown
    assert "Christmas" not in shown


def test_nothing_of_it_is_in_the_house(house, browser):
    before, lines = everything(), []
    practised = Practised(browser)
    practised.note(left="bought", back="")
    page = practised.note(words=WORDS)
    for form in forms_of("/", page.content.decode()):
        if form.method == "post" and form.action.startswith("/practice/"):
            lines.append(form.action)
            browser.post(form.action, form.sends() | {"answer": "yes", "fact-kind": "note", "fact-words": "A word"})
    for path in ("", "show/", "story/", "relationship/", "name/"):
        assert browser.get(f"/practice/clients/{practised.client}/{path}").status_code == 200
    assert len(lines) > 8
    assert everything() == before


@pytest.mark.parametrize(
    "path", ["/", "/clients/", "/clients/?whose=boutique", "/promises/", "/closing/", "/notes/", "/rest/"]
)
def test_she_is_on_no_page_of_the_house(house, browser, practised, path):
    practised.note(words=WORDS, left="bought")
    assert "Example" not in words(browser.get(path))
    assert browser.get(f"/clients/{practised.client}/").status_code == 404
    assert "Nobody by that name" in words(browser.post("/find/", {"q": "example"}))


def test_no_colleague_and_no_other_session_meets_her(house, practised):
    assert enter(house.camille).get(f"/practice/clients/{practised.client}/").status_code == 404
    assert enter(house.ines).get(f"/practice/clients/{practised.client}/").status_code == 404


@pytest.mark.parametrize("who", ["antoine", "helene", "watanabe"])
def test_nobody_real_is_practised_on(house, browser, practised, who):
    real = getattr(house, who).id
    assert browser.get(f"/practice/clients/{real}/").status_code == 404
    assert browser.post(f"/practice/clients/{real}/facts/", {"fact-kind": "note", "fact-words": "x"}).status_code == 404
    note = {"client": str(real), "kind": "visit", "mutation": str(uuid.uuid4())}
    assert browser.post("/practice/notes/", note).status_code == 404
    together = {"client": practised.client, "with_whom": str(real), "kind": "visit", "mutation": str(uuid.uuid4())}
    assert browser.post("/practice/notes/", together).status_code == 404
    assert browser.get(f"/practice/notes/?client={real}").headers["Location"].endswith(practised.client)
    assert browser.post(f"/practice/notes/{house.unnamed.id}/undo/").status_code == 404


@pytest.mark.parametrize("place", ["", "clients/", "clients/card/", "find/", "promises/", "house/", "closing/"])
def test_whatever_is_not_practised_leads_back_to_her(house, browser, practised, place):
    if place:
        for answer in (browser.get(f"/practice/{place}"), browser.post(f"/practice/{place}", {"q": "Antoine Renard"})):
            assert answer.headers["Location"] == f"/practice/clients/{practised.client}/"
    assert browser.get("/practice/nowhere/").status_code == 404


def test_every_way_on_a_practised_page_stays_in_the_practice(practised):
    page = practised.note(words=WORDS).content.decode()
    ways = re.findall(r'(?:href|action)="(/[^"]*)"', page)
    assert {way.split("/")[1] for way in ways} == {"practice", "static", "door"}
    assert [way for way in ways if way.startswith("/door")] == ["/door/me/"]
    assert "data-outbox" not in page
    assert "manifest" not in page


def test_undo(practised):
    page = practised.note(words="By mistake")
    (undo,) = [each for each in forms_of("/", page.content.decode()) if each.action.endswith("/undo/")]
    assert "By mistake" not in words(practised.browser.post(undo.action, follow=True))


def test_she_starts_again(practised):
    practised.note(words="Once")
    first = practised.client
    practised.browser.post("/practice/again/")
    page = practised.begin()
    assert "Once" not in words(page)
    assert page.wsgi_request.path.split("/")[3] != first


def test_a_practice_is_the_same_a_day_later_until_then(house, browser, practised):
    kept = practised.note(left="thinking", words="Looked for long")
    with time_machine.travel(morning.NOW.replace(hour=16), tick=False):
        later = browser.get(practised.path)
    drawn = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
    kept, later = (
        set(drawn.findall(re.sub(r"/notes/[^/]+/undo/", "", each.content.decode()))) for each in (kept, later)
    )
    assert kept == later
    assert len(kept) > 2


def test_a_practice_holds_so_much(practised, monkeypatch):
    monkeypatch.setattr(done, "MOST", 2)
    for _number in range(2):
        practised.note(words="Again")
    assert "A practice holds so much and no more" in words(practised.note(words="Too much"))


def test_a_house_that_changed_in_between_starts_it_again(house, browser, practised):
    practised.note(words="x")
    session = browser.session
    session["practice"]["sent"][0]["path"] = f"notes/{uuid.uuid4()}/undo/"
    session.save()
    assert "the practice starts again" in words(browser.get(practised.path, follow=True))


def test_nothing_is_told_to_anybody_after_it(house, browser, monkeypatch):
    """No task is queued and no journal line survives, though both were written."""
    told = []
    real = recording.record
    monkeypatch.setattr(proposing.recording, "record", lambda **words: told.append(words["act"]) or real(**words))
    Practised(browser).note(words=WORDS)
    assert "capture.proposed" in told
    assert not apps.get_model("journal", "Line").objects.filter(act="capture.proposed").exists()


@pytest.mark.parametrize("role", ["camille", "yumi", "ines", "odile", "hana", "kenji"])
def test_everybody_may_practise(house, role):
    practised = Practised(enter(house.of(role)))
    assert "Visit" in words(practised.note(left="looked")) or role in ("ines", "odile")
    assert practised.page.status_code == 200


def test_it_is_reached_from_her_settings(house, browser):
    assert 'href="/practice/"' in browser.get("/door/me/").content.decode()
    page = words(browser.get("/practice/"))
    assert all(step in page for step in ("Keep a visit in five taps", "Say it instead", "Confirm what your words told"))


def test_from_outside_it_is_closed(house):
    from django.test import Client as Browser

    assert Browser().get("/practice/").headers["Location"].startswith("/door/")
    assert Browser().get("/practice/clients/").headers["Location"].startswith("/door/")
