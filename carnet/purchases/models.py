"""Sales as facts: signed, dated, in one currency, corrected by new rows (U-10, Z-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from carnet.clients.kinds import Certainty
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member, PlaceName, StaffName, Term
from carnet.interactions.models import Encounter
from carnet.journal.models import Happened, Kept, KeptQuerySet
from carnet.kit import db
from carnet.kit.money import DECIMALS, MAX_DIGITS
from carnet.products.models import Piece, Reference
from carnet.purchases.kinds import GiftKind, MeaningKind, SaleKind, SaleRoleKind

if TYPE_CHECKING:
    import datetime as dt


class SaleQuerySet(KeptQuerySet["Sale"]):
    """Sales by moment."""

    def until(self, as_of: dt.datetime) -> Self:
        """Those that had happened and were known by then."""
        return self.known(as_of).filter(happened_at__lte=as_of)


class Sale(Happened):
    """One visit to the till, or one order: who bought, where, in which currency. Its lines say what."""

    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """Nobody, when the till did not know (yet)."""
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey(PlaceName, models.PROTECT, null=True, blank=True, related_name="+")
    """The shop as the source names it."""
    kind = models.CharField(max_length=14, default=SaleKind.SALE)
    currency = models.CharField(max_length=3)
    tax_included = models.BooleanField(default=True)
    discount = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS, default=0)
    """On the whole order, beside what its lines say."""
    shipping = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS, default=0)
    tax = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS, null=True, blank=True)
    words = models.TextField(blank=True)
    source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = SaleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("purchases_sale_kind_known", "kind", SaleKind),
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="purchases_sale_taken_in_once"
            ),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="purchases_sale_currency_stated"),
            models.CheckConstraint(
                condition=Q(discount__gte=0) & Q(shipping__gte=0) & (Q(tax__isnull=True) | Q(tax__gte=0)),
                name="purchases_sale_not_negative",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "-happened_at"], name="purchases_sale_story"),
            models.Index(fields=["happened_at"], name="purchases_sale_when"),
        ]

    def __str__(self) -> str:
        return self.external_id or str(self.id)


class Line(Kept):
    """What was bought: quantity × unit price − discount = total, checked by the database."""

    sale = models.ForeignKey(Sale, models.PROTECT, related_name="lines", db_index=False)
    position = models.PositiveIntegerField()
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="+")
    piece = models.ForeignKey(Piece, models.PROTECT, null=True, blank=True, related_name="+")
    quantity = models.PositiveIntegerField()
    unit_price = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS)
    discount = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS, default=0)
    total = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS)
    key = models.UUIDField()
    """The id of its first version, which is what a gift and a source row refer to."""
    superseded_at = models.DateTimeField(null=True, blank=True)
    """When a corrected version became known; that version has the same key."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="purchases_line_quantity_positive"),
            models.CheckConstraint(
                condition=Q(unit_price__gte=0) & Q(discount__gte=0) & Q(total__gte=0),
                name="purchases_line_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(total=F("quantity") * F("unit_price") - F("discount")), name="purchases_line_adds_up"
            ),
            models.UniqueConstraint(
                fields=["key", "superseded_at"], nulls_distinct=False, name="purchases_line_one_version_stands"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["sale"], name="purchases_line_sale")]

    def __str__(self) -> str:
        return str(self.position)


class Return(Happened):
    """Something brought back, or a sale undone: its original when it is known (U-11)."""

    sale = models.ForeignKey(Sale, models.PROTECT, null=True, blank=True, related_name="returns")
    """The sale it came back from, or the slip it stands on in the source."""
    line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="returns", db_index=False)
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="+")
    reference = models.ForeignKey(Reference, models.PROTECT, null=True, blank=True, related_name="+")
    """Nothing in particular for a refund that names no piece."""
    quantity = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS)
    currency = models.CharField(max_length=3)
    source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    key = models.UUIDField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(quantity__gte=0) & Q(amount__gte=0), name="purchases_return_not_negative"
            ),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="purchases_return_currency_stated"),
            models.UniqueConstraint(
                fields=["key", "superseded_at"], nulls_distinct=False, name="purchases_return_one_version_stands"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["client", "-happened_at"], name="purchases_return_story"),
            models.Index(fields=["line"], name="purchases_return_line"),
        ]

    def __str__(self) -> str:
        return self.external_id or str(self.id)


class GiftQuerySet(KeptQuerySet["Gift"]):
    """Gifts by moment."""

    def given(self, as_of: dt.datetime) -> Self:
        """Those of which a person had said by then that they were given."""
        return self.known(as_of).filter(given_said_at__lte=as_of, given_on__lte=as_of.date())


class Gift(Kept):
    """For whom a line was bought. It stays secret until a person says that it was given (ruling 13)."""

    line = models.OneToOneField(Line, models.PROTECT, related_name="gift")
    kind = models.CharField(max_length=8)
    recipient = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    recipient_words = models.CharField(max_length=200, blank=True)
    occasion = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="+")
    occasion_on = models.DateField(null=True, blank=True)
    given_on = models.DateField(null=True, blank=True)
    given_said_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    given_said_at = models.DateTimeField(null=True, blank=True)
    """When somebody said so: until then the house did not know, whatever day it was given on."""

    objects = GiftQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            db.one_of("purchases_gift_kind_known", "kind", GiftKind),
            models.CheckConstraint(
                condition=(Q(kind=GiftKind.KNOWN) & Q(recipient__isnull=False))
                | (~Q(kind=GiftKind.KNOWN) & Q(recipient__isnull=True)),
                name="purchases_gift_recipient_fits_kind",
            ),
            models.CheckConstraint(
                condition=~Q(kind=GiftKind.HERSELF)
                | Q(occasion__isnull=True, given_on__isnull=True, recipient_words=""),
                name="purchases_gift_herself_is_no_gift",
            ),
            models.CheckConstraint(
                condition=Q(given_on__isnull=True, given_said_by__isnull=True, given_said_at__isnull=True)
                | Q(given_on__isnull=False, given_said_by__isnull=False, given_said_at__isnull=False),
                name="purchases_gift_said_by_a_person",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["recipient"], name="purchases_gift_recipient")]

    def __str__(self) -> str:
        return self.kind


class SaleRole(Kept):
    """Who did what at a sale, as a member or as the name the source gives (Z-20)."""

    sale = models.ForeignKey(Sale, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=10)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    staff_name = models.ForeignKey(StaffName, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("purchases_salerole_kind_known", "kind", SaleRoleKind),
            models.UniqueConstraint(
                fields=["sale", "kind", "member", "staff_name"], nulls_distinct=False, name="purchases_salerole_once"
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False) | Q(staff_name__isnull=False), name="purchases_salerole_by_someone"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Meaning(Happened):
    """What a purchase meant, who says so, and how they know; a later reading revises it (U-6, U-7)."""

    sale = models.ForeignKey(Sale, models.PROTECT, related_name="meanings")
    kind = models.CharField(max_length=12)
    words = models.CharField(max_length=400)
    certainty = models.CharField(max_length=8)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    revises = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="revised_by")

    class Meta:
        constraints: ClassVar = [
            db.one_of("purchases_meaning_kind_known", "kind", MeaningKind),
            db.one_of("purchases_meaning_certainty_known", "certainty", Certainty),
            models.CheckConstraint(condition=~Q(words=""), name="purchases_meaning_in_words"),
        ]

    def __str__(self) -> str:
        return self.kind


class Correction(Kept):
    """That a later export said otherwise about a sale's own fields: what stood before, and what stands now."""

    sale = models.ForeignKey(Sale, models.PROTECT, related_name="corrections")
    before = models.JSONField()
    after = models.JSONField()

    def __str__(self) -> str:
        return str(self.sale_id)


class Word(Kept):
    """“Bought”, said at a visit: it waits for its sale, and is asked about once after three days (ruling 23)."""

    encounter = models.OneToOneField(Encounter, models.CASCADE, related_name="+")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, null=True, blank=True, related_name="+")
    said_on = models.DateField()
    sale = models.ForeignKey(Sale, models.SET_NULL, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sale"], condition=Q(sale__isnull=False), name="purchases_word_one_per_sale"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["client", "said_on"],
                condition=Q(sale__isnull=True, dismissed_at__isnull=True),
                name="purchases_word_waiting",
            ),
        ]

    def __str__(self) -> str:
        return str(self.said_on)
