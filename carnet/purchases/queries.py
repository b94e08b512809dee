"""What was bought, as of a moment."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from carnet.clients.models import Client
from carnet.products.kinds import ReferenceKind
from carnet.products.models import Ownership, Reference
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift, Line, Return, Sale


def owners(as_of: dt.datetime) -> QuerySet[Any]:
    """The ids of those who had bought by then."""
    return Sale.objects.until(as_of).filter(client__isnull=False).values("client")


def owned_by(client: Client, as_of: dt.datetime, limit: int = 12) -> list[Reference]:
    """The pieces she has: owned by record, bought and not brought back nor a gift to somebody, or given to her by then.

    A gift that nobody has said was given is not here, and nothing tells that it is missing (ruling 13).
    """
    registered = Ownership.objects.filter(client=client, period__contains=as_of).values("piece__reference")
    gifts = Gift.objects.filter(known_from__lte=as_of)
    given_away = gifts.filter(line=OuterRef("key"), kind__in=(GiftKind.KNOWN, GiftKind.UNNAMED))
    bought = Line.objects.filter(
        ~Exists(given_away), ~Exists(Return.objects.filter(line=OuterRef("pk"), superseded_at__isnull=True)),
        sale__client=client, sale__cancelled_at__isnull=True, sale__happened_at__lte=as_of, superseded_at__isnull=True,
    )  # fmt: skip
    received = gifts.filter(recipient=client, given_on__lte=as_of.date()).values("line__reference")
    pieces = Reference.objects.filter(kind=ReferenceKind.PIECE)
    return list(
        pieces.filter(Q(id__in=registered) | Q(id__in=bought.values("reference")) | Q(id__in=received)).order_by("name", "id")[:limit]
    )
