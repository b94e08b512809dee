"""A note is spoken: its words are in it once, whatever comes first, and its sound is nowhere once they are."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import threading

import pytest
from django.db import connection, transaction

from carnet.capture import tasks
from carnet.capture.actions import asking_again, depositing, keeping, proposing, receiving, typing_up
from carnet.capture.kinds import Act, DepositState, RecordingState
from carnet.capture.models import Proposal, Recording, SoundPart
from carnet.capture.queries import sounding
from carnet.capture.rules import envelopes, typist
from carnet.capture.rules.notes import Note
from carnet.clients.models import Fact
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter
from carnet.journal.models import Line
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.phone import phone

ENROLLED, KEPT, CAME = paris("2026-03-10", "09:00"), paris("2026-03-10", "11:05"), paris("2026-03-10", "11:06")
LATER = CAME + dt.timedelta(minutes=1)
DOOR, WORKER = By(None, Via.SCREEN), By(None, Via.TASK)
SOUND = b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 8


@pytest.fixture
def hers(camille):
    return phone(camille, ENROLLED)


@pytest.fixture
def note():
    return ids.new()


def hand_in(sent, phone, at=CAME):
    return depositing.deposit(
        envelope=envelopes.read(sent),
        sent_at=envelopes.EARLIEST + dt.timedelta(milliseconds=phone.clock(at)),
        by=DOOR,
        at=at,
    )


def spoken(hers, note, **more):
    """All of a recording has come; the recording."""
    assert hand_in(hers.sound(note=note, at=KEPT, sound=SOUND, **more), hers).state == DepositState.KEPT
    return Recording.objects.get(note=note)


def typed(recording, words="Likes the long chain."):
    return typing_up.finish(spoken=recording, words=words, by=WORKER, at=LATER)


def kept(hers, note, *people, words="Came with her mother.", recordings=()):
    return hand_in(
        hers.note(*people, at=KEPT, mutation=note, words=words, recordings=[str(each.id) for each in recordings]), hers
    )


def words():
    return Encounter.objects.get().words


@pytest.mark.django_db
class TestOrders:
    def test_the_note_first_and_its_words_after(self, hers, helene, note):
        recording = spoken(hers, note)
        assert kept(hers, note, helene, recordings=[recording]).changed == ["to_be_typed"]
        typed(recording)
        assert words() == "Came with her mother.\nLikes the long chain."
        assert Recording.objects.get().words == ""

    def test_the_words_first_and_the_note_after(self, hers, helene, note):
        recording = spoken(hers, note)
        typed(recording)
        assert "to_be_typed" not in kept(hers, note, helene, recordings=[recording]).changed
        assert words() == "Came with her mother.\nLikes the long chain."
        assert Recording.objects.get().words == ""

    def test_the_note_even_before_the_sound(self, hers, helene, note):
        recording = ids.new()
        sent = hers.note(helene, at=KEPT, mutation=note, words="", recordings=[str(recording)])
        assert hand_in(sent, hers).changed == ["to_be_typed"]
        typed(spoken(hers, note, recording=recording))
        assert words() == "Likes the long chain."

    def test_words_that_she_has_taken_into_the_note_are_not_added_again(self, hers, helene, note):
        recording = spoken(hers, note)
        typed(recording)
        typing_up.taken_over(spoken=recording, by=people.by(hers.member), at=LATER)
        kept(hers, note, helene, words="Likes the long chain, in white gold.")
        assert words() == "Likes the long chain, in white gold."

    def test_nor_when_the_house_never_heard_that_she_took_them(self, hers, helene, note):
        typed(spoken(hers, note))
        kept(hers, note, helene, words="Likes the long chain, in white gold.")
        assert words() == "Likes the long chain, in white gold."
        assert Recording.objects.get().words == ""

    def test_what_she_threw_away_before_it_was_typed_up_never_joins(self, hers, helene, note):
        recording = spoken(hers, note)
        kept(hers, note, helene)
        assert not SoundPart.objects.exists()
        typed(recording)
        assert words() == "Came with her mother."

    def test_two_recordings_join_in_the_order_in_which_they_were_spoken(self, hers, helene, note):
        first, second = (
            receiving.sound(part=part, note=note, member=hers.member, at=at)
            for part, at in ((stretch(ids.new()), CAME), (stretch(ids.new()), LATER))
        )
        typed(first, "One.")
        typed(second, "Two.")
        kept(hers, note, helene, words="", recordings=[second, first])
        assert words() == "One.\nTwo."

    def test_its_words_are_read_for_what_they_tell(self, hers, helene, note):
        recording = spoken(hers, note)
        typed(recording, "Her ring size is 52.")
        assert "proposals" in kept(hers, note, helene, words="", recordings=[recording]).changed

    def test_stretches_in_any_order_and_twice(self, hers):
        for order in itertools.permutations(range(3)):
            note, recording = ids.new(), ids.new()
            for part in (*order, *order):
                sent = hers.sound(note=note, at=KEPT, sound=bytes([part]) * 9, recording=recording, parts=3, part=part)
                hand_in(sent, hers)
            came = Recording.objects.get(note=note)
            assert (came.state, sounding.sound_of(came)) == (RecordingState.READY, b"\0" * 9 + b"\1" * 9 + b"\2" * 9)


def stretch(recording, parts=1):
    said = json.dumps({"recording": str(recording), "part": 0, "parts": parts, "language": "en"}).encode()
    return len(said).to_bytes(4) + said + SOUND


@pytest.mark.django_db
class TestThrowingAway:
    def test_its_sound_goes_and_stays_away(self, hers, note):
        recording = ids.new()
        first, last = (
            hers.sound(note=note, at=KEPT, sound=SOUND, recording=recording, parts=2, part=each) for each in (0, 1)
        )
        hand_in(first, hers)
        typing_up.throw_away(spoken=Recording.objects.get(), by=people.by(hers.member), at=LATER)
        hand_in(last, hers)
        assert not SoundPart.objects.exists()
        assert Recording.objects.get().state == RecordingState.FAILED

    def test_words_that_are_typed_go_too(self, hers, note):
        recording = spoken(hers, note)
        typed(recording)
        typing_up.throw_away(spoken=recording, by=people.by(hers.member), at=LATER)
        assert (Recording.objects.get().words, Recording.objects.get().because) == ("", "thrown_away")
        assert Line.objects.filter(act=Act.TYPED_UP, reason="thrown_away").count() == 1

    @pytest.mark.parametrize("keeps_sound", [True, False])
    def test_what_was_being_heard_meanwhile_stays_thrown_away(self, hers, note, keeps_sound):
        recording = spoken(hers, note)
        typing_up.throw_away(spoken=recording, by=people.by(hers.member), at=LATER)
        typing_up.fail(spoken=recording, because="no_model", by=WORKER, at=LATER, keeps_sound=keeps_sound)
        assert (Recording.objects.get().state, Recording.objects.get().because) == ("failed", "thrown_away")

    def test_a_second_time_changes_nothing(self, hers, note):
        recording = spoken(hers, note)
        for _again in range(2):
            typing_up.throw_away(spoken=recording, by=people.by(hers.member), at=LATER)
        assert Line.objects.filter(reason="thrown_away").count() == 1

    def test_what_a_note_was_kept_with_stays_with_it(self, hers, helene, note):
        recording = spoken(hers, note)
        kept(hers, note, helene, recordings=[recording])
        typing_up.throw_away(spoken=recording, by=people.by(hers.member), at=LATER)
        typed(recording)
        assert "long chain" in words()


@pytest.mark.django_db
def test_without_a_model_the_sound_is_kept_and_waits(hers, note, monkeypatch):
    monkeypatch.setattr(typist.Port, "typist", None)
    recording = spoken(hers, note)
    tasks.type_up(str(recording.id))
    recording.refresh_from_db()
    assert (recording.state, recording.because) == (RecordingState.READY, "no_model")
    assert sounding.sound_of(recording) == SOUND


@pytest.mark.django_db
def test_a_model_that_was_away_is_asked_again_and_once(hers, note, monkeypatch):
    recording = spoken(hers, note)
    monkeypatch.setattr(typist.Port, "typist", None)
    tasks.type_up(str(recording.id))
    assert typing_up.ask_again(at=LATER) == 1
    assert typing_up.ask_again(at=LATER) == 0
    recording.refresh_from_db()
    assert (recording.state, recording.because) == (RecordingState.READY, "")


@pytest.mark.django_db
def test_one_that_no_model_bears_is_tried_once_a_night_after_its_first_day(hers, note, monkeypatch):
    recording = spoken(hers, note)
    monkeypatch.setattr(typist.Port, "typist", None)
    tasks.type_up(str(recording.id))
    noon = CAME + dt.timedelta(days=2)
    assert typing_up.ask_again(at=noon) == 0
    assert typing_up.ask_again(at=noon.astimezone(dt.UTC).replace(hour=typing_up.BY_NIGHT)) == 1


DELICATE = "She is six months pregnant."


@pytest.mark.django_db
class TestTooPrivate:
    """D-8: words that come after Keep are asked about as they would have been at Keep."""

    @pytest.fixture
    def asked(self, hers, helene, note):
        recording = spoken(hers, note)
        kept(hers, note, helene, recordings=[recording])
        typed(recording, f"Likes the long chain. {DELICATE} Came by car.")
        return Proposal.objects.get(kind="delicate")

    def test_she_alone_is_asked(self, asked, hers, helene):
        assert (asked.member_id, asked.client_id, asked.sentence) == (hers.member.id, helene.id, DELICATE)
        assert DELICATE in words()

    def test_the_words_first_and_the_note_after(self, hers, helene, note):
        recording = spoken(hers, note)
        typed(recording, DELICATE)
        kept(hers, note, helene, recordings=[recording])
        assert Proposal.objects.get(kind="delicate").sentence == DELICATE

    def test_left_out_it_stands_nowhere(self, asked, hers):
        for _again in range(2):
            asking_again.leave_out(proposal=asked, instead="", by=people.by(hers.member), at=LATER)
        assert "pregnant" not in words()
        assert "Likes the long chain." in words()
        assert "Came by car." in words()
        assert not Proposal.objects.filter(kind="delicate").exists()
        assert not Line.objects.filter(reason__contains="pregnant").exists()

    def test_what_follows_from_it_stands_in_its_place(self, asked, hers):
        asking_again.leave_out(proposal=asked, instead="A seat near the door.", by=people.by(hers.member), at=LATER)
        assert "Likes the long chain. A seat near the door. Came by car." in words()

    def test_left_out_it_stands_beside_nothing_that_was_read_out_of_it(self, hers, helene, note):
        recording = spoken(hers, note)
        kept(hers, note, helene, recordings=[recording])
        typed(recording, "She is pregnant, her ring size is 52 now.")
        size = Proposal.objects.get(kind="size")
        proposing.confirm(proposal=size, by=people.by(hers.member), at=LATER)
        asked = Proposal.objects.get(kind="delicate")
        asking_again.leave_out(proposal=asked, instead="", by=people.by(hers.member), at=LATER)
        assert not Proposal.objects.filter(sentence__contains="pregnant").exists()
        assert (Fact.objects.get().words, Fact.objects.get().sentence) == ("Ring 52 (FR)", "")

    def test_words_that_come_later_do_not_bring_it_back(self, asked, hers):
        read_before = Encounter.objects.get()
        asking_again.leave_out(proposal=asked, instead="", by=people.by(hers.member), at=LATER)
        logging.add_words(encounter=read_before, words="And a second stretch.", by=WORKER, at=LATER)
        assert "pregnant" not in words()
        assert words().endswith("And a second stretch.")

    def test_kept_it_stays_and_is_not_asked_again(self, asked, hers):
        asking_again.keep(proposal=asked, by=people.by(hers.member), at=LATER)
        asking_again.leave_out(proposal=asked, instead="", by=people.by(hers.member), at=LATER)
        assert DELICATE in words()
        assert not Proposal.objects.filter(kind="delicate").exists()


@pytest.mark.django_db
def test_nobody_elses_note_takes_what_she_spoke(hers, helene, note, yumi):
    recording = spoken(hers, note)
    typed(recording)
    theirs = phone(yumi, ENROLLED)
    kept(theirs, note, people.client(cast.PAOLO, of=yumi), recordings=[recording])
    assert "long chain" not in words()


@pytest.mark.django_db(transaction=True)
class TestRaces:
    """Two at the very same moment, each on a connection of its own: either order is right, and nothing in between happens."""

    @pytest.mark.parametrize("first", ["the note", "the words"])
    def test_kept_while_its_words_come(self, hers, helene, note, first):
        recording = spoken(hers, note)

        def keep():
            said = Note(people=(helene.id,), words="Came.", recordings=(recording.id,))
            keeping.keep(
                note=said, member=hers.member, boutique=people.boutique(), mutation=note, happened_at=KEPT,
                by=people.by(hers.member), at=CAME,
            )  # fmt: skip

        acts = [keep, lambda: typed(recording)]
        overlapping(*(acts if first == "the note" else reversed(acts)))
        assert words() == "Came.\nLikes the long chain."
        assert Recording.objects.get().words == ""

    @pytest.mark.parametrize("first", ["the note", "the sound"])
    def test_kept_while_its_sound_comes(self, hers, helene, note, first):
        recording = ids.new()
        sound = hers.sound(note=note, at=KEPT, sound=SOUND, recording=recording)
        sent = hers.note(helene, at=KEPT, mutation=note, words="Came.", recordings=[str(recording)])
        acts = [lambda: hand_in(sent, hers), lambda: hand_in(sound, hers)]
        overlapping(*(acts if first == "the note" else reversed(acts)))
        typed(Recording.objects.get())
        assert words() == "Came.\nLikes the long chain."


def overlapping(one, other):
    """`one` is done and not yet committed when `other` begins."""
    done, failed = threading.Event(), []

    def second():
        done.wait(10)
        try:
            other()
        except Exception as error:  # noqa: BLE001 -- told on the thread that asks
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    thread.start()
    with transaction.atomic():
        one()
        done.set()
        thread.join(0.4)
        assert thread.is_alive(), "the second did not wait for the first"
    thread.join(10)
    assert failed == []
