"""References enter the catalogue and are priced, from a day on."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction

from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.kit import acts, db, ids
from carnet.products.kinds import Act, Making, ReferenceKind
from carnet.products.models import Brand, Price, Reference


@transaction.atomic
def catalogue(
    *,
    brand: str,
    sku: str,
    name: str,
    by: acts.By,
    at: dt.datetime,
    category: str = "",
    kind: ReferenceKind = ReferenceKind.PIECE,
    making: Making = Making.STOCK,
    plate: str = "",
    **described: Any,
) -> Reference:
    """Add a reference; `described` may hold line, colour, material, leather, hardware, attributes."""
    mark, _ = Brand.objects.get_or_create(name=brand, defaults={"id": ids.derived("brand", brand)})
    term = Term.objects.filter(kind=TermKind.CATEGORY, code=category).first() if category else None
    reference_id = ids.derived("reference", brand, sku)
    line = recording.record(act=Act.CATALOGUED, by=by, on=acts.On("reference", reference_id), at=at)
    return Reference.objects.create(
        id=reference_id, brand=mark, sku=sku, name=name, kind=kind, category=term, making=making,
        plate=plate or (term.schema.get("plate", "") if term else ""), known_from=at, noted_in=line, **described,
    )  # fmt: skip


@transaction.atomic
def price(*, reference: Reference, amount: Decimal, currency: str, by: acts.By, at: dt.datetime) -> Price:
    """From `at` on it costs that; what it cost before stays known."""
    Reference.objects.select_for_update().get(id=reference.id)
    for standing in Price.objects.filter(reference=reference, currency=currency, period__contains=at):
        standing.period = db.between(standing.period.lower, at)
        standing.save(update_fields=["period"])
    line = recording.record(act=Act.PRICED, by=by, on=acts.On("reference", reference.id), at=at)
    return Price.objects.create(
        reference=reference, amount=amount, currency=currency, period=db.since(at), known_from=at, noted_in=line
    )
