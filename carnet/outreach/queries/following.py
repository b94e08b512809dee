"""What is still to be known about letters that were said to be written."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from carnet.house.models import Member
from carnet.interactions.models import PieceShown, Presence
from carnet.outreach.kinds import Reply
from carnet.outreach.models import Answer
from carnet.outreach.queries.days import Shown
from carnet.products.models import Reference
from carnet.purchases.models import Line

ASKED_AFTER = dt.timedelta(days=4)
ANSWERS_FOR = dt.timedelta(days=60)
"""Boutique ruling 1: a visit, call or purchase within 60 days is an answer."""


def unsure_whether_left(member: Member, on: dt.date) -> list[Answer]:
    """Letters she handed to her telephone that day, of which nobody knows whether they left."""
    return list(_written(member).filter(on=on, left__isnull=True).order_by("-happened_at"))


def unsure_whether_answered(member: Member, at: dt.datetime) -> list[Answer]:
    """Letters that left some days ago: asked once whether she answered, unless she came or called since."""
    since = Presence.objects.filter(
        client=OuterRef("client"), happened_at__gt=OuterRef("happened_at"), encounter__started_by="client"
    )
    asked = _written(member).filter(
        left=True, encounter__answered__isnull=True, happened_at__range=(at - ANSWERS_FOR, at - ASKED_AFTER)
    )
    return list(asked.filter(~Exists(since)).order_by("happened_at")[:1])


def pieces(shown: Iterable[Shown]) -> dict[uuid.UUID, Reference]:
    """For each cited fact that is about one piece, the piece, so that its plate can be shown."""
    facts = [(each, fact) for each in shown for why in each.whys for fact in why.facts]
    bought = [fact.id for _each, fact in facts if fact.kind in ("purchase", "gift")]
    found = {
        line.key: line.reference
        for line in Line.objects.filter(key__in=bought, superseded_at__isnull=True).select_related("reference")
    }
    visits = [fact.id for _each, fact in facts if fact.kind == "visit"]
    for encounter, reference in _shown_at(visits):
        found.setdefault(encounter, reference)
    return found


def _shown_at(visits: list[uuid.UUID]) -> list[tuple[uuid.UUID, Reference]]:
    rows = (
        PieceShown.objects.filter(encounter__in=visits)
        .select_related("reference")
        .order_by("encounter", "reference__name")
    )
    return [(row.encounter_id, row.reference) for row in rows]


def _written(member: Member) -> QuerySet[Answer]:
    return Answer.objects.filter(
        member=member, reply=Reply.WRITTEN, taken_back_at__isnull=True, encounter__isnull=False
    ).select_related("client", "encounter")
