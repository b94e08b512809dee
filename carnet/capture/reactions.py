"""What capture does when something happened in a room below."""

from __future__ import annotations

from carnet.capture.actions import leaving_details
from carnet.interactions.kinds import Act
from carnet.journal.models import Line
from carnet.journal.recording import reacts_to


@reacts_to(Act.LOGGED)
def let_details_meet_their_visit(line: Line) -> None:
    """A note is kept whose code she has read already: what she left joins it (ruling 11)."""
    leaving_details.meet(encounter=line.on_id, line=line)
