"""What is proposed to an advisor, and what was put aside for a manager."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from carnet.capture.models import Deposit, Device, Holder, Proposal, Recording
from carnet.clients.models import Client
from carnet.house.models import Member, Role

SHOWN = 8


def open_for(member: Member, client: Client) -> list[Proposal]:
    """What her notes may tell of that client and nobody has said yet, the newest note first."""
    waiting = Proposal.objects.filter(
        member=member, client=client, confirmed__isnull=True, encounter__taken_back_at__isnull=True
    )
    return list(waiting.order_by("-proposed_at", "id")[:SHOWN])


def hers(member: Member, proposal: uuid.UUID) -> Proposal | None:
    """That proposal, if it was made of a note of hers."""
    return Proposal.objects.select_related("client", "encounter", "member").filter(id=proposal, member=member).first()


def aside(boutiques: Collection[uuid.UUID], at: dt.datetime) -> QuerySet[Deposit]:
    """Envelopes nobody has settled, of those who work in these boutiques, or worked there last; the first to come first."""
    return (
        Deposit.objects.filter(held__isnull=False, settled_at__isnull=True, member__in=_people_of(boutiques, at))
        .exclude(state="waiting")
        .select_related("member", "device")
        .order_by("received_at", "id")
    )


def spoken(member: Member, note: uuid.UUID) -> list[Recording]:
    """What she spoke for that note, in the order in which it came."""
    return list(Recording.objects.filter(member=member, note=note).order_by("received_at", "id"))


def devices(boutiques: Collection[uuid.UUID], at: dt.datetime) -> QuerySet[Device]:
    """Phones and tablets of those who work in these boutiques, or worked there last, the last heard from first."""
    return (
        Device.objects.filter(holders__member__in=_people_of(boutiques, at))
        .prefetch_related("holders__member")
        .distinct()
        .order_by("-last_contact_at", "id")
    )


def own_devices(member: Member) -> QuerySet[Device]:
    """Those she was the last to hold, hers alone, and not forgotten: a phone that was handed on is another's."""
    last = Holder.objects.filter(device=OuterRef("pk")).order_by("-seen_at", "-id").values("member")[:1]
    held = Device.objects.alias(last=Subquery(last)).filter(last=member.id, tablet=None, wiped_at=None)
    return held.order_by("-last_contact_at", "id")


def _people_of(boutiques: Collection[uuid.UUID], at: dt.datetime) -> QuerySet[Role, Any]:
    """Who has a role there; of whoever has none anywhere any more, the last one counts."""
    now = Role.objects.filter(period__contains=at)
    ended = Role.objects.exclude(member__in=now.values("member")).order_by("member", "-period").distinct("member")
    stands = Q(id__in=now.values("id")) | Q(id__in=ended.values("id"))
    return Role.objects.filter(stands, boutique__in=boutiques).values("member")
