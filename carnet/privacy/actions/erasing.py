"""The house forgets a person: every room lets go of what it holds, and the figures stay."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from carnet.clients.kinds import Act
from carnet.clients.models import Client
from carnet.consent.actions import suppressing
from carnet.house.models import Maison
from carnet.journal import recording
from carnet.kit import acts
from carnet.kit.personal_data import Holding, Person, unnamed
from carnet.privacy import forgotten, queries
from carnet.privacy.kinds import Act as Restored

ASKED, AGAIN = "asked", "after_a_restore"


@dataclasses.dataclass(frozen=True)
class Erased:
    """How many rows went, and how many stay without her, by table."""

    gone: Mapping[str, int]
    without_her: Mapping[str, int]
    papers: tuple[Path, ...]


@transaction.atomic
def carry_out(*, client: Client, by: acts.By, at: dt.datetime, reason: str = ASKED) -> Erased:
    """Forget her, in one transaction; `reason` is a code. Raises Client.DoesNotExist when somebody was quicker.

    Before the first paper goes, her id is on the list beside the database: when that cannot be, nothing is forgotten.
    """
    # Whoever would add something about her now waits for this row, and then finds nobody.
    kept = Client.objects.select_for_update().get(id=client.id)
    marks = queries.marks(kept)
    erased = _erase(kept, marks, by, at, reason)
    forgotten.note(forgotten.Entry(Maison.objects.get().id, kept.id, at, marks))
    return _burn(erased)


@transaction.atomic
def carry_out_again(*, entries: Iterable[forgotten.Entry], by: acts.By, at: dt.datetime) -> int:
    """After a restore: forget again whoever stands on the list and was brought back; how many were.

    Somebody introduced after she was forgotten came back by herself, and stays.
    """
    listed = {entry.client: entry for entry in entries if entry.house == Maison.objects.get().id}
    line = recording.record(
        act=Restored.FORGOTTEN_AGAIN, by=by, on=acts.On("maison", Maison.objects.get().id), at=at, reason=AGAIN
    )
    suppressing.suppress(marks=[mark for entry in listed.values() for mark in entry.marks], line=line)
    returned = [client for client in queries.still_here(list(listed)) if client.noted_in.at <= listed[client.id].at]
    for client in returned:
        _burn(_erase(client, listed[client.id].marks, by, at, AGAIN))
    return len(returned)


def _erase(client: Client, marks: Iterable[str], by: acts.By, at: dt.datetime, reason: str) -> Erased:
    person = queries.person(client)
    line = recording.record(act=Act.FORGOTTEN, by=by, on=acts.On("client", client.id), at=at, reason=reason)
    suppressing.suppress(marks=marks, line=line)
    papers = queries.papers(person)
    gone, without_her = collections.Counter[str](), collections.Counter[str]()
    # All are found before the first is touched: what is hers alone is seen from who else is there.
    for holding, keys in queries.holdings(person):
        (without_her if holding.without else gone)[str(holding.table._meta.label)] += len(keys)
        _let_go(holding, keys, person)
    for table, columns, keys in queries.named_elsewhere(person):
        without_her[str(table._meta.label)] += len(keys)
        elsewhere: QuerySet[Any] = QuerySet(table).filter(pk__in=keys)
        elsewhere.update(**{column: unnamed(column, person.wherever) for column in columns})
    return Erased(+gone, +without_her, tuple(papers))


def _burn(erased: Erased) -> Erased:
    """Before the commit: a paper that is lost to a power cut here is dropped again, one that outlived her is a breach."""
    for paper in erased.papers:
        paper.unlink(missing_ok=True)
    return erased


def _let_go(holding: Holding, keys: list[Any], person: Person) -> None:
    rows: QuerySet[Any] = QuerySet(holding.table).filter(pk__in=keys)
    if holding.without is None:
        for field in holding.table._meta.concrete_fields:
            if field.related_model is holding.table and field.null:
                rows.update(**{field.name: None})
        rows.delete()
    elif changes := holding.without(person):
        rows.update(**changes)
