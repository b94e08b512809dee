"""When in a year people give: what was known as the year began, kept so that one person is read without counting everybody."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carnet.kit import db

WINDOWS = 26


class Season(db.Row):
    """The part of everybody's gifts that falls in each window of a year (models.md 5), as known when that year began."""

    year = models.PositiveSmallIntegerField(unique=True)
    shares = ArrayField(models.FloatField())

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(shares__len=WINDOWS), name="intelligence_season_of_every_window"),
        ]

    def __str__(self) -> str:
        return str(self.year)
