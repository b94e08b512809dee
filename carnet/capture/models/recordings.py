"""Sound until it is typed up, and pictures of pieces."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from carnet.capture.kinds import RecordingState
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.models import Encounter
from carnet.kit import db


class Recording(db.Row):
    """A spoken note: its sound is kept until it is typed up, and then erased."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    note = models.UUIDField()
    """The mutation of the note it was spoken for; the note may come later."""
    language = models.CharField(max_length=12)
    parts = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8)
    done = models.FloatField(default=0.0)
    """The share typed up so far, from 0 to 1."""
    words = models.TextField(blank=True)
    """Typed up, until the note has them."""
    because = models.CharField(max_length=20, blank=True)
    """Why it was not typed up: a code."""
    encounter = models.ForeignKey(Encounter, models.CASCADE, null=True, blank=True, related_name="+")
    """The note, once both are here."""
    received_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            db.one_of("capture_recording_state_known", "state", RecordingState),
            models.CheckConstraint(condition=Q(parts__gte=1), name="capture_recording_has_a_part"),
            models.CheckConstraint(condition=Q(done__gte=0, done__lte=1), name="capture_recording_share"),
        ]
        indexes: ClassVar = [models.Index(fields=["note"], name="capture_recording_note")]

    def __str__(self) -> str:
        return self.state


class SoundPart(db.Row):
    """One stretch of the sound, locked under the house's key."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    sound = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recording", "number"], name="capture_soundpart_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Picture(db.Row):
    """A photograph of a piece or of a repair, never of a person: made small, without a trace of where it was taken."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, null=True, blank=True, related_name="+")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.UUIDField()
    """The mutation of the note it was taken for."""
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    image = models.BinaryField()
    """WebP, at most 1,600 pixels wide, locked under the house's key."""
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    small = models.BinaryField(default=b"")
    """The same, at most 320 pixels wide, locked likewise."""
    taken_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    """Nobody sees it from then on; a day later it is erased."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | Q(removed_at__gte=models.F("taken_at")),
                name="capture_picture_removed_after_it_was_taken",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["note"], name="capture_picture_note"),
            models.Index(fields=["removed_at"], condition=Q(removed_at__isnull=False), name="capture_picture_removed"),
        ]

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"
