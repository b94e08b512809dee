"""A piece is examined, by somebody named, and what they found is kept beside what others found before (P-6)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.journal import recording
from carnet.kit import acts
from carnet.products.kinds import Act, Finding
from carnet.products.models import Examination, Piece


@transaction.atomic
def examine(
    *, piece: Piece, finding: Finding, examiner: str, happened_at: dt.datetime, by: acts.By, at: dt.datetime
) -> Examination:
    """Keep what an examination found."""
    line = recording.record(act=Act.EXAMINED, by=by, on=acts.On("piece", piece.id), at=at, reason=finding)
    return Examination.objects.create(
        piece=piece, finding=finding, examiner=examiner, recorded_by_id=by.member, happened_at=happened_at,
        known_from=at, noted_in=line,
    )  # fmt: skip
