"""Details that somebody leaves on her own telephone: who asked for them, and what she signed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.interactions.models import Encounter
from carnet.kit import db


class Asking(db.Row):
    """That an advisor showed a code to somebody without a name yet: it belongs to one visit, and works once."""

    token = models.CharField(max_length=64, unique=True)
    """SHA-256, in hexadecimal, of what the code holds."""
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    encounter = models.ForeignKey(Encounter, models.CASCADE, null=True, blank=True, related_name="+")
    note = models.UUIDField(null=True, blank=True)
    """The mutation of a note that is still being written: its visit comes later."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(encounter__isnull=False) | Q(note__isnull=False), name="capture_asking_has_a_visit"
            ),
            models.CheckConstraint(condition=Q(expires_at__gte=F("made_at")), name="capture_asking_ends_later"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["note"], condition=Q(encounter__isnull=True), name="capture_asking_of_a_note")
        ]

    def __str__(self) -> str:
        return "used" if self.used_at else "open"


class Details(db.Row):
    """What she left, in the words she saw and under her signature; whose it is once somebody, or her number, has said so."""

    asking = models.OneToOneField(Asking, models.CASCADE, related_name="details")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    """As she writes it."""
    number = models.CharField(max_length=20)
    """E.164."""
    language = models.CharField(max_length=12)
    agreed = models.JSONField(default=list)
    """What she ticked: [{"purpose": …, "channel": …, "words": the line beside the box}]."""
    wording = models.TextField()
    """What stood above her signature, whole, in the language in which she read it."""
    version = models.CharField(max_length=12)
    """Of everything she could read and tick: the first twelve digits of its SHA-256."""
    signature = models.CharField(max_length=200)
    left_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(number=""), name="capture_details_say_who"),
            models.CheckConstraint(condition=~Q(signature="") & ~Q(wording=""), name="capture_details_signed"),
            models.CheckConstraint(
                condition=Q(client__isnull=True, settled_at__isnull=True)
                | Q(client__isnull=False, settled_at__isnull=False),
                name="capture_details_settled_is_dated",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["number"], condition=Q(client__isnull=True), name="capture_details_waiting")
        ]

    def __str__(self) -> str:
        return "settled" if self.settled_at else "waiting"
