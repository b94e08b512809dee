"""An advisor answers a suggestion: written, later, not now. Each does what it printed, and tomorrow knows (N-16)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.consent.actions import holding
from carnet.house.models import Member
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterChannel, EncounterKind, PromiseOutcome, Started
from carnet.interactions.models import Encounter, Promise
from carnet.journal import recording
from carnet.kit import acts
from carnet.outreach.kinds import Act, Later, NotNow, Reply
from carnet.outreach.models import Answer, Suggestion
from carnet.outreach.rules.later import until as comes_back


class CannotAnswer(ValueError):
    """The suggestion cannot be answered so; the sentence says why."""


@dataclasses.dataclass(frozen=True)
class Said:
    """What was tapped."""

    reply: Reply
    because: str = ""
    channel: str = ""


@transaction.atomic
def answer(*, suggestion: Suggestion, said: Said, member: Member, by: acts.By, at: dt.datetime) -> Answer:
    """Keep the answer and do what it promised; answering twice is answering once. Raises CannotAnswer."""
    kept = (
        Suggestion.objects.select_for_update(of=("self",))
        .select_related("day__boutique", "client", "promise")
        .get(id=suggestion.id)
    )
    fact = uuid.UUID(kept.reasons[0]["facts"][0]["id"])
    standing = Answer.objects.filter(
        client=kept.client_id, on=kept.day.on, fact=fact, taken_back_at__isnull=True
    ).first()
    if standing:
        return standing
    until = _until(kept, said)
    encounter = _written(kept, said, member, by, at) if said.reply == Reply.WRITTEN else None
    if said.because == NotNow.DELICATE:
        holding.hold(client=kept.client, because="A delicate time.", by=by, at=at, reason="delicate")
    line = recording.record(
        act=Act.ANSWERED,
        by=by,
        on=acts.On("client", kept.client_id, kept.client_id),
        at=at,
        reason=said.because or said.reply,
    )
    return Answer.objects.create(
        client=kept.client, member=member, on=kept.day.on, reason=kept.reason, fact=fact, reply=said.reply,
        because=said.because, until=until, channel=said.channel, encounter=encounter, happened_at=at, known_from=at,
        noted_in=line,
    )  # fmt: skip


@transaction.atomic
def left(*, answer: Answer, did: bool, by: acts.By, at: dt.datetime) -> None:
    """Did it leave? If not yet, the letter is taken back and may be suggested again tomorrow."""
    Answer.objects.filter(id=answer.id).update(left=did)
    if not did and answer.encounter and answer.encounter.taken_back_at is None:
        logging.take_back(encounter=answer.encounter, by=by, at=at)
        _unsettle(answer, by, at)
    recording.record(
        act=Act.LEFT,
        by=by,
        on=acts.On("client", answer.client_id, answer.client_id),
        at=at,
        reason="yes" if did else "not_yet",
    )


@transaction.atomic
def take_back(*, answer: Answer, by: acts.By, at: dt.datetime) -> None:
    """Undo: the suggestion is open again, and what the answer did is undone."""
    kept = Answer.objects.select_for_update(of=("self",)).select_related("encounter", "client").get(id=answer.id)
    if kept.taken_back_at:
        return
    if kept.encounter and kept.encounter.taken_back_at is None:
        logging.take_back(encounter=kept.encounter, by=by, at=at)
        _unsettle(kept, by, at)
    if kept.because == NotNow.DELICATE:
        holding.release(client=kept.client, because="Taken back.", by=by, at=at)
    Answer.objects.filter(id=kept.id).update(taken_back_at=at)
    recording.record(
        act=Act.ANSWERED, by=by, on=acts.On("client", kept.client_id, kept.client_id), at=at, reason="taken_back"
    )


def _until(suggestion: Suggestion, said: Said) -> dt.date | None:
    if said.reply == Reply.LATER:
        return comes_back(_word(Later, said.because), suggestion.day.on, suggestion.ends_on)
    if said.reply == Reply.NOT_NOW:
        _word(NotNow, said.because)
    return None


def _word[W: (Later, NotNow)](words: type[W], word: str) -> W:
    try:
        return words(word)
    except ValueError as error:
        raise CannotAnswer(_("Say why, with one of the answers shown.")) from error


def _written(suggestion: Suggestion, said: Said, member: Member, by: acts.By, at: dt.datetime) -> Encounter:
    """The letter is an encounter in her story; a promise it kept is kept."""
    channels = set(EncounterChannel)
    encounter = logging.log(
        clients=[suggestion.client],
        happening=logging.Happening(
            kind=EncounterKind.LETTER,
            channel=EncounterChannel(said.channel) if said.channel in channels else EncounterChannel.OTHER,
            started_by=Started.HOUSE,
        ),
        boutique=suggestion.day.boutique,
        members=[member],
        happened_at=at,
        by=by,
        at=at,
    )
    if suggestion.promise and not suggestion.promise.outcome:
        promises.settle(promise=suggestion.promise, outcome=PromiseOutcome.KEPT, by=by, at=at)
    return encounter


def _unsettle(answer: Answer, by: acts.By, at: dt.datetime) -> None:
    promise = Promise.objects.filter(id=answer.fact, outcome=PromiseOutcome.KEPT, settled_at=answer.happened_at).first()
    if promise:
        promises.unsettle(promise=promise, by=by, at=at)
