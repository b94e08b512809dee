"""A spoken note is typed up, its words join the note, and its sound is erased."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from carnet.capture.actions import asking_again, proposing
from carnet.capture.kinds import Act, RecordingState
from carnet.capture.models import Recording, SoundPart
from carnet.capture.queries import sounding
from carnet.capture.rules.notes import Note
from carnet.interactions.models import Encounter
from carnet.journal import recording
from carnet.kit import acts

TYPING = "carnet.capture.tasks.type_up"
THROWN_AWAY = "thrown_away"
BY_NIGHT = 2
"""The hour, UTC, in which old notes are tried again."""


@transaction.atomic
def ask(*, spoken: Recording) -> None:  # house: act-is-recorded -- a job is asked for; typing it up is the act
    """Send it to whoever types, once this transaction is done; one that waits for its turn already goes on waiting."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(TYPING, queueing_lock=str(spoken.id)).defer(recording=str(spoken.id))


@transaction.atomic
def ask_again(*, at: dt.datetime) -> int:  # house: act-is-recorded -- a job is asked for; typing it up is the act
    """Notes that could not be typed up for want of a model are sent once more; how many they were.

    In their first day every time this is asked, and then once a night: one that no model ever bears holds up no other.
    """
    waiting = Recording.objects.select_for_update(skip_locked=True).filter(state=RecordingState.READY)
    if at.hour != BY_NIGHT:
        waiting = waiting.filter(received_at__gt=at - dt.timedelta(days=1))
    found = list(waiting.exclude(because=""))
    for each in found:
        Recording.objects.filter(id=each.id).update(because="")
        ask(spoken=each)
    return len(found)


@transaction.atomic
def told(*, spoken: Recording, share: float) -> None:  # house: act-is-recorded -- a progress bar
    """How far it has come, from 0 to 1."""
    Recording.objects.filter(id=spoken.id, state=RecordingState.READY).update(done=min(max(share, 0.0), 1.0))


@transaction.atomic
def finish(*, spoken: Recording, words: str, by: acts.By, at: dt.datetime) -> Recording:
    """It is typed up: the sound goes now, and the words join the note when she has kept it. A second time changes nothing."""
    sounding.alone_with(spoken.note)
    kept = Recording.objects.select_for_update().get(id=spoken.id)
    if kept.state != RecordingState.READY:
        return kept
    SoundPart.objects.filter(recording=kept).delete()
    kept.state, kept.words, kept.done, kept.typed_at = RecordingState.TYPED, words.strip(), 1.0, at
    kept.save(update_fields=["state", "words", "done", "typed_at"])
    recording.record(act=Act.TYPED_UP, by=by, on=acts.On("recording", kept.id), at=at)
    return _joined(kept, at)


@transaction.atomic
def fail(*, spoken: Recording, because: str, by: acts.By, at: dt.datetime, keeps_sound: bool) -> None:
    """It cannot be typed up: `because` is a code. What no machine can ever read is erased; else it waits for one that can."""
    waits = Recording.objects.filter(id=spoken.id, state=RecordingState.READY)
    # Typed up, or thrown away, while it was being heard: that stands.
    if not waits.update(state=RecordingState.READY if keeps_sound else RecordingState.FAILED, because=because):
        return
    if not keeps_sound:
        SoundPart.objects.filter(recording=spoken).delete()
    recording.record(act=Act.TYPED_UP, by=by, on=acts.On("recording", spoken.id), at=at, reason=because)


@transaction.atomic
def taken_over(*, spoken: Recording, by: acts.By, at: dt.datetime) -> None:
    """Its words are in the note that she writes, as she leaves them: nothing of it stays."""
    Recording.objects.filter(id=spoken.id).update(words="")
    recording.record(act=Act.TYPED_UP, by=by, on=acts.On("recording", spoken.id), at=at, reason="taken_over")


@transaction.atomic
def throw_away(*, spoken: Recording, by: acts.By, at: dt.datetime) -> None:
    """She thinks better of it: its sound and its words go. What a note was kept with stays with the note."""
    sounding.alone_with(spoken.note)
    kept = Recording.objects.select_for_update().get(id=spoken.id)
    if kept.encounter_id or kept.because == THROWN_AWAY:
        return
    SoundPart.objects.filter(recording=kept).delete()
    kept.state, kept.because, kept.words = RecordingState.FAILED, THROWN_AWAY, ""
    kept.save(update_fields=["state", "because", "words"])
    recording.record(act=Act.TYPED_UP, by=by, on=acts.On("recording", kept.id), at=at, reason=THROWN_AWAY)


@transaction.atomic
def meet(*, encounter: Encounter, note: Note, by: acts.By, at: dt.datetime) -> bool:
    """What was spoken for a note meets it as it is kept; whether words of it are still to come.

    The note itself says which: of any other the words are in it already, as she left them, or she threw it away.
    """
    awaited, mutation = set(note.recordings), encounter.mutation
    assert mutation is not None
    spoken = Recording.objects.select_for_update().filter(note=mutation, member=encounter.author_id)
    for each in spoken.order_by("received_at", "id"):
        if each.id not in note.recordings:
            (taken_over if each.state == RecordingState.TYPED else throw_away)(spoken=each, by=by, at=at)
            continue
        Recording.objects.filter(id=each.id).update(encounter=encounter, words="")
        if each.words:
            asking_again.join(spoken=each, encounter=encounter, by=by, at=at)
        if each.state in {RecordingState.TYPED, RecordingState.FAILED}:
            awaited.discard(each.id)
    return bool(awaited)


def _joined(kept: Recording, at: dt.datetime) -> Recording:
    """Words that come after the note join it, and are read for what they tell."""
    if kept.encounter is None or not kept.words:
        return kept
    by = acts.By(kept.member_id, acts.Via.TASK)
    asking_again.join(spoken=kept, encounter=kept.encounter, by=by, at=at)
    first = kept.encounter.presences.order_by("-part", "id").select_related("client").first()
    if first is not None:
        proposing.propose(encounter=kept.encounter, client=first.client, member=kept.member, by=by, at=at)
    kept.words = ""
    kept.save(update_fields=["words"])
    return kept
