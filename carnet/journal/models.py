"""Lines that no one rewrites, details that can be forgotten, and the base of every fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from carnet.house.models import Member
from carnet.kit import db
from carnet.kit.acts import Via

if TYPE_CHECKING:
    import datetime as dt


class Line(db.Row):
    """One act: what, by whom, through which door, on what, when. It holds nothing personal."""

    act = models.CharField(max_length=60)
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    via = models.CharField(max_length=10)
    on_kind = models.CharField(max_length=40)
    on_id = models.UUIDField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=40, blank=True)
    """A code, never free words."""
    digest = models.CharField(max_length=64, blank=True)
    """SHA-256, in hexadecimal, of the detail in clear with its salt: the line stays verifiable when the detail is
    forgotten, and nobody can guess at what it was."""

    append_only = True

    class Meta:
        constraints: ClassVar = [
            db.one_of("journal_line_via_known", "via", Via),
            models.CheckConstraint(condition=Q(reason__regex=r"^[\w.:-]*$"), name="journal_line_reason_is_a_code"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["on_id", "at"], name="journal_line_on"),
            models.Index(fields=["at"], name="journal_line_at"),
        ]

    def __str__(self) -> str:
        return self.act


class SubjectKey(models.Model):
    """The key under which all details about one person are sealed; erasing it forgets them all."""

    subject = models.UUIDField(primary_key=True)
    key = models.BinaryField()

    def __str__(self) -> str:
        return str(self.subject)


class Detail(models.Model):
    """Before and after, and free words, of one line; readable while the subject's key exists."""

    line = models.OneToOneField(Line, models.PROTECT, primary_key=True, related_name="detail")
    subject = models.UUIDField(null=True, db_index=True)
    sealed = models.BinaryField()

    append_only = True

    def __str__(self) -> str:
        return str(self.line_id)


class KeptQuerySet[M: "Kept"](models.QuerySet[M]):
    """Facts as of a moment."""

    def known(self, as_of: dt.datetime) -> Self:
        """Those the house knew by then."""
        return self.filter(known_from__lte=as_of)


class Kept(db.Row):
    """A fact: noted in one line of the journal, known from one instant.

    *Known from* is when a live entry was kept; for an imported row, the source's own timestamp, else when it happened.
    """

    known_from = models.DateTimeField()
    noted_in = models.ForeignKey(Line, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Happened(Kept):
    """A fact with an instant of its own."""

    happened_at = models.DateTimeField()

    class Meta:
        abstract = True
