"""A sale is recorded as it happened, and never edited to change its credit."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.house.models import Boutique, Member, Term
from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.products.models import Piece, Reference
from carnet.purchases.actions import joining
from carnet.purchases.kinds import Act, GiftKind, SaleKind, SaleRoleKind
from carnet.purchases.models import Correction, Gift, Line, Sale, SaleRole

TOLD = ("kind", "recipient", "recipient_words", "occasion__code", "occasion_on", "given_on")


class CannotSay(ValueError):
    """For whom it was cannot be kept as given; the sentence says why."""


@dataclasses.dataclass(frozen=True)
class Bought:
    """One line: what, how many, at what unit price less what discount, and for whom as far as anyone knows."""

    reference: Reference
    unit_price: Decimal
    quantity: int = 1
    discount: Decimal = Decimal(0)
    piece: Piece | None = None


@transaction.atomic
def record(
    *,
    client: Client | None,
    boutique: Boutique,
    currency: str,
    bought: Sequence[Bought],
    happened_at: dt.datetime,
    by: acts.By,
    at: dt.datetime,
    kind: SaleKind = SaleKind.SALE,
    roles: Sequence[tuple[Member, SaleRoleKind]] = (),
    words: str = "",
) -> Sale:
    """Record a sale and its lines, each for nobody knows whom until somebody says (Z-12)."""
    noted = ids.new()
    sale = Sale.objects.create(
        client=client, boutique=boutique, kind=kind, currency=currency, words=words, happened_at=happened_at,
        known_from=at, noted_in_id=noted,
    )  # fmt: skip
    for position, each in enumerate(bought):
        line_id = ids.new()
        Line.objects.create(
            id=line_id, key=line_id, sale=sale, position=position, reference=each.reference, piece=each.piece,
            quantity=each.quantity, unit_price=each.unit_price, discount=each.discount,
            total=each.quantity * each.unit_price - each.discount, known_from=at, noted_in_id=noted,
        )  # fmt: skip
    SaleRole.objects.bulk_create(
        SaleRole(sale=sale, kind=role, member=member, known_from=at, noted_in_id=noted) for member, role in roles
    )
    on = acts.On("sale", sale.id, client.id if client else None)
    line = recording.record(act=Act.RECORDED, by=by, on=on, at=at, reason=kind, line_id=noted)
    if client:
        joining.join(client_ids=[client.id], zone=boutique.zone, line=line)
    return sale


@transaction.atomic
def cancel(*, sale: Sale, by: acts.By, at: dt.datetime, reason: str) -> None:
    """The sale was undone: it stays on record, and counts no more from `at` on. Twice is once."""
    kept = Sale.objects.select_for_update().get(id=sale.id)
    if kept.cancelled_at:
        return
    noted = ids.new()
    Correction.objects.create(
        sale=kept,
        before={"cancelled_at": None},
        after={"cancelled_at": at.isoformat()},
        known_from=at,
        noted_in_id=noted,
    )
    Sale.objects.filter(id=kept.id).update(cancelled_at=at)
    on = acts.On("sale", kept.id, kept.client_id)
    recording.record(act=Act.CANCELLED, by=by, on=on, at=at, reason=reason, line_id=noted)


@transaction.atomic
def identify(*, sale: Sale, client: Client, by: acts.By, at: dt.datetime) -> None:
    """The sale nobody's name was on was hers: a person's word, which no later export overrides."""
    noted = ids.new()
    kept = Sale.objects.select_for_update(of=("self",)).select_related("boutique").get(id=sale.id)
    Correction.objects.create(
        sale=kept, before={"client_id": kept.client_id and str(kept.client_id)}, after={"client_id": str(client.id)},
        known_from=at, noted_in_id=noted,
    )  # fmt: skip
    Sale.objects.filter(id=kept.id).update(client=client)
    on = acts.On("sale", kept.id, client.id)
    line = recording.record(act=Act.CORRECTED, by=by, on=on, at=at, reason="client", line_id=noted)
    joining.join(client_ids=[client.id], zone=kept.boutique.zone if kept.boutique else "UTC", line=line)


@transaction.atomic
def for_whom(
    *,
    line: Line,
    kind: GiftKind,
    by: acts.By,
    at: dt.datetime,
    recipient: Client | None = None,
    recipient_words: str = "",
    occasion: str = "",
    occasion_on: dt.date | None = None,
) -> Gift:
    """Say for whom a line was bought: herself, someone known, someone unnamed, or that nobody knows. Raises CannotSay."""
    if kind == GiftKind.KNOWN and recipient is None:
        raise CannotSay(_("Say who it is for, or that it is for somebody unnamed."))
    # Who bought it may be said at this very moment: the date it tells of needs both.
    buyer = Sale.objects.select_for_update(no_key=True).get(id=line.sale_id).client_id
    if recipient is not None and recipient.id == buyer:
        raise CannotSay(_("That is the buyer: it is a piece for themselves."))
    noted = ids.new()
    said = {
        "kind": kind,
        "recipient": recipient if kind == GiftKind.KNOWN else None,
        "recipient_words": "" if kind == GiftKind.HERSELF else recipient_words,
        "occasion": Term.objects.filter(kind="occasion", code=occasion).first()
        if occasion and kind != GiftKind.HERSELF
        else None,
        "occasion_on": None if kind == GiftKind.HERSELF else occasion_on,
        "given_on": None,
        "given_said_by": None,
        "given_said_at": None,
        "known_from": at,
        "noted_in_id": noted,
    }
    before = Gift.objects.filter(line_id=line.key).values(*TOLD).first()
    gift, _made = Gift.objects.update_or_create(line_id=line.key, defaults=said)
    told = {"before": before, "after": Gift.objects.filter(id=gift.id).values(*TOLD).get()}
    on = acts.On("line", line.key, buyer)
    recording.record(act=Act.GIVEN_TO, by=by, on=on, at=at, reason=kind, line_id=noted, detail=told)
    return gift
