"""Single facts, each with its source, its certainty and its readers (Z-11, Z-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q

from carnet.clients.kinds import Certainty, Leaning, Visibility
from carnet.clients.models.client import Client
from carnet.house.models import Member, Term
from carnet.journal.models import Kept, KeptQuerySet
from carnet.kit import db

if TYPE_CHECKING:
    import datetime as dt
    import uuid


class FactQuerySet(KeptQuerySet["Fact"]):
    """Facts by reader and by moment."""

    def held(self, as_of: dt.datetime) -> Self:
        """Those in force then."""
        return self.known(as_of).filter(period__contains=as_of)

    def readable_by(self, member: uuid.UUID | None) -> Self:
        """Shared ones, and her own private ones."""
        return self.filter(Q(visibility=Visibility.SHARED) | Q(visibility=Visibility.PRIVATE, author=member))


class Fact(Kept):
    """Something worth remembering: one fact, one row, replaced by closing its period and never in place."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="facts")
    kind = models.ForeignKey(Term, models.PROTECT, related_name="+")
    words = models.CharField(max_length=400)
    """As a person reads it: "Ring 52, measured 4 November"."""
    value = models.JSONField(null=True, blank=True)
    """As a rule reads it, in the shape the kind's schema gives: {"size": 52, "system": "FR"}."""
    leaning = models.CharField(max_length=6, blank=True, default=Leaning.PLAIN)
    certainty = models.CharField(max_length=8)
    visibility = models.CharField(max_length=8, default=Visibility.SHARED)
    author = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    hidden_from = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    """The person on whose page it must not show, until it is released."""
    released_at = models.DateTimeField(null=True, blank=True)
    period = DateTimeRangeField()
    sentence = models.TextField(blank=True)
    """The words it was taken from."""

    objects = FactQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("clients_fact_certainty_known", "certainty", Certainty),
            db.one_of("clients_fact_visibility_known", "visibility", Visibility),
            db.one_of("clients_fact_leaning_known", "leaning", Leaning),
            db.real_period("clients_fact_period_real"),
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.PRIVATE) | Q(author__isnull=False),
                name="clients_fact_private_has_author",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="clients_fact_says_something"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "kind"], name="clients_fact_of")]

    def __str__(self) -> str:
        return str(self.kind_id)
