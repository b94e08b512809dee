"""Phones and tablets that keep notes until the house has them, and the key under which they do."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from carnet.house.models import Member, Tablet
from carnet.kit import db


class SealingKey(db.Row):
    """The house's key for envelopes: a phone holds the public half, and can read nothing back with it."""

    public = models.BinaryField()
    """ECDH P-256, an uncompressed point of 65 bytes."""
    private = models.BinaryField()
    """PKCS #8, locked under the house's own key."""
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)
    """New envelopes use another from then on; those sealed before are still opened."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(retired_at__isnull=True), name="capture_sealingkey_one_in_use"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Device(db.Row):
    """A browser that signs what it sends with a key that cannot leave it."""

    public = models.BinaryField(unique=True)
    """ECDSA P-256, an uncompressed point of 65 bytes."""
    name = models.CharField(max_length=60)
    tablet = models.ForeignKey(Tablet, models.PROTECT, null=True, blank=True, related_name="+")
    """Shared: it keeps nobody's book."""
    enrolled_at = models.DateTimeField()
    last_contact_at = models.DateTimeField()
    wiped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Holder(db.Row):
    """That a member was signed in on a device, and when last: what she sealed on it is hers for thirty days more."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="holders")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["device", "member"], name="capture_holder_once_per_device"),
        ]

    def __str__(self) -> str:
        return str(self.member_id)
