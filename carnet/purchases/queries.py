"""What was bought, as of a moment."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from carnet.purchases.models import Sale


def owners(as_of: dt.datetime) -> QuerySet[Any]:
    """The ids of those who had bought by then."""
    return Sale.objects.until(as_of).filter(client__isnull=False).values("client")
