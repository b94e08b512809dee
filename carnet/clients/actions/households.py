"""Homes, bonds, tiers and introductions."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from carnet.clients.kinds import Act, HouseholdRole, RelationKind
from carnet.clients.models import Client, Household, Membership, Referral, Relation, TierDecision
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.kit import acts, db, ids


class CannotJoin(ValueError):
    """The bond, or the place in that home, is there already; the sentence says so."""


@transaction.atomic
def found(*, name: str, by: acts.By, at: dt.datetime) -> Household:
    """A home, called as the family is called."""
    household_id = ids.new()
    line = recording.record(act=Act.HOUSEHOLD_FOUNDED, by=by, on=acts.On("household", household_id), at=at)
    return Household.objects.create(id=household_id, name=name, known_from=at, noted_in=line)


@transaction.atomic
def join(*, household: Household, client: Client, role: HouseholdRole, by: acts.By, at: dt.datetime) -> Membership:
    """She belongs to that home from `at` on; of two at once one is the primary. Raises CannotJoin."""
    Household.objects.select_for_update().get(id=household.id)
    standing = Membership.objects.filter(household=household, period__overlap=db.since(at))
    if standing.filter(client=client).exists():
        raise CannotJoin(_("She belongs to that home already."))
    if role == HouseholdRole.PRIMARY and standing.filter(role=role).exists():
        raise CannotJoin(_("That home has its first person already."))
    noted = ids.new()
    membership = Membership.objects.create(
        household=household, client=client, role=role, period=db.since(at), known_from=at, noted_in_id=noted
    )
    on = acts.On("client", client.id, client.id)
    recording.record(act=Act.HOUSEHOLD_JOINED, by=by, on=on, at=at, reason=role, line_id=noted)
    return membership


@transaction.atomic
def leave(*, membership: Membership, by: acts.By, at: dt.datetime) -> None:
    """She leaves that home; her own history goes with her (H-11)."""
    membership.period = db.until(membership.period, at)
    membership.save(update_fields=["period"])
    recording.record(
        act=Act.HOUSEHOLD_LEFT, by=by, on=acts.On("client", membership.client_id, membership.client_id), at=at
    )


@transaction.atomic
def relate(*, client: Client, other: Client, kind: RelationKind, by: acts.By, at: dt.datetime) -> Relation:
    """`other` is her `kind` from `at` on: one bond, from whichever side it is told. Raises CannotJoin."""
    list(Client.objects.select_for_update().filter(id__in=(client.id, other.id)).order_by("id"))
    if Relation.objects.filter(_between(client, other), period__overlap=db.since(at)).exists():
        raise CannotJoin(_("The house knows of a bond between the two already: end that first."))
    line = recording.record(act=Act.RELATED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=kind)
    return Relation.objects.create(
        client=client, other=other, kind=kind, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def part(*, relation: Relation, by: acts.By, at: dt.datetime) -> None:
    """The bond has ended: what it was stays known, and its dates are spoken of no more (O-8)."""
    relation.period = db.until(relation.period, at)
    relation.save(update_fields=["period"])
    recording.record(act=Act.PARTED, by=by, on=acts.On("relation", relation.id, relation.client_id), at=at)


@transaction.atomic
def decide_tier(
    *,
    tier: str,
    because: str,
    by: acts.By,
    at: dt.datetime,
    client: Client | None = None,
    household: Household | None = None,
) -> TierDecision:
    """Grant a person, or a home, a tier from `at` on, with its reason; the former one ends (Z-8)."""
    whose: Client | Household | None = client or household
    if whose is None:
        raise ValueError("A tier is a person's or a home's: say whose.")
    term = Term.objects.get(kind=TermKind.TIER, code=tier)
    on = acts.On("client", client.id, client.id) if client else acts.On("household", whose.id)
    of = {"client": client, "household": None if client else household}
    type(whose).objects.select_for_update().get(id=whose.id)
    for standing in TierDecision.objects.filter(**of, period__contains=at):
        standing.period = db.between(standing.period.lower, at)
        standing.save(update_fields=["period"])
    noted = ids.new()
    decided = TierDecision.objects.create(
        **of, tier=term, period=db.since(at), because=because, decided_by_id=by.member, known_from=at, noted_in_id=noted
    )
    recording.record(act=Act.TIER_DECIDED, by=by, on=on, at=at, reason=tier, line_id=noted)
    return decided


@transaction.atomic
def refer(*, client: Client, referred_by: Client, by: acts.By, at: dt.datetime) -> Referral:
    """Somebody brought her to the house."""
    line = recording.record(act=Act.REFERRED, by=by, on=acts.On("client", client.id, client.id), at=at)
    return Referral.objects.create(client=client, referred_by=referred_by, happened_at=at, known_from=at, noted_in=line)


def _between(client: Client, other: Client) -> Q:
    return Q(client=client, other=other) | Q(client=other, other=client)
