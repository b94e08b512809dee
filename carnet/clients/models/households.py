"""Homes, bonds and tiers: dated, and never relative to nobody."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from carnet.clients.kinds import HouseholdRole, RelationKind
from carnet.clients.models.client import Client
from carnet.house.models import Member, Term
from carnet.journal.models import Kept
from carnet.kit import db


class Household(Kept):
    """A home: "The Chen Family". The name is chosen, not made from surnames."""

    name = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(name=""), name="clients_household_named")]

    def __str__(self) -> str:
        return self.name


class Membership(Kept):
    """That she belongs to a home, as what, from when to when; one may belong to two homes (Z-10)."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="memberships")
    client = models.ForeignKey(Client, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10)
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("clients_membership_role_known", "role", HouseholdRole),
            db.real_period("clients_membership_period_real"),
            db.never_two("clients_membership_once_at_a_time", "household", "client"),
            db.never_two("clients_membership_one_primary", "household", condition=Q(role=HouseholdRole.PRIMARY)),
        ]

    def __str__(self) -> str:
        return self.role


class Relation(Kept):
    """What `other` is to `client`, for a time: each pair is one row, read from both sides."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="relations")
    other = models.ForeignKey(Client, models.PROTECT, related_name="relations_to")
    kind = models.CharField(max_length=10)
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("clients_relation_kind_known", "kind", RelationKind),
            db.real_period("clients_relation_period_real"),
            # Whichever of the two it is told of: "her son" and "his mother" are one bond.
            db.never_two("clients_relation_once_at_a_time", Least("client", "other"), Greatest("client", "other")),
            models.CheckConstraint(condition=~Q(client=F("other")), name="clients_relation_needs_two"),
        ]

    def __str__(self) -> str:
        return self.kind


class TierDecision(Kept):
    """A tier is granted on a day, by somebody, for a reason; it is not a column that changes in silence (Z-8)."""

    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="tiers")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="tiers")
    tier = models.ForeignKey(Term, models.PROTECT, related_name="+")
    period = DateTimeRangeField()
    because = models.CharField(max_length=400)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.real_period("clients_tierdecision_period_real"),
            db.never_two("clients_tierdecision_one_per_client", "client", condition=Q(client__isnull=False)),
            db.never_two("clients_tierdecision_one_per_household", "household", condition=Q(household__isnull=False)),
            models.CheckConstraint(
                condition=Q(client__isnull=True) ^ Q(household__isnull=True),
                name="clients_tierdecision_of_one_or_other",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="clients_tierdecision_has_a_reason"),
        ]

    def __str__(self) -> str:
        return str(self.tier_id)


class Referral(Kept):
    """Who brought her to the house, and when."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="referrals")
    referred_by = models.ForeignKey(Client, models.PROTECT, related_name="referred")
    happened_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client"], name="clients_referral_brought_once"),
            models.CheckConstraint(condition=~Q(client=F("referred_by")), name="clients_referral_needs_two"),
        ]

    def __str__(self) -> str:
        return str(self.client_id)
