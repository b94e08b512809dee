"""Engagement by four kinds of record, each read once: a lens for counts of many, never a word about one.

The points are those of the published score (purchase recency 30, interactions 30, service 20, evenings 20). What is counted is
not: each record belongs to one part, contact is two-way or hers to begin, and too short a history is unknown (Z-2 to Z-5, Z-36).
"""

from __future__ import annotations

import dataclasses
import enum

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]
type Whole = npt.NDArray[np.int64]
type Mask = npt.NDArray[np.bool_]

RECENCY = ((90.0, 30), (180.0, 20), (365.0, 10))
"""Within so many days of her last purchase, or her home's, so many points."""
INTERACTIONS, SERVICE, EVENINGS = (6, 30), (10, 20), (10, 20)
"""So many points for each, and at most so many."""
LATELY, A_YEAR = 90, 365
"""Days within which an interaction counts; within which care and evenings do."""
SHORT = 180
"""Days with us below which two meetings are needed before anything is said (Z-3)."""
PARTS = ("recency", "interactions", "service", "events")


class Band(enum.StrEnum):
    """How much there is, coarsely enough for a count of people."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


ORDER = (Band.NOTHING, Band.LITTLE, Band.SOME, Band.MUCH)
STEPS = (1, 30, 60)
"""From so many of 100 on it is the next of ORDER."""


@dataclasses.dataclass(frozen=True, slots=True)
class Records:
    """What is counted of each client; one entry per client in every array."""

    since_purchase: Floats
    """Days since she or her home last bought; not a number when neither ever has."""
    contacts: Whole
    """Of the last 90 days."""
    care: Whole
    evenings: Whole
    """Of the last 365."""
    with_us: Floats
    """Days since the house first knew of her."""
    met_twice: Mask
    """Whether we met on two days at least, ever."""


@dataclasses.dataclass(frozen=True, slots=True)
class Lens:
    """The points of each client in each part, and whether anything can be said at all."""

    recency: Whole
    interactions: Whole
    service: Whole
    events: Whole
    asked: Whole
    """Of how many points: of who never bought, nor her home, no recency is asked (Z-5)."""
    is_known: Mask

    @staticmethod
    def of(records: Records) -> Lens:
        """The points. Recency says nothing of contacts, nor contacts of care: each part is read from its own records."""
        bought = ~np.isnan(records.since_purchase)
        recency = np.zeros(len(bought), dtype=np.int64)
        for days, points in reversed(RECENCY):
            recency[bought & (records.since_purchase <= days)] = points
        return Lens(
            recency,
            _points(records.contacts, INTERACTIONS),
            _points(records.care, SERVICE),
            _points(records.evenings, EVENINGS),
            np.where(bought, 100, 100 - RECENCY[0][1]),
            (records.with_us >= SHORT) | records.met_twice,
        )

    @property
    def parts(self) -> Whole:
        """A row of four for each client, in the order of PARTS."""
        return np.column_stack((self.recency, self.interactions, self.service, self.events))

    @property
    def total(self) -> Whole:
        """The sum of the four, of 100: what the published score would have been, counted rightly."""
        return self.recency + self.interactions + self.service + self.events

    def bands(self) -> list[Band]:
        """The band of each client, by the share of what is asked of her."""
        of_100 = np.where(self.total > 0, np.maximum(self.total * 100 // self.asked, 1), 0)
        steps = np.searchsorted(STEPS, of_100, side="right")
        return [ORDER[step] if known else Band.UNKNOWN for step, known in zip(steps, self.is_known, strict=True)]


def _points(number: Whole, worth: tuple[int, int]) -> Whole:
    each, most = worth
    return np.minimum(number * each, most)
