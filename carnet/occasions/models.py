"""Occasions: a day and a month, and a year only when one was given for a purpose (Z-17)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q

from carnet.clients.kinds import Certainty
from carnet.clients.models import Client, Household
from carnet.house.models import Member, Term
from carnet.journal.models import Kept
from carnet.kit import db
from carnet.kit.moments import DayMonth, LeapRule
from carnet.occasions.kinds import Recurrence
from carnet.purchases.models import Line

MONTH_LENGTHS = (
    Q(month__in=[4, 6, 9, 11], day__lte=30)
    | Q(month=2, day__lte=29)
    | Q(month__in=[1, 3, 5, 7, 8, 10, 12], day__lte=31)
)


class Occasion(Kept):
    """A date that matters to somebody: whose it is, and who may be reminded of it (never the one it surprises)."""

    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """Whose day it is; nobody, when a gift tells of the day of somebody unnamed."""
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="+")
    giver = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    kind = models.ForeignKey(Term, models.PROTECT, related_name="+")
    day = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    recurrence = models.CharField(max_length=6, default=Recurrence.YEARLY)
    leap_rule = models.CharField(max_length=12, default=LeapRule.FEBRUARY_28)
    words = models.CharField(max_length=200, blank=True)
    told_by = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    certainty = models.CharField(max_length=8)
    from_line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="+")
    """The gift that told us of it."""
    suspended_until = models.DateField(null=True, blank=True)
    suspended_because = models.CharField(max_length=40, blank=True)
    """A code; never the cause."""
    is_suspended = models.BooleanField(default=False)
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(client__isnull=False) ^ Q(household__isnull=False))
                | Q(client__isnull=True, household__isnull=True, giver__isnull=False),
                name="occasions_occasion_whose",
            ),
            models.CheckConstraint(condition=Q(day__gte=1) & MONTH_LENGTHS, name="occasions_occasion_day_exists"),
            models.CheckConstraint(
                condition=~Q(recurrence=Recurrence.ONCE) | Q(year__isnull=False),
                name="occasions_occasion_once_has_a_year",
            ),
            db.one_of("occasions_occasion_recurrence_known", "recurrence", Recurrence),
            db.one_of("occasions_occasion_leap_known", "leap_rule", LeapRule),
            db.one_of("occasions_occasion_certainty_known", "certainty", Certainty),
            db.real_period("occasions_occasion_period_real"),
            models.CheckConstraint(
                condition=Q(is_suspended=True) | Q(suspended_until__isnull=True, suspended_because=""),
                name="occasions_occasion_suspension_whole",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client"], name="occasions_occasion_client"),
            models.Index(fields=["giver"], name="occasions_occasion_giver"),
            models.Index(fields=["month", "day"], name="occasions_occasion_date"),
        ]

    def __str__(self) -> str:
        return f"{self.day}/{self.month}"

    @property
    def day_month(self) -> DayMonth:
        """The day of the year, without its year."""
        return DayMonth(self.month, self.day)
