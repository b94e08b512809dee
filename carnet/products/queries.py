"""Prices, owners and the past of a piece, as of a moment."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator

from django.db.models import QuerySet

from carnet.clients.models import Client
from carnet.kit.money import Money
from carnet.products.kinds import PriceKind
from carnet.products.models import Document, Examination, Ownership, Piece, Price, ProvenanceEntry, Reference


@dataclasses.dataclass(frozen=True)
class Link:
    """One thing in a piece's past: when, what, in which words, and the record that says so."""

    at: dt.datetime
    kind: str
    words: str
    record: uuid.UUID


def price_of(reference: Reference, *, currency: str, as_of: dt.datetime) -> Money | None:
    """What it cost in that currency then; none when it had no price there."""
    price = Price.objects.filter(
        reference=reference, kind=PriceKind.RETAIL, currency=currency, period__contains=as_of, known_from__lte=as_of
    ).first()
    return Money(price.amount, price.currency) if price else None


def owner_of(piece: Piece, as_of: dt.datetime) -> Ownership | None:
    """Whose it was then, and how it came to them (P-10)."""
    return _owned(as_of).filter(piece=piece).select_related("client").first()


def pieces_of(client: Client, as_of: dt.datetime) -> list[Piece]:
    """The pieces that were hers then, by what they are called."""
    hers = _owned(as_of).filter(client=client).values("piece")
    return list(Piece.objects.filter(id__in=hers).select_related("reference").order_by("reference__name", "id"))


def status_of(piece: Piece, as_of: dt.datetime) -> Examination | None:
    """What the last examination found; those before it are its history (P-6)."""
    return _examined(piece, as_of).order_by("-happened_at", "-known_from", "-id").first()


def chain_of(piece: Piece, as_of: dt.datetime) -> list[Link]:
    """A piece's past from the first to the last: what happened to it, whose it was, who examined it, which papers it has."""
    links = [*_events(piece, as_of), *_owners(piece, as_of), *_findings(piece, as_of), *_papers(piece, as_of)]
    return sorted(links, key=lambda link: (link.at, link.record))


def _owned(as_of: dt.datetime) -> QuerySet[Ownership]:
    return Ownership.objects.filter(period__contains=as_of, known_from__lte=as_of)


def _examined(piece: Piece, as_of: dt.datetime) -> QuerySet[Examination]:
    return Examination.objects.filter(piece=piece, happened_at__lte=as_of, known_from__lte=as_of)


def _events(piece: Piece, as_of: dt.datetime) -> Iterator[Link]:
    for each in ProvenanceEntry.objects.filter(piece=piece, happened_at__lte=as_of, known_from__lte=as_of):
        yield Link(each.happened_at, each.kind, each.words, each.id)


def _owners(piece: Piece, as_of: dt.datetime) -> Iterator[Link]:
    begun = Ownership.objects.filter(piece=piece, period__startswith__lte=as_of, known_from__lte=as_of)
    for each in begun.select_related("client"):
        yield Link(each.period.lower, each.how, str(each.client) if each.client else each.owner_words, each.id)


def _findings(piece: Piece, as_of: dt.datetime) -> Iterator[Link]:
    for each in _examined(piece, as_of):
        yield Link(each.happened_at, each.finding, each.examiner, each.id)


def _papers(piece: Piece, as_of: dt.datetime) -> Iterator[Link]:
    for each in Document.objects.filter(piece=piece, known_from__lte=as_of):
        # A paper without a day of its own stands where the house came to know it.
        issued = dt.datetime.combine(each.issued_on, dt.time.min, tzinfo=dt.UTC) if each.issued_on else each.known_from
        yield Link(issued, each.kind, " ".join(filter(None, (each.issuer, each.number))), each.id)
