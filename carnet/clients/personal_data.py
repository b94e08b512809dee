"""What the house knows of a person: who she is, where she is reached, what is worth remembering, whom she belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from carnet.clients.models import (
    Candidate,
    Client,
    ClientEntry,
    ClientPoint,
    ContactPoint,
    ExternalId,
    Fact,
    Household,
    KnownAt,
    Membership,
    Referral,
    Relation,
    TierDecision,
)
from carnet.kit.personal_data import Holding, Person, unnamed

KEEPS = "As long as she is a client of the house."


def hers_alone(person: Person) -> QuerySet[Household]:
    """The homes in which nobody else is or was."""
    others = Membership.objects.filter(household=OuterRef("pk")).exclude(client=person.id)
    return Household.objects.filter(
        Exists(Membership.objects.filter(household=OuterRef("pk"), client=person.id)), ~Exists(others)
    )


def _shared(person: Person) -> QuerySet[Household]:
    return Household.objects.filter(memberships__client=person.id).exclude(id__in=hers_alone(person).values("id"))


def _without_her_name(person: Person) -> Mapping[str, Any]:
    return {"name": unnamed("name", person.where_she_is)}


def _tiers_of_her_home(person: Person) -> QuerySet[TierDecision]:
    return TierDecision.objects.filter(household__in=hers_alone(person))


def _points_nobody_shares(person: Person) -> QuerySet[ContactPoint]:
    held = ClientPoint.objects.filter(point=OuterRef("pk"))
    return ContactPoint.objects.filter(Exists(held.filter(client=person.id)), ~Exists(held.exclude(client=person.id)))


def _no_longer_hidden(person: Person) -> Mapping[str, Any]:
    return {
        "hidden_from": None,
        "words": unnamed("words", person.where_she_is),
        "sentence": unnamed("sentence", person.where_she_is),
    }


def _herself(person: Person) -> QuerySet[Client]:
    return Client.objects.filter(id=person.id)


HOLDINGS = (
    Holding(
        table=Candidate,
        of=("client", "other", "point"),
        rows=lambda person: Candidate.objects.filter(client=person.id) | Candidate.objects.filter(other=person.id),
        what="That she and somebody else may be one person.",
        why="So that a colleague can tell.",
        how_long="Until somebody has told.",
    ),
    Holding(
        table=ClientPoint,
        of=("client",),
        what="Where she is reached, since when, and who said so.",
        why="To write and call where she wishes.",
        how_long=KEEPS,
        gives=("point__kind", "point__value", "raw", "label", "source", "period"),
    ),
    Holding(
        table=ClientPoint,
        of=("point",),
        rows=lambda _person: ClientPoint.objects.none(),
        what="That somebody else is reached there too.",
        why="A couple may share a number: hers goes, theirs stays.",
        how_long=KEEPS,
    ),
    Holding(
        table=ContactPoint,
        rows=_points_nobody_shares,
        what="A number or address nobody else has.",
        why="To compare it with others.",
        how_long=KEEPS,
    ),
    Holding(
        table=ExternalId,
        of=("client",),
        what="Who she is in another system.",
        why="So that tomorrow's export finds her again.",
        how_long=KEEPS,
        gives=("source", "external_id"),
    ),
    Holding(
        table=ClientEntry,
        of=("client",),
        what="What each source said of her name, her language, her city.",
        why="So that what a person entered stands above any import.",
        how_long=KEEPS,
        gives=("field", "value", "source", "known_from"),
    ),
    Holding(
        table=KnownAt,
        of=("client",),
        what="Which boutiques know her.",
        why="So that she is welcomed, and others do not see her.",
        how_long=KEEPS,
        gives=("boutique__name", "is_home", "period"),
    ),
    Holding(
        table=Fact,
        of=("client",),
        what="What is worth remembering of her.",
        why="To serve her as she likes.",
        how_long=KEEPS,
        gives=("kind__code", "words", "value", "certainty", "period", "sentence"),
    ),
    Holding(
        table=Fact,
        of=("hidden_from",),
        without=_no_longer_hidden,
        impersonal=("value", "leaning", "certainty", "visibility"),
        what="A fact about somebody else that she was not to see.",
        why="It is theirs.",
        how_long="As long as they are clients of the house.",
    ),
    Holding(
        table=Relation,
        of=("client", "other"),
        what="Who she is to another client.",
        why="To think of the right people.",
        how_long=KEEPS,
        gives=("kind", "period"),
    ),
    Holding(
        table=Referral,
        of=("client", "referred_by"),
        what="Who brought her, and whom she brought.",
        why="To thank them.",
        how_long=KEEPS,
        gives=("happened_at",),
    ),
    Holding(
        table=TierDecision,
        of=("client",),
        what="What rank she was granted, by whom and why.",
        why="So that it does not change in silence.",
        how_long=KEEPS,
        gives=("tier__code", "because", "period"),
    ),
    Holding(
        table=TierDecision,
        of=("household",),
        rows=_tiers_of_her_home,
        what="The rank of a home in which nobody is left.",
        why="So that it does not change in silence.",
        how_long=KEEPS,
    ),
    Holding(
        table=Membership,
        of=("client", "household"),
        rows=lambda person: Membership.objects.filter(client=person.id),
        what="Which home she belongs to, and as what.",
        why="To see a family as a family.",
        how_long=KEEPS,
        gives=("household__name", "role", "period"),
    ),
    Holding(
        table=Household,
        rows=_shared,
        without=_without_her_name,
        what="What a home is called in which others are.",
        why="It is theirs; her name goes out of it.",
        how_long="As long as somebody is in it.",
    ),
    Holding(
        table=Household,
        rows=hers_alone,
        what="A home in which nobody is left.",
        why="To see a family as a family.",
        how_long="As long as somebody is in it.",
    ),
    Holding(
        table=Client,
        rows=_herself,
        what="Her name, how she is spoken and written to, her languages, where she lives.",
        why="To know her.",
        how_long=KEEPS,
        gives=(
            "title", "given", "family", "display", "reading", "preferred", "spoken", "written", "description", "gender", "form",
            "language", "other_languages", "country", "city", "passing_until", "prefers_channel", "prefers_hours",
            "with_us_since", "died_on", "happened_at",
        ),
    ),
)  # fmt: skip
OURS: Mapping[type, str] = {}
WORDS = {Fact: ("words", "sentence"), TierDecision: ("because",), Household: ("name",)}
