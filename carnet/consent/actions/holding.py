"""A decision not to write, and its end."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.consent.kinds import Act, Scope
from carnet.consent.models import Hold
from carnet.journal import recording
from carnet.kit import acts, db, ids

REVIEW_AFTER = dt.timedelta(days=90)
"""Boutique ruling 14: the review date is mandatory, 90 days by default."""


class CannotHold(ValueError):
    """The hold cannot be placed or lifted as asked; the sentence says why."""


@transaction.atomic
def hold(
    *,
    client: Client,
    because: str,
    by: acts.By,
    at: dt.datetime,
    scope: Scope = Scope.EVERYTHING,
    until: dt.datetime | None = None,
    review_on: dt.date | None = None,
    reason: str = "",
) -> Hold:
    """Close every route out of the house to her (or selling only) from `at` until `until`, or until it is lifted.

    Raises CannotHold when no reason is given, when it would end before it begins, or when one of that scope is in force.
    """
    if not because.strip():
        raise CannotHold(_("A hold says why: give a reason a colleague will understand."))
    if until is not None and until <= at:
        raise CannotHold(_("A hold ends after it begins: give a later day."))
    # Two colleagues at once: the exclusion constraint lets one through, and this says so politely to the other.
    Client.objects.select_for_update().get(id=client.id)
    if Hold.objects.filter(client=client, scope=scope, period__overlap=db.between(at, until)).exists():
        raise CannotHold(_("A hold is already in force for her: lift it first, or leave it as it is."))
    noted = ids.new()
    kept = Hold.objects.create(
        client=client,
        scope=scope,
        because=because.strip(),
        owner_id=by.member,
        period=db.between(at, until),
        review_on=review_on or (until or at + REVIEW_AFTER).date(),
        happened_at=at,
        known_from=at,
        noted_in_id=noted,
    )
    recording.record(
        act=Act.HELD, by=by, on=acts.On("client", client.id, client.id), at=at, reason=reason or scope,
        detail={"because": because}, line_id=noted,
    )  # fmt: skip
    return kept


@transaction.atomic
def release(*, client: Client, because: str, by: acts.By, at: dt.datetime, scope: Scope | None = None) -> list[Hold]:
    """Lift what is in force for her, with a reason. Raises CannotHold when nothing is, or no reason is given."""
    if not because.strip():
        raise CannotHold(_("Lifting a hold says why: give a reason a colleague will understand."))
    held = list(Hold.objects.select_for_update().filter(client=client, period__contains=at).order_by("id"))
    lifted = [hold for hold in held if scope is None or hold.scope == scope]
    if not lifted:
        raise CannotHold(_("Nothing holds her: there is no hold in force to lift."))
    for each in lifted:
        each.period = db.until(each.period, at)
        each.released_by_id = by.member
        each.release_because = because.strip()
        each.save(update_fields=["period", "released_by", "release_because"])
    recording.record(
        act=Act.RELEASED, by=by, on=acts.On("client", client.id, client.id), at=at, detail={"because": because}
    )
    return lifted


@transaction.atomic
def review(
    *,
    hold: Hold,
    until: dt.datetime | None,
    by: acts.By,
    at: dt.datetime,
    review_on: dt.date | None = None,
    because: str = "",
) -> Hold:
    """Look at a hold again: it ends at `until`, or stands until it is lifted, and is looked at again on `review_on`.

    Raises CannotHold when it is not in force any more, or would have ended already.
    """
    kept = Hold.objects.select_for_update().get(id=hold.id)
    if at not in kept.period:
        raise CannotHold(_("Nothing holds her: there is no hold in force to lift."))
    if until is not None and until <= at:
        raise CannotHold(_("A hold ends after it begins: give a later day."))
    kept.period = db.between(kept.period.lower, until)
    kept.review_on = review_on or (until or at + REVIEW_AFTER).date()
    kept.save(update_fields=["period", "review_on"])
    recording.record(
        act=Act.HOLD_REVIEWED, by=by, on=acts.On("client", kept.client_id, kept.client_id), at=at,
        detail={"because": because} if because else None,
    )  # fmt: skip
    return kept
