"""Dates, as of a day, and as they may be shown on one person's page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q

from carnet.clients.models import Client, Membership
from carnet.kit import moments
from carnet.occasions.kinds import Recurrence
from carnet.occasions.models import Occasion
from carnet.purchases.models import Gift


def speakable(client: Client, *, on: dt.date, as_of: dt.datetime) -> list[dict[str, Any]]:
    """The dates that may stand on her page, the nearest first: her own, her home's, and those she gives for.

    A date that only somebody's gift to her tells of is not there until the gift has been given (H-10, O-9).
    """
    homes = Membership.objects.filter(client=client, period__contains=as_of).values("household")
    every = Occasion.objects.order_by()
    # Each by its own index: an OR across them would read every date of the house.
    about = (
        every.filter(client=client)
        .values("id")
        .union(every.filter(giver=client).values("id"), every.filter(household__in=homes).values("id"))
    )
    unsaid = Gift.objects.filter(Q(given_said_at__isnull=True) | Q(given_said_at__gt=as_of), line=OuterRef("from_line"))
    found = Occasion.objects.filter(
        Q(giver=client) | ~Exists(unsaid), id__in=about, period__contains=as_of, known_from__lte=as_of
    ).select_related("kind", "client")
    dated = []
    for occasion in found:
        day = next_on(occasion, on)
        if day is not None:
            dated.append(
                {
                    "occasion": occasion,
                    "on": day,
                    "kind": occasion.kind,
                    "whose": occasion.client if occasion.client_id != client.id else None,
                }
            )
    return sorted(dated, key=lambda each: (each["on"], str(each["occasion"].id)))


def next_on(occasion: Occasion, on: dt.date) -> dt.date | None:
    """The day it next falls on; none when it was once and has passed, or while it rests."""
    if occasion.is_suspended and (occasion.suspended_until is None or occasion.suspended_until > on):
        return None
    leap = moments.LeapRule(occasion.leap_rule)
    if occasion.recurrence == Recurrence.ONCE:
        day = occasion.day_month.in_year(occasion.year or on.year, leap)
        return day if day >= on else None
    return occasion.day_month.next_on(on, leap)
