"""“Bought”, said at a visit, waits for its sale and is joined to it (ruling 23)."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import transaction

from carnet.clients.models import Client
from carnet.interactions.models import Encounter
from carnet.journal import recording
from carnet.journal.models import Line as JournalLine
from carnet.kit import acts, moments
from carnet.purchases.kinds import Act
from carnet.purchases.models import Sale, Word

NEAR = dt.timedelta(days=1)
"""A till that closes after midnight still closes the same sale."""


@transaction.atomic
def wait(*, encounter: Encounter, client_id: uuid.UUID, zone: str, line: JournalLine) -> Word:
    """Keep the word; if the sale is already here, join it."""
    word, _ = Word.objects.get_or_create(
        encounter=encounter,
        defaults={
            "client_id": client_id, "boutique_id": encounter.boutique_id, "known_from": line.at, "noted_in": line,
            "said_on": moments.day_of(encounter.happened_at, zone),
        },
    )  # fmt: skip
    join(client_ids=[client_id], zone=zone, line=line)
    return word


@transaction.atomic
def join(*, client_ids: list[uuid.UUID], zone: str, line: JournalLine) -> int:  # noqa: ARG001 -- every act says which line it belongs to
    """Join waiting words to sales of the same client and boutique, on the day or the next; how many were."""
    joined = 0
    # A visit and a sale kept at once would otherwise each miss the other.
    list(Client.objects.select_for_update(no_key=True).filter(id__in=client_ids).order_by("id"))
    waiting = Word.objects.select_for_update().filter(
        client__in=client_ids, sale__isnull=True, dismissed_at__isnull=True
    )
    for word in waiting.order_by("said_on", "id"):
        opens, closes = moments.open_of(word.said_on, zone), moments.close_of(word.said_on + NEAR, zone)
        free = Sale.objects.filter(client=word.client_id, happened_at__range=(opens, closes)).exclude(
            id__in=Word.objects.filter(sale__isnull=False).values("sale")
        )
        if word.boutique_id:
            free = free.filter(boutique=word.boutique_id)
        if sale := free.order_by("happened_at", "id").first():
            Word.objects.filter(id=word.id).update(sale=sale)
            joined += 1
    return joined


@transaction.atomic
def forget(*, encounter: Encounter, line: JournalLine) -> None:
    """The note that said "bought" was taken back: its word waits for nothing."""
    Word.objects.filter(encounter=encounter, dismissed_at__isnull=True).update(dismissed_at=line.at, sale=None)


@transaction.atomic
def name(*, encounter: Encounter, client_id: uuid.UUID, zone: str, line: JournalLine) -> None:
    """The visit without a name was hers: her word waits for her sale."""
    if Word.objects.filter(encounter=encounter, dismissed_at__isnull=True).update(client=client_id):
        join(client_ids=[client_id], zone=zone, line=line)


@transaction.atomic
def dismiss(*, word: Word, by: acts.By, at: dt.datetime) -> None:
    """No sale will come: it was bought elsewhere, or not after all."""
    Word.objects.filter(id=word.id).update(dismissed_at=at)
    recording.record(
        act=Act.WORD_JOINED, by=by, on=acts.On("client", word.client_id, word.client_id), at=at, reason="dismissed"
    )
