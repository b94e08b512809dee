"""What follows from a moment in somebody's life, without its cause (R-17, D-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.intelligence.kinds import Rests
from carnet.journal.models import Kept, KeptQuerySet
from carnet.kit import db

if TYPE_CHECKING:
    import datetime as dt


class ConsequenceQuerySet(KeptQuerySet["Consequence"]):
    """Consequences by moment."""

    def in_force(self, on: dt.date, as_of: dt.datetime) -> Self:
        """Those that held on that day, as the house knew it then."""
        return self.known(as_of).filter(Q(ended_at__isnull=True) | Q(ended_at__gt=as_of), until__gte=on)


class Consequence(Kept):
    """That something rests until a day: “no gift prompts until June”. There is no place for the reason."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    rests = models.CharField(max_length=12)
    until = models.DateField()
    """The last day on which it rests."""
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ConsequenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("intelligence_consequence_known", "rests", Rests),
            models.UniqueConstraint(
                fields=["client", "rests"],
                condition=Q(ended_at__isnull=True),
                name="intelligence_consequence_one_stands",
            ),
        ]

    def __str__(self) -> str:
        return self.rests
