"""A client whom another boutique knows: her card, and “Serve her here today”, a day's sight of her (ruling 5)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books import policy
from carnet.books.kinds import Act
from carnet.books.models import Welcome
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.journal.models import Line
from carnet.kit import acts, db

LASTS = dt.timedelta(hours=24)
MOST = 20
"""Cards one colleague asks for in a day: a reception needs a few, whoever tries names needs hundreds (trust.md, 8.1)."""


class AskedTooOften(ValueError):
    """No card is shown; the sentence says why."""


@transaction.atomic
def ask(*, said: str, member: Member, by: acts.By, at: dt.datetime) -> list[policy.ReceptionCard]:
    """The cards of those whose full name or full number was said; each asking and each card shown leaves a line.

    Raises AskedTooOften.
    """
    Member.objects.select_for_update().get(id=member.id)
    if Line.objects.filter(act=Act.CARD_ASKED, by=member, at__gt=at - LASTS).count() >= MOST:
        raise AskedTooOften(_("That is as many as one may look up in a day. Ask the other boutique by telephone."))
    recording.record(act=Act.CARD_ASKED, by=by, on=acts.On("member", member.id), at=at)
    cards = policy.reception_cards(said, at)
    for card in cards:
        recording.record(act=Act.CARD_SHOWN, by=by, on=acts.On("client", card.client.id, card.client.id), at=at)
    return cards


@transaction.atomic
def welcome(*, client: Client, member: Member, boutique: Boutique, by: acts.By, at: dt.datetime) -> Welcome:
    """Open her page to `member` for 24 hours; a second tap opens nothing more."""
    Client.objects.select_for_update().get(id=client.id)
    if standing := Welcome.objects.filter(client=client, member=member, period__contains=at).first():
        return standing
    line = recording.record(act=Act.WELCOMED, by=by, on=acts.On("client", client.id, client.id), at=at)
    return Welcome.objects.create(
        client=client, member=member, boutique=boutique, period=db.between(at, at + LASTS), known_from=at, noted_in=line
    )
