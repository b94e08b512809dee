"""A piece is examined, by somebody named, and what they found is kept beside what others found before (P-6)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.journal import recording
from carnet.kit import acts
from carnet.products.kinds import Act, Finding
from carnet.products.models import Document, Examination, Piece


@transaction.atomic
def keep_document(
    *,
    piece: Piece,
    kind: str,
    by: acts.By,
    at: dt.datetime,
    issuer: str = "",
    number: str = "",
    issued_on: dt.date | None = None,
) -> Document:
    """A certificate, an invoice, a warranty: the papers that go with a piece; the same paper is kept once (P-4)."""
    Piece.objects.select_for_update().get(id=piece.id)
    if number and (kept := Document.objects.filter(piece=piece, issuer=issuer, number=number).first()):
        return kept
    line = recording.record(act=Act.DOCUMENT_KEPT, by=by, on=acts.On("piece", piece.id), at=at)
    return Document.objects.create(
        piece=piece, kind=kind, issuer=issuer, number=number, issued_on=issued_on, known_from=at, noted_in=line
    )


@transaction.atomic
def examine(
    *,
    piece: Piece,
    finding: Finding,
    examiner: str,
    happened_at: dt.datetime,
    by: acts.By,
    at: dt.datetime,
    document: Document | None = None,
) -> Examination:
    """Keep what an examination found, with its paper if there is one."""
    line = recording.record(act=Act.EXAMINED, by=by, on=acts.On("piece", piece.id), at=at, reason=finding)
    return Examination.objects.create(
        piece=piece, finding=finding, examiner=examiner, recorded_by_id=by.member, document=document, happened_at=happened_at,
        known_from=at, noted_in=line,
    )  # fmt: skip
