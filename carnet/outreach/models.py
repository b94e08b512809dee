"""A day as it was prepared, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from carnet.clients.models import Client
from carnet.consent.models import Hold
from carnet.house.models import Boutique, Member
from carnet.intelligence.kinds import State
from carnet.interactions.models import Encounter, Promise
from carnet.journal.models import Happened, Kept, KeptQuerySet
from carnet.kit import db
from carnet.outreach.kinds import Ask, Later, NotNow, Reply, Verdict
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
    reason = models.CharField(max_length=24)
    """The first of them, which the letter is about: a code of `outreach.reasons`."""
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
    reason = models.CharField(max_length=24)
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
    edited = models.PositiveSmallIntegerField(null=True, blank=True)
    """How far the letter she finished is from the one composed, in hundredths of its words: 0 the same; none where unknown."""
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("outreach_answer_reply_known", "reply", Reply),
            db.one_of("outreach_answer_because_known", "because", ["", *Later, *NotNow]),
            models.CheckConstraint(condition=Q(reply=Reply.WRITTEN) | ~Q(because=""), name="outreach_answer_says_why"),
            models.CheckConstraint(
                condition=Q(edited__isnull=True) | Q(edited__lte=100), name="outreach_answer_edited_of_100"
            ),
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


class Decided(db.Row):
    """What was decided about somebody from a day on: equal in rank to a letter, and kept whether she was shown or not.

    A new row only when the verdict, its reasons or the version of the rules changed.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)
    verdict = models.CharField(max_length=5)
    because = models.JSONField(default=list)
    """[kind, values] of what holds, the strongest of each reason first; of a word to write, nothing."""
    reasons = models.JSONField(default=list)
    """[code, first day, last day, fact] of what may be raised."""
    rules = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    """The first day on which something else was decided; nothing while it stands."""
    expires_on = models.DateField(null=True, blank=True)
    """The day on which it will change by itself, where that is known."""

    class Meta:
        constraints: ClassVar = [
            db.one_of("outreach_decided_verdict_known", "verdict", Verdict),
            models.UniqueConstraint(
                fields=["client"], condition=Q(until__isnull=True), name="outreach_decided_one_stands"
            ),
            models.UniqueConstraint(fields=["client", "since"], name="outreach_decided_one_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="outreach_decided_period_real"
            ),
        ]

    def __str__(self) -> str:
        return self.verdict


class YearFrom(models.Func):
    """The year that begins on a day."""

    template = "daterange(%(expressions)s, %(expressions)s + 365)"
    output_field = DateRangeField()


class Moment(db.Row):
    """A moment at which chance decided whether she was left in peace, and what it decided: to be compared years later."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    reason = models.CharField(max_length=24)
    fact = models.UUIDField()
    about_on = models.DateField(null=True, blank=True)
    """Of a reason that comes round again, the day it was about."""
    state = models.CharField(max_length=14, blank=True)
    """Where the relationship stood."""
    propensity = models.FloatField()
    """How likely it was that she would be left in peace."""
    held = models.BooleanField()
    """Whether she was."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "fact", "about_on"], nulls_distinct=False, name="outreach_moment_once"
            ),
            models.CheckConstraint(
                condition=Q(propensity__gt=0) & Q(propensity__lte=0.5), name="outreach_moment_was_left_to_chance"
            ),
            db.one_of("outreach_moment_state_known", "state", ["", *State]),
        ]

    def __str__(self) -> str:
        return "held" if self.held else "shown"


class Question(Kept):
    """Something only her advisor knows: it sends nothing, and ends with its answer (ruling 3)."""

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
                fields=["ask", "client", "line", "encounter"],
                condition=~Q(ask=Ask.SILENCE),
                nulls_distinct=False,
                name="outreach_question_asked_once",
            ),
            ExclusionConstraint(
                name="outreach_question_silence_once_a_year",
                expressions=[("client", RangeOperators.EQUAL), (YearFrom("on"), RangeOperators.OVERLAPS)],
                condition=Q(ask=Ask.SILENCE),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["member", "on"], name="outreach_question_day")]

    def __str__(self) -> str:
        return self.ask


class Draft(Happened):
    """A model was asked to write a letter another way; it *happened* when it was asked (S-23).

    Only a text that may be shown is kept. Of what was refused there are the names of its faults, and the composed letter stands.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    suggestion = models.ForeignKey(Suggestion, models.SET_NULL, null=True, related_name="drafts")
    """None once another morning has taken its place."""
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    """Who asked; nobody when the queue did."""
    model = models.CharField(max_length=200, blank=True)
    prompt_hash = models.CharField(max_length=64, blank=True)
    """SHA-256, in hexadecimal, of the prompt that was sent."""
    text = models.TextField(blank=True)
    language = models.CharField(max_length=12)
    objections = models.JSONField(default=list)
    """Codes of `rules.drafting.faults`, without a word of the text."""
    written_at = models.DateTimeField(null=True, blank=True)
    """When it was settled: there is a text, or there are objections."""
    used = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(written_at__isnull=True, text="", objections=[])
                | (Q(written_at__isnull=False, objections=[]) & ~Q(text=""))
                | (Q(written_at__isnull=False, text="") & ~Q(objections=[])),
                name="outreach_draft_text_or_objections",
            ),
            models.CheckConstraint(condition=Q(used=False) | ~Q(text=""), name="outreach_draft_used_is_written"),
            models.CheckConstraint(
                condition=Q(prompt_hash__regex="^([0-9a-f]{64})?$"), name="outreach_draft_prompt_hash"
            ),
            models.UniqueConstraint(
                fields=["suggestion"], condition=Q(written_at__isnull=True), name="outreach_draft_one_at_a_time"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["suggestion", "-happened_at"], name="outreach_draft_of")]

    def __str__(self) -> str:
        return self.model

    @property
    def is_waiting(self) -> bool:
        """Whether the model has not answered yet."""
        return self.written_at is None
