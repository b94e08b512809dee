"""Promises that stand, for the one who keeps them and the one who answers for them."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from carnet.books import policy
from carnet.house.models import Member
from carnet.house.queries import Scope
from carnet.interactions.kinds import PromisedBy
from carnet.interactions.models import Promise

MOST = 200


def standing(member: Member, scope: Scope, as_of: dt.datetime) -> list[Promise]:
    """Hers and nobody's in particular; for a manager everyone's; only of clients she may see, the latest first."""
    whose = Q() if scope.manages_any() else Q(owner=member) | Q(owner__isnull=True)
    visible = policy.clients_visible_to(member, as_of, scope).values("id")
    found = Promise.objects.standing(as_of).filter(whose, made_by=PromisedBy.HOUSE, client__in=visible)
    return list(found.select_related("client", "owner").order_by("due_on", "client__display", "id")[:MOST])
