"""The house states on what it bases its care, once, and keeps the statement as its proof (ruling 4)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.consent.kinds import Act, BasisKind, Purpose
from carnet.consent.models import Basis
from carnet.journal import recording
from carnet.kit import acts, ids


@transaction.atomic
def state_basis(*, purpose: Purpose, kind: BasisKind, words: str, by: acts.By, at: dt.datetime) -> Basis:
    """From `at` on this is the ground for that purpose; an earlier statement stays on record."""
    basis_id = ids.new()
    line = recording.record(act=Act.BASIS_STATED, by=by, on=acts.On("basis", basis_id), at=at, reason=kind)
    return Basis.objects.create(
        id=basis_id,
        purpose=purpose,
        kind=kind,
        words=words,
        stated_by_id=by.member,
        happened_at=at,
        known_from=at,
        noted_in=line,
    )
