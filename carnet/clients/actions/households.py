"""Homes, bonds, tiers and introductions."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.clients.kinds import Act, HouseholdRole, RelationKind
from carnet.clients.models import Client, Household, Membership, Referral, Relation, TierDecision
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.kit import acts, db, ids


@transaction.atomic
def found(*, name: str, by: acts.By, at: dt.datetime) -> Household:
    """A home, called as the family is called."""
    household_id = ids.new()
    line = recording.record(act=Act.HOUSEHOLD_FOUNDED, by=by, on=acts.On("household", household_id), at=at)
    return Household.objects.create(id=household_id, name=name, known_from=at, noted_in=line)


@transaction.atomic
def join(*, household: Household, client: Client, role: HouseholdRole, by: acts.By, at: dt.datetime) -> Membership:
    """She belongs to that home from `at` on."""
    line = recording.record(act=Act.HOUSEHOLD_JOINED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=role)
    return Membership.objects.create(
        household=household, client=client, role=role, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def leave(*, membership: Membership, by: acts.By, at: dt.datetime) -> None:
    """She leaves that home; her own history goes with her (H-11)."""
    membership.period = db.between(membership.period.lower, at)
    membership.save(update_fields=["period"])
    recording.record(
        act=Act.HOUSEHOLD_LEFT, by=by, on=acts.On("client", membership.client_id, membership.client_id), at=at
    )


@transaction.atomic
def relate(*, client: Client, other: Client, kind: RelationKind, by: acts.By, at: dt.datetime) -> Relation:
    """`other` is her `kind` from `at` on."""
    line = recording.record(act=Act.RELATED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=kind)
    return Relation.objects.create(
        client=client, other=other, kind=kind, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def decide_tier(*, client: Client, tier: str, because: str, by: acts.By, at: dt.datetime) -> TierDecision:
    """Grant a tier from `at` on, with its reason; the former one ends."""
    term = Term.objects.get(kind=TermKind.TIER, code=tier)
    for standing in TierDecision.objects.select_for_update().filter(client=client, period__contains=at):
        standing.period = db.between(standing.period.lower, at)
        standing.save(update_fields=["period"])
    line = recording.record(act=Act.TIER_DECIDED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=tier)
    return TierDecision.objects.create(
        client=client, tier=term, period=db.since(at), because=because, decided_by_id=by.member, known_from=at, noted_in=line
    )


@transaction.atomic
def refer(*, client: Client, referred_by: Client, by: acts.By, at: dt.datetime) -> Referral:
    """Somebody brought her to the house."""
    line = recording.record(act=Act.REFERRED, by=by, on=acts.On("client", client.id, client.id), at=at)
    return Referral.objects.create(client=client, referred_by=referred_by, happened_at=at, known_from=at, noted_in=line)
