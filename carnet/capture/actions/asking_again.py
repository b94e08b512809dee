"""Words that join a note after she kept it are asked about as they would have been at Keep: the gentle check, once more (D-8)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.capture.kinds import Act, Finding
from carnet.capture.models import Proposal, Recording
from carnet.capture.rules import discretion
from carnet.clients.actions import noting
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter
from carnet.journal import recording
from carnet.kit import acts, contact


@transaction.atomic
def join(*, spoken: Recording, encounter: Encounter, by: acts.By, at: dt.datetime) -> None:
    """What was typed up joins its note; what may be too private to keep in it waits for her answer, and is hers alone to see."""
    logging.add_words(encounter=encounter, words=spoken.words, by=by, at=at)
    first = encounter.presences.order_by("-part", "id").first()
    found = discretion.delicate(contact.plain(spoken.words), spoken.language)
    if first is None or not found:
        return
    Proposal.objects.bulk_create(
        [
            Proposal(
                encounter=encounter, client_id=first.client_id, member=spoken.member, kind=Finding.DELICATE,
                words=sentence[:400], sentence=sentence, value={"concern": concern}, proposed_at=at,
            )
            for sentence, concern in found.items()
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    on = acts.On("encounter", encounter.id, first.client_id)
    recording.record(act=Act.PROPOSED, by=by, on=on, at=at, reason=Finding.DELICATE)


@transaction.atomic
def leave_out(*, proposal: Proposal, instead: str, by: acts.By, at: dt.datetime) -> None:
    """It leaves the note, and whatever was read out of it; `instead`, where it says something, stands in its place.

    A second tap changes nothing.
    """
    if not _answered(proposal, Act.CONFIRMED, by, at):
        return
    logging.reword(encounter=proposal.encounter, sentence=proposal.sentence, instead=instead, by=by, at=at)
    for each in Proposal.objects.filter(encounter=proposal.encounter).exclude(sentence="").select_related("client"):
        if each.sentence in proposal.sentence or proposal.sentence in each.sentence:
            noting.forget_sentence(client=each.client, sentence=each.sentence, by=by, at=at)
            Proposal.objects.filter(id=each.id).update(sentence="")


@transaction.atomic
def keep(*, proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """She has reasons: it stays as it is, and is not asked again."""
    _answered(proposal, Act.DECLINED, by, at)


def _answered(proposal: Proposal, act: Act, by: acts.By, at: dt.datetime) -> bool:
    """What was asked goes with the answer: the sentence stands in the note, or nowhere."""
    gone, _each = Proposal.objects.filter(id=proposal.id, kind=Finding.DELICATE).delete()
    if gone:
        on = acts.On("proposal", proposal.id, proposal.client_id)
        recording.record(act=act, by=by, on=on, at=at, reason=Finding.DELICATE)
    return bool(gone)
