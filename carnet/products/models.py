"""References and pieces are different things (Z-6): price and colour belong to one, serial and past to the other."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q

from carnet.clients.models import Client
from carnet.house.models import Member, Term
from carnet.journal.models import Happened, Kept
from carnet.kit import db
from carnet.kit.money import DECIMALS, MAX_DIGITS
from carnet.products.kinds import Finding, Making, OwnedBy, PriceKind, ProvenanceKind, ReferenceKind


class Brand(db.Row):
    """Whose mark is on it."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Reference(Kept):
    """A model in the catalogue: what any two of them have in common."""

    brand = models.ForeignKey(Brand, models.PROTECT, related_name="references")
    sku = models.CharField(max_length=100)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, default=ReferenceKind.PIECE)
    category = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="+")
    line = models.CharField(max_length=120, blank=True)
    colour = models.CharField(max_length=200, blank=True)
    material = models.CharField(max_length=400, blank=True)
    leather = models.CharField(max_length=120, blank=True)
    hardware = models.CharField(max_length=120, blank=True)
    attributes = models.JSONField(default=dict, blank=True)
    """Metal, fineness in parts per thousand, stones, cut, style, size with its system."""
    making = models.CharField(max_length=14, default=Making.STOCK)
    runs_out_after_days = models.PositiveIntegerField(null=True, blank=True)
    plate = models.CharField(max_length=20, blank=True)
    """Which drawing stands for it until there is a photograph."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["brand", "sku"], name="products_reference_sku_once_per_brand"),
            models.UniqueConstraint(fields=["id", "brand"], name="products_reference_with_brand"),
            db.one_of("products_reference_kind_known", "kind", ReferenceKind),
            db.one_of("products_reference_making_known", "making", Making),
            models.CheckConstraint(
                condition=Q(runs_out_after_days__isnull=True) | Q(kind=ReferenceKind.CONSUMABLE),
                name="products_reference_only_consumables_run_out",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Price(Kept):
    """What a reference costs, in one currency, from when to when."""

    reference = models.ForeignKey(Reference, models.PROTECT, related_name="prices")
    kind = models.CharField(max_length=10, default=PriceKind.RETAIL)
    amount = models.DecimalField(max_digits=MAX_DIGITS, decimal_places=DECIMALS)
    currency = models.CharField(max_length=3)
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("products_price_kind_known", "kind", PriceKind),
            db.real_period("products_price_period_real"),
            db.never_two("products_price_one_at_a_time", "reference", "kind", "currency"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="products_price_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class Piece(Kept):
    """One object: the serial it bears, the year it was made, the life it has had."""

    reference = models.ForeignKey(Reference, models.PROTECT, related_name="pieces")
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="+")
    serial = models.CharField(max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    year_is_estimated = models.BooleanField(default=False)
    attributes = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["brand", "serial"], condition=~Q(serial=""), name="products_piece_serial_once_per_brand"
            ),
        ]

    def __str__(self) -> str:
        return self.serial or str(self.reference_id)


class Ownership(Kept):
    """Whose piece it is, how it came to them, from when to when: giver and owner are different people (P-10)."""

    piece = models.ForeignKey(Piece, models.PROTECT, related_name="ownerships")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="+")
    owner_words = models.CharField(max_length=200, blank=True)
    """An owner who is not a client: "a private collection, Lyon"."""
    how = models.CharField(max_length=10)
    period = DateTimeRangeField()

    class Meta:
        constraints: ClassVar = [
            db.one_of("products_ownership_how_known", "how", OwnedBy),
            db.real_period("products_ownership_period_real"),
            db.never_two("products_ownership_one_owner", "piece"),
            models.CheckConstraint(
                condition=Q(client__isnull=False) ^ ~Q(owner_words=""), name="products_ownership_by_someone"
            ),
        ]

    def __str__(self) -> str:
        return self.how


class Document(Kept):
    """A paper that goes with a piece: certificate, invoice, warranty."""

    piece = models.ForeignKey(Piece, models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=40)
    issuer = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["issuer", "number", "piece"], condition=~Q(number=""), name="products_document_once_per_piece"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class ProvenanceEntry(Happened):
    """One dated event in a piece's past; the chain of them is its provenance."""

    piece = models.ForeignKey(Piece, models.PROTECT, related_name="provenance")
    kind = models.CharField(max_length=12)
    words = models.CharField(max_length=400)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("products_provenanceentry_kind_known", "kind", ProvenanceKind),
            models.CheckConstraint(condition=~Q(words=""), name="products_provenanceentry_in_words"),
        ]

    def __str__(self) -> str:
        return self.kind


class Examination(Happened):
    """That somebody examined a piece, and what they found; the latest is its status, the rest its history (P-6)."""

    piece = models.ForeignKey(Piece, models.PROTECT, related_name="examinations")
    finding = models.CharField(max_length=14)
    examiner = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            db.one_of("products_examination_finding_known", "finding", Finding),
            models.CheckConstraint(condition=~Q(examiner=""), name="products_examination_by_someone"),
        ]

    def __str__(self) -> str:
        return self.finding
