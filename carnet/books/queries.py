"""Books, as of a moment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from carnet.books.kinds import AssignmentKind
from carnet.books.models import Assignment, Claim, Welcome
from carnet.clients.kinds import HouseholdRole
from carnet.clients.models import Client, Household, KnownAt
from carnet.clients.queries import at_home
from carnet.house.models import Boutique, Member
from carnet.kit import db

TOLD_FOR = dt.timedelta(days=3)
"""Long enough for a day off and the day after."""


def held(as_of: dt.datetime) -> QuerySet[Assignment]:
    """The assignments in force then, as the house knew them then."""
    return Assignment.objects.filter(period__contains=as_of, known_from__lte=as_of)


def book_of(*, advisor: Member, as_of: dt.datetime) -> QuerySet[Client]:
    """Everyone in her book then: her own, those of her boutique she looks after, and those she covers."""
    return Client.objects.filter(
        Exists(held(as_of).filter(client=OuterRef("pk"), member=advisor)), known_from__lte=as_of
    )


def boutiques_book(*, boutique: Boutique, as_of: dt.datetime) -> QuerySet[Client]:
    """Those at home in that boutique whom nobody there has in a book: the manager's morning (ruling 2)."""
    at_home = KnownAt.objects.filter(
        client=OuterRef("pk"), boutique=boutique, is_home=True, period__contains=as_of, known_from__lte=as_of
    )
    spoken_for = held(as_of).filter(Q(kind=AssignmentKind.PRIMARY) | Q(boutique=boutique), client=OuterRef("pk"))
    return Client.objects.filter(Exists(at_home), ~Exists(spoken_for), known_from__lte=as_of)


def boutiques_books(boutiques: Collection[uuid.UUID], as_of: dt.datetime) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """The same of several boutiques at once: boutique and client."""
    return db.select(
        """
        select k.boutique_id, k.client_id from clients_knownat k join clients_client c on c.id = k.client_id
        where k.boutique_id = any(%(boutiques)s) and k.is_home and k.period @> %(as_of)s::timestamptz
          and k.known_from <= %(as_of)s and c.known_from <= %(as_of)s
          and not exists (select from books_assignment a where a.client_id = k.client_id
                          and a.period @> %(as_of)s::timestamptz and a.known_from <= %(as_of)s
                          and (a.kind = 'primary' or a.boutique_id = k.boutique_id))
        """,
        boutiques=list(boutiques),
        as_of=as_of,
    )


def holders_of(client: Client, as_of: dt.datetime) -> list[Assignment]:
    """Who has her in a book then: her own advisor first."""
    order = {AssignmentKind.PRIMARY: 0, AssignmentKind.SECONDARY: 1, AssignmentKind.COVER: 2}
    found = held(as_of).filter(client=client).select_related("member", "boutique")
    return sorted(found, key=lambda each: (order[AssignmentKind(each.kind)], each.member.name, str(each.id)))


def primary_of(clients: Collection[uuid.UUID], as_of: dt.datetime) -> dict[uuid.UUID, Member]:
    """Each person's own advisor then."""
    found = held(as_of).filter(client__in=clients, kind=AssignmentKind.PRIMARY).select_related("member")
    return {each.client_id: each.member for each in found}


def advisor_of(household: Household, as_of: dt.datetime) -> Member | None:
    """Who looks after that home then: its first person's own advisor, and nobody else's word (H-4, Z-7)."""
    first = next((each for each in at_home(household, as_of) if each.role == HouseholdRole.PRIMARY), None)
    return primary_of([first.client_id], as_of).get(first.client_id) if first else None


def welcomed_elsewhere(*, advisor: Member, as_of: dt.datetime) -> list[Welcome]:
    """Whom of hers a colleague served in the last three days: her own advisor is told (ruling 5)."""
    hers = held(as_of).filter(client=OuterRef("client"), member=advisor, kind=AssignmentKind.PRIMARY)
    lately = Welcome.objects.filter(Exists(hers), known_from__gt=as_of - TOLD_FOR, known_from__lte=as_of)
    return list(
        lately.exclude(member=advisor).select_related("client", "member", "boutique").order_by("-known_from", "id")
    )


def open_claims(boutiques: Collection[uuid.UUID]) -> list[Claim]:
    """“I know her”: what waits for a manager's yes."""
    at_home = KnownAt.objects.filter(client=OuterRef("client"), boutique__in=boutiques, is_home=True)
    return list(
        Claim.objects.filter(Exists(at_home), outcome="")
        .select_related("client", "member")
        .order_by("known_from", "id")
    )
