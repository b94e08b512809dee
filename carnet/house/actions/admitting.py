"""People come to the house, are given roles, and leave."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.actions.opening import EVERY_DAY
from carnet.house.kinds import SCOPED_TO_BOUTIQUE, Act, RoleKind
from carnet.house.models import Boutique, Invitation, Maison, Member, Role
from carnet.house.rules import digest, handle_for
from carnet.kit import acts, db, ids, spoken

CODE_DIGITS = 4


class CannotAdmit(ValueError):
    """The person cannot come in as described; the sentence says what to change."""


@transaction.atomic
def admit(
    *,
    name: str,
    by: acts.By,
    at: dt.datetime,
    handle: str = "",
    email: str = "",
    language: str = "",
    signature: str = "",
    working_days: Collection[int] = EVERY_DAY,
    is_active: bool = True,
) -> Member:
    """Admit a person who works here, or (`is_active=False`) once did, so that her sales have a name.

    Raises CannotAdmit.
    """
    if not name.strip():
        raise CannotAdmit(_("A colleague needs a name."))
    taken = set(Member.objects.values_list("handle", flat=True))
    handle = handle.strip().lower() or handle_for(name, taken)
    if handle in taken:
        raise CannotAdmit(_("Somebody already signs in as %(handle)s: choose another.") % {"handle": handle})
    maison = Maison.objects.get()
    member = Member(
        id=ids.derived("member", maison.name, handle),
        handle=handle,
        name=name.strip(),
        signature=signature or name.split(maxsplit=1)[0],
        email=email,
        language=language or maison.language,
        working_days=sorted(working_days),
        is_active=is_active,
    )
    member.set_unusable_password()
    member.save(force_insert=True)
    acts.record(act=Act.MEMBER_ADMITTED, by=by, on=acts.On("member", member.id), at=at)
    return member


@transaction.atomic
def give_role(
    *, member: Member, kind: RoleKind, by: acts.By, at: dt.datetime, boutique: Boutique | None = None
) -> Role:
    """Give her a role from now on; a role she already holds there is returned as it is. Raises CannotAdmit."""
    if (kind in SCOPED_TO_BOUTIQUE) == (boutique is None):
        raise CannotAdmit(_("An advisor or manager belongs to a boutique, head office and the host to none."))
    Member.objects.select_for_update().get(id=member.id)
    if held := Role.objects.filter(member=member, kind=kind, boutique=boutique, period__overlap=db.since(at)).first():
        return held
    role = Role.objects.create(
        id=ids.derived("role", str(member.id), kind, str(boutique.id if boutique else ""), at.isoformat()),
        member=member,
        kind=kind,
        boutique=boutique,
        period=db.since(at),
    )
    acts.record(act=Act.ROLE_GIVEN, by=by, on=acts.On("member", member.id), at=at, reason=kind)
    return role


@transaction.atomic
def invite(*, member: Member, by: acts.By, at: dt.datetime, lasts: dt.timedelta) -> str:
    """A way in that works once, to be printed or opened; only its digest is kept. The one printed before works no more."""
    token = secrets.token_urlsafe(24)
    Invitation.objects.filter(member=member, used_at__isnull=True, made_at__lt=at, expires_at__gt=at).update(
        expires_at=at
    )
    Invitation.objects.create(member=member, token=digest(token), made_at=at, expires_at=at + lasts)
    acts.record(act=Act.MEMBER_INVITED, by=by, on=acts.On("member", member.id), at=at)
    return token


@transaction.atomic
def arrive(*, token: str, by: acts.By, at: dt.datetime) -> Member | None:
    """Use an invitation up; nobody when it is unknown, used or too old. Two taps at once: one arrives."""
    # Only its own columns: a second tap waits for the first, looks at this row again, and finds it used.
    used = Invitation.objects.filter(token=digest(token), used_at__isnull=True, expires_at__gt=at).update(used_at=at)
    member = Member.objects.filter(invitations__token=digest(token), is_active=True).first()
    if not used or member is None:
        return None
    acts.record(act=Act.MEMBER_ARRIVED, by=by, on=acts.On("member", member.id), at=at)
    return member


@transaction.atomic
def choose_password(*, member: Member, password: str, by: acts.By, at: dt.datetime) -> None:
    """Set the password she chose. Raises CannotAdmit with what is wrong with it."""
    try:
        password_validation.validate_password(password, member)
    except ValidationError as error:
        raise CannotAdmit(spoken.following(error.messages)) from error
    member.set_password(password)
    member.save(update_fields=["password"])
    acts.record(act=Act.MEMBER_ARRIVED, by=by, on=acts.On("member", member.id), at=at, reason="password")


@transaction.atomic
def dismiss(*, member: Member, by: acts.By, at: dt.datetime, reason: str) -> None:
    """She has left: every role ends and every session with it; her past stays hers."""
    for role in Role.objects.filter(member=member, period__contains=at):
        role.period = db.until(role.period, at)
        role.save(update_fields=["period"])
    Member.objects.filter(id=member.id).update(is_active=False)
    acts.record(act=Act.MEMBER_LEFT, by=by, on=acts.On("member", member.id), at=at, reason=reason)


@transaction.atomic
def agree_days(*, member: Member, working_days: Collection[int], by: acts.By, at: dt.datetime) -> None:
    """Her working days, ISO weekdays from Monday as 1 (ruling 7)."""
    Member.objects.filter(id=member.id).update(working_days=sorted(working_days))
    acts.record(act=Act.DAYS_AGREED, by=by, on=acts.On("member", member.id), at=at)


@transaction.atomic
def prefer(*, member: Member, by: acts.By, at: dt.datetime, **preferences: object) -> None:
    """What she likes: `language`, `signature`, `email`, `wants_questions`, `working_days`."""
    Member.objects.filter(id=member.id).update(**preferences)
    acts.record(act=Act.DAYS_AGREED, by=by, on=acts.On("member", member.id), at=at, reason="preferences")
