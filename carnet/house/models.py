"""The maison, its boutiques, its people and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.db.models import F, Q

from carnet.house.kinds import SCOPED_TO_BOUTIQUE, RoleKind, TermKind
from carnet.kit import db

if TYPE_CHECKING:
    import datetime as dt

ISO_WEEK = 7
CODE_LENGTH = 40


class Maison(db.Row):
    """The house: one per schema."""

    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    zone = models.CharField(max_length=60)
    currency = models.CharField(max_length=3)
    language = models.CharField(max_length=12)
    is_demo = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    assumed = ArrayField(models.CharField(max_length=20), default=list)
    """What was taken for granted when it was opened, until a person has said it."""
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["only"], name="house_maison_one_per_schema"),
            models.CheckConstraint(condition=Q(only=True), name="house_maison_only_is_true"),
        ]

    def __str__(self) -> str:
        return self.name


class Region(db.Row):
    """Boutiques that answer to one desk."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Boutique(db.Row):
    """A shop: its zone decides what day it is there, its currency what its prices are in."""

    name = models.CharField(max_length=120, unique=True)
    city = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2)
    zone = models.CharField(max_length=60)
    currency = models.CharField(max_length=3)
    opening_days = ArrayField(models.PositiveSmallIntegerField(), size=ISO_WEEK)
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="boutiques")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(opening_days__contained_by=list(range(1, ISO_WEEK + 1))),
                name="house_boutique_days_of_the_week",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Members(BaseUserManager["Member"]):
    """The people of the house."""

    def get_by_natural_key(self, username: str | None) -> Member:
        """By handle, as the door asks."""
        return self.get(handle=(username or "").strip().lower())


class Member(AbstractBaseUser):
    """A person who works, or worked, in the house. No work e-mail is needed: the handle signs in."""

    id = models.UUIDField(primary_key=True, editable=False)
    handle = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    signature = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=12)
    working_days = ArrayField(models.PositiveSmallIntegerField(), size=ISO_WEEK)
    is_active = models.BooleanField(default=True)
    wants_questions = models.BooleanField(default=True)
    code = models.CharField(max_length=255, blank=True)
    """The hash of the four digits she types on a shared tablet."""

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = Members()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(handle=models.functions.Lower("handle")), name="house_member_handle_is_lower"
            ),
            models.CheckConstraint(
                condition=Q(working_days__contained_by=list(range(1, ISO_WEEK + 1))),
                name="house_member_days_of_the_week",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """What a shared tablet shows of her."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    def works_on(self, day: dt.date) -> bool:
        """Whether that is one of her working days."""
        return day.isoweekday() in self.working_days


class Role(db.Row):
    """What a member may do, where, and from when to when."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20)
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="roles")
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("house_role_kind_known", "kind", RoleKind),
            db.real_period("house_role_period_real"),
            db.never_two("house_role_held_once", "member", "kind", "boutique", condition=Q(boutique__isnull=False)),
            db.never_two("house_role_held_once_in_the_maison", "member", "kind", condition=Q(boutique__isnull=True)),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(SCOPED_TO_BOUTIQUE), boutique__isnull=False)
                | (~Q(kind__in=sorted(SCOPED_TO_BOUTIQUE)) & Q(boutique__isnull=True)),
                name="house_role_scope_fits_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.kind}"


class Term(db.Row):
    """A word of the house's own, per vocabulary, said in each of its languages."""

    kind = models.CharField(max_length=20)
    code = models.SlugField(max_length=CODE_LENGTH)
    labels = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)
    schema = models.JSONField(default=dict, blank=True)
    """For kinds of fact: what a value may be (unit, system, choices)."""
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "code"], name="house_term_one_per_code"),
            db.one_of("house_term_kind_known", "kind", TermKind),
        ]

    def __str__(self) -> str:
        return self.said("en")

    def said(self, language: str) -> str:
        """The word in that language, else in English, else the code."""
        said: str = (
            self.labels.get(language)
            or self.labels.get(language.split("-", maxsplit=1)[0])
            or self.labels.get("en")
            or self.code
        )
        return said


class Setting(db.Row):
    """What the house decided about itself, from a day on; the past keeps what held then."""

    name = models.CharField(max_length=60)
    value = models.JSONField()
    since = models.DateTimeField()
    set_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "since"], name="house_setting_one_at_a_time")]

    def __str__(self) -> str:
        return self.name


class StaffName(db.Row):
    """A seller's name as another system writes it, and who that is once a person has said so."""

    source = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "name"], name="house_staffname_asked_once"),
            models.CheckConstraint(
                condition=Q(member__isnull=True) | Q(answered_at__isnull=False), name="house_staffname_answer_is_dated"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceName(db.Row):
    """A shop's name as another system writes it, and which boutique that is once a person has said so."""

    source = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "name"], name="house_placename_asked_once"),
            models.CheckConstraint(
                condition=Q(boutique__isnull=True) | Q(answered_at__isnull=False),
                name="house_placename_answer_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Tablet(db.Row):
    """A shared device of one boutique, enrolled by its manager."""

    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="tablets")
    name = models.CharField(max_length=60)
    token = models.CharField(max_length=64, unique=True)
    """SHA-256, in hexadecimal, of what the device keeps in its cookie."""
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [db.real_period("house_tablet_period_real")]

    def __str__(self) -> str:
        return self.name


class Invitation(db.Row):
    """A way in that works once: the printed code of a new colleague, or the demo house's link."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="invitations")
    token = models.CharField(max_length=64, unique=True)
    """SHA-256, in hexadecimal, of what is printed."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="house_invitation_expires_later"),
        ]

    def __str__(self) -> str:
        return str(self.member)
