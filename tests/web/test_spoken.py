"""What a page asks of a note that was spoken on it: to her who spoke, and as if it were not to anybody else."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from carnet.capture.kinds import RecordingState
from carnet.capture.models import Recording, SoundPart
from carnet.capture.rules import typist
from carnet.house.models import Maison, Member
from carnet.interactions.models import Encounter
from carnet.journal import sealing
from carnet.kit import ids
from tests.factories import story
from tests.factories.morning import NOW
from tests.web.conftest import enter

AWAITED = {"state": "awaited", "done": 0, "words": ""}


def spoken(house, state=RecordingState.READY, **more):
    """By Camille, for a note that is open."""
    made = Recording.objects.create(
        id=ids.new(), member=house.camille, note=ids.new(), language="en", parts=1, state=state, received_at=NOW,
        **({"words": "Likes pearls.", "done": 1.0, "typed_at": NOW} if state == RecordingState.TYPED else {}) | more,
    )  # fmt: skip
    if state == RecordingState.READY:
        SoundPart.objects.create(recording=made, number=0, sound=sealing.locked(b"sound"))
    return made


def asked(browser, recording):
    return browser.get(reverse("spoken", args=[getattr(recording, "id", recording)])).json()


def told(browser, recording, name):
    return browser.post(reverse(name, args=[getattr(recording, "id", recording)])).status_code


def test_how_far_it_has_come(house, browser):
    assert asked(browser, spoken(house, done=0.4)) == {"state": "ready", "done": 0.4, "words": ""}
    assert asked(browser, spoken(house, RecordingState.TYPED)) == {
        "state": "typed",
        "done": 1.0,
        "words": "Likes pearls.",
    }
    assert asked(browser, spoken(house, because="no_model"))["state"] == "waits"
    assert asked(browser, spoken(house, RecordingState.FAILED, because="unreadable"))["state"] == "failed"


def test_one_whose_note_is_kept_says_so_and_nothing_else(house, browser):
    visit = story.visit(house.antoine, to=house.camille, on=NOW)
    assert asked(browser, spoken(house, RecordingState.TYPED, words="", encounter=visit)) == {
        "state": "kept", "done": 1.0, "words": "",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["yumi", "ines", "hana", "odile"])
def test_to_anybody_else_it_is_as_if_it_were_not(house, who):
    theirs, hers = enter(getattr(house, who)), spoken(house, RecordingState.TYPED)
    assert asked(theirs, hers) == asked(theirs, ids.new()) == AWAITED
    for name in ("spoken-taken", "spoken-forget"):
        assert told(theirs, hers, name) == told(theirs, ids.new(), name) == 204
    hers.refresh_from_db()
    assert (hers.state, hers.words) == (RecordingState.TYPED, "Likes pearls.")


@pytest.mark.parametrize("name", ["spoken", "spoken-taken", "spoken-forget"])
def test_without_a_session_it_leads_to_the_door(client, house, name):
    href = reverse(name, args=[spoken(house).id])
    assert client.generic("GET" if name == "spoken" else "POST", href)["Location"].startswith("/door/")


def test_looking_takes_nothing_and_asking_is_not_telling(house, browser):
    recording = spoken(house, RecordingState.TYPED)
    assert {
        browser.get(reverse(name, args=[recording.id])).status_code for name in ("spoken-taken", "spoken-forget")
    } == {405}
    assert browser.post(reverse("spoken", args=[recording.id])).status_code == 405


def test_no_cache_keeps_what_was_said(house, browser):
    answer = browser.get(reverse("spoken", args=[spoken(house, RecordingState.TYPED).id]))
    assert answer["Cache-Control"] == "no-store"


def test_words_that_are_in_her_box_are_nowhere_else(house, browser):
    recording = spoken(house, RecordingState.TYPED)
    assert told(browser, recording, "spoken-taken") == 204
    assert asked(browser, recording) == {"state": "typed", "done": 1.0, "words": ""}


def test_one_that_is_not_typed_up_cannot_be_taken(house, browser):
    recording = spoken(house)
    assert told(browser, recording, "spoken-taken") == 204
    assert SoundPart.objects.filter(recording=recording).exists()


def test_thrown_away_its_sound_and_its_words_are_gone(house, browser):
    for recording in (spoken(house), spoken(house, RecordingState.TYPED)):
        assert told(browser, recording, "spoken-forget") == 204
        assert asked(browser, recording) == {"state": "failed", "done": recording.done, "words": ""}
    assert not SoundPart.objects.exists()


def test_without_script_a_form_still_brings_what_was_spoken(house, browser):
    recording = spoken(house, RecordingState.TYPED)
    form = {"mutation": recording.note, "client": house.antoine.id, "kind": "visit", "words": "Came.", "back": ""}
    browser.post(reverse("note"), form | {"recordings": [str(recording.id), "not-an-id"]})
    assert Encounter.objects.get(mutation=recording.note).words == "Came.\nLikes pearls."


def test_a_form_that_comes_back_still_lists_it(house, browser):
    recording = spoken(house)
    answer = browser.post(
        reverse("note") + "?who=nobody",
        {"mutation": str(recording.note), "kind": "visit", "back": "", "recordings": str(recording.id)},
    )
    assert answer.status_code == 422
    assert f'name="recordings" value="{recording.id}"' in answer.content.decode()


class _Typist:
    model = "nobody"


def test_the_box_says_whether_anybody_types_up(house, browser, monkeypatch):
    href = reverse("note") + f"?client={house.antoine.id}"
    monkeypatch.setattr(typist.Port, "typist", None)
    without = browser.get(href).content.decode()
    monkeypatch.setattr(typist.Port, "typist", _Typist())
    assert ("data-typed" in without, "data-typed" in browser.get(href).content.decode()) == (False, True)


def test_a_language_is_chosen_only_where_the_house_speaks_several(house, browser, monkeypatch):
    monkeypatch.setattr(typist.Port, "typist", _Typist())
    href = reverse("note") + f"?client={house.antoine.id}"
    assert "data-language>" in browser.get(href).content.decode()
    Member.objects.update(language="en")
    Maison.objects.update(language="en")
    assert "data-language>" not in browser.get(href).content.decode()


@pytest.mark.parametrize(("path", "microphone"), [("/", "(self)"), ("/notes/", "(self)"), ("/app/note/", "(self)")])
def test_a_page_that_a_note_opens_over_may_listen(house, browser, path, microphone):
    policy = browser.get(path).headers["Permissions-Policy"]
    assert f"microphone={microphone}" in policy
    assert "camera=()" in policy


def test_the_phones_own_note_may_listen_and_the_door_may_not(client, house):
    assert "microphone=(self)" in client.get("/app/note/over/").headers["Permissions-Policy"]
    assert "microphone=()" in client.get("/door/").headers["Permissions-Policy"]


def test_a_story_says_once_that_it_was_spoken(house, browser):
    visit = story.visit(house.antoine, to=house.camille, on=NOW, words="Likes pearls.")
    for _recording in range(2):
        spoken(house, RecordingState.TYPED, words="", encounter=visit)
    page = browser.get(reverse("client", args=[house.antoine.id])).content.decode()
    assert page.count("Typed up, sound erased") == 1
    Recording.objects.update(state=RecordingState.READY)
    page = browser.get(reverse("client", args=[house.antoine.id])).content.decode()
    assert "Typed up, sound erased" not in page
    assert page.count("Being typed up") == 1


def test_what_is_said_of_it_is_json(house, browser):
    answer = browser.get(reverse("spoken", args=[spoken(house).id]))
    assert answer["Content-Type"] == "application/json"
    assert set(json.loads(answer.content)) == {"state", "done", "words"}
