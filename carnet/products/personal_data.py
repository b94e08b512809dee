"""Whose piece it is and was. A piece outlives its owners: its past stays, without her name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from carnet.kit.personal_data import Holding, Person, unnamed
from carnet.products.models import Brand, Document, Examination, Ownership, Piece, Price, ProvenanceEntry, Reference

SOMEBODY = "a private owner"


def _told_of_her_pieces(person: Person) -> QuerySet[ProvenanceEntry]:
    return ProvenanceEntry.objects.filter(Exists(Ownership.objects.filter(piece=OuterRef("piece"), client=person.id)))


def _without_her_name(person: Person) -> Mapping[str, Any]:
    return {"words": unnamed("words", person.where_she_is)}


def _somebody(_person: Person) -> Mapping[str, Any]:
    return {"client": None, "owner_words": SOMEBODY}


HOLDINGS = (
    Holding(
        table=ProvenanceEntry,
        rows=_told_of_her_pieces,
        without=_without_her_name,
        impersonal=("kind",),
        what="What happened to a piece while it was hers.",
        why="A piece is worth what its past can be shown to be.",
        how_long="As long as the piece, without her name.",
    ),
    Holding(
        table=Ownership,
        of=("client",),
        without=_somebody,
        impersonal=("how",),
        what="Which pieces are and were hers, and how they came to her.",
        why="Care, guarantee and provenance.",
        how_long="As long as the piece; hers as long as she is a client.",
        gives=("piece__serial", "piece__reference__name", "how", "period"),
    ),
)
OURS = {
    Brand: "whose mark is on it",
    Reference: "a model of the catalogue",
    Price: "what a reference costs",
    Piece: "an object: serial, year",
    Document: "a paper that goes with a piece, whoever has it",
    Examination: "what an expert found in a piece",
}
WORDS = {ProvenanceEntry: ("words",), Ownership: ("owner_words",)}
