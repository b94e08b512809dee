"""How well we read: what was said of everybody on a past day, beside what came of it, in parts of equal size."""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]

PARTS = 10
UNSURE = (0.4, 0.6)
"""Said between these, it was about as likely as not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """One tenth of the clients: the mean of what was said of them, and the share of them who came. Of 1."""

    said: float
    came: float
    clients: int


def judged(said: Floats, came: npt.NDArray[np.bool_]) -> tuple[list[Part], float]:
    """The parts from the least likely to the most, and the mean distance between word and truth, weighted by clients.

    That distance is the calibration error over ten bins of equal mass (models.md 3.5). People of whom the same was said stand
    in the order in which they are given.
    """
    order = np.argsort(said, kind="stable")
    parts = [
        Part(float(said[rows].mean()), float(came[rows].mean()), len(rows))
        for rows in np.array_split(order, PARTS)
        if len(rows)
    ]
    apart = sum(abs(part.said - part.came) * part.clients for part in parts)
    return parts, apart / max(len(said), 1)


def telling(parts: list[Part]) -> Part | None:
    """The part that tells most: of whom we were least sure, else of whom we were surest."""
    unsure = [part for part in parts if UNSURE[0] <= part.said <= UNSURE[1]]
    if unsure:
        return min(unsure, key=lambda part: abs(part.said - 0.5))
    return parts[-1] if parts else None
