"""What she agreed to, with proof; and holds, with an owner and an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q

from carnet.clients.models import Client
from carnet.consent.kinds import Answer, BasisKind, Channel, ProofKind, Purpose, Scope
from carnet.house.models import Member
from carnet.journal.models import Happened, Kept, KeptQuerySet
from carnet.kit import db

if TYPE_CHECKING:
    import datetime as dt


class Permission(Happened):
    """What she said about one purpose and channel, once; a change of mind is another row."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12)
    channel = models.CharField(max_length=12)
    answer = models.CharField(max_length=4)
    proof = models.CharField(max_length=20)
    proof_words = models.CharField(max_length=400, blank=True)
    """The wording she saw or said, or the column it came from."""
    recorded_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("consent_permission_purpose_known", "purpose", Purpose),
            db.one_of("consent_permission_channel_known", "channel", Channel),
            db.one_of("consent_permission_answer_known", "answer", Answer),
            db.one_of("consent_permission_proof_known", "proof", ProofKind),
            models.CheckConstraint(
                condition=~Q(answer=Answer.YES) | ~Q(proof_words=""), name="consent_permission_yes_has_proof"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "purpose", "channel", "-happened_at"], name="consent_permission_last")
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.channel} {self.answer}"


class Basis(Happened):
    """The house's stated ground for one purpose towards those who own something of it; the latest holds."""

    purpose = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    words = models.CharField(max_length=400)
    stated_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    append_only = True

    class Meta:
        constraints: ClassVar = [
            db.one_of("consent_basis_purpose_known", "purpose", Purpose),
            db.one_of("consent_basis_kind_known", "kind", BasisKind),
            models.CheckConstraint(condition=~Q(words=""), name="consent_basis_in_words"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.kind}"


class HoldQuerySet(KeptQuerySet["Hold"]):
    """Holds."""

    def in_force(self, as_of: dt.datetime) -> Self:
        """Those that bind every route out at that instant."""
        return self.known(as_of).filter(period__contains=as_of)


class Hold(Happened):
    """A decision not to write, equal in rank to a letter: why, whose, and when it is looked at again."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    scope = models.CharField(max_length=10)
    because = models.CharField(max_length=400)
    owner = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    period = DateTimeRangeField()
    review_on = models.DateField()
    released_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    release_because = models.CharField(max_length=400, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("consent_hold_scope_known", "scope", Scope),
            db.real_period("consent_hold_period_real"),
            models.CheckConstraint(condition=~Q(because=""), name="consent_hold_has_a_reason"),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True) | ~Q(release_because=""), name="consent_hold_lifted_with_a_reason"
            ),
            db.never_two("consent_hold_one_per_scope", "client", "scope"),
        ]

    def __str__(self) -> str:
        return self.scope


class Suppression(Kept):
    """The mark of a number, address or id of somebody who was forgotten; nothing else is left of her here."""

    mark = models.CharField(max_length=64, unique=True)
    """HMAC-SHA256, in hexadecimal, under the house's sealing key."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(mark__regex="^[0-9a-f]{64}$"), name="consent_suppression_is_a_mark"),
        ]

    def __str__(self) -> str:
        return self.mark
