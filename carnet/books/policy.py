"""Who may see whom: the only door through which the outside reaches a client. What is not visible does not exist (404)."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from carnet.books.models import Welcome
from carnet.books.queries import held
from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client, KnownAt
from carnet.house.models import Member
from carnet.house.queries import Scope, scope_of


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
        near = managed = Q()
    standard, vip = Q(sensitivity=Sensitivity.STANDARD), Q(sensitivity=Sensitivity.VIP)
    return Client.objects.filter((standard & (near | Q(welcomed))) | (vip & managed) | Q(hers))


def may_manage(scope: Scope, client: Client, as_of: dt.datetime) -> bool:
    """Whether she decides about that client's book: the manager of a boutique that knows her, or head office."""
    return scope.whole_maison or Client.objects.filter(_known_at(scope.manages, as_of), id=client.id).exists()


def _known_at(boutiques: frozenset[object], as_of: dt.datetime) -> Q:
    if not boutiques:
        return Q(pk__in=())
    return Q(Exists(KnownAt.objects.filter(client=OuterRef("pk"), boutique__in=boutiques, period__contains=as_of)))
