"""What was put aside, settled by a manager: taken in as it was written, or left out."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.capture.actions import depositing, keeping
from carnet.capture.kinds import Act, DepositState, EnvelopeKind
from carnet.capture.models import Deposit
from carnet.capture.rules import notes
from carnet.house.models import Boutique, Member
from carnet.journal import recording, sealing
from carnet.kit import acts


class CannotSettle(ValueError):
    """It cannot be taken in; the sentence says why."""


@transaction.atomic
def take_in(*, aside: Deposit, manager: Member, boutique: Boutique, by: acts.By, at: dt.datetime) -> None:
    """It joins the story of whom it is about, as hers who wrote it: a private note stays private. Raises CannotSettle."""
    kept = _standing(aside)
    if kept is None:
        return
    clear, written_by = sealing.unlocked(bytes(kept.held or b"")), acts.By(kept.member_id, by.via)
    try:
        if kept.kind == EnvelopeKind.NOTE:
            done = keeping.keep(
                note=notes.read(clear), member=kept.member, boutique=boutique, mutation=kept.mutation,
                happened_at=kept.happened_at, by=written_by, at=at, sees=manager,
            )  # fmt: skip
            kept.encounter, kept.changed = done.encounter.id, list(done.changed)
        else:
            depositing.BY_KIND[EnvelopeKind(kept.kind)](kept, clear, kept.member, written_by, at)
    except ValueError as error:
        raise CannotSettle(_("It cannot be read as a note: leave it out, or ask whoever wrote it.")) from error
    _settled(kept, by, at, state=DepositState.KEPT)
    recording.record(act=Act.TAKEN_IN, by=by, on=acts.On("deposit", kept.id), at=at, reason=kept.because)


@transaction.atomic
def leave_out(*, aside: Deposit, by: acts.By, at: dt.datetime) -> None:
    """Nothing comes of it, and what it said is erased."""
    kept = _standing(aside)
    if kept is None:
        return
    _settled(kept, by, at, state=DepositState.REFUSED)
    recording.record(act=Act.LEFT_OUT, by=by, on=acts.On("deposit", kept.id), at=at, reason=kept.because)


def _standing(aside: Deposit) -> Deposit | None:
    """Two managers at once: the first has settled it."""
    return (
        Deposit.objects.select_for_update(of=("self",))
        .select_related("member")
        .filter(id=aside.id, held__isnull=False, settled_at__isnull=True)
        .first()
    )


def _settled(kept: Deposit, by: acts.By, at: dt.datetime, *, state: DepositState) -> None:
    kept.state, kept.held, kept.client, kept.settled_at, kept.settled_by_id = state, None, None, at, by.member
    kept.save()
