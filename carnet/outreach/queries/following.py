"""What is still to be known about letters that were said to be written."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from carnet.house.models import Member
from carnet.intelligence.models import Reading
from carnet.interactions.kinds import Started
from carnet.interactions.models import PieceShown, Presence
from carnet.outreach.kinds import Reply
from carnet.outreach.models import Answer
from carnet.outreach.queries.days import Shown
from carnet.outreach.reasons.visit import STRONGEST
from carnet.products.models import Reference
from carnet.purchases.models import Line, Sale

STILL_ASKED = dt.timedelta(days=7)
AT_ONCE = 3
ASKED_AFTER = dt.timedelta(days=4)
ANSWERS_FOR = dt.timedelta(days=60)
"""Boutique ruling 1: a visit, call or purchase within 60 days is an answer."""


def unsure_whether_left(member: Member, on: dt.date) -> list[Answer]:
    """Letters she handed to her telephone lately, of which nobody knows whether they left."""
    lately = _written(member).filter(on__range=(on - STILL_ASKED, on), left__isnull=True)
    return list(lately.order_by("-happened_at", "id")[:AT_ONCE])


def unsure_whether_answered(member: Member, at: dt.datetime) -> list[Answer]:
    """The letter that left some days ago: asked once whether she answered, unless she came, called or bought since."""
    since = Presence.objects.filter(
        client=OuterRef("client"),
        happened_at__gt=OuterRef("happened_at"),
        encounter__started_by=Started.CLIENT,
        encounter__taken_back_at__isnull=True,
    )
    bought = Sale.objects.filter(
        client=OuterRef("client"), happened_at__gt=OuterRef("happened_at"), cancelled_at__isnull=True
    )
    asked = _written(member).filter(
        left=True, encounter__answered__isnull=True, happened_at__range=(at - ANSWERS_FOR, at - ASKED_AFTER)
    )
    return list(asked.filter(~Exists(since), ~Exists(bought)).order_by("happened_at", "id")[:1])


def pieces(shown: Iterable[Shown]) -> dict[uuid.UUID, Reference]:
    """For each cited fact that is about one piece, the piece, so that its plate can be shown."""
    facts = [(each, fact) for each in shown for why in each.whys for fact in why.facts]
    bought = [fact.id for _each, fact in facts if fact.kind in ("purchase", "gift", "piece")]
    found = {
        line.key: line.reference
        for line in Line.objects.filter(key__in=bought, superseded_at__isnull=True).select_related("reference")
    }
    visits = [fact.id for _each, fact in facts if fact.kind == "visit"]
    for encounter, reference in _shown_at(visits):
        found.setdefault(encounter, reference)
    ranges = [fact.id for _each, fact in facts if fact.kind == "range"]
    return found | (_used_up(ranges) if ranges else {})


def _used_up(readings: list[uuid.UUID]) -> dict[uuid.UUID, Reference]:
    """What a reading says is running low, when it is always the same product."""
    about = dict(Reading.objects.filter(id__in=readings, about__isnull=False).values_list("id", "about"))
    products = Reference.objects.in_bulk(list(about.values()))
    return {reading: products[product] for reading, product in about.items() if product in products}


def _shown_at(visits: list[uuid.UUID]) -> list[tuple[uuid.UUID, Reference]]:
    """The piece that mattered most first, as the letter names it."""
    rows = PieceShown.objects.filter(encounter__in=visits).select_related("reference")
    ordered = sorted(rows, key=lambda row: (STRONGEST.index(row.handled), row.reference.name, row.reference_id))
    return [(row.encounter_id, row.reference) for row in ordered]


def _written(member: Member) -> QuerySet[Answer]:
    return (
        Answer.objects.filter(
            member=member,
            reply=Reply.WRITTEN,
            taken_back_at__isnull=True,
            encounter__isnull=False,
            encounter__taken_back_at__isnull=True,
        )
        .select_related("client")
        .only("client__display", "client__description")
    )
