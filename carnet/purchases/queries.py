"""What was bought, as of a moment."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from carnet.clients.models import Client, Household, Membership
from carnet.clients.queries import kin_of
from carnet.kit import db
from carnet.kit.money import Money
from carnet.products.kinds import ReferenceKind
from carnet.products.models import Ownership, Reference
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift, Line, Meaning, Return, Sale


def owners(as_of: dt.datetime) -> QuerySet[Any]:
    """The ids of those who had bought by then."""
    return Sale.objects.until(as_of).filter(client__isnull=False).values("client")


def owned_by(client: Client, as_of: dt.datetime, limit: int = 12) -> list[Reference]:
    """The pieces she has: owned by record, bought and not brought back nor a gift to somebody, or given to her by then.

    A gift that nobody has said was given is not here, and nothing tells that it is missing (ruling 13).
    """
    registered = Ownership.objects.filter(client=client, period__contains=as_of, known_from__lte=as_of)
    gifts = Gift.objects.filter(known_from__lte=as_of)
    given_away = gifts.filter(line=OuterRef("key"), kind__in=(GiftKind.KNOWN, GiftKind.UNNAMED))
    bought = _standing(as_of).filter(~Exists(given_away), sale__client=client, quantity__gt=_back(as_of))
    received = gifts.given(as_of).filter(recipient=client).values("line__reference")
    pieces = Reference.objects.filter(kind=ReferenceKind.PIECE)
    return list(
        pieces.filter(
            Q(id__in=registered.values("piece__reference")) | Q(id__in=bought.values("reference")) | Q(id__in=received)
        ).order_by("name", "id")[:limit]
    )


def _standing(as_of: dt.datetime) -> QuerySet[Line]:
    """The lines as the house knew them then, of sales that had not been cancelled by then."""
    return Line.objects.filter(
        Q(superseded_at__isnull=True) | Q(superseded_at__gt=as_of),
        Q(sale__cancelled_at__isnull=True) | Q(sale__cancelled_at__gt=as_of),
        sale__happened_at__lte=as_of,
        known_from__lte=as_of,
    )


def _back(as_of: dt.datetime) -> Coalesce:
    """How many of a line had come back by then, as the house knew it."""
    back = Return.objects.filter(
        Q(superseded_at__isnull=True) | Q(superseded_at__gt=as_of),
        line__key=OuterRef("key"),
        happened_at__lte=as_of,
        known_from__lte=as_of,
    )
    total = back.order_by().values("line__key").annotate(total=Sum("quantity")).values("total")
    return Coalesce(Subquery(total), 0)


def spend(
    clients: Collection[uuid.UUID], as_of: dt.datetime, since: dt.datetime | None = None
) -> dict[uuid.UUID, list[Money]]:
    """What each had spent by then (`since` then on), net of what came back, one sum per currency and never one of two.

    Computed from the sales as the house knew them, deposits and cancelled sales left out; nothing is stored (Z-8, Z-9).
    """
    rows = db.select(
        """
        with of as (
            select s.client_id, s.currency, coalesce(sum(l.total), 0) - s.discount as amount
            from purchases_sale s left join purchases_line l on l.sale_id = s.id and l.known_from <= %(as_of)s
                 and (l.superseded_at is null or l.superseded_at > %(as_of)s)
            where s.client_id = any(%(clients)s) and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
              and (%(since)s::timestamptz is null or s.happened_at >= %(since)s) and s.kind <> 'deposit'
              and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
            group by s.id
            union all
            select coalesce(s.client_id, r.client_id), r.currency, -r.amount
            from purchases_return r left join purchases_line l on l.id = r.line_id
            left join purchases_sale s on s.id = coalesce(l.sale_id, r.sale_id)
            where coalesce(s.client_id, r.client_id) = any(%(clients)s) and r.happened_at <= %(as_of)s
              and r.known_from <= %(as_of)s and (r.superseded_at is null or r.superseded_at > %(as_of)s)
              and (%(since)s::timestamptz is null or r.happened_at >= %(since)s)
              and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        )
        select client_id, currency, sum(amount) from of group by client_id, currency order by client_id, currency
        """,
        clients=list(clients),
        as_of=as_of,
        since=since,
    )
    found: dict[uuid.UUID, list[Money]] = collections.defaultdict(list)
    for client, currency, amount in rows:
        found[client].append(Money(amount, currency))
    return found


def household_spend(household: Household, as_of: dt.datetime, since: dt.datetime | None = None) -> list[Money]:
    """What those who belong to that home then had spent together, one sum per currency (H-5)."""
    at_home = Membership.objects.filter(household=household, period__contains=as_of, known_from__lte=as_of)
    together: dict[str, Money] = {}
    for sums in spend(list(at_home.values_list("client", flat=True)), as_of, since).values():
        for each in sums:
            together[each.currency] = together[each.currency] + each if each.currency in together else each
    return [together[currency] for currency in sorted(together)]


def meaning_of(sale: Sale, as_of: dt.datetime) -> Meaning | None:
    """What it was to her, as read then: the last reading that no other had revised by then (U-6)."""
    read = Meaning.objects.filter(sale=sale, happened_at__lte=as_of, known_from__lte=as_of)
    return read.exclude(revised_by__known_from__lte=as_of).order_by("-happened_at", "-id").first()


def received(client: Client, as_of: dt.datetime) -> QuerySet[Gift]:
    """The gifts that may be spoken of to the one who received them: a person has said that they were given (ruling 13)."""
    return Gift.objects.given(as_of).filter(recipient=client).order_by("given_on", "id")


def speakable_at_home(client: Client, as_of: dt.datetime) -> QuerySet[Line]:
    """What others of her home bought that may stand on her page: for themselves, by their own word, or given to her (H-10).

    Anything else may be a surprise, or none of her business; nothing here hints that it is left out.
    """
    of_line = Gift.objects.known(as_of).filter(line=OuterRef("key"))
    told = of_line.filter(kind=GiftKind.HERSELF) | of_line.given(as_of).filter(recipient=client)
    lines = _standing(as_of).filter(Exists(told), sale__client__in=kin_of(client, as_of))
    return lines.order_by("sale__happened_at", "position", "id")
