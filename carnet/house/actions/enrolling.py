"""Shared tablets and the codes typed on them (ruling 10)."""

from __future__ import annotations

import datetime as dt
import secrets

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.actions.admitting import CODE_DIGITS
from carnet.house.kinds import Act
from carnet.house.models import Boutique, Member, Tablet
from carnet.house.rules import digest
from carnet.kit import acts, db


class BadCode(ValueError):
    """The code is not four digits."""


@transaction.atomic
def enrol(*, boutique: Boutique, name: str, by: acts.By, at: dt.datetime) -> tuple[Tablet, str]:
    """A tablet of that boutique, and the secret it keeps; only the secret's digest stays here."""
    secret = secrets.token_urlsafe(32)
    tablet = Tablet.objects.create(boutique=boutique, name=name, token=digest(secret), period=db.since(at))
    acts.record(act=Act.TABLET_ENROLLED, by=by, on=acts.On("tablet", tablet.id), at=at)
    return tablet, secret


@transaction.atomic
def withdraw(*, tablet: Tablet, by: acts.By, at: dt.datetime, reason: str) -> None:
    """The tablet is lost or retired: it opens nothing from now on."""
    tablet.period = db.until(tablet.period, at)
    tablet.save(update_fields=["period"])
    acts.record(act=Act.TABLET_WITHDRAWN, by=by, on=acts.On("tablet", tablet.id), at=at, reason=reason)


@transaction.atomic
def choose_code(*, member: Member, code: str, by: acts.By, at: dt.datetime) -> None:
    """The four digits she types on a shared tablet. Raises BadCode."""
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        raise BadCode(_("A code is %(count)s digits.") % {"count": CODE_DIGITS})
    Member.objects.filter(id=member.id).update(code=make_password(code))
    acts.record(act=Act.CODE_CHOSEN, by=by, on=acts.On("member", member.id), at=at)
