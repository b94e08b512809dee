"""How the house stood on a day, in numbers of people and never as people (Y-3, K-8)."""

from __future__ import annotations

from django.db import models

from carnet.kit import db


class Census(db.Row):
    """What was counted on one day. A second count of the same day replaces the first."""

    on = models.DateField(unique=True)
    counted_at = models.DateTimeField()
    boutiques = models.JSONField(default=list)
    """Of each boutique's clients, and of those at home in none: {boutique, lens, silences, states}, each {code: clients}."""

    def __str__(self) -> str:
        return str(self.on)
