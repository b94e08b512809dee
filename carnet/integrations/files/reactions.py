"""What files do when something happened in a room below."""

from __future__ import annotations

from carnet.house.kinds import Act as HouseAct
from carnet.integrations.files.actions import naming
from carnet.journal.models import Line
from carnet.journal.recording import reacts_to


@reacts_to(HouseAct.NAME_RECOGNISED)
def put_clients_in_her_book(line: Line) -> None:
    """An export's advisor was recognised: the clients it gives her enter her book."""
    if line.on_kind == "staff_name":
        naming.name_advisor(staff_name=line.on_id, line=line)
