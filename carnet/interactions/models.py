"""Encounters with people on both sides, and promises that end in one way or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from carnet.clients.models import Client
from carnet.consent.models import Hold
from carnet.house.models import Boutique, Member
from carnet.interactions.kinds import (
    EncounterChannel,
    EncounterKind,
    Handled,
    Left,
    Part,
    PromisedBy,
    PromiseOutcome,
    Started,
)
from carnet.journal.models import Happened, KeptQuerySet
from carnet.kit import db
from carnet.products.models import Piece, Reference

if TYPE_CHECKING:
    import datetime as dt
    import uuid


def _not_taken_back(as_of: dt.datetime) -> Q:
    """What is taken back tomorrow was told today."""
    return Q(taken_back_at__isnull=True) | Q(taken_back_at__gt=as_of)


class EncounterQuerySet(KeptQuerySet["Encounter"]):
    """Encounters by moment and by reader."""

    def until(self, as_of: dt.datetime) -> Self:
        """Those that had happened and were known by then."""
        return self.known(as_of).filter(_not_taken_back(as_of), happened_at__lte=as_of)


class Encounter(Happened):
    """One meeting, call or letter. When it happened, how long it lasted and when it was kept are three things (I-4)."""

    kind = models.CharField(max_length=14)
    channel = models.CharField(max_length=10)
    started_by = models.CharField(max_length=8)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="+")
    left = models.CharField(max_length=8, blank=True, default=Left.UNSAID)
    words = models.TextField(blank=True)
    is_private = models.BooleanField(default=False)
    author = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=400, blank=True)
    occasion = models.CharField(max_length=200, blank=True)
    company = models.CharField(max_length=200, blank=True)
    mood = models.CharField(max_length=200, blank=True)
    """As she said it (I-13)."""
    answered = models.BooleanField(null=True, blank=True)
    """Of a letter of ours: whether she answered, once somebody knows."""
    answer_known_at = models.DateTimeField(null=True, blank=True)
    mutation = models.UUIDField(unique=True, null=True, blank=True)
    """Made when the form opened: the same tap twice is one encounter."""
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = EncounterQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("interactions_encounter_kind_known", "kind", EncounterKind),
            db.one_of("interactions_encounter_channel_known", "channel", EncounterChannel),
            db.one_of("interactions_encounter_started_known", "started_by", Started),
            db.one_of("interactions_encounter_left_known", "left", Left),
            models.CheckConstraint(
                condition=Q(is_private=False) | Q(author__isnull=False),
                name="interactions_encounter_private_has_author",
            ),
            models.CheckConstraint(
                condition=Q(answered__isnull=True) | Q(answer_known_at__isnull=False),
                name="interactions_encounter_answer_is_dated",
            ),
            models.CheckConstraint(
                condition=Q(known_from__gte=F("happened_at")), name="interactions_encounter_known_after_it_happened"
            ),
        ]

    def __str__(self) -> str:
        return self.kind

    def is_readable_by(self, member: uuid.UUID | None) -> bool:
        """Whether its words may be shown to her."""
        return not self.is_private or (member is not None and self.author_id == member)


class Presence(db.Row):
    """That a client was part of an encounter; a couple's visit is one encounter with two of these (Z-22)."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="presences")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, default=Part.MAIN)
    happened_at = models.DateTimeField()
    """The encounter's own, beside the client, so that her story is one index scan."""

    class Meta:
        constraints: ClassVar = [
            db.one_of("interactions_presence_part_known", "part", Part),
            models.UniqueConstraint(fields=["encounter", "client"], name="interactions_presence_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "-happened_at"], name="interactions_presence_story")]

    def __str__(self) -> str:
        return self.part


class Attendance(db.Row):
    """That a member was part of an encounter; none for what came in by itself, several for a team (Z-22)."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="attendances")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["encounter", "member"], name="interactions_attendance_once"),
        ]

    def __str__(self) -> str:
        return str(self.member_id)


class PieceShown(db.Row):
    """What she saw, tried or asked for, and for whom."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="pieces")
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="+")
    piece = models.ForeignKey(Piece, models.PROTECT, null=True, blank=True, related_name="+")
    handled = models.CharField(max_length=14, default=Handled.SHOWN)
    for_whom = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("interactions_pieceshown_handled_known", "handled", Handled),
            models.UniqueConstraint(fields=["encounter", "reference"], name="interactions_pieceshown_once"),
        ]

    def __str__(self) -> str:
        return self.handled


class PromiseQuerySet(KeptQuerySet["Promise"]):
    """Promises."""

    def standing(self, as_of: dt.datetime) -> Self:
        """Made by then, and not settled by then."""
        return self.known(as_of).filter(
            Q(settled_at__isnull=True) | Q(settled_at__gt=as_of), _not_taken_back(as_of), happened_at__lte=as_of
        )


class Promise(Happened):
    """Something one of us said would be done, by when, and what became of it (Z-18)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    made_by = models.CharField(max_length=8, default=PromisedBy.HOUSE)
    owner = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    """Who keeps it; nobody in particular means the boutique."""
    words = models.CharField(max_length=400)
    due_on = models.DateField()
    encounter = models.ForeignKey(Encounter, models.PROTECT, null=True, blank=True, related_name="promises")
    outcome = models.CharField(max_length=14, blank=True, default=PromiseOutcome.STANDS)
    outcome_words = models.CharField(max_length=400, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("interactions_promise_made_by_known", "made_by", PromisedBy),
            db.one_of("interactions_promise_outcome_known", "outcome", PromiseOutcome),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at__isnull=True) | (~Q(outcome="") & Q(settled_at__isnull=False)),
                name="interactions_promise_settled_is_dated",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="interactions_promise_in_words"),
            models.CheckConstraint(
                condition=~Q(outcome=PromiseOutcome.DECIDED_NOT_TO) | ~Q(outcome_words=""),
                name="interactions_promise_decision_says_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client"], condition=Q(outcome=""), name="interactions_promise_standing"),
            models.Index(fields=["owner", "due_on"], condition=Q(outcome=""), name="interactions_promise_due"),
        ]

    def __str__(self) -> str:
        return self.outcome or "stands"


class Complaint(Happened):
    """A matter to settle: it is nobody's engagement, and selling waits until it is closed (I-12)."""

    encounter = models.OneToOneField(Encounter, models.PROTECT, related_name="complaint")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    hold = models.ForeignKey(Hold, models.PROTECT, related_name="+")
    hold_was_until = models.DateTimeField(null=True, blank=True)
    """When a hold that was there before would have ended, had there been no complaint."""
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closed_words=""),
                name="interactions_complaint_closed_with_words",
            ),
        ]

    def __str__(self) -> str:
        return "closed" if self.closed_at else "open"
