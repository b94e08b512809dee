"""A matter to settle: selling waits from the moment it is heard (I-12)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

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

SELLING_RESTS = dt.timedelta(days=30)
"""Boutique ruling 15: after a matter is settled."""


class CannotClose(ValueError):
    """The matter cannot be closed so; the sentence says why."""


@transaction.atomic
def complain(
    *,
    client: Client,
    words: str,
    owner: Member,
    boutique: Boutique,
    happened_at: dt.datetime,
    by: acts.By,
    at: dt.datetime,
) -> Complaint:
    """Keep a complaint, with its owner; the hold on selling is there before this returns (Z-35)."""
    encounter = logging.log(
        clients=[client], happening=logging.Happening(kind=EncounterKind.COMPLAINT, words=words), boutique=boutique,
        members=[owner], happened_at=happened_at, by=by, at=at,
    )  # fmt: skip
    hold, ended = _hold_selling(client, by=acts.By(owner.id, by.via), at=at)
    noted = ids.new()
    kept = Complaint.objects.create(
        id=ids.new(), encounter=encounter, client=client, owner=owner, hold=hold, hold_was_until=ended, happened_at=happened_at,
        known_from=at, noted_in_id=noted,
    )  # fmt: skip
    recording.record(act=Act.COMPLAINED, by=by, on=acts.On("client", client.id, client.id), at=at, line_id=noted)
    return kept


@transaction.atomic
def close(*, complaint: Complaint, words: str, by: acts.By, at: dt.datetime) -> None:
    """Settled, and how. Selling rests 30 days more (ruling 15), which the manager may lift with a reason.

    Raises CannotClose.
    """
    if not words.strip():
        raise CannotClose(_("A matter is closed with a word on how it was settled."))
    kept = Complaint.objects.select_for_update().get(id=complaint.id)
    if kept.closed_at:
        raise CannotClose(_("This matter is closed already."))
    kept.closed_at, kept.closed_words = at, words.strip()
    kept.save(update_fields=["closed_at", "closed_words"])
    _let_selling_come_back(kept, by=by, at=at)
    recording.record(
        act=Act.COMPLAINT_CLOSED, by=by, on=acts.On("client", complaint.client_id, complaint.client_id), at=at
    )


def _hold_selling(client: Client, *, by: acts.By, at: dt.datetime) -> tuple[Hold, dt.datetime | None]:
    """The hold that rests selling while the matter is open, and when it would have ended had it been there before."""
    # Two matters heard at once share one hold.
    Client.objects.select_for_update().get(id=client.id)
    standing = Hold.objects.filter(client=client, scope=Scope.SELLING, period__contains=at).first()
    if standing is None:
        because = _("A matter to settle.")
        return holding.hold(client=client, because=because, scope=Scope.SELLING, by=by, at=at, reason="complaint"), None
    ended = standing.period.upper
    if ended is not None:
        standing = holding.review(hold=standing, until=None, by=by, at=at)
    return standing, ended


def _let_selling_come_back(complaint: Complaint, *, by: acts.By, at: dt.datetime) -> None:
    hold = Hold.objects.select_related("noted_in").get(id=complaint.hold_id)
    sharing = Complaint.objects.filter(hold=hold)
    if at not in hold.period or sharing.filter(closed_at__isnull=True).exists():
        return
    before = [was for was in sharing.values_list("hold_was_until", flat=True) if was]
    if hold.noted_in.reason == "complaint" or before:
        holding.review(hold=hold, until=max([at + SELLING_RESTS, *before]), by=by, at=at)
