"""Whom she may have seen today: sales without a note, people of her list, and visits that have no name yet."""

from __future__ import annotations

import dataclasses
import datetime as dt

from carnet.books import queries as books
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.interactions.kinds import EncounterKind
from carnet.interactions.models import Presence
from carnet.kit import moments
from carnet.purchases.models import Sale

LATELY = dt.timedelta(days=14)
SHOWN = 8


@dataclasses.dataclass(frozen=True)
class SeenToday:
    """The closing page's three lists, and what is kept already."""

    sold: list[Client]
    lately: list[Client]
    kept: list[Client]
    unnamed: list[Presence]
    """Visits of somebody described, who may have a name by now (ruling 12)."""


def seen_today(member: Member, boutique: Boutique, on: dt.date) -> SeenToday:
    """Sales of the day in this boutique to her clients, then those of her book who were near lately."""
    opens, closes = moments.open_of(on, boutique.zone), moments.close_of(on, boutique.zone)
    mine = books.book_of(advisor=member, as_of=closes)
    visits = Presence.objects.filter(encounter__kind=EncounterKind.VISIT, encounter__taken_back_at__isnull=True)
    today = visits.filter(encounter__happened_at__range=(opens, closes), encounter__attendances__member=member)
    kept = list(Client.objects.filter(id__in=today.values("client"), display__gt="").order_by("display", "id"))
    done = {client.id for client in kept}
    bought = Sale.objects.filter(
        happened_at__range=(opens, closes), boutique=boutique, client__in=mine, cancelled_at__isnull=True
    )
    sold = list(Client.objects.filter(id__in=bought.values("client")).exclude(id__in=done).order_by("display", "id"))
    done |= {client.id for client in sold}
    recent = Presence.objects.filter(
        client__in=mine, happened_at__range=(closes - LATELY, opens), encounter__taken_back_at__isnull=True
    ).order_by("-happened_at").values_list("client", flat=True)  # fmt: skip
    near = [client for client in dict.fromkeys(recent[:50]) if client not in done][:SHOWN]
    return SeenToday(
        sold=sold,
        lately=list(Client.objects.filter(id__in=near, display__gt="").order_by("display", "id")),
        kept=kept,
        unnamed=list(
            today.filter(client__display="", client__external_ids__isnull=True)
            .select_related("client")
            .order_by("encounter__happened_at", "id")
        ),
    )
