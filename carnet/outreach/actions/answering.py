"""An advisor answers a suggestion: written, later, not now. Each does what it printed, and tomorrow knows (N-16)."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.consent.models import Hold
from carnet.house.models import Member
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterChannel, EncounterKind, PromiseOutcome, Started
from carnet.interactions.models import Encounter, Promise
from carnet.journal import recording
from carnet.kit import acts, moments
from carnet.outreach.kinds import Act, Later, NotNow, Reply
from carnet.outreach.models import Answer, Suggestion
from carnet.outreach.queries.days import first_fact
from carnet.outreach.rules import edits
from carnet.outreach.rules.later import evening_of
from carnet.outreach.rules.later import until as comes_back

OTHER = EncounterChannel.OTHER
NOT_OF_A_PROMISE = (NotNow.TOO_SOON, NotNow.NOT_RIGHT)
"""Our word is kept, released, or decided against with a reason: it does not just rest."""


class CannotAnswer(ValueError):
    """The suggestion cannot be answered so; the sentence says why."""


@dataclasses.dataclass(frozen=True)
class Said:
    """What was tapped."""

    reply: Reply
    because: str = ""
    channel: str = ""
    words: str = ""
    """The letter as she finished it; it is not kept, only how far it is from the one that was composed (Q-6)."""


@transaction.atomic
def answer(*, suggestion: Suggestion, said: Said, member: Member, by: acts.By, at: dt.datetime) -> Answer:
    """Keep the answer and do what it promised; answering twice is answering once. Raises CannotAnswer."""
    kept = (
        Suggestion.objects.select_for_update(of=("self",))
        .select_related("day__boutique", "client", "promise")
        .get(id=suggestion.id)
    )
    on, fact = _answered_on(kept, at), first_fact(kept)
    standing = Answer.objects.filter(client=kept.client_id, on=on, fact=fact, taken_back_at__isnull=True).first()
    if standing and not _is_back(standing, kept, at):
        return standing
    until = _until(kept, said, member)
    if standing:
        Answer.objects.filter(id=standing.id).update(taken_back_at=at)
    encounter = _written(kept, said, member, by, at) if said.reply == Reply.WRITTEN else None
    hold = _silence(kept, by, at) if said.because == NotNow.DELICATE else None
    line = recording.record(
        act=Act.ANSWERED,
        by=by,
        on=acts.On("client", kept.client_id, kept.client_id),
        at=at,
        reason=said.because or said.reply,
    )
    return Answer.objects.create(
        client=kept.client, member=member, on=on, reason=kept.reason, fact=fact, reply=said.reply,
        because=said.because, until=until, channel=encounter.channel if encounter else "", encounter=encounter, hold=hold,
        edited=edits.distance(kept.letter, said.words) if said.words.strip() and encounter else None,
        happened_at=at, known_from=at, noted_in=line,
    )  # fmt: skip


@transaction.atomic
def left(*, answer: Answer, did: bool, by: acts.By, at: dt.datetime) -> None:
    """Did it leave? If not, nothing was written: the promise stands again, and tomorrow may suggest it again."""
    kept = Answer.objects.select_for_update(of=("self",)).select_related("encounter").get(id=answer.id)
    if kept.left is not None or kept.taken_back_at:
        return
    Answer.objects.filter(id=kept.id).update(left=did)
    if not did and kept.encounter:
        logging.never_left(encounter=kept.encounter, by=by, at=at)
        _unsettle(kept, by, at)
    recording.record(
        act=Act.LEFT,
        by=by,
        on=acts.On("client", kept.client_id, kept.client_id),
        at=at,
        reason="yes" if did else "not_yet",
    )


@transaction.atomic
def take_back(*, answer: Answer, by: acts.By, at: dt.datetime) -> None:
    """Undo: the suggestion is open again, and what the answer did is undone. Raises CannotAnswer after a day."""
    kept = (
        Answer.objects.select_for_update(of=("self",)).select_related("encounter", "client", "hold").get(id=answer.id)
    )
    if kept.taken_back_at:
        return
    if at - kept.happened_at > logging.CORRECTABLE:
        raise CannotAnswer(_("An answer can be taken back for a day."))
    if kept.encounter and kept.encounter.taken_back_at is None:
        logging.take_back(encounter=kept.encounter, by=by, at=at)
        _unsettle(kept, by, at)
    if kept.hold and at in kept.hold.period:
        holding.release(client=kept.client, because=_("Taken back."), scope=Scope(kept.hold.scope), by=by, at=at)
    Answer.objects.filter(id=kept.id).update(taken_back_at=at)
    recording.record(
        act=Act.ANSWERED, by=by, on=acts.On("client", kept.client_id, kept.client_id), at=at, reason="taken_back"
    )


def _answered_on(suggestion: Suggestion, at: dt.datetime) -> dt.date:
    """Yesterday's page, answered today, is today's answer: later days look at it, and the past stays as it was."""
    return max(suggestion.day.on, moments.day_of(at, suggestion.day.boutique.zone))


def _is_back(standing: Answer, suggestion: Suggestion, at: dt.datetime) -> bool:
    """Put off until this evening, and it is evening: it may be answered again."""
    evening = evening_of(suggestion.day.on, suggestion.day.boutique.zone)
    return standing.because == Later.THIS_EVENING and standing.happened_at < evening <= at


def _silence(suggestion: Suggestion, by: acts.By, at: dt.datetime) -> Hold | None:
    """Close every route to her until somebody says otherwise; one that is in force already says so."""
    try:
        with transaction.atomic():
            return holding.hold(
                client=suggestion.client, because=_("A delicate time."), by=by, at=at, reason="delicate"
            )
    except holding.CannotHold:
        return None


def _until(suggestion: Suggestion, said: Said, member: Member) -> dt.date | None:
    if said.reply == Reply.LATER:
        ends_on = None if suggestion.promise_id else suggestion.ends_on
        return comes_back(_word(Later, said.because), suggestion.day.on, ends_on, member.works_on)
    if said.reply == Reply.NOT_NOW and _word(NotNow, said.because) in NOT_OF_A_PROMISE and suggestion.promise_id:
        raise CannotAnswer(
            _("Our word stands until it is kept, released, or decided against: settle it under Promises.")
        )
    return None


def _word[W: (Later, NotNow)](words: type[W], word: str) -> W:
    try:
        return words(word)
    except ValueError as error:
        raise CannotAnswer(_("Say why, with one of the answers shown.")) from error


def _written(suggestion: Suggestion, said: Said, member: Member, by: acts.By, at: dt.datetime) -> Encounter:
    """The letter is an encounter in her story; a promise it kept is kept."""
    encounter = logging.log(
        clients=[suggestion.client],
        happening=logging.Happening(
            kind=EncounterKind.LETTER,
            channel=EncounterChannel(said.channel) if said.channel in set(EncounterChannel) else OTHER,
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
