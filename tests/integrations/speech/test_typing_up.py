"""What an advisor says, typed up by the model that comes with the packages; nothing here stands in for it."""

from __future__ import annotations

import itertools
import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from bench import speaking
from carnet.capture.rules.typist import CouldNotType, Obstacle, Typed
from carnet.integrations.speech import typing_up
from carnet.integrations.speech.hearing import model_process, processes, weights
from carnet.integrations.speech.hearing.model import Model
from carnet.integrations.speech.kinds import Local
from carnet.integrations.speech.typing_up import OnThisServer
from tests.integrations.speech import forging

NOTE = speaking.notes("en")[1]


def nobody(_share: float) -> None:
    """Listens."""


def test_english_is_typed_up_with_three_words_in_ten_wrong_at_most(typist):
    assert len(speaking.notes("en")) >= 20
    assert speaking.rate(typist, "en") <= speaking.ENGLISH_LIMIT


@pytest.mark.parametrize(("language", "number"), [("it", 1), ("ja", 1), ("zh", 0)])
def test_a_note_in_another_language_is_typed_up_in_it(typist, language, number):
    note = speaking.notes(language)[number]
    typed = typist.type_up(note.sound, language, nobody)
    assert speaking.error_rate([(note.said, typed.words)], language) < 0.7
    assert typed.seconds == pytest.approx(len(note.sound) / 3_000, rel=0.6)


def test_it_tells_how_far_it_has_come_on_the_callers_thread(typist):
    told: list[tuple[float, int]] = []
    typist.type_up(speaking.of_seconds(40), "en", lambda share: told.append((share, threading.get_ident())))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert len(shares) > 2
    assert (shares[-1], {thread for _, thread in told}) == (1.0, {threading.get_ident()})


def test_where_nobody_speaks_there_are_no_words(typist):
    assert typist.type_up(forging.wav(5), "en", nobody) == Typed("", 5.0)


def test_a_country_is_no_other_language(typist):
    assert typist.type_up(NOTE.sound, "en-GB", nobody) == typist.type_up(NOTE.sound, "en", nobody)
    assert [typing_up.primary(each) for each in ("zh_Hans", "zh-hant-TW", "AR")] == ["zh", "zh", "ar"]


def test_two_who_speak_at_once_are_typed_up_one_after_the_other(typist):
    notes, words = speaking.notes("en")[2:4], {}

    def type_up(number):
        words[number] = typist.type_up(notes[number].sound, "en", nobody).words

    threads = [threading.Thread(target=type_up, args=(number,)) for number in (0, 1)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert speaking.error_rate([(notes[number].said, words[number]) for number in (0, 1)], "en") < 0.3


def test_a_model_that_is_killed_is_started_again(typist):
    typist.hearing.load()
    gone = typist.hearing.pid
    os.kill(gone, signal.SIGKILL)
    assert typist.type_up(NOTE.sound, "en", nobody).words
    assert typist.hearing.pid != gone


def test_a_model_that_is_killed_in_the_middle_of_a_note_types_it_all_the_same(typist):
    typist.hearing.load()
    killing = threading.Timer(0.5, os.kill, (typist.hearing.pid, signal.SIGKILL))
    killing.start()
    words = typist.type_up(speaking.of_seconds(30), "en", nobody).words
    killing.cancel()
    assert len(words.split()) > 40


def test_a_model_that_hangs_is_left_after_its_seconds(typist):
    slow = OnThisServer(Local(None, seconds=2.0), typist.hearing)
    hearing = Model(Local(None, seconds=2.0))
    hearing.load()
    os.kill(hearing.pid, signal.SIGSTOP)
    begun, stopped = time.monotonic(), hearing.pid
    with pytest.raises(CouldNotType) as told:
        OnThisServer(Local(None), hearing).type_up(NOTE.sound, "en", nobody)
    assert told.value.code == Obstacle.TOOK_TOO_LONG
    assert time.monotonic() - begun < 10
    assert hearing.pid is None
    assert not Path(f"/proc/{stopped}").exists()
    assert slow.type_up(NOTE.sound, "en", nobody).words


def test_who_listens_may_fail_and_nothing_of_the_note_is_left(typist):
    class Closed(Exception):
        pass

    def fails(_share):
        raise Closed

    with pytest.raises(Closed):
        typist.type_up(NOTE.sound, "en", fails)
    other = speaking.notes("en")[3]
    words = typist.type_up(other.sound, "en", nobody).words
    assert speaking.error_rate([(other.said, words)], "en") < 0.4


def test_it_gives_its_memory_back_when_nobody_has_spoken_for_a_while():
    hearing = Model(Local(None), idle=2)
    try:
        hearing.load()
        assert speaking.megabytes(OnThisServer(Local(None), hearing)) < 700
        deadline = time.monotonic() + 20
        while hearing.pid is not None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert hearing.pid is None
        hearing.load()
    finally:
        hearing.end()


@pytest.mark.parametrize(
    "files", [{}, {"model.bin": b"rubbish"}, {"model.bin": b"", "config.json": b"{", "tokenizer.json": b"{}"}]
)
def test_a_folder_that_holds_no_model_is_none(tmp_path, files):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    typist = OnThisServer(Local(tmp_path))
    with pytest.raises(CouldNotType) as told:
        typist.type_up(NOTE.sound, "en", nobody)
    typist.hearing.end()
    assert told.value.code == Obstacle.NO_MODEL


def test_a_model_of_the_houses_own_is_read_from_its_folder(tmp_path):
    folder = tmp_path / "ours"
    folder.mkdir()
    for name, content in weights.packaged().items():
        (folder / name).write_bytes(content)
    typist = OnThisServer(Local(folder))
    try:
        words = typist.type_up(NOTE.sound, "en", nobody).words
    finally:
        typist.hearing.end()
    assert typist.model == "ours"
    assert speaking.error_rate([(NOTE.said, words)], "en") < 0.3


def test_weights_that_are_not_what_was_published_are_not_loaded(monkeypatch):
    monkeypatch.setitem(weights.HASHES, "model.bin", "0" * 64)
    with pytest.raises(weights.NoWeights):
        weights.packaged()


def test_the_model_has_no_network_and_its_sound_no_file(typist):
    typist.type_up(NOTE.sound, "en", nobody)
    place = Path(f"/proc/{typist.hearing.pid}")
    limits = {line[:26].strip(): line[26:47].strip() for line in (place / "limits").read_text().splitlines()}
    assert (limits["Max file size"], limits["Max core file size"]) == ("0", "0")
    assert b"HF_HUB_OFFLINE=1" in (place / "environ").read_bytes()
    assert (place / "cwd").readlink() == Path("/")
    opened = {str(each.readlink()) for each in (place / "fd").iterdir()}
    assert not [each for each in opened if "socket:" in each]
    if (place / "ns" / "net").readlink() != Path("/proc/self/ns/net").readlink():
        assert len((place / "net" / "dev").read_text().splitlines()) == 3  # two of head, and lo


def test_what_is_said_for_ever_is_said_once():
    assert model_process.said_once("She came. " + "I am here. " * 40).strip() == "She came. I am here."
    assert model_process.said_once("她是一位女生。" * 3) == "她是一位女生。"
    assert model_process.said_once("He is very, very tall.") == "He is very, very tall."


def test_what_fails_says_nothing_of_the_note(typist):
    with pytest.raises(CouldNotType) as told:
        typist.type_up(b"Madame Rossi is ill", "en", nobody)
    assert (str(told.value), told.value.args, told.value.__context__) == ("unreadable", ("unreadable",), None)


def test_a_process_that_cannot_start_is_no_model(monkeypatch):
    monkeypatch.setattr(processes, "START", "raise SystemExit(1)")
    typist = OnThisServer(Local(None))
    with pytest.raises(CouldNotType) as told:
        typist.hearing.load()
    assert told.value.code == Obstacle.NO_MODEL


def test_every_spoken_note_is_one_a_phone_could_have_sent():
    told = json.loads((speaking.NOTES / "notes.json").read_text())
    assert {language: len(each) for language, each in told.items()} == {
        "en": 24,
        "fr": 5,
        "it": 5,
        "ja": 5,
        "zh": 5,
        "ar": 5,
    }
    notes = list(itertools.chain.from_iterable(map(speaking.notes, told)))
    assert len(notes) == sum(1 for each in (speaking.NOTES / "notes").iterdir() if each.suffix != ".md")
    assert max(len(each.sound) for each in notes) <= 60 * 1024
