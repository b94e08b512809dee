"""In whose book a client is, and was."""

from __future__ import annotations

from collections.abc import Mapping

from carnet.books.models import Assignment, Claim, Welcome
from carnet.kit.personal_data import Holding

KEEPS = "As long as she is a client of the house."
HOLDINGS = (
    Holding(
        table=Welcome,
        of=("client",),
        what="Who served her for a day away from home.",
        why="So that her own advisor knows.",
        how_long=KEEPS,
        gives=("member__name", "boutique__name", "period"),
    ),
    Holding(
        table=Claim,
        of=("client",),
        what="Who said that they know her, and what the manager answered.",
        why="So that nobody is offered a stranger.",
        how_long=KEEPS,
        gives=("member__name", "outcome", "decided_at"),
    ),
    Holding(
        table=Assignment,
        of=("client",),
        what="In whose book she is, since when and why.",
        why="So that one person looks after her.",
        how_long=KEEPS,
        gives=("member__name", "boutique__name", "kind", "why", "note", "period"),
    ),
)
OURS: Mapping[type, str] = {}
WORDS = {Assignment: ("note",)}
