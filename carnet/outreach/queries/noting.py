"""What a note should offer before anything is tapped: whom she saw lately, and the pieces lately handled."""

from __future__ import annotations

import datetime as dt

from carnet.books import policy
from carnet.books import queries as books
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.models import Attendance, PieceShown, Presence
from carnet.products.kinds import ReferenceKind
from carnet.products.models import Reference

OFFERED = 4
RECENT = 6
LATELY = dt.timedelta(days=180)


def recent_clients(member: Member, at: dt.datetime) -> list[Client]:
    """Those she was with last, then those of her book who bought or came last."""
    hers = Attendance.objects.filter(member=member, encounter__taken_back_at__isnull=True).values("encounter")
    order = list(
        Presence.objects.filter(encounter__in=hers, happened_at__gt=at - LATELY).order_by("-happened_at")
        .values_list("client", flat=True)[: 5 * RECENT]
    )  # fmt: skip
    if len(set(order)) < RECENT:
        order += list(
            books.book_of(advisor=member, as_of=at).order_by("display", "id").values_list("id", flat=True)[:RECENT]
        )
    # Somebody she saw may be hidden from her since, or another boutique's now.
    found = policy.clients_visible_to(member, at).in_bulk(list(dict.fromkeys(order)))
    return [found[client] for client in dict.fromkeys(order) if client in found][:RECENT]


def pieces_to_show(client: Client | None, member: Member, at: dt.datetime) -> list[Reference]:
    """The pieces she saw last, then those this advisor handled last, then the catalogue's own first."""
    since = at - LATELY
    hers = PieceShown.objects.filter(encounter__presences__client=client) if client else PieceShown.objects.none()
    mine = PieceShown.objects.filter(encounter__attendances__member=member, encounter__happened_at__gt=since)
    order = [*_latest(hers), *_latest(mine)]
    if len(set(order)) < OFFERED:
        order += list(
            Reference.objects.filter(kind=ReferenceKind.PIECE)
            .exclude(plate="")
            .order_by("name", "id")
            .values_list("id", flat=True)[:OFFERED]
        )
    first = list(dict.fromkeys(order))[:OFFERED]
    found = Reference.objects.in_bulk(first)
    return [found[reference] for reference in first]


def _latest(shown: object) -> list[object]:
    return list(shown.order_by("-encounter__happened_at").values_list("reference", flat=True)[: 3 * OFFERED])  # type: ignore[attr-defined]
