"""An advisor whom an export names becomes a colleague: her clients enter her book."""

from __future__ import annotations

import uuid

from django.db import transaction

from carnet.books.actions import taking_in
from carnet.integrations.files.staging import people, table
from carnet.journal.models import Line


@transaction.atomic
def name_advisor(*, staff_name: uuid.UUID, line: Line) -> int:
    """Put those whom past exports give that name into the book of the member it was recognised to be; how many."""
    people.stage_advisors_recognised(staff_name=staff_name, at=line.at)
    entered = taking_in.advisors(line=line, at=line.at)
    table.clear()
    return entered
