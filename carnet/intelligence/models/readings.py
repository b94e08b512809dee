"""Signal, reading, state: three records, each dated. Decisions are a fourth, a floor above (Y-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.intelligence.kinds import ReadingKind, SignalKind, State
from carnet.kit import db

if TYPE_CHECKING:
    import datetime as dt


class Signal(db.Row):
    """Something noticed on a day, and the day from which it says nothing more (I-10)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=14)
    on = models.DateField()
    until = models.DateField()
    evidence = models.UUIDField()
    """The encounter it was noticed in."""

    class Meta:
        constraints: ClassVar = [
            db.one_of("intelligence_signal_kind_known", "kind", SignalKind),
            models.UniqueConstraint(fields=["client", "evidence", "kind"], name="intelligence_signal_once"),
            models.CheckConstraint(condition=Q(until__gt=F("on")), name="intelligence_signal_fades"),
        ]

    def __str__(self) -> str:
        return self.kind


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings by day."""

    def standing(self, on: dt.date) -> Self:
        """Those that held at the end of that day."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=on), on__lte=on)


class Reading(db.Row):
    """What the evidence is read as from a day on: with its rivals, its certainty, and by which version of the rules.

    `values` holds what its sentence is said with. `evidence` is a list of [kind, id]. `rivals` is a list of {code,
    certainty, evidence}. `certainty` is in hundredths, of 100; on an advisor's screen it is a word.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=14)
    about = models.UUIDField(null=True, blank=True)
    """The product, category or gift it is about; nothing when it is about her."""
    code = models.CharField(max_length=20)
    certainty = models.PositiveSmallIntegerField()
    values = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    rivals = models.JSONField(default=list)
    rules = models.PositiveSmallIntegerField()
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """An advisor whose word it is: it stays until somebody revises it."""
    words = models.CharField(max_length=400, blank=True)
    """Hers."""

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("intelligence_reading_kind_known", "kind", ReadingKind),
            models.UniqueConstraint(
                fields=["client", "kind", "about"],
                condition=Q(until__isnull=True),
                nulls_distinct=False,
                name="intelligence_reading_one_stands",
            ),
            models.CheckConstraint(
                # A word revised on the day it was said stood at the end of none, and was said.
                condition=Q(until__isnull=True) | Q(until__gt=F("on")) | Q(until=F("on"), said_by__isnull=False),
                name="intelligence_reading_period_real",
            ),
            models.CheckConstraint(condition=Q(certainty__lte=100), name="intelligence_reading_certainty_of_100"),
            models.CheckConstraint(
                condition=Q(words="") | Q(said_by__isnull=False), name="intelligence_reading_words_are_somebodys"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "on"], name="intelligence_reading_of")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.code}"


class StateChange(db.Row):
    """That from a day on a relationship stands so, and which records moved it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=14)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    because = models.JSONField(default=list)
    """[kind, id] of each record that moved it; empty when it was time alone."""

    class Meta:
        constraints: ClassVar = [
            db.one_of("intelligence_state_known", "state", State),
            models.UniqueConstraint(
                fields=["client"], condition=Q(until__isnull=True), name="intelligence_state_one_stands"
            ),
            models.UniqueConstraint(fields=["client", "since"], name="intelligence_state_one_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="intelligence_state_period_real"
            ),
        ]

    def __str__(self) -> str:
        return self.state
