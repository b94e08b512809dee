"""What a note's words may tell of somebody, until the advisor says so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from carnet.capture.kinds import Finding
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.kit import db


class Proposal(db.Row):
    """One thing found in a note: kept with a tap, or left. Nothing is written without the tap."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="+")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    """Whose note it is: she alone is asked."""
    kind = models.CharField(max_length=10)
    words = models.CharField(max_length=400)
    sentence = models.TextField()
    """The sentence it was taken from, as she wrote it."""
    value = models.JSONField()
    """In the shape that `rules.extracting.found.Found` gives for its kind."""
    model = models.CharField(max_length=120, blank=True)
    """Which language model found it; nothing when Carnet did."""
    proposed_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            db.one_of("capture_proposal_kind_known", "kind", Finding),
            models.UniqueConstraint(fields=["encounter", "kind", "words"], name="capture_proposal_once_per_note"),
            models.CheckConstraint(
                condition=Q(confirmed__isnull=True, decided_at__isnull=True)
                | Q(confirmed__isnull=False, decided_at__isnull=False),
                name="capture_proposal_decision_is_dated",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["member", "client"], condition=Q(confirmed__isnull=True), name="capture_proposal_open"
            ),
        ]

    def __str__(self) -> str:
        return self.kind
