"""A matter to settle: selling waits from the moment it is heard (I-12)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.clients.models import Client
from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.consent.models import Hold
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import logging
from carnet.interactions.kinds import Act, EncounterKind
from carnet.interactions.models import Complaint
from carnet.journal import recording
from carnet.kit import acts, ids


@transaction.atomic
def complain(
    *, client: Client, words: str, owner: Member, boutique: Boutique, happened_at: dt.datetime, by: acts.By, at: dt.datetime
) -> Complaint:
    """Keep a complaint, with its owner; the hold on selling is there before this returns (Z-35)."""
    encounter = logging.log(
        clients=[client], happening=logging.Happening(kind=EncounterKind.COMPLAINT, words=words), boutique=boutique,
        members=[owner], happened_at=happened_at, by=by, at=at,
    )  # fmt: skip
    hold = Hold.objects.filter(client=client, scope=Scope.SELLING, period__contains=at).first() or holding.hold(
        client=client, because="A matter to settle.", scope=Scope.SELLING, by=acts.By(owner.id, by.via), at=at, reason="complaint"
    )
    line = recording.record(act=Act.COMPLAINED, by=by, on=acts.On("client", client.id, client.id), at=at)
    return Complaint.objects.create(
        id=ids.new(), encounter=encounter, client=client, owner=owner, hold=hold, happened_at=happened_at, known_from=at,
        noted_in=line,
    )  # fmt: skip


@transaction.atomic
def close(*, complaint: Complaint, words: str, by: acts.By, at: dt.datetime) -> None:
    """Settled, and how. Selling rests 30 days more (ruling 15), which the manager may lift with a reason."""
    Complaint.objects.filter(id=complaint.id).update(closed_at=at, closed_words=words)
    if Hold.objects.filter(id=complaint.hold_id, period__contains=at).exists():
        holding.end(hold=complaint.hold, until=at + dt.timedelta(days=30), by=by, at=at)
    recording.record(
        act=Act.COMPLAINT_CLOSED, by=by, on=acts.On("client", complaint.client_id, complaint.client_id), at=at
    )
