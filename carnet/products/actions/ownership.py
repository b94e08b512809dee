"""A piece is received, and passes from owner to owner."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from carnet.clients.models import Client
from carnet.journal import recording
from carnet.kit import acts, db, ids
from carnet.products.kinds import Act, OwnedBy, ProvenanceKind
from carnet.products.models import Document, Ownership, Piece, ProvenanceEntry, Reference


@transaction.atomic
def receive(
    *, reference: Reference, by: acts.By, at: dt.datetime, serial: str = "", year: int | None = None, **described: Any
) -> Piece:
    """One object of that reference is in the house; its serial is unique within its brand."""
    piece_id = ids.new()
    line = recording.record(act=Act.PIECE_RECEIVED, by=by, on=acts.On("piece", piece_id), at=at)
    return Piece.objects.create(
        id=piece_id, reference=reference, brand_id=reference.brand_id, serial=serial, year=year, known_from=at,
        noted_in=line, **described,
    )  # fmt: skip


@transaction.atomic
def pass_on(
    *, piece: Piece, how: OwnedBy, by: acts.By, at: dt.datetime, client: Client | None = None, owner_words: str = ""
) -> Ownership:
    """From `at` on it is hers (or belongs to whoever the words say); the former ownership ends there."""
    Piece.objects.select_for_update().get(id=piece.id)
    for standing in Ownership.objects.filter(piece=piece, period__contains=at):
        standing.period = db.between(standing.period.lower, at)
        standing.save(update_fields=["period"])
    line = recording.record(
        act=Act.OWNED, by=by, on=acts.On("piece", piece.id, client.id if client else None), at=at, reason=how
    )
    return Ownership.objects.create(
        piece=piece, client=client, owner_words=owner_words, how=how, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def note_provenance(
    *,
    piece: Piece,
    kind: ProvenanceKind,
    words: str,
    happened_at: dt.datetime,
    by: acts.By,
    at: dt.datetime,
    document: Document | None = None,
) -> ProvenanceEntry:
    """One dated event of its past, with the paper that shows it if there is one."""
    line = recording.record(act=Act.PROVENANCE_NOTED, by=by, on=acts.On("piece", piece.id), at=at, reason=kind)
    return ProvenanceEntry.objects.create(
        piece=piece, kind=kind, words=words, document=document, happened_at=happened_at, known_from=at, noted_in=line
    )
