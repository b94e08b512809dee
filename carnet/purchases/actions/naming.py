"""Names of an export become members and boutiques on the sales that bear them."""

from __future__ import annotations

from django.db import transaction

from carnet.house.models import PlaceName, StaffName
from carnet.journal.models import Line
from carnet.purchases.models import Sale, SaleRole


@transaction.atomic
def name_seller(*, staff_name: StaffName, line: Line) -> int:  # noqa: ARG001 -- every act says which line it belongs to
    """Put the recognised member on every sale of that name; how many."""
    return SaleRole.objects.filter(staff_name=staff_name).update(member=staff_name.member_id)


@transaction.atomic
def name_place(*, place_name: PlaceName, line: Line) -> int:  # noqa: ARG001 -- every act says which line it belongs to
    """Put the recognised boutique on every sale of that place; how many."""
    if place_name.boutique_id is None:
        return 0
    return Sale.objects.filter(place=place_name).update(boutique=place_name.boutique_id)
