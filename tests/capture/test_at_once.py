"""A phone with two signals: the same hand-in twice, two stretches of one recording, two first devices."""

from __future__ import annotations

import json

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from carnet.capture.actions import depositing, enrolling, typing_up
from carnet.capture.kinds import DepositState, RecordingState
from carnet.capture.models import Deposit, Device, Holder, Recording, SealingKey, SoundPart
from carnet.capture.rules import envelopes
from carnet.interactions.models import Encounter, Presence
from carnet.journal.models import Line
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests.conftest import paris
from tests.factories import people
from tests.factories.at_once import while_open
from tests.factories.phone import phone

pytestmark = pytest.mark.django_db(transaction=True)
ENROLLED, KEPT, CAME = paris("2026-03-10", "09:00"), paris("2026-03-10", "11:05"), paris("2026-03-10", "18:40")


@pytest.fixture
def hers(camille):
    return phone(camille, ENROLLED)


def at_once(first, second):
    """What came of both, in the order in which they were committed."""
    done = []
    outcome = while_open(lambda: done.append(first()), second)
    assert outcome.error is None
    return done[0], outcome.result


def hand_in(sent):
    return depositing.deposit(envelope=envelopes.read(sent), sent_at=CAME, by=By(None, Via.SCREEN), at=CAME)


def told(deposit):
    return deposit.id, deposit.state, deposit.encounter, deposit.changed


def test_the_same_envelope_twice_is_one_encounter_and_one_answer(hers, helene):
    sent = hers.note(helene, at=KEPT, words="Tried the ring.", back="weeks")
    first, second = at_once(lambda: hand_in(sent), lambda: hand_in(sent))
    assert told(first) == told(second)
    assert (first.state, first.changed) == (DepositState.KEPT, ["promise"])
    assert Encounter.objects.get().id == first.encounter
    assert (Deposit.objects.count(), Presence.objects.count()) == (1, 1)
    assert Line.objects.filter(act="interactions.logged").count() == 1


def test_another_body_under_the_same_mutation_is_put_aside_once(hers, helene):
    mutation = ids.new()
    one, other = (hers.note(helene, at=KEPT, mutation=mutation, words=words) for words in ("Once.", "Twice."))
    first, second = at_once(lambda: hand_in(one), lambda: hand_in(other))
    assert (first.state, second.state, second.because) == ("kept", "refused", depositing.CONFLICT)
    assert Encounter.objects.get().words == "Once."
    assert hand_in(other).id == second.id


def test_an_undoing_twice_takes_back_once(hers, helene):
    mutation = ids.new()
    note = hers.note(helene, at=KEPT, mutation=mutation, words="A slip.")
    undone = hers.envelope(b"{}", at=KEPT, kind="taken_back", of=str(mutation))
    hand_in(note)
    first, second = at_once(lambda: hand_in(undone), lambda: hand_in(undone))
    assert told(first) == told(second)
    assert Encounter.objects.get().taken_back_at is not None
    assert Line.objects.filter(act="interactions.corrected").count() == 1


def sent_to_be_typed(recording):
    return ProcrastinateJob.objects.filter(task_name=typing_up.TYPING, args__recording=str(recording)).count()


def sound(hers, note, recording, number, parts):
    said = json.dumps({"recording": str(recording), "part": number, "parts": parts, "language": "fr"}).encode()
    return hers.envelope(len(said).to_bytes(4) + said + b"sound", at=KEPT, kind="sound", of=str(note))


@pytest.mark.parametrize("before", [0, 1], ids=["nothing has come", "the first has come"])
def test_two_stretches_of_one_recording_send_it_to_be_typed_once(hers, before):
    note, recording = ids.new(), ids.new()
    stretches = [sound(hers, note, recording, number, before + 2) for number in range(before + 2)]
    for sent in stretches[:before]:
        hand_in(sent)
    first, second = at_once(lambda: hand_in(stretches[-2]), lambda: hand_in(stretches[-1]))
    assert {first.state, second.state} == {DepositState.KEPT}
    assert Recording.objects.get().state == RecordingState.READY
    assert SoundPart.objects.count() == before + 2
    assert sent_to_be_typed(recording) == 1


def test_the_last_stretch_twice_sends_it_once(hers):
    recording = ids.new()
    sent = sound(hers, ids.new(), recording, 0, 1)
    first, second = at_once(lambda: hand_in(sent), lambda: hand_in(sent))
    assert told(first) == told(second)
    assert sent_to_be_typed(recording) == 1


def test_two_first_devices_share_one_key(camille, yumi):
    def key(member):
        return enrolling.sealing_key(by=people.by(member), at=ENROLLED)

    first, second = at_once(lambda: key(camille), lambda: key(yumi))
    assert first.id == second.id
    assert bytes(first.public) == bytes(second.public) == bytes(SealingKey.objects.get().public)


def test_a_browser_that_asks_twice_is_one_device(camille):
    public, _private = envelopes.new_key()

    def enrol():
        return enrolling.enrol(public=public, name="Telephone", member=camille, by=people.by(camille), at=ENROLLED)

    first, second = at_once(enrol, enrol)
    assert first.id == second.id
    assert (Device.objects.count(), Holder.objects.count()) == (1, 1)
    assert Line.objects.filter(act="capture.enrolled").count() == 1


def test_an_undoing_while_its_note_comes_in(hers, helene):
    mutation = ids.new()
    note = hers.note(helene, at=KEPT, mutation=mutation, words="A slip.")
    undone = hers.envelope(b"{}", at=KEPT, kind="taken_back", of=str(mutation))
    at_once(lambda: hand_in(note), lambda: hand_in(undone))  # and the other way round
    assert Encounter.objects.get().taken_back_at is not None


def test_a_sound_while_its_note_comes_in(hers, helene):
    mutation, recording = ids.new(), ids.new()
    note = hers.note(helene, at=KEPT, mutation=mutation, words="A slip.")
    at_once(lambda: hand_in(note), lambda: hand_in(sound(hers, mutation, recording, 0, 1)))
    assert Recording.objects.get().encounter is not None


def test_the_key_is_made_once(camille, yumi):
    at_once(
        *(lambda member=member: enrolling.sealing_key(by=people.by(member), at=ENROLLED) for member in (camille, yumi))
    )
    assert Line.objects.filter(act="capture.key_made").count() == 1
