"""A gift stays secret until a person says that it was given; a date only asks (ruling 13)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.models import Member
from carnet.journal import recording
from carnet.kit import acts
from carnet.purchases.actions.recording import CannotSay
from carnet.purchases.kinds import Act, GiftKind
from carnet.purchases.models import Gift


@transaction.atomic
def was_given(*, gift: Gift, on: dt.date, said_by: Member, by: acts.By, at: dt.datetime) -> None:
    """It was given on that day: the receiver's page may show it from `at` on. Raises CannotSay."""
    kept = Gift.objects.select_for_update().get(id=gift.id)
    if kept.kind == GiftKind.HERSELF:
        raise CannotSay(_("That is the buyer: it is a piece for themselves."))
    Gift.objects.filter(id=gift.id).update(given_on=on, given_said_by=said_by, given_said_at=at)
    recording.record(act=Act.REVEALED, by=by, on=acts.On("line", gift.line_id), at=at)


@transaction.atomic
def was_not_given(*, gift: Gift, by: acts.By, at: dt.datetime) -> None:
    """Said too early: it is secret again."""
    Gift.objects.filter(id=gift.id).update(given_on=None, given_said_by=None, given_said_at=None)
    recording.record(act=Act.REVEALED, by=by, on=acts.On("line", gift.line_id), at=at, reason="undone")
