"""Assignments and claims: dated rows, never a column on the client (Z-7)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q

from carnet.books.kinds import AssignmentKind, Outcome, Why
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.journal.models import Kept
from carnet.kit import db


class Assignment(Kept):
    """That a client is in a member's book, as what, from when to when, and why."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    period = DateTimeRangeField()
    why = models.CharField(max_length=20)
    note = models.CharField(max_length=400, blank=True)
    transferred_from = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("books_assignment_kind_known", "kind", AssignmentKind),
            db.one_of("books_assignment_why_known", "why", Why),
            db.real_period("books_assignment_period_real"),
            db.never_two("books_assignment_one_primary", "client", condition=Q(kind=AssignmentKind.PRIMARY)),
            db.never_two(
                "books_assignment_one_local_per_boutique",
                "client",
                "boutique",
                condition=Q(kind=AssignmentKind.SECONDARY),
            ),
            db.never_two("books_assignment_held_once", "client", "member", "kind"),
            models.CheckConstraint(
                condition=~Q(kind=AssignmentKind.COVER) | Q(period__upper_inf=False), name="books_assignment_cover_ends"
            ),
            models.CheckConstraint(
                condition=Q(transferred_from__isnull=True) | ~Q(transferred_from=F("member")),
                name="books_assignment_transfer_needs_two",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["member", "client"], name="books_assignment_book")]

    def __str__(self) -> str:
        return self.kind


class Claim(Kept):
    """“I know her”: an advisor's word about someone in the boutique's book, until the manager answers (ruling 2)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            db.one_of("books_claim_outcome_known", "outcome", ["", *Outcome]),
            models.UniqueConstraint(
                fields=["client", "member"], condition=Q(outcome=""), name="books_claim_one_open_per_advisor"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="books_claim_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("member")), name="books_claim_not_by_herself"
            ),
        ]

    def __str__(self) -> str:
        return self.outcome


class Welcome(Kept):
    """“Serve her here today”: a day's sight of a client another boutique knows (ruling 5)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.real_period("books_welcome_period_real"),
            db.never_two("books_welcome_once_at_a_time", "client", "member"),
            models.CheckConstraint(condition=Q(period__upper_inf=False), name="books_welcome_ends"),
        ]

    def __str__(self) -> str:
        return str(self.client_id)
