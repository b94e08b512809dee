"""What is read again when something happened in a room below: whoever it is about, in the same transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from carnet.clients.kinds import Act as ClientAct
from carnet.clients.models import Client, Membership
from carnet.consent.kinds import Act as ConsentAct
from carnet.intelligence.actions import reading
from carnet.interactions.kinds import Act as InteractionAct
from carnet.interactions.models import Presence, Promise
from carnet.journal.models import Line
from carnet.journal.recording import reacts_to
from carnet.kit.acts import Via
from carnet.purchases.kinds import Act as PurchaseAct
from carnet.purchases.models import Gift, Sale
from carnet.purchases.models import Line as SaleLine

WHOSE: dict[str, Callable[[uuid.UUID], Any]] = {
    "client": lambda record: [record],
    "encounter": lambda record: Presence.objects.filter(encounter=record).values_list("client", flat=True),
    "promise": lambda record: Promise.objects.filter(id=record).values_list("client", flat=True),
    "sale": lambda record: Sale.objects.filter(id=record).values_list("client", flat=True),
    "line": lambda record: (
        SaleLine.objects.filter(id=record)
        .values_list("sale__client", flat=True)
        .union(Gift.objects.filter(line=record).values_list("recipient", flat=True))
    ),
    "household": lambda record: Membership.objects.filter(household=record).values_list("client", flat=True),
}
"""Whom a record is about, by what the journal calls it."""
READ_AGAIN = (
    ClientAct.INTRODUCED, ClientAct.NAMED, ClientAct.DESCRIBED, ClientAct.HOUSEHOLD_JOINED, ClientAct.HOUSEHOLD_LEFT,
    ClientAct.TIER_DECIDED, ConsentAct.HELD, ConsentAct.HOLD_REVIEWED, ConsentAct.RELEASED, InteractionAct.LOGGED,
    InteractionAct.CORRECTED, InteractionAct.NAMED, InteractionAct.PROMISED, InteractionAct.PROMISE_SETTLED,
    InteractionAct.COMPLAINED, InteractionAct.COMPLAINT_CLOSED, InteractionAct.ANSWER_SEEN, PurchaseAct.RECORDED,
    PurchaseAct.RETURNED, PurchaseAct.GIVEN_TO, PurchaseAct.REVEALED, PurchaseAct.CORRECTED, PurchaseAct.CANCELLED,
)  # fmt: skip


def read_again(line: Line) -> None:
    """Whoever it is about; what an import brings is read by the pass that follows it."""
    if line.via == Via.IMPORT:
        return
    for client in Client.objects.filter(id__in=WHOSE[line.on_kind](line.on_id)).order_by("id"):
        reading.read(client=client, at=line.at)


for act in READ_AGAIN:
    reacts_to(act)(read_again)
