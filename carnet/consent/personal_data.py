"""What a client agreed to and refused, and when the house let her rest."""

from __future__ import annotations

from carnet.consent.models import Basis, Hold, Permission, Suppression
from carnet.kit.personal_data import Holding

HOLDINGS = (
    Holding(
        table=Permission,
        of=("client",),
        what="What she agreed to and refused, when, in which words.",
        why="The house must be able to show it (GDPR, Art. 7(1)).",
        how_long="As long as she is a client; a mark that gives nothing away stays, so that she is not written to again.",
        gives=("purpose", "channel", "answer", "proof", "proof_words", "happened_at"),
    ),
    Holding(
        table=Hold,
        of=("client",),
        what="When the house decided not to write to her, and why.",
        why="So that every colleague lets her rest.",
        how_long="As long as she is a client of the house.",
        gives=("scope", "because", "period", "review_on", "release_because"),
    ),
)
OURS = {
    Basis: "the house's own statement, to everybody alike",
    Suppression: "a keyed mark of a number, address or id: it recognises one that it is shown, and leads to nobody",
}
WORDS = {Permission: ("proof_words",), Hold: ("because", "release_because")}
