"""What happened between a client and the house. A visit of two stays the other's story, without her name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from carnet.interactions.models import Attendance, Complaint, Encounter, PieceShown, Presence, Promise
from carnet.kit.personal_data import Holding, Person, unnamed

KEEPS = "As long as she is a client of the house."
SHARED = "As long as the other one is a client of the house."
WRITTEN = ("words", "outcome", "occasion", "company", "mood")


def with_her(person: Person) -> QuerySet[Encounter]:
    """Where she was, alone or with others."""
    return Encounter.objects.filter(Exists(Presence.objects.filter(encounter=OuterRef("pk"), client=person.id)))


def hers_alone(person: Person) -> QuerySet[Encounter]:
    """Where nobody else was, and on which no complaint of somebody else stands."""
    others = Presence.objects.filter(encounter=OuterRef("pk")).exclude(client=person.id)
    matters = Complaint.objects.filter(encounter=OuterRef("pk")).exclude(client=person.id)
    return with_her(person).filter(~Exists(others), ~Exists(matters))


def _shared(person: Person) -> QuerySet[Encounter]:
    return with_her(person).exclude(id__in=hers_alone(person).values("id"))


def _promised_to_others(person: Person) -> QuerySet[Promise]:
    return Promise.objects.filter(encounter__in=with_her(person)).exclude(client=person.id)


def _unbound_promises(person: Person) -> QuerySet[Promise]:
    return Promise.objects.filter(encounter__in=hers_alone(person)).exclude(client=person.id)


def _without_her_name(person: Person) -> Mapping[str, Any]:
    return {column: unnamed(column, person.where_she_is) for column in WRITTEN}


def _promise_without_her_name(person: Person) -> Mapping[str, Any]:
    return {column: unnamed(column, person.where_she_is) for column in ("words", "outcome_words")}


def _for_nobody_named(_person: Person) -> Mapping[str, Any]:
    return {"for_whom": None}


def _made_nowhere(_person: Person) -> Mapping[str, Any]:
    return {"encounter": None}


HOLDINGS = (
    Holding(
        table=Complaint,
        of=("client", "encounter", "hold"),
        rows=lambda person: Complaint.objects.filter(client=person.id),
        what="A matter to settle, and how it was.",
        why="To put right what went wrong.",
        how_long=KEEPS,
        gives=("happened_at", "closed_at", "closed_words", "encounter__words"),
    ),
    Holding(
        table=Promise,
        of=("client",),
        what="What was promised, by whom, for when, and what became of it.",
        why="To keep it.",
        how_long=KEEPS,
        gives=("words", "made_by", "due_on", "outcome", "outcome_words", "happened_at"),
    ),
    Holding(
        table=Promise,
        of=("encounter",),
        rows=_promised_to_others,
        without=_promise_without_her_name,
        impersonal=("made_by", "outcome"),
        what="What was promised to somebody else where she was.",
        why="It is theirs.",
        how_long=SHARED,
    ),
    Holding(
        table=Promise,
        of=("encounter",),
        rows=_unbound_promises,
        without=_made_nowhere,
        impersonal=("words", "outcome_words", "made_by", "outcome"),
        what="At which visit of hers something was promised to somebody else.",
        why="It is theirs.",
        how_long=SHARED,
    ),
    Holding(
        table=PieceShown,
        of=("for_whom",),
        without=_for_nobody_named,
        impersonal=("handled",),
        what="That a piece was looked at for her.",
        why="To know what she might be given.",
        how_long=KEEPS,
    ),
    Holding(
        table=PieceShown,
        of=("encounter",),
        rows=lambda person: PieceShown.objects.filter(encounter__in=hers_alone(person)),
        what="What she saw, tried and asked for.",
        why="To come back to it.",
        how_long=KEEPS,
        gives=("reference__name", "handled", "encounter__happened_at"),
    ),
    Holding(
        table=Attendance,
        of=("encounter",),
        rows=lambda person: Attendance.objects.filter(encounter__in=hers_alone(person)),
        what="Who of the house was there.",
        why="To know who has met her.",
        how_long=KEEPS,
        gives=("member__name", "encounter__happened_at"),
    ),
    Holding(
        table=Encounter,
        rows=_shared,
        without=_without_her_name,
        impersonal=("kind", "channel", "started_by", "left"),
        what="What was said where she was with others.",
        why="It is their story too: it stays, without her name.",
        how_long=SHARED,
        gives=("happened_at", "kind", "channel", "words", "outcome", "occasion", "company", "mood"),
    ),
    Holding(
        table=Presence,
        of=("client", "encounter"),
        rows=lambda person: Presence.objects.filter(client=person.id),
        what="That she was there.",
        why="To remember together what was said.",
        how_long=KEEPS,
        gives=("happened_at", "part"),
    ),
    Holding(
        table=Encounter,
        rows=hers_alone,
        what="What was said and shown when she came, called or wrote.",
        why="To remember together what was said.",
        how_long=KEEPS,
        gives=("happened_at", "kind", "channel", "words", "outcome", "occasion", "company", "mood"),
    ),
)
OURS: Mapping[type, str] = {}
WORDS = {Encounter: WRITTEN, Promise: ("words", "outcome_words"), Complaint: ("closed_words",)}
