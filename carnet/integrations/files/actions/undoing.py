"""Taking an import back: what it brought goes, what was done since stays and is listed."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books.actions import taking_in as taking_in_books
from carnet.clients.actions import taking_in as taking_in_people
from carnet.clients.models import Client
from carnet.consent.actions import taking_in as taking_in_permissions
from carnet.integrations.files.kinds import Act
from carnet.integrations.files.models import Import, RefusedRow, SourceRow
from carnet.intelligence import tasks as reading_tasks
from carnet.intelligence.actions import coming_in
from carnet.journal import recording
from carnet.kit import acts
from carnet.occasions.actions import taking_in as taking_in_dates
from carnet.products.actions import taking_in as taking_in_products
from carnet.products.models import Reference
from carnet.purchases.actions import taking_in as taking_in_sales
from carnet.purchases.models import Sale


class AlreadyUndone(ValueError):
    """That import has been taken back before."""


@dataclasses.dataclass(frozen=True)
class Stayed:
    """What the import brought and later work rests on."""

    clients: list[Client]
    sales: list[Sale]
    references: list[Reference]


@transaction.atomic
def undo(*, made: Import, by: acts.By, at: dt.datetime) -> Stayed:
    """Take that import back, from the upper rooms down. Raises AlreadyUndone."""
    made = Import.objects.select_for_update().get(id=made.id)
    if made.undone_in_id:
        raise AlreadyUndone(
            _("“%(file)s” was already taken back: there is nothing left to undo.") % {"file": made.file_name}
        )
    line = made.noted_in
    coming_in.take_back(line=line)
    taking_in_dates.undo(line=line)
    sales = taking_in_sales.undo(line=line)
    taking_in_permissions.undo(line=line)
    taking_in_books.undo(line=line)
    references = taking_in_products.undo(line=line)
    clients = taking_in_people.undo(line=line)
    coming_in.read_those_who_stayed(line=line)
    reading_tasks.read_soon()
    SourceRow.objects.filter(taken_in=made).exclude(record_id__in=[client.id for client in clients]).exclude(
        record_id__in=[line_id for sale in sales for line_id in sale.lines.values_list("key", flat=True)]
    ).delete()
    RefusedRow.objects.filter(taken_in=made).delete()
    made.undone_in = recording.record(act=Act.UNDONE, by=by, on=acts.On("import", made.id), at=at)
    made.save(update_fields=["undone_in"])
    return Stayed(clients=clients, sales=sales, references=references)


@transaction.atomic
def rehearse(*, made: Import, by: acts.By, at: dt.datetime) -> Stayed:
    """Take it back, see what would stay, and then do none of it. Raises AlreadyUndone."""
    stayed = undo(made=made, by=by, at=at)
    transaction.set_rollback(True)
    return stayed
