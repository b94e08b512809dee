"""What the database keeps of what came from a phone, whoever writes to it."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from carnet.capture.actions import depositing, receiving
from carnet.capture.kinds import Finding
from carnet.capture.models import Deposit, Device, Holder, Proposal, Recording, SealingKey, SoundPart
from carnet.capture.rules import envelopes
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.factories.phone import phone

ENROLLED, KEPT, CAME = paris("2026-03-10", "09:00"), paris("2026-03-10", "11:05"), paris("2026-03-10", "18:40")


@pytest.fixture
def hers(camille):
    return phone(camille, ENROLLED)


@pytest.fixture
def deposit(hers, helene):
    return depositing.deposit(
        envelope=envelopes.read(hers.note(helene, at=KEPT)), sent_at=CAME, by=By(None, Via.SCREEN), at=CAME
    )


@pytest.fixture
def spoken(camille):
    said = json.dumps({"recording": str(ids.new()), "part": 0, "parts": 2, "language": "fr"}).encode()
    part = len(said).to_bytes(4) + said + b"sound"
    return receiving.sound(part=part, note=ids.new(), member=camille, at=CAME)


@pytest.fixture
def proposal(helene, camille):
    visit = story.visit(helene, to=camille, on=CAME, words="Size 52.")
    return Proposal.objects.create(
        encounter=visit, client=helene, member=camille, kind=Finding.SIZE, words="Ring, 52", sentence="Size 52.",
        value={"of": "ring", "size": "52"}, proposed_at=CAME,
    )  # fmt: skip


def test_the_house_seals_under_one_key(hers):
    with refused("capture_sealingkey_one_in_use"):
        again(SealingKey.objects.get())
    change(SealingKey.objects.get(), retired_at=CAME)
    again(hers.house, retired_at=None)
    assert SealingKey.objects.count() == 2


def test_a_browser_is_one_device_and_each_is_on_it_once(hers):
    with refused("capture_device_public_key"):
        again(Device.objects.get())
    with refused("capture_holder_once_per_device"):
        again(Holder.objects.get())


def test_an_envelope_comes_in_exactly_once(deposit):
    with refused("capture_deposit_exactly_once"):
        again(deposit)
    with refused("capture_deposit_exactly_once"):
        again(deposit, number=7, fingerprint="0" * 64, state="refused")


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("capture_deposit_kind_known", {"kind": "letter"}),
        ("capture_deposit_state_known", {"state": "lost"}),
        ("capture_deposit_happened_before_it_came", {"happened_at": CAME + dt.timedelta(microseconds=1)}),
        ("capture_deposit_kept_holds_nothing", {"held": b"what she said"}),
    ],
)
def test_an_envelope_is_told_in_words_the_house_knows_and_holds_no_more_than_it_must(deposit, constraint, fields):
    with refused(constraint):
        change(Deposit.objects.get(), **fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("capture_recording_state_known", {"state": "lost"}),
        ("capture_recording_has_a_part", {"parts": 0}),
        ("capture_recording_share", {"done": 1.01}),
        ("capture_recording_share", {"done": -0.01}),
    ],
)
def test_a_spoken_note_has_come_so_far(spoken, constraint, fields):
    with refused(constraint):
        change(Recording.objects.get(), **fields)


def test_a_stretch_of_sound_is_kept_once(spoken):
    with refused("capture_soundpart_once"):
        again(SoundPart.objects.get())
    assert again(SoundPart.objects.get(), number=1)


def test_a_thing_is_proposed_once_of_a_note(proposal):
    with refused("capture_proposal_once_per_note"):
        again(proposal)
    with refused("capture_proposal_kind_known"):
        change(proposal, kind="rumour")


@pytest.mark.parametrize("half", [{"confirmed": True}, {"confirmed": False}, {"decided_at": CAME}])
def test_what_was_decided_has_its_moment(proposal, half):
    with refused("capture_proposal_decision_is_dated"):
        change(proposal, **half)
