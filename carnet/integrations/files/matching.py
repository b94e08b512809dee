"""Whom an import brought that the house may know already, as one member may see it: a person decides, never an import."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db.models import Q

from carnet.books import policy
from carnet.clients.models import Candidate, Client
from carnet.house.models import Member
from carnet.integrations.files.models import Import


@dataclasses.dataclass(frozen=True)
class Match:
    """Two people who share an address: one came with the import."""

    brought: Client
    known: Client


def matches(made: Import, viewer: Member, as_of: dt.datetime, limit: int = 100) -> list[Match]:
    """The pairs of which `viewer` may see both, each once."""
    visible = policy.clients_visible_to(viewer, as_of).values("id")
    pairs = (
        Candidate.objects.filter(Q(client__in=visible), Q(other__in=visible), noted_in=made.noted_in)
        .select_related("client", "other")
        .order_by("client__display", "client", "other")
        .distinct("client__display", "client", "other")
    )
    found = []
    for pair in pairs[:limit]:
        brought, known = (
            (pair.client, pair.other) if pair.client.noted_in_id == made.noted_in_id else (pair.other, pair.client)
        )
        found.append(Match(brought, known))
    return found
