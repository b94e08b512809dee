"""What nobody came for in thirty days goes, and a day earlier it is all still there."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.capture.actions import depositing, leaving_details, receiving, settling, sweeping, typing_up
from carnet.capture.kinds import Act, DepositState, RecordingState
from carnet.capture.models import Details, Picture, Recording, SoundPart
from carnet.capture.rules import envelopes
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.journal.models import Line
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests import cast
from tests.capture.test_details import AT, HELENES, SOON, shown
from tests.capture.test_spoken import stretch
from tests.factories import people, story
from tests.factories.phone import phone

pytestmark = pytest.mark.django_db
QUEUE = By(None, Via.TASK)
STILL, OVER = AT + sweeping.KEPT_FOR, AT + sweeping.KEPT_FOR + dt.timedelta(hours=1)


@pytest.fixture(params=["half of it", "all of it", "its words"])
def spoken(request, camille):
    """Sound for a note that never came: its first half, all of it, or what was typed up of it."""
    parts = 2 if request.param == "half of it" else 1
    kept = receiving.sound(part=stretch(ids.new(), parts=parts), note=ids.new(), member=camille, at=AT)
    if request.param == "its words":
        typing_up.finish(spoken=kept, words="Likes the long chain.", by=QUEUE, at=SOON)
    return kept


def test_sound_and_words_of_a_note_that_never_came(spoken):
    assert sweeping.sweep(by=QUEUE, at=STILL) == 0
    held = SoundPart.objects.count() or Recording.objects.get().words
    assert held
    assert sweeping.sweep(by=QUEUE, at=OVER) == 1
    kept = Recording.objects.get()
    assert (SoundPart.objects.count(), kept.words) == (0, "")
    assert kept.state in {RecordingState.FAILED, RecordingState.TYPED}
    assert Line.objects.filter(act=Act.TYPED_UP, reason="swept").count() == 1
    assert sweeping.sweep(by=QUEUE, at=OVER) == 0


def test_details_that_nobody_could_place(camille, helene):
    visit = story.visit(people.client(cast.SATURDAY_COUPLE, at=AT), to=camille, on=AT)
    leaving_details.leave(token=shown(camille, encounter=visit), said=HELENES, at=AT)
    assert Details.objects.get().client_id is None
    assert sweeping.sweep(by=QUEUE, at=STILL) == 0
    assert sweeping.sweep(by=QUEUE, at=OVER) == 1
    assert not Details.objects.exists()
    assert Line.objects.filter(act=Act.DETAILS_LET_GO, reason="swept").count() == 1


def test_what_was_spoken_for_a_note_put_aside_waits_with_it(camille, helene):
    hers, note = phone(camille, AT), ids.new()
    spoken = receiving.sound(part=stretch(ids.new()), note=note, member=camille, at=AT)
    typing_up.finish(spoken=spoken, words="All that she said.", by=QUEUE, at=SOON)
    Member.objects.filter(id=camille.id).update(is_active=False)
    sent = hers.note(helene, at=AT, mutation=note, words="", recordings=[str(spoken.id)])
    aside = depositing.deposit(envelope=envelopes.read(sent), sent_at=AT, by=By(None, Via.SCREEN), at=SOON)
    assert aside.state == DepositState.QUARANTINED
    assert sweeping.sweep(by=QUEUE, at=OVER) == 0
    settling.take_in(
        aside=aside, manager=camille, boutique=people.boutique(), by=people.THE_HOUSE, at=OVER + dt.timedelta(days=1)
    )
    assert Encounter.objects.get(mutation=note).words == "All that she said."


def test_a_picture_whose_note_never_came(camille):
    Picture.objects.create(note=ids.new(), member=camille, image=b"locked", width=1, height=1, taken_at=AT)
    assert sweeping.sweep(by=QUEUE, at=STILL) == 0
    assert sweeping.sweep(by=QUEUE, at=OVER) == 1
    assert not Picture.objects.exists()
