"""What a purchase meant, as somebody says it; a later reading revises it without erasing it (U-6)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.kinds import Certainty
from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.purchases.actions.recording import CannotSay
from carnet.purchases.kinds import Act, MeaningKind
from carnet.purchases.models import Meaning, Sale


@transaction.atomic
def say(*, sale: Sale, kind: MeaningKind, words: str, certainty: Certainty, by: acts.By, at: dt.datetime) -> Meaning:
    """Keep what it meant, who says so and how they know; the standing reading becomes the one revised. Raises CannotSay."""
    if not words.strip():
        raise CannotSay(_("What it meant is said in a few words."))
    # Of two readings at once, the second revises the first.
    Sale.objects.select_for_update(no_key=True).get(id=sale.id)
    standing = Meaning.objects.filter(sale=sale, revised_by__isnull=True).order_by("-known_from", "-id").first()
    noted = ids.new()
    said = Meaning.objects.create(
        sale=sale, kind=kind, words=words.strip(), certainty=certainty, said_by_id=by.member, revises=standing,
        happened_at=at, known_from=at, noted_in_id=noted,
    )  # fmt: skip
    on = acts.On("sale", sale.id, sale.client_id)
    recording.record(act=Act.MEANT, by=by, on=on, at=at, reason=kind, line_id=noted)
    return said
