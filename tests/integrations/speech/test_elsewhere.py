"""A model that a provider keeps: it is asked once, and whatever it answers, only words come in."""

from __future__ import annotations

import json
import logging
import time

import pytest

from bench import speaking
from carnet.capture.rules.typist import MOST_BYTES, CouldNotType, Obstacle, Typed
from carnet.integrations.speech.kinds import Hosted
from carnet.integrations.speech.typing_up import Elsewhere
from tests.factories import models

NOTE = speaking.notes("en")[1]
MP4 = speaking.notes("en")[3]
WORDS = "She wears white gold only."


@pytest.fixture(scope="module")
def stub():
    with models.running() as stub:
        yield stub


@pytest.fixture(autouse=True)
def forgets(stub):
    stub.received.clear()


def elsewhere(stub, *, seconds=20.0, key_file=None):
    return Elsewhere(Hosted(f"http://127.0.0.1:{stub.server_address[1]}/v1", "stub-ear", key_file, seconds))


def nobody(_share):
    """Listens."""


def refused(typist, sound=NOTE.sound):
    with pytest.raises(CouldNotType) as told:
        typist.type_up(sound, "en", nobody)
    assert (str(told.value), told.value.__cause__, told.value.__context__) == (told.value.code.value, None, None)
    return told.value.code


def test_it_is_sent_the_sound_the_language_and_nothing_else(stub, tmp_path):
    key = tmp_path / "key"
    key.write_text("sk-house\n")
    stub.behave = models.gives({"text": f" {WORDS} ", "usage": {"type": "duration", "seconds": 9}})
    told: list[float] = []
    typed = elsewhere(stub, key_file=key).type_up(NOTE.sound, "en-GB", told.append)
    assert (typed, told) == (Typed(WORDS, 9.0), [1.0])
    (sent,) = stub.received
    head, _, body = sent.partition(b"\n\n")
    assert head.startswith(b"POST /v1/audio/transcriptions")
    assert b"Bearer sk-house" in head
    boundary = head.lower().partition(b"boundary=")[2].split()[0]
    parts = [each.strip(b"\r\n") for each in body.split(b"--" + boundary)[1:-1]]
    named = {
        each.partition(b"\r\n")[0].decode().partition("name=")[2]: each.partition(b"\r\n\r\n")[2] for each in parts
    }
    assert named == {
        '"model"': b"stub-ear",
        '"language"': b"en",
        '"response_format"': b"json",
        '"file"; filename="note.webm"': NOTE.sound,
    }


def test_a_telephone_of_the_other_kind_is_named_as_such(stub):
    stub.behave = models.gives({"text": WORDS})
    assert elsewhere(stub).type_up(MP4.sound, "en", nobody) == Typed(WORDS, 0.0)
    assert b'filename="note.m4a"' in stub.received[0]


def test_it_is_named_by_who_answers(stub):
    assert elsewhere(stub).model == "127.0.0.1/stub-ear"


ANSWERS = {
    "no words": models.gives({"error": "quota"}),
    "words that are none": models.gives({"text": 7}),
    "a list": models.gives([WORDS]),
    "nothing": models.gives(b""),
    "a page": models.gives(b"<html>"),
    "half of it": models.hangs_up,
    "a refusal": models.gives({"text": WORDS}, 401),
    "an outage": models.gives({"text": WORDS}, 503),
    "a way elsewhere": models.gives({"text": WORDS}, 307, location="http://127.0.0.1:9/"),
    "a way to a page": models.gives({"text": WORDS}, 302, location="/v1/models"),
    "a book": models.gives({"text": "word " * 100_000}),
    "a flood": models.floods,
    "a packed one": models.gives({"text": WORDS}, content_encoding="gzip"),
    "nested for ever": models.gives(b'{"text":' + b"[" * 200_000),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_no_answer_is_none_and_is_not_asked_twice(stub, name, caplog):
    stub.behave = ANSWERS[name]
    with caplog.at_level(logging.DEBUG):
        assert refused(elsewhere(stub)) == Obstacle.NO_MODEL
    assert len(stub.received) == 1
    assert WORDS not in caplog.text


@pytest.mark.parametrize("behave", [models.is_silent, models.trickles])
def test_it_has_so_many_seconds_in_all(stub, behave):
    stub.behave = behave
    begun = time.monotonic()
    assert refused(elsewhere(stub, seconds=0.5)) == Obstacle.TOOK_TOO_LONG
    assert time.monotonic() - begun < 4


def test_nobody_is_there():
    with models.running() as gone:
        typist = elsewhere(gone)
    assert refused(typist) == Obstacle.NO_MODEL


def test_a_note_longer_than_ten_minutes_is_not_kept(stub):
    stub.behave = models.gives({"text": WORDS, "duration": 661.5})
    assert refused(elsewhere(stub)) == Obstacle.TOO_LONG


@pytest.mark.parametrize(
    ("sound", "code"),
    [
        (b"", Obstacle.UNREADABLE),
        (b"#EXTM3U\nfile:///etc/passwd\n", Obstacle.UNREADABLE),
        (b"\x1a\x45\xdf\xa3" + bytes(MOST_BYTES), Obstacle.TOO_LARGE),
    ],
)
def test_what_is_no_recording_is_not_sent(stub, sound, code):
    assert refused(elsewhere(stub), sound) == code
    assert stub.received == []


def test_words_of_any_script_come_whole(stub):
    words = "彼女はホワイトゴールドだけを、ورقة 👍"
    stub.behave = models.gives(json.dumps({"text": words}, ensure_ascii=False).encode())
    assert elsewhere(stub).type_up(NOTE.sound, "ja", nobody).words == words


def test_a_key_that_is_gone_is_no_model_and_says_nothing(stub, tmp_path):
    assert refused(elsewhere(stub, key_file=tmp_path / "gone")) == Obstacle.NO_MODEL
    assert stub.received == []
