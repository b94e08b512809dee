"""How near a need is when a person has bought of late as she has: what the house's own past weeks say of it."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carnet.intelligence.rules.lately import TERMS
from carnet.kit import db


class Lately(db.Row):
    """What is added to the law's word on what runs out, as learnt that day (rules.lately); of no term where nothing helped."""

    since = models.DateField(unique=True)
    weights = ArrayField(models.FloatField(), default=list)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(weights__len=0) | Q(weights__len=TERMS), name="intelligence_lately_all_or_none"
            ),
        ]

    def __str__(self) -> str:
        return f"since {self.since}"
