"""Who may see whom: the only door through which the outside reaches a client. What is not visible does not exist (404)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from carnet.books.kinds import Act, AssignmentKind
from carnet.books.models import Welcome
from carnet.books.queries import held
from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client, KnownAt
from carnet.house.models import Member
from carnet.house.queries import Scope, scope_of
from carnet.journal.models import Line
from carnet.kit import contact

CARD_LASTS = dt.timedelta(hours=24)


def clients_visible_to(member: Member, as_of: dt.datetime, scope: Scope | None = None) -> QuerySet[Client]:
    """An advisor sees her boutiques' clients, a manager those of the boutiques held, head office the maison.

    A VIP is seen by whoever has her in a book and by her managers; a restricted client by those who have her alone.
    A client another boutique knows is seen for the day of a welcome (ruling 5).
    """
    scope = scope or scope_of(member, as_of)
    hers = Exists(held(as_of).filter(client=OuterRef("pk"), member=member))
    welcomed = Exists(Welcome.objects.filter(client=OuterRef("pk"), member=member, period__contains=as_of))
    near = _known_at(scope.boutiques, as_of)
    managed = _known_at(scope.manages, as_of)
    if scope.whole_maison:
        # Not an empty Q: "everybody, or those welcomed" would come to those welcomed.
        near = managed = Q(pk__isnull=False)
    standard, vip = Q(sensitivity=Sensitivity.STANDARD), Q(sensitivity=Sensitivity.VIP)
    return Client.objects.filter((standard & (near | Q(welcomed))) | (vip & managed) | Q(hers))


def nameable_to(member: Member, as_of: dt.datetime, scope: Scope) -> QuerySet[Client]:
    """Whose name may stand on another's page: those she may see, and those who are known by that mention alone."""
    return clients_visible_to(member, as_of, scope) | Client.objects.filter(is_mentioned_only=True)


def may_manage(scope: Scope, client: Client, as_of: dt.datetime) -> bool:
    """Whether she decides about that client's book: the manager of a boutique that knows her, or head office."""
    return scope.whole_maison or Client.objects.filter(_known_at(scope.manages, as_of), id=client.id).exists()


def _known_at(boutiques: frozenset[uuid.UUID], as_of: dt.datetime) -> Q:
    if not boutiques:
        return Q(pk__in=())
    return Q(Exists(KnownAt.objects.filter(client=OuterRef("pk"), boutique__in=boutiques, period__contains=as_of)))


@dataclasses.dataclass(frozen=True)
class ReceptionCard:
    """The little that any advisor may know: who, how to say it, in which language, and whom to call."""

    client: Client
    home: str
    advisor: str


def reception_cards(said: str, as_of: dt.datetime) -> list[ReceptionCard]:
    """The cards of those whose full name or full number that is; a part of either opens nothing (ruling 5)."""
    number = contact.phone(said, None)
    named = Q(display__iexact=said) | Q(reading__iexact=said)
    if number:
        named |= Q(points__point__kind="phone", points__point__value=number, points__period__contains=as_of)
    found = _receivable(as_of).filter(named).distinct().order_by("display", "id")
    return [_card(client, as_of) for client in found]


def receivable(client: uuid.UUID, member: Member, as_of: dt.datetime) -> Client | None:
    """That client, if another boutique may serve her today: by her card alone, for an id can be worked out."""
    shown = Line.objects.filter(act=Act.CARD_SHOWN, by=member, on_id=client, at__gt=as_of - CARD_LASTS)
    return _receivable(as_of).filter(id=client).first() if shown.exists() else None


def _receivable(as_of: dt.datetime) -> QuerySet[Client]:
    """VIPs, restricted clients and those who asked to be known in one boutique alone stay unknown."""
    return Client.objects.known(as_of).filter(
        sensitivity=Sensitivity.STANDARD, one_boutique_only=False, is_mentioned_only=False, died_on__isnull=True
    )


def _card(client: Client, as_of: dt.datetime) -> ReceptionCard:
    home = (
        KnownAt.objects.filter(client=client, is_home=True, period__contains=as_of).select_related("boutique").first()
    )
    own = held(as_of).filter(client=client, kind=AssignmentKind.PRIMARY).select_related("member").first()
    return ReceptionCard(client, home.boutique.name if home else "", own.member.name if own else "")
