"""A day as it was prepared, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from carnet.clients.models import Client
from carnet.consent.models import Hold
from carnet.house.models import Boutique, Member
from carnet.interactions.models import Encounter, Promise
from carnet.journal.models import Happened, Kept, KeptQuerySet
from carnet.kit import db
from carnet.outreach.kinds import Ask, Later, NotNow, Reason, Reply
from carnet.products.models import Reference
from carnet.purchases.models import Line

if TYPE_CHECKING:
    import datetime as dt

CAP = 5


class Day(Kept):
    """One advisor's morning, as it was prepared: it is not rewritten once it has passed."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    on = models.DateField()
    cap = models.PositiveSmallIntegerField()
    is_day_off = models.BooleanField(default=False)
    at_rest = models.JSONField(default=list)
    """Everyone else in the book: [client id, [[kind, words' values]…]], by client id."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "on"], name="outreach_day_one_per_morning"),
            models.CheckConstraint(condition=Q(cap__lte=CAP), name="outreach_day_at_most_five"),
        ]

    def __str__(self) -> str:
        return str(self.on)


class Suggestion(db.Row):
    """One person on that day's list, with every reason and the facts behind it."""

    day = models.ForeignKey(Day, models.CASCADE, related_name="suggestions")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=10)
    """The first of them, which the letter is about."""
    promise = models.ForeignKey(Promise, models.PROTECT, null=True, blank=True, related_name="+")
    """Set on the list of promises, which is not capped."""
    reasons = models.JSONField()
    channel = models.CharField(max_length=12)
    hour = models.CharField(max_length=60, blank=True)
    letter = models.TextField()
    letter_language = models.CharField(max_length=12)
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("outreach_suggestion_reason_known", "reason", Reason),
            models.UniqueConstraint(
                fields=["day", "client"], condition=Q(promise__isnull=True), name="outreach_suggestion_person_once"
            ),
            models.UniqueConstraint(
                fields=["day", "promise"], condition=Q(promise__isnull=False), name="outreach_suggestion_promise_once"
            ),
            models.UniqueConstraint(
                fields=["day", "rank"], condition=Q(promise__isnull=True), name="outreach_suggestion_ranked_once"
            ),
            models.UniqueConstraint(
                fields=["day", "rank"],
                condition=Q(promise__isnull=False),
                name="outreach_suggestion_promise_ranked_once",
            ),
            models.CheckConstraint(
                condition=Q(promise__isnull=False) | Q(rank__lt=CAP), name="outreach_suggestion_at_most_five"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class AnswerQuerySet(KeptQuerySet["Answer"]):
    """Answers by moment."""

    def until(self, as_of: dt.datetime) -> Self:
        """Those given by then and not taken back by then."""
        standing = Q(taken_back_at__isnull=True) | Q(taken_back_at__gt=as_of)
        return self.known(as_of).filter(standing, happened_at__lte=as_of)


class Answer(Happened):
    """What an advisor said to a suggestion: it changes tomorrow, and is not asked again unless something changed."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    """The day it answers, which is what later days look at."""
    reason = models.CharField(max_length=10)
    fact = models.UUIDField()
    """The fact the suggestion rested on: a new one may raise her again."""
    reply = models.CharField(max_length=8)
    because = models.CharField(max_length=16, blank=True)
    until = models.DateField(null=True, blank=True)
    reference = models.ForeignKey(Reference, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=12, blank=True)
    encounter = models.ForeignKey(Encounter, models.PROTECT, null=True, blank=True, related_name="+")
    hold = models.ForeignKey(Hold, models.PROTECT, null=True, blank=True, related_name="+")
    """The silence that "a delicate time" asked for."""
    left = models.BooleanField(null=True, blank=True)
    """Whether the letter left: asked once, on return."""
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("outreach_answer_reason_known", "reason", Reason),
            db.one_of("outreach_answer_reply_known", "reply", Reply),
            db.one_of("outreach_answer_because_known", "because", ["", *Later, *NotNow]),
            models.CheckConstraint(condition=Q(reply=Reply.WRITTEN) | ~Q(because=""), name="outreach_answer_says_why"),
            models.UniqueConstraint(
                fields=["client", "on", "fact"], condition=Q(taken_back_at__isnull=True), name="outreach_answer_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "-on"], name="outreach_answer_of")]

    def __str__(self) -> str:
        return self.reply

    def had_left(self, as_of: dt.datetime) -> bool | None:
        """Whether the letter left, as far as anyone knew by then; its note is taken back when it turns out that it did not."""
        told_later = self.encounter and self.encounter.taken_back_at and self.encounter.taken_back_at > as_of
        return None if told_later else self.left


class Question(Kept):
    """One of the first weeks' questions: it sends nothing, and ends with its answer (ruling 3)."""

    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    ask = models.CharField(max_length=12)
    line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="+")
    encounter = models.ForeignKey(Encounter, models.CASCADE, null=True, blank=True, related_name="+")
    on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar = [
            db.one_of("outreach_question_ask_known", "ask", Ask),
            models.UniqueConstraint(
                fields=["ask", "client", "line", "encounter"], nulls_distinct=False, name="outreach_question_asked_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["member", "on"], name="outreach_question_day")]

    def __str__(self) -> str:
        return self.ask
