"""“Serve her here today”: a day's sight of a client whom another boutique knows (ruling 5)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.books.kinds import Act
from carnet.books.models import Welcome
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.kit import acts, db

LASTS = dt.timedelta(hours=24)


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
