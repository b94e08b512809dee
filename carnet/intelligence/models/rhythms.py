"""What her dates add up to: the sufficient statistics of two rhythms, and the population they lean on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carnet.clients.models import Client, Household
from carnet.intelligence.kinds import Stage
from carnet.kit import db


class Rhythm(models.Model):
    """One person's two rhythms, as sums over the gaps between her days, in weeks and their logarithms.

    *Bought* are days with a purchase that stood: hers, or those of her home when several of it buy. *Met* are days on
    which she came, wrote, was served or was given something; never our own letters, never a complaint (Z-4, Z-5).
    """

    client = models.OneToOneField(Client, models.PROTECT, primary_key=True, related_name="+")
    home = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """The home whose purchases these are, when several of it buy."""
    bought_gaps = models.PositiveIntegerField()
    bought_logs = models.FloatField()
    bought_squares = models.FloatField()
    bought_first = models.DateField(null=True, blank=True)
    bought_last = models.DateField(null=True, blank=True)
    met_gaps = models.PositiveIntegerField()
    met_logs = models.FloatField()
    met_squares = models.FloatField()
    met_first = models.DateField(null=True, blank=True)
    met_last = models.DateField(null=True, blank=True)
    most_pieces = models.PositiveIntegerField()
    """Of one category."""
    read_alone = models.PositiveIntegerField(default=0)
    """How often she was read by herself: a pass keeps nothing of somebody who was since it added her up."""
    read_on = models.DateField()
    turns_on = models.DateField(null=True, blank=True)
    """The first day on which time alone may change how she is read; nothing when only an event can."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(bought_first__isnull=True, bought_last__isnull=True, bought_gaps=0)
                | Q(bought_first__isnull=False, bought_first__lte=F("bought_last")),
                name="intelligence_rhythm_bought_in_order",
            ),
            models.CheckConstraint(
                condition=Q(met_first__isnull=True, met_last__isnull=True, met_gaps=0)
                | Q(met_first__isnull=False, met_first__lte=F("met_last")),
                name="intelligence_rhythm_met_in_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["turns_on"], name="intelligence_rhythm_turns")]

    def __str__(self) -> str:
        return str(self.client_id)


class Prior(db.Row):
    """The population a rhythm leans on while its own history is short: six numbers, fitted by maximum likelihood."""

    stream = models.CharField(max_length=8)
    since = models.DateField()
    mu = models.FloatField()
    kappa = models.FloatField()
    nu = models.FloatField()
    sigma2 = models.FloatField()
    a = models.FloatField()
    b = models.FloatField()
    clients = models.PositiveIntegerField()
    """How many it was fitted on; none when it is what Carnet starts from."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stream", "since"], name="intelligence_prior_one_a_day"),
            models.CheckConstraint(
                condition=Q(kappa__gt=0) & Q(nu__gt=0) & Q(sigma2__gt=0) & Q(a__gt=0) & Q(b__gt=0),
                name="intelligence_prior_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stream} since {self.since}"


class Pass(db.Row):
    """One reading of the house for one day: how far it has come, so that what was interrupted is taken up again."""

    on = models.DateField(unique=True)
    stage = models.CharField(max_length=10, default=Stage.READING)
    through = models.UUIDField(null=True, blank=True)
    """The last client that was read."""
    is_whole = models.BooleanField()
    """Everybody; otherwise those who changed, and those whom time has changed."""
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            db.one_of("intelligence_pass_stage_known", "stage", Stage),
            models.CheckConstraint(
                condition=(Q(stage=Stage.DONE) & Q(ended_at__isnull=False))
                | (~Q(stage=Stage.DONE) & Q(ended_at__isnull=True)),
                name="intelligence_pass_done_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.stage}"


class Unread(models.Model):
    """Somebody about whom something came in: the next pass reads her, and what is due to her."""

    client = models.OneToOneField(Client, models.CASCADE, primary_key=True, related_name="+")
    times = models.PositiveIntegerField(db_default=1)
    """How often: what came in after a pass had added her up is left for the next."""

    def __str__(self) -> str:
        return str(self.client_id)


class Trial(db.Row):
    """How well we read: what was said on a past day of who would buy again, beside what came of it, in ten parts."""

    cut_on = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    measured_on = models.DateField()
    clients = models.PositiveIntegerField()
    parts = models.JSONField(default=list)
    """Of each tenth of the clients, by what was said: {said, came, clients}, the first two as shares of 1."""
    gap = models.FloatField()
    """The mean distance between what was said and what came, weighted by clients (calibration error)."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cut_on", "weeks"], name="intelligence_trial_once"),
            models.CheckConstraint(condition=Q(measured_on__gt=F("cut_on")), name="intelligence_trial_has_matured"),
        ]

    def __str__(self) -> str:
        return f"{self.cut_on} + {self.weeks} weeks"
