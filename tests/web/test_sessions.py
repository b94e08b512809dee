"""Two requests of one session at a time."""

from __future__ import annotations

import pytest
from django.contrib.sessions.backends.base import UpdateError

from carnet.web.door.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> str:
    """A session that knows two things."""
    session = SessionStore()
    session["proven"], session["practice"] = True, {"sent": ["a visit"]}
    session.create()
    return str(session.session_key)


def both(key: str) -> tuple[SessionStore, SessionStore]:
    """A page, and what the phone sends meanwhile: each has read the session before the other writes."""
    page, sent = SessionStore(key), SessionStore(key)
    assert page["proven"]
    assert sent["proven"]
    return page, sent


def test_each_keeps_what_the_other_wrote(key):
    page, sent = both(key)
    page["practice"]["sent"].append("a note")
    page.save()
    sent["device"] = "hers"
    sent.save()
    assert dict(SessionStore(key).items()) == {
        "proven": True, "practice": {"sent": ["a visit", "a note"]}, "device": "hers",
    }  # fmt: skip
    assert sent["practice"]["sent"] == ["a visit", "a note"]


def test_what_one_lets_go_does_not_come_back(key):
    page, sent = both(key)
    del page["practice"]
    page.save()
    sent["device"] = "hers"
    sent.save()
    sent["device"] = "hers still"
    sent.save()
    assert dict(SessionStore(key).items()) == {"proven": True, "device": "hers still"}


def test_one_that_has_ended_is_not_begun_again(key):
    page, sent = both(key)
    page.flush()
    sent["device"] = "hers"
    with pytest.raises(UpdateError):
        sent.save()
    assert not SessionStore().exists(key)


def test_a_new_key_takes_everything_along(key):
    page, _sent = both(key)
    page["device"] = "hers"
    page.cycle_key()
    page.save()
    assert SessionStore(str(page.session_key)).get("device") == "hers"
    assert not SessionStore().exists(key)
