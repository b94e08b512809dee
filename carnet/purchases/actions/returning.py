"""Something comes back: a record beside the sale, which stays as it was (U-11)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.purchases.kinds import Act
from carnet.purchases.models import Line, Return


class CannotReturn(ValueError):
    """More would come back than was sold; the sentence says so."""


@transaction.atomic
def return_line(
    *, line: Line, quantity: int, amount: Decimal, happened_at: dt.datetime, by: acts.By, at: dt.datetime
) -> Return:
    """`quantity` of that line came back, and `amount` with it. Raises CannotReturn."""
    # A later export may have corrected the line: what counts is the version that stands, and what came back of any.
    kept = (
        Line.objects.select_for_update(of=("self",))
        .select_related("sale")
        .get(key=line.key, superseded_at__isnull=True)
    )
    back = sum(Return.objects.filter(line__key=kept.key, superseded_at__isnull=True).values_list("quantity", flat=True))
    if quantity + back > kept.quantity:
        raise CannotReturn(
            _("%(sold)s were sold and %(back)s came back already: %(wanted)s more cannot.")
            % {"sold": kept.quantity, "back": back, "wanted": quantity}
        )
    return_id, noted = ids.new(), ids.new()
    returned = Return.objects.create(
        id=return_id, key=return_id, sale=kept.sale, line=kept, client_id=kept.sale.client_id,
        boutique_id=kept.sale.boutique_id, reference_id=kept.reference_id, quantity=quantity, amount=amount,
        currency=kept.sale.currency, happened_at=happened_at, known_from=at, noted_in_id=noted,
    )  # fmt: skip
    on = acts.On("sale", kept.sale_id, kept.sale.client_id)
    recording.record(act=Act.RETURNED, by=by, on=on, at=at, line_id=noted)
    return returned
