"""What occasions do when something happened in a room below."""

from __future__ import annotations

from carnet.journal.models import Line
from carnet.journal.recording import reacts_to
from carnet.occasions.actions import noting_dates
from carnet.purchases.kinds import Act as PurchaseAct


@reacts_to(PurchaseAct.GIVEN_TO)
def remember_its_day(line: Line) -> None:
    """A gift for an occasion tells of a date, to the one who gave it (U-12)."""
    noting_dates.learn_from_gift(line_key=line.on_id, line=line)
