"""What a note may tell is proposed; a tap keeps it, another leaves it. Nothing is written without the tap."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.capture.actions import confirming
from carnet.capture.kinds import Act
from carnet.capture.models import Proposal
from carnet.capture.queries.around import around, is_known
from carnet.capture.rules import extracting
from carnet.capture.rules.tongue import tongue
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.journal import recording
from carnet.kit import acts, moments


@transaction.atomic
def propose(*, encounter: Encounter, client: Client, member: Member, by: acts.By, at: dt.datetime) -> list[Proposal]:
    """What that note's words may tell of her, kept aside until she says so; what was proposed of it before is not again."""
    if not encounter.words.strip():
        return []
    on = moments.day_of(encounter.happened_at, encounter.boutique.zone if encounter.boutique else "UTC")
    language = tongue(encounter.words, member.language)
    found = extracting.read(encounter.words, language, on, around(client, encounter.words, at))
    told = [each for each in found if not is_known(each, encounter, client, at)]
    made = Proposal.objects.bulk_create(
        [
            Proposal(
                encounter=encounter, client=client, member=member, kind=each.kind, words=each.words[:400],
                sentence=each.sentence, value=dict(each.value), proposed_at=at,
            )
            for each in told
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    if made:
        recording.record(
            act=Act.PROPOSED, by=by, on=acts.On("encounter", encounter.id, client.id), at=at, reason=str(len(made))
        )
    return made


@transaction.atomic
def confirm(*, proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """It is so: it becomes what it says, in the words of the room it belongs to. A second tap changes nothing.

    Raises confirming.CannotConfirm.
    """
    kept = Proposal.objects.select_for_update().get(id=proposal.id)
    if kept.confirmed is not None:
        return
    confirming.write(proposal=proposal, by=by, at=at)
    _decided(kept, confirmed=True, at=at)
    recording.record(act=Act.CONFIRMED, by=by, on=acts.On("proposal", kept.id, kept.client_id), at=at, reason=kept.kind)


@transaction.atomic
def decline(*, proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """It is not so, or not worth keeping: it is not asked again."""
    kept = Proposal.objects.select_for_update().get(id=proposal.id)
    if kept.confirmed is not None:
        return
    _decided(kept, confirmed=False, at=at)
    recording.record(act=Act.DECLINED, by=by, on=acts.On("proposal", kept.id, kept.client_id), at=at, reason=kept.kind)


def _decided(kept: Proposal, *, confirmed: bool, at: dt.datetime) -> None:
    kept.confirmed, kept.decided_at = confirmed, at
    kept.save(update_fields=["confirmed", "decided_at"])
