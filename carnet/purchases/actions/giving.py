"""A gift stays secret until a person says that it was given; a date only asks (ruling 13)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.house.models import Member
from carnet.journal import recording
from carnet.kit import acts
from carnet.purchases.kinds import Act
from carnet.purchases.models import Gift


@transaction.atomic
def was_given(*, gift: Gift, on: dt.date, said_by: Member, by: acts.By, at: dt.datetime) -> None:
    """It was given: the receiver's page may show it from now on."""
    Gift.objects.filter(id=gift.id).update(given_on=on, given_said_by=said_by)
    recording.record(act=Act.REVEALED, by=by, on=acts.On("line", gift.line_id), at=at)


@transaction.atomic
def was_not_given(*, gift: Gift, by: acts.By, at: dt.datetime) -> None:
    """Said too early: it is secret again."""
    Gift.objects.filter(id=gift.id).update(given_on=None, given_said_by=None)
    recording.record(act=Act.REVEALED, by=by, on=acts.On("line", gift.line_id), at=at, reason="undone")
