"""S-30, T-01 to T-05, T-55: what was written on a phone comes in exactly once, whatever the network and its clock did."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random

import pytest

from carnet.capture.actions import depositing
from carnet.capture.kinds import DepositState
from carnet.capture.models import Deposit
from carnet.capture.rules import envelopes
from carnet.house.actions import admitting
from carnet.interactions.models import Encounter, Presence, Promise
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.phone import phone

pytestmark = pytest.mark.django_db
ENROLLED, KEPT, CAME = paris("2026-03-10", "09:00"), paris("2026-03-10", "11:05"), paris("2026-03-10", "18:40")
DOOR = By(None, Via.SCREEN)


@pytest.fixture
def hers(camille):
    return phone(camille, ENROLLED)


def hand_in(sent, phone, at=CAME):
    return depositing.deposit(
        envelope=envelopes.read(sent),
        sent_at=envelopes.EARLIEST + dt.timedelta(milliseconds=phone.clock(at)),
        by=DOOR,
        at=at,
    )


def test_a_note_written_in_the_basement_comes_in_as_it_happened(hers, helene):
    kept = hand_in(hers.note(helene, at=KEPT, words="Tried the ring.", left="thinking", back="weeks"), hers)
    assert (kept.state, kept.changed) == (DepositState.KEPT, ["promise"])
    encounter = Encounter.objects.get(id=kept.encounter)
    assert (encounter.happened_at, encounter.known_from) == (KEPT, CAME)
    assert (encounter.words, encounter.left, encounter.author) == ("Tried the ring.", "thinking", hers.member)
    assert Promise.objects.get(encounter=encounter).due_on == dt.date(2026, 3, 24)


def test_the_same_envelope_again_is_one_note(hers, helene):
    sent = hers.note(helene, at=KEPT, words="Once.")
    first, second = hand_in(sent, hers), hand_in(sent, hers, at=CAME + dt.timedelta(days=20))
    assert first.id == second.id
    assert Encounter.objects.count() == 1


def test_t01_the_same_mutation_with_another_body_is_refused_and_not_lost(hers, helene):
    mutation = ids.new()
    hand_in(hers.note(helene, at=KEPT, mutation=mutation, words="Once."), hers)
    other = hers.note(helene, at=KEPT, mutation=mutation, words="Twice.")
    for _again in range(2):
        kept = hand_in(other, hers)
        assert (kept.state, kept.because) == (DepositState.REFUSED, depositing.CONFLICT)
    assert Encounter.objects.get().words == "Once."
    assert Deposit.objects.filter(held__isnull=False).count() == 1


def test_a_couple_is_one_visit_with_two_people(hers, helene, paolo):
    kept = hand_in(hers.note(helene, paolo, at=KEPT), hers)
    assert set(Presence.objects.filter(encounter=kept.encounter).values_list("client", "part")) == {
        (helene.id, "main"), (paolo.id, "companion"),
    }  # fmt: skip


@pytest.mark.parametrize("skew", [dt.timedelta(days=-3650), dt.timedelta(days=3650), dt.timedelta(minutes=7)], ids=str)
def test_t05_a_clock_years_wrong_changes_nothing(camille, helene, skew):
    wrong = phone(camille, ENROLLED, fast_by=skew)
    kept = hand_in(wrong.note(helene, at=KEPT), wrong)
    assert Encounter.objects.get(id=kept.encounter).happened_at == KEPT


def test_t05_a_clock_set_right_in_between_stays_between_last_contact_and_now(camille, helene):
    wrong = phone(camille, ENROLLED, fast_by=dt.timedelta(days=3650))
    ahead = wrong.note(helene, at=KEPT)
    wrong.fast_by = dt.timedelta(days=-3650)
    behind = wrong.note(helene, at=KEPT)
    wrong.fast_by = dt.timedelta()
    for sent in (ahead, behind):
        kept = hand_in(sent, wrong)
        assert ENROLLED <= Encounter.objects.get(id=kept.encounter).happened_at <= CAME


def test_its_undoing_may_come_first(hers, helene):
    mutation = ids.new()
    note = hers.note(helene, at=KEPT, mutation=mutation, words="A slip.")
    undone = hers.envelope(b"{}", at=KEPT, kind="taken_back", of=str(mutation))
    assert hand_in(undone, hers).state == DepositState.WAITING
    hand_in(note, hers)
    assert Encounter.objects.get().taken_back_at is not None
    assert Deposit.objects.get(kind="taken_back").state == DepositState.KEPT


def test_t04_any_order_leaves_the_same(hers, helene, paolo, antoine):
    mutations = [ids.new() for _ in range(4)]
    day = [
        hers.note(person, at=KEPT + dt.timedelta(minutes=number), mutation=mutations[number], words=f"Number {number}.")
        for number, person in enumerate((helene, paolo, antoine, helene))
    ]
    day.append(hers.envelope(b"{}", at=KEPT, kind="taken_back", of=str(mutations[2])))
    orders = random.Random(7).sample(list(itertools.permutations(day)), 12)
    seen = set()
    for order in orders:
        Deposit.objects.all().delete()
        Promise.objects.all().delete()
        Encounter.objects.all().delete()
        for sent in order:
            hand_in(sent, hers)
        rows = Encounter.objects.order_by("mutation").values_list("mutation", "words", "happened_at")
        seen.add((*rows, *Encounter.objects.order_by("mutation").values_list("taken_back_at", flat=True)))
    assert len(seen) == 1


def test_t55_what_somebody_disabled_still_had_waits_for_her_manager(hers, helene, ines):
    sent = hers.note(helene, at=KEPT, words="Before I left.")
    admitting.dismiss(member=hers.member, by=people.by(ines), at=KEPT, reason="departure")
    kept = hand_in(sent, hers)
    assert (kept.state, kept.because, kept.client) == (DepositState.QUARANTINED, "disabled", helene)
    assert b"Before" not in bytes(kept.held)
    assert not Encounter.objects.exists()


def test_thirty_days_after_she_was_last_there_it_waits_too(hers, helene):
    kept = hand_in(hers.note(helene, at=KEPT), hers, at=CAME + dt.timedelta(days=31))
    assert (kept.state, kept.because) == (DepositState.QUARANTINED, "unseen")


def test_somebody_who_is_no_longer_hers_to_see_waits(hers):
    watanabe = people.client(cast.KENJI_WATANABE, shop=cast.GINZA)
    kept = hand_in(hers.note(watanabe, at=KEPT), hers)
    assert (kept.state, kept.because) == (DepositState.QUARANTINED, "not_hers")


@pytest.mark.parametrize(
    "clear",
    [b"", b"{", b"[]", b'{"v": 1, "people": "x"}', b'{"v": 9}', b'{"v": 1, "people": []}', b"\xff\x00", b"[" * 100_000],
)
def test_what_is_no_note_is_put_aside_whole(hers, clear):
    kept = hand_in(hers.envelope(clear, at=KEPT), hers)
    assert (kept.state, kept.because) == (DepositState.REFUSED, "unreadable")
    assert kept.held is not None


def test_hostile_words_are_only_words(hers, helene):
    kept = hand_in(hers.note(helene, at=KEPT, words="a\0b\ud800c <script>"), hers)
    assert Encounter.objects.get(id=kept.encounter).words.startswith("ab")


def test_an_envelope_of_another_device_is_nobodys(hers, helene, yumi):
    other = phone(yumi, ENROLLED)
    stolen = other.note(helene, at=KEPT)
    forged = json.loads(json.dumps(hers.note(helene, at=KEPT)))
    forged["body"] = stolen["body"]
    for header in ({"device": str(hers.device.id)}, {"member": str(hers.member.id)}, {"key": str(ids.new())}):
        sent = other.envelope(b"{}", at=KEPT, **header)
        with pytest.raises(depositing.NotOurs):
            hand_in(sent, other)
    with pytest.raises(depositing.NotOurs):
        hand_in(forged, hers)
    assert not Deposit.objects.exists()
