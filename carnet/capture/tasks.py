"""What the queue does for capture: spoken notes are typed up, removed pictures erased, and phones told what is due."""

from __future__ import annotations

import datetime as dt
import uuid

from django.utils import timezone
from procrastinate.contrib.django import app

from carnet.capture.actions import noticing, picturing, sweeping, typing_up
from carnet.capture.kinds import RecordingState
from carnet.capture.models import PushAddress, Recording
from carnet.capture.queries import noticed, sounding
from carnet.capture.rules import messenger, typist
from carnet.house.models import Member
from carnet.journal import sealing
from carnet.kit.acts import By, Via

THE_QUEUE = By(None, Via.TASK)


@app.task(name=typing_up.TYPING, lock="typing up")
def type_up(recording: str) -> None:
    """One spoken note, heard outside any transaction; one that is typed up is left as it is."""
    spoken = Recording.objects.filter(id=uuid.UUID(recording), state=RecordingState.READY).first()
    if spoken is None:
        return
    by = By(None, Via.TASK)
    try:
        words = _heard(spoken)
    except typist.CouldNotType as error:
        at = timezone.now()  # noqa: TID251 -- time comes in here
        typing_up.fail(spoken=spoken, because=error.code, by=by, at=at, keeps_sound=error.code.may_pass)
        return
    typing_up.finish(spoken=spoken, words=words, by=by, at=timezone.now())  # noqa: TID251 -- time comes in here


def _heard(spoken: Recording) -> str:
    """Its words, told of as they come."""
    if typist.Port.typist is None:
        raise typist.CouldNotType(typist.Obstacle.NO_MODEL)

    def told(share: float) -> None:
        typing_up.told(spoken=spoken, share=share)

    return typist.Port.typist.type_up(sounding.sound_of(spoken), spoken.language, told).words


@app.periodic(cron="40 * * * *")
@app.task(queueing_lock="typing up again")
def type_up_again(timestamp: int) -> None:
    """A model that was away is asked again, every hour; where there is none, nothing is."""
    if typist.Port.typist is not None:
        typing_up.ask_again(at=dt.datetime.fromtimestamp(timestamp, dt.UTC))


@app.periodic(cron="25 3 * * *")
@app.task(queueing_lock="erasing removed pictures")
def erase_pictures(timestamp: int) -> None:
    """Pictures that left a day ago go for good."""
    picturing.erase_removed(by=THE_QUEUE, at=dt.datetime.fromtimestamp(timestamp, dt.UTC))


@app.periodic(cron="35 3 * * *")
@app.task(queueing_lock="sweeping what nobody waits for")
def sweep(timestamp: int) -> None:
    """Sound, words and details that nobody came for in thirty days."""
    sweeping.sweep(by=THE_QUEUE, at=dt.datetime.fromtimestamp(timestamp, dt.UTC))


@app.periodic(cron="5 * * * *")
@app.task(queueing_lock="notices")
def wake_notices(timestamp: int) -> None:
    """Every hour, whoever let a phone tell her becomes one job; most of them say nothing."""
    noticing.make_key(by=THE_QUEUE, at=dt.datetime.fromtimestamp(timestamp, dt.UTC))
    for member in noticed.members().values_list("id", flat=True):
        tell.configure(lock=f"notice {member}").defer(member=str(member))


@app.task(name="carnet.capture.tasks.tell")
def tell(member: str) -> None:
    """What is due to one member, said on her phones, by the clock of now: a queue that stood still says nothing at night."""
    at = timezone.now()  # noqa: TID251 -- time comes in here
    asked = Member.objects.filter(id=uuid.UUID(member)).first()
    told = noticed.told(asked, at) if asked else None
    by_push = messenger.Port.messenger
    if asked is None or told is None or by_push is None:
        return
    for address in noticing.begin(member=asked, zone=told.zone, by=THE_QUEUE, at=at):
        _hand_over(by_push, address, told, at)


def _hand_over(by_push: messenger.Messenger, address: PushAddress, told: noticed.Told, at: dt.datetime) -> None:
    """Outside any transaction; one that is gone is forgotten, and one that cannot be reached is tried in an hour."""
    private = sealing.unlocked(bytes(noticing.make_key(by=THE_QUEUE, at=at).private))
    notice = {"title": "Carnet", "words": told.words, "path": told.path, "lang": told.language}
    browser = messenger.Browser(address.endpoint, bytes(address.key), bytes(address.secret))
    try:
        by_push.hand_over(notice, browser, private, seconds=told.seconds)
    except messenger.Forgotten:
        noticing.end(address=address, by=THE_QUEUE, at=at, reason="gone")
    except messenger.NotHandedOver:
        noticing.not_told(address=address)
