"""What a moment in somebody's life asks us to leave alone, until a day. Nobody asks why, and there is nowhere to say it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.intelligence.kinds import Act, Rests
from carnet.intelligence.models import Consequence
from carnet.journal import recording
from carnet.kit import acts, ids


class CannotRest(ValueError):
    """It cannot rest as asked; the sentence says why."""


@transaction.atomic
def note(*, client: Client, rests: Rests, until: dt.date, on: dt.date, by: acts.By, at: dt.datetime) -> Consequence:
    """From `on`, the day it is, that rests through `until`; what was said of it before gives way. Raises CannotRest."""
    if until < on:
        raise CannotRest(_("Say a day that is still to come: it rests until then, that day included."))
    # Of two colleagues at once, the second word replaces the first.
    Client.objects.select_for_update(no_key=True).get(id=client.id)
    Consequence.objects.filter(client=client, rests=rests, ended_at__isnull=True).update(ended_at=at)
    noted = ids.new()
    kept = Consequence.objects.create(
        client=client, rests=rests, until=until, said_by_id=by.member, known_from=at, noted_in_id=noted
    )
    on_her = acts.On("client", client.id, client.id)
    recording.record(act=Act.CONSEQUENCE_NOTED, by=by, on=on_her, at=at, reason=rests, line_id=noted)
    return kept


@transaction.atomic
def end(*, consequence: Consequence, by: acts.By, at: dt.datetime) -> None:
    """It no longer rests, from `at` on; ended twice is ended once."""
    if not Consequence.objects.filter(id=consequence.id, ended_at__isnull=True).update(ended_at=at):
        return
    on_her = acts.On("client", consequence.client_id, consequence.client_id)
    recording.record(act=Act.CONSEQUENCE_ENDED, by=by, on=on_her, at=at, reason=consequence.rests)
