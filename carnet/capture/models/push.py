"""Where a phone is told that something is due, and the house's key for saying so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from carnet.capture.models.devices import Device
from carnet.capture.rules import addresses
from carnet.house.models import Member
from carnet.kit import db


class PushKey(db.Row):
    """The house's key by which a push service knows that it is the house (VAPID, RFC 8292)."""

    public = models.BinaryField()
    """ECDSA P-256, an uncompressed point of 65 bytes: what a browser subscribes with."""
    private = models.BinaryField()
    """PEM, PKCS #8, locked under the house's own key."""
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(models.Value(1), name="capture_pushkey_one")]

    def __str__(self) -> str:
        return str(self.id)


class PushAddress(db.Row):
    """That a member let this phone tell her when something is due."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    endpoint = models.CharField(max_length=addresses.LONGEST)
    """The push service's address for that browser: https, and somebody's on the open internet when it is used."""
    key = models.BinaryField()
    """The browser's public key: 65 bytes."""
    secret = models.BinaryField()
    """What only the browser and the house know: 16 bytes (RFC 8291)."""
    since = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    """When something was last said here."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["endpoint"], name="capture_pushaddress_is_one_persons"),
            models.UniqueConstraint(fields=["device", "member"], name="capture_pushaddress_once_per_device"),
            models.CheckConstraint(
                condition=models.Q(endpoint__startswith="https://"), name="capture_pushaddress_is_https"
            ),
            models.CheckConstraint(
                condition=Exact(Length("key"), addresses.KEY) & Exact(Length("secret"), addresses.SECRET),
                name="capture_pushaddress_keys_are_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.member_id)
