"""What a purchase meant, as somebody says it; a later reading revises it without erasing it (U-6)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.clients.kinds import Certainty
from carnet.journal import recording
from carnet.kit import acts
from carnet.purchases.kinds import Act, MeaningKind
from carnet.purchases.models import Meaning, Sale


@transaction.atomic
def say(*, sale: Sale, kind: MeaningKind, words: str, certainty: Certainty, by: acts.By, at: dt.datetime) -> Meaning:
    """Keep what it meant, who says so and how they know; the standing reading becomes the one revised."""
    # Of two readings at once, the second revises the first.
    Sale.objects.select_for_update(no_key=True).get(id=sale.id)
    standing = Meaning.objects.filter(sale=sale, revised_by__isnull=True).order_by("-known_from", "-id").first()
    line = recording.record(act=Act.MEANT, by=by, on=acts.On("sale", sale.id, sale.client_id), at=at, reason=kind)
    return Meaning.objects.create(
        sale=sale, kind=kind, words=words, certainty=certainty, said_by_id=by.member, revises=standing, happened_at=at,
        known_from=at, noted_in=line,
    )  # fmt: skip
