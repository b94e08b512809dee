"""What people had agreed to, and what held the house back, as of a moment."""

from __future__ import annotations

import collections
import datetime as dt
import hashlib
import hmac
import uuid
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from carnet.clients.models import Client
from carnet.consent.kinds import Answer, BasisKind, Channel, Purpose
from carnet.consent.models import Basis, Hold, Permission
from carnet.consent.rules import CLOSES, GROUNDS

type Answers = dict[tuple[Purpose, Channel], Answer]


def answers(clients: Collection[uuid.UUID], as_of: dt.datetime) -> dict[uuid.UUID, Answers]:
    """Per person, the last answer on each purpose and channel that the house knew by then."""
    found: dict[uuid.UUID, Answers] = collections.defaultdict(dict)
    last = (
        Permission.objects.filter(client__in=clients, happened_at__lte=as_of, known_from__lte=as_of)
        .order_by("client", "purpose", "channel", "-happened_at", "-id")
        .distinct("client", "purpose", "channel")
    )
    for each in last:
        found[each.client_id][Purpose(each.purpose), Channel(each.channel)] = Answer(each.answer)
    return found


def permissions_of(client: Client, as_of: dt.datetime) -> list[Permission]:
    """What she agreed to and refused, the latest word on each, for her page."""
    return list(
        Permission.objects.filter(client=client, happened_at__lte=as_of, known_from__lte=as_of)
        .order_by("purpose", "channel", "-happened_at", "-id")
        .distinct("purpose", "channel")
    )


def holds(clients: Collection[uuid.UUID] | QuerySet[Client], as_of: dt.datetime) -> dict[uuid.UUID, list[Hold]]:
    """Per person, the holds in force then."""
    found: dict[uuid.UUID, list[Hold]] = collections.defaultdict(list)
    for hold in Hold.objects.in_force(as_of).filter(client__in=clients).order_by("client", "scope"):
        found[hold.client_id].append(hold)
    return found


def basis(purpose: Purpose, as_of: dt.datetime) -> BasisKind:
    """The ground the house had stated for that purpose by then; days before its first statement are read under that one."""
    stated = Basis.objects.filter(purpose=purpose)
    last = stated.filter(happened_at__lte=as_of).order_by("-happened_at", "-id").first()
    found = last or stated.order_by("happened_at", "id").first()
    return BasisKind(found.kind) if found else BasisKind.NONE


def reachable(as_of: dt.datetime, owners: QuerySet[Any]) -> dict[str, int]:
    """How many people each purpose can reach on some road: living adults, not held, by answer or by stated basis.

    `owners` selects the ids of those who have bought, which a higher room knows.
    """
    people = Client.objects.known(as_of).filter(died_on__isnull=True, is_minor=False, is_mentioned_only=False)
    return {purpose.value: _reached(people, purpose, as_of, owners).count() for purpose in Purpose}


def mark(kind: str, value: str) -> str:
    """HMAC-SHA256 under the house's sealing key: it recognises a number it is shown, and gives none away."""
    return hmac.new(settings.CARNET_SEALING_KEY.encode(), f"{kind}\x1f{value}".encode(), hashlib.sha256).hexdigest()


def mark_of_id(source: str, external_id: str) -> str:
    """The mark of what another system calls somebody."""
    return mark("id", f"{source}\x1f{external_id}")


def _reached(people: QuerySet[Client], purpose: Purpose, as_of: dt.datetime, owners: QuerySet[Any]) -> QuerySet[Client]:
    said = Permission.objects.filter(purpose=purpose, happened_at__lte=as_of, known_from__lte=as_of)
    later = said.filter(client=OuterRef("client"), channel=OuterRef("channel"), happened_at__gt=OuterRef("happened_at"))
    last = said.filter(~Exists(later))
    held = Hold.objects.in_force(as_of).filter(scope__in=CLOSES[purpose])
    grounded = Q(id__in=last.filter(answer=Answer.YES).values("client"))
    if basis(purpose, as_of) in GROUNDS:
        grounded |= Q(id__in=owners)
    return people.filter(grounded).exclude(
        Q(id__in=last.filter(answer=Answer.NO, channel=Channel.ANY).values("client")) | Q(id__in=held.values("client"))
    )


def due_for_review(on: dt.date, as_of: dt.datetime) -> QuerySet[Hold]:
    """The holds that are to be looked at again by that day, the longest waiting first (N-15)."""
    return (
        Hold.objects.in_force(as_of)
        .filter(review_on__lte=on)
        .select_related("client", "owner")
        .order_by("review_on", "id")
    )
