"""A client enters a member's book, and leaves it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books.kinds import Act, AssignmentKind, Why
from carnet.books.models import Assignment
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.kit import acts, db, ids


class CannotAssign(ValueError):
    """She cannot be put into that book; the sentence says why."""


@transaction.atomic
def assign(
    *,
    client: Client,
    member: Member,
    boutique: Boutique,
    why: Why,
    by: acts.By,
    at: dt.datetime,
    kind: AssignmentKind = AssignmentKind.PRIMARY,
    note: str = "",
) -> Assignment:
    """Put her into `member`'s book from `at` on. Raises CannotAssign when the place is taken, or for a cover without end.

    One primary in the maison, one local advisor per boutique (ruling 5): of two managers at once, one is told.
    """
    if kind == AssignmentKind.COVER:
        raise CannotAssign(_("A cover has an end: say until when."))
    Client.objects.select_for_update().get(id=client.id)
    taken = Assignment.objects.filter(client=client, kind=kind, period__overlap=db.since(at))
    if kind == AssignmentKind.SECONDARY:
        taken = taken.filter(boutique=boutique)
    if other := taken.select_related("member").first():
        raise CannotAssign(
            _("She is in %(name)s’s book: end that first, or hand her over.") % {"name": other.member.name}
        )
    if _holds_already(client, member, kind, db.since(at)):
        raise CannotAssign(_("She is in %(name)s’s book already.") % {"name": member.name})
    assignment_id = ids.new()
    line = recording.record(
        act=Act.ASSIGNED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=why,
        detail={"member": str(member.id), "kind": kind, "note": note},
    )  # fmt: skip
    return Assignment.objects.create(
        id=assignment_id, client=client, member=member, boutique=boutique, kind=kind, period=db.since(at), why=why,
        note=note, known_from=at, noted_in=line,
    )  # fmt: skip


def _holds_already(client: Client, member: Member, kind: AssignmentKind, period: object) -> bool:
    return Assignment.objects.filter(client=client, member=member, kind=kind, period__overlap=period).exists()


@transaction.atomic
def transfer(
    *, client: Client, to: Member, boutique: Boutique, why: Why, by: acts.By, at: dt.datetime, note: str = ""
) -> Assignment:
    """Her primary advisor changes at `at`: no instant without one, none with two. Raises CannotAssign."""
    Client.objects.select_for_update().get(id=client.id)
    now = Assignment.objects.filter(client=client, kind=AssignmentKind.PRIMARY, period__contains=at).first()
    if now is None:
        return assign(client=client, member=to, boutique=boutique, why=why, by=by, at=at, note=note)
    if now.member_id == to.id:
        raise CannotAssign(_("She is in %(name)s’s book already.") % {"name": to.name})
    now.period = db.between(now.period.lower, at)
    now.save(update_fields=["period"])
    line = recording.record(
        act=Act.ASSIGNED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=why,
        detail={"from": str(now.member_id), "member": str(to.id), "note": note},
    )  # fmt: skip
    return Assignment.objects.create(
        client=client, member=to, boutique=boutique, kind=AssignmentKind.PRIMARY, period=db.since(at), why=why, note=note,
        transferred_from_id=now.member_id, known_from=at, noted_in=line,
    )  # fmt: skip


@transaction.atomic
def release(*, client: Client, member: Member, by: acts.By, at: dt.datetime, reason: str) -> int:
    """She leaves that member's book at `at`; how many assignments ended."""
    ended = 0
    for each in Assignment.objects.select_for_update().filter(client=client, member=member, period__contains=at):
        each.period = db.until(each.period, at)
        each.save(update_fields=["period"])
        ended += 1
    recording.record(act=Act.RELEASED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=reason)
    return ended


@transaction.atomic
def cover(
    *, client: Client, member: Member, boutique: Boutique, until: dt.datetime, by: acts.By, at: dt.datetime
) -> Assignment:
    """`member` looks after her until `until`, with an end from the start (A-2). Raises CannotAssign."""
    if until <= at:
        raise CannotAssign(_("A cover ends after it begins: give a later day."))
    Client.objects.select_for_update().get(id=client.id)
    if _holds_already(client, member, AssignmentKind.COVER, db.between(at, until)):
        raise CannotAssign(_("%(name)s looks after her already in that time.") % {"name": member.name})
    line = recording.record(
        act=Act.COVERED, by=by, on=acts.On("client", client.id, client.id), at=at, detail={"member": str(member.id)}
    )
    return Assignment.objects.create(
        client=client, member=member, boutique=boutique, kind=AssignmentKind.COVER, period=db.between(at, until),
        why=Why.ABSENCE, known_from=at, noted_in=line,
    )  # fmt: skip
