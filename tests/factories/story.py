"""What happens in a boutique, told in one line each, by the house's own acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from carnet.clients.models import Client
from carnet.consent.actions import granting
from carnet.consent.kinds import Channel, ProofKind, Purpose
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Started
from carnet.interactions.models import Encounter, Promise
from carnet.purchases.actions import recording
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift, Line, Sale
from tests import cast
from tests.factories import people


def visit(
    *clients: Client,
    to: Member,
    on: dt.datetime,
    pieces: Sequence[cast.Model] = (),
    kept: dt.datetime | None = None,
    **words: Any,
) -> Encounter:
    """They came, and looked at these pieces; `kept` when it was noted, if not at once."""
    logged = {field: words.pop(field) for field in ("come_back_on", "come_back_words", "mutation") if field in words}
    return logging.log(
        clients=clients, happening=logging.Happening(kind=EncounterKind.VISIT, **words), boutique=people.boutique(), members=[to],
        happened_at=on, by=people.by(to), at=kept or on, pieces=[(people.reference(piece), Handled.SHOWN) for piece in pieces],
        **logged,
    )  # fmt: skip


def letter(client: Client, *, by: Member, on: dt.datetime, kind: EncounterKind = EncounterKind.LETTER) -> Encounter:
    """A word of ours."""
    return logging.log(
        clients=[client], happening=logging.Happening(kind=kind, channel=EncounterChannel.EMAIL, started_by=Started.HOUSE),
        boutique=people.boutique(), members=[by], happened_at=on, by=people.by(by), at=on,
    )  # fmt: skip


def sale(
    client: Client | None, *models: cast.Model, on: dt.datetime,
    boutique: Boutique | None = None, kept: dt.datetime | None = None,
    currency: str = "EUR", **words: Any,
) -> Sale:  # fmt: skip
    """They bought one of each; `kept` when the house came to know, if not at once."""
    bought = [recording.Bought(people.reference(model), Decimal(model.price)) for model in models]
    return recording.record(
        client=client, boutique=boutique or people.boutique(), currency=currency, bought=bought, happened_at=on,
        by=people.THE_HOUSE, at=kept or on, **words,
    )  # fmt: skip


def only_line(sold: Sale) -> Line:
    """What was bought, of one thing."""
    return Line.objects.select_related("sale").get(sale=sold, superseded_at__isnull=True)


def gift(sold: Sale, *, to: Client | None, on: dt.datetime, occasion: str = "", day: dt.date | None = None) -> Gift:
    """It was for somebody: a person we know, or one nobody named."""
    return recording.for_whom(
        line=only_line(sold), kind=GiftKind.KNOWN if to else GiftKind.UNNAMED, recipient=to, occasion=occasion, occasion_on=day,
        by=people.THE_HOUSE, at=on,
    )  # fmt: skip


def for_herself(sold: Sale, *, on: dt.datetime) -> Gift:
    """It was for the one who bought it, who said so."""
    return recording.for_whom(line=only_line(sold), kind=GiftKind.HERSELF, by=people.THE_HOUSE, at=on)


def promise(client: Client, *, of: Member | None, words: str, due: dt.date, on: dt.datetime, **more: Any) -> Promise:
    """Our word."""
    return promises.promise(client=client, words=words, due_on=due, owner=of, by=people.THE_HOUSE, at=on, **more)


def yes(
    client: Client, *, on: dt.datetime, purpose: Purpose = Purpose.INVITATION, channel: Channel = Channel.ANY
) -> None:
    """She may be written to."""
    granting.grant(
        client=client, purpose=purpose, channel=channel, proof=ProofKind.IN_PERSON, words="Yes, with pleasure.",
        by=people.THE_HOUSE, at=on,
    )  # fmt: skip


def no(
    client: Client, *, on: dt.datetime, purpose: Purpose = Purpose.INVITATION, channel: Channel = Channel.ANY
) -> None:
    """She may not."""
    granting.withdraw(
        client=client, purpose=purpose, channel=channel, proof=ProofKind.IN_PERSON, words="", by=people.THE_HOUSE, at=on
    )  # fmt: skip
