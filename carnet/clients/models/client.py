"""A person in a relationship with the house, by whatever the house knows her."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q

from carnet.clients.kinds import Form, Gender, NameOrder, PointKind, Sensitivity
from carnet.house.models import Boutique
from carnet.journal.models import Kept, KeptQuerySet
from carnet.kit import db

if TYPE_CHECKING:
    pass

NAME_LENGTH = 200


class ClientQuerySet(KeptQuerySet["Client"]):
    """People."""

    def living(self) -> Self:
        """Those still with us: nothing leaves the house in the name of the others."""
        return self.filter(died_on__isnull=True)


class Folded(models.Func):
    """Text as one searches it; the SQL function of the same name is made by this room's first migration."""

    function = "folded"
    output_field = models.TextField()


class Client(Kept):
    """A person. She may be known by a name in any script, by a single word, or by a description alone (Z-13)."""

    title = models.CharField(max_length=60, blank=True)
    given = models.CharField(max_length=NAME_LENGTH, blank=True)
    family = models.CharField(max_length=NAME_LENGTH, blank=True)
    display = models.CharField(max_length=2 * NAME_LENGTH, blank=True)
    """The name as she writes it, whole."""
    reading = models.CharField(max_length=2 * NAME_LENGTH, blank=True)
    """Kana, pinyin or romanisation, when the script needs one."""
    order = models.CharField(max_length=12, default=NameOrder.GIVEN_FIRST)
    preferred = models.CharField(max_length=NAME_LENGTH, blank=True)
    spoken = models.CharField(max_length=NAME_LENGTH, blank=True)
    """What one says to her: "Madame"."""
    written = models.CharField(max_length=NAME_LENGTH, blank=True)
    """What opens a letter to her: "Chère Madame,"."""
    description = models.CharField(max_length=400, blank=True)
    """Of a person without a name yet: the search, not the person."""
    gender = models.CharField(max_length=3, blank=True, default=Gender.UNKNOWN)
    form = models.CharField(max_length=8, default=Form.FORMAL)
    language = models.CharField(max_length=12, blank=True)
    other_languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=120, blank=True)
    passing_until = models.DateField(null=True, blank=True)
    prefers_channel = models.CharField(max_length=20, blank=True)
    """A preference; whether we may use it is `consent`'s to say (Z-15)."""
    prefers_hours = models.CharField(max_length=60, blank=True)
    is_minor = models.BooleanField(default=False)
    is_mentioned_only = models.BooleanField(default=False)
    """A recipient or relative who is not a client: the least is kept, and nothing is sent."""
    buys = models.BooleanField(null=True, blank=True)
    influences = models.BooleanField(null=True, blank=True)
    sensitivity = models.CharField(max_length=10, default=Sensitivity.STANDARD)
    one_boutique_only = models.BooleanField(default=False)
    with_us_since = models.PositiveSmallIntegerField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    happened_at = models.DateTimeField()
    """When the house met her."""
    folded = models.GeneratedField(
        expression=Folded(
            models.functions.Concat(
                *("display", models.Value(" "), "family", models.Value(" "), "given", models.Value(" ")),
                *("reading", models.Value(" "), "preferred"),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ClientQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(display="") | ~Q(description=""), name="clients_client_named_or_described"
            ),
            db.one_of("clients_client_order_known", "order", NameOrder),
            db.one_of("clients_client_form_known", "form", Form),
            db.one_of("clients_client_gender_known", "gender", Gender),
            db.one_of("clients_client_sensitivity_known", "sensitivity", Sensitivity),
        ]
        indexes: ClassVar = [
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="clients_client_folded"),
            models.Index(fields=["display", "id"], name="clients_client_display"),
        ]

    def __str__(self) -> str:
        return self.display or self.description

    @property
    def is_provisional(self) -> bool:
        """Whether she has no name yet."""
        return not self.display


class ExternalId(Kept):
    """Who she is in another system: the same id there is the same person here."""

    source = models.CharField(max_length=60)
    external_id = models.CharField(max_length=200)
    client = models.ForeignKey(Client, models.PROTECT, related_name="external_ids")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "external_id"], name="clients_externalid_same_id_same_person"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.external_id}"


class ClientEntry(Kept):
    """What one source said about one field, and when: the client's row shows the entry that wins.

    What a person entered by hand wins over any import; among imports the latest known wins.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="entries")
    field = models.CharField(max_length=30)
    value = models.JSONField()
    by_hand = models.BooleanField()
    source = models.CharField(max_length=60, blank=True)
    """Which system said so; empty when a person did."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "field", "noted_in"], name="clients_cliententry_once_per_line"),
            models.CheckConstraint(
                condition=Q(by_hand=True, source="") | (Q(by_hand=False) & ~Q(source="")),
                name="clients_cliententry_said_by_one",
            ),
        ]

    def __str__(self) -> str:
        return self.field


class ContactPoint(db.Row):
    """A number or address; a couple may share one (Z-14)."""

    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=400)
    """As it compares: E.164, lower-case address, else as written."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "value"], name="clients_contactpoint_one_row_per_value"),
            db.one_of("clients_contactpoint_kind_known", "kind", PointKind),
            models.CheckConstraint(condition=~Q(value=""), name="clients_contactpoint_not_blank"),
        ]
        indexes: ClassVar = [
            models.Index(
                OpClass(models.functions.Reverse("value"), name="text_pattern_ops"),
                condition=Q(kind="phone"),
                name="clients_contactpoint_phone_end",
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class ClientPoint(Kept):
    """That she is reached there, for a time."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="points")
    point = models.ForeignKey(ContactPoint, models.PROTECT, related_name="clients")
    raw = models.CharField(max_length=400)
    label = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=60, blank=True)
    """Which system said so; empty when a person did."""
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.real_period("clients_clientpoint_period_real"),
            db.never_two("clients_clientpoint_held_once", "client", "point"),
        ]
        indexes: ClassVar = [
            # From a number to whoever is reached there: the planner would walk the whole constraint for it.
            models.Index(
                fields=["point"],
                include=["client"],
                condition=Q(period__upper_inf=True),
                name="clients_clientpoint_standing",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class KnownAt(Kept):
    """That a boutique knows her: one home in the maison, any number of others (ruling 5)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="known_at")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    is_home = models.BooleanField()
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.real_period("clients_knownat_period_real"),
            db.never_two("clients_knownat_once_per_boutique", "client", "boutique"),
            db.never_two("clients_knownat_one_home", "client", condition=Q(is_home=True)),
        ]

    def __str__(self) -> str:
        return str(self.boutique_id)


class Candidate(Kept):
    """Two people who may be one, because they share an address: for a person to decide, never for an import (Z-14)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    other = models.ForeignKey(Client, models.PROTECT, related_name="+")
    point = models.ForeignKey(ContactPoint, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "other", "point"], name="clients_candidate_once"),
            models.CheckConstraint(condition=Q(client__lt=models.F("other")), name="clients_candidate_in_order"),
        ]

    def __str__(self) -> str:
        return str(self.point_id)
