"""Envelopes that came in: each once, whatever the network did."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from carnet.capture.kinds import DepositState, EnvelopeKind
from carnet.capture.models.devices import Device
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.kit import db


class Deposit(db.Row):
    """One envelope, and what became of it. The same one again is answered from here."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="+")
    mutation = models.UUIDField()
    """Made on the phone when the form opened."""
    kind = models.CharField(max_length=12)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    """SHA-256, in hexadecimal, of what it held."""
    number = models.PositiveIntegerField()
    """The phone's own count."""
    app_version = models.CharField(max_length=20)
    claimed_at = models.DateTimeField()
    """When it was kept, by the phone's clock: a claim."""
    happened_at = models.DateTimeField()
    """When it was kept, by ours: when it came in, less its age on the phone."""
    received_at = models.DateTimeField()
    state = models.CharField(max_length=12)
    because = models.CharField(max_length=20, blank=True)
    """Why it waits, or was not taken: a code."""
    of = models.UUIDField(null=True, blank=True)
    """The mutation it belongs to, or takes back."""
    encounter = models.UUIDField(null=True, blank=True)
    """What it became. No key: an encounter may be forgotten, and its envelope must still not be taken in again."""
    changed = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    """What keeping it changed: codes."""
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    """Of one held aside: whom it is about."""
    held = models.BinaryField(null=True, blank=True)
    """What it says, locked under the house's key, while nobody has settled it."""
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["device", "mutation"], name="capture_deposit_exactly_once"),
            db.one_of("capture_deposit_kind_known", "kind", EnvelopeKind),
            db.one_of("capture_deposit_state_known", "state", DepositState),
            models.CheckConstraint(
                condition=Q(happened_at__lte=models.F("received_at")), name="capture_deposit_happened_before_it_came"
            ),
            models.CheckConstraint(
                condition=Q(held__isnull=True) | Q(state__in=["waiting", "quarantined", "refused"]),
                name="capture_deposit_kept_holds_nothing",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["of"], condition=Q(state="waiting"), name="capture_deposit_waiting"),
            models.Index(
                fields=["received_at"], condition=Q(held__isnull=False, settled_at__isnull=True), name="capture_deposit_aside"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
