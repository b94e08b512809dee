"""An advisor's word about a reading: it is so, it is otherwise, or let the records speak again (Y-10, R-13, R-16).

Her word stands until somebody revises it, and no pass writes over it. What stood before is kept.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.intelligence.kinds import RULES, Act, ReadingKind
from carnet.intelligence.models import Reading
from carnet.journal import recording
from carnet.kit import acts

SAID = 100
"""Of 100: whoever says it is not guessing, and stands there by name."""


class CannotRevise(ValueError):
    """The word cannot be kept as given; the sentence says why."""


@transaction.atomic
def confirm(*, reading: Reading, on: dt.date, by: acts.By, at: dt.datetime) -> Reading:
    """“Yes, that is how it is”: what the records were read as is her word from `on`, the day it is. Raises CannotRevise.

    Its evidence and its rivals stay beside it.
    """
    standing = _standing(reading.client_id, reading.kind, reading.about)
    if standing is None or standing.id != reading.id:
        raise CannotRevise(_("This has been read anew in the meantime: look once more."))
    if standing.said_by_id == by.member:
        return standing
    read = {field: getattr(standing, field) for field in ("code", "values", "evidence", "rivals", "words", "rules")}
    _end(standing, on)
    kept = _said(reading.client_id, ReadingKind(reading.kind), reading.about, on, by, **read)
    _record(Act.CONFIRMED, kept, by, at)
    return kept


@transaction.atomic
def revise(
    *,
    client: Client,
    kind: ReadingKind,
    code: str,
    on: dt.date,
    by: acts.By,
    at: dt.datetime,
    words: str = "",
    about: uuid.UUID | None = None,
    values: dict[str, Any] | None = None,
) -> Reading:
    """It is otherwise, as she sees it: hers stands from `on`; a colleague's earlier word is kept. Raises CannotRevise."""
    if by.member is None:
        raise CannotRevise(_("A reading is confirmed or revised by a person."))
    standing = _standing(client.id, kind, about)
    if standing and (standing.said_by_id, standing.code, standing.words) == (by.member, code, words.strip()):
        return standing
    if standing:
        _end(standing, on)
    kept = _said(client.id, kind, about, on, by, code=code, words=words.strip(), values=values or {}, rules=RULES)
    _record(Act.REVISED, kept, by, at)
    return kept


@transaction.atomic
def reconsider(*, reading: Reading, on: dt.date, by: acts.By, at: dt.datetime) -> None:
    """Her word no longer stands: the records are read again, at the next pass or at once by whoever asks."""
    standing = _standing(reading.client_id, reading.kind, reading.about)
    if standing is None or standing.id != reading.id or standing.said_by_id is None:
        return
    _end(standing, on)
    _record(Act.RECONSIDERED, standing, by, at)


def _standing(client: uuid.UUID, kind: str, about: uuid.UUID | None) -> Reading | None:
    """What stands, once nobody else is revising it: of two words at once the second follows the first."""
    Client.objects.select_for_update(no_key=True).get(id=client)
    return Reading.objects.filter(client=client, kind=kind, about=about, until__isnull=True).first()


def _end(standing: Reading, on: dt.date) -> None:
    if standing.said_by_id is None and standing.on >= on:
        # Read today and answered today: it stood at the end of no day.
        standing.delete()
    else:
        Reading.objects.filter(id=standing.id).update(until=max(on, standing.on))


def _said(
    client: uuid.UUID, kind: ReadingKind, about: uuid.UUID | None, on: dt.date, by: acts.By, **read: Any
) -> Reading:
    return Reading.objects.create(
        client_id=client, kind=kind, about=about, on=on, said_by_id=by.member, certainty=SAID, **read
    )


def _record(act: Act, reading: Reading, by: acts.By, at: dt.datetime) -> None:
    on = acts.On("client", reading.client_id, reading.client_id)
    said = {"code": reading.code, "words": reading.words}
    recording.record(act=act, by=by, on=on, at=at, reason=reading.kind, detail=said)
