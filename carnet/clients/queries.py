"""Finding people, and reading what is known of them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Reverse

from carnet.clients.kinds import HouseholdRole, PointKind, Sensitivity
from carnet.clients.models import Client, ClientPoint, Fact, Household, Membership, TierDecision
from carnet.clients.models.client import Folded
from carnet.house.models import Member

LAST_DIGITS = 4
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Ideograms(models.Func):
    """The signs and pairs of signs of a text; the SQL function of the same name."""

    function = "ideograms"
    output_field = models.TextField()


def found_by(people: QuerySet[Client], said: str) -> QuerySet[Client]:
    """People by a few letters of any part of their name, accents and order aside, or by the end of a number."""
    digits = re.sub(r"\D", "", said)
    if len(digits) >= LAST_DIGITS and not re.search(r"[^\W\d]", said):
        # From its end, as its index is kept.
        ends = Like(Reverse("point__value"), models.Value(f"{digits[::-1]}%"))
        held = ClientPoint.objects.filter(
            ends, client=OuterRef("pk"), period__upper_inf=True, point__kind=PointKind.PHONE
        )
        return people.filter(Exists(held)).order_by("display", "id")
    for word in said.split():
        people = _named(people, word)
    return people.order_by("display", "id")


def _named(people: QuerySet[Client], word: str) -> QuerySet[Client]:
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    like = models.functions.Concat(
        models.Value("%"), Folded(models.Value(escaped)), models.Value("%"), output_field=models.TextField()
    )
    found = people.filter(Like(models.F("folded"), like))
    if SIGNS.search(word):
        found = found.filter(Holds(Ideograms("folded"), Ideograms(Folded(models.Value(word)))))
    return found


class Like(models.Func):
    """SQL's LIKE, on text already folded."""

    template = "(%(expressions)s)"
    arg_joiner = " like "
    output_field = models.BooleanField()


class Holds(models.Func):
    """An array that holds all of another: @>."""

    template = "(%(expressions)s)"
    arg_joiner = " @> "
    output_field = models.BooleanField()


def tier_of(whose: Client | Household, as_of: dt.datetime) -> TierDecision | None:
    """The tier that had been granted then, by whom and why; nothing when none was (Z-8)."""
    of = {"client": whose} if isinstance(whose, Client) else {"household": whose}
    decided = TierDecision.objects.filter(**of, period__contains=as_of, known_from__lte=as_of)
    return decided.select_related("tier", "decided_by").first()


def at_home(household: Household, as_of: dt.datetime) -> list[Membership]:
    """Who belonged to that home then, the first person first."""
    found = Membership.objects.filter(household=household, period__contains=as_of, known_from__lte=as_of)
    first = HouseholdRole.PRIMARY
    return sorted(
        found.select_related("client"), key=lambda each: (each.role != first, each.client.display, str(each.client_id))
    )


def facts_for(client: Client, viewer: Member, as_of: dt.datetime) -> QuerySet[Fact]:
    """What that colleague may read on her page: shared facts and her own private ones, but no surprise meant for the client."""
    return _speakable(client, viewer, as_of).filter(client=client)


def home_facts_for(client: Client, viewer: Member, as_of: dt.datetime) -> QuerySet[Fact]:
    """What is known of the others of her home and may stand on her page (H-7, H-10)."""
    return _speakable(client, viewer, as_of).filter(client__in=kin_of(client, as_of))


def kin_of(client: Client, as_of: dt.datetime) -> QuerySet[Any]:
    """The ids of the others of her homes then; those whose being a client is a secret are nobody's kin here."""
    lived = Membership.objects.filter(period__contains=as_of, known_from__lte=as_of)
    others = lived.filter(household__in=lived.filter(client=client).values("household")).exclude(client=client)
    return others.filter(client__sensitivity=Sensitivity.STANDARD).values("client")


def _speakable(client: Client, viewer: Member, as_of: dt.datetime) -> QuerySet[Fact]:
    surprise = Q(hidden_from=client) & (Q(released_at__isnull=True) | Q(released_at__gt=as_of))
    held = Fact.objects.held(as_of).readable_by(viewer.id).exclude(surprise)
    return held.select_related("kind", "client").order_by("client", "kind__position", "-known_from", "id")
