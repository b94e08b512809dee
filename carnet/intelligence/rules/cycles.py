"""The cycle of something that runs out: when it is worth a word, and when she has plainly gone elsewhere (models.md 4)."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np

from carnet.intelligence.rules.replenishment import NO_PAUSE, Numbers
from carnet.intelligence.rules.rhythm import Floats, Law, Prior, Sums

RUNS_OUT = Prior(math.log(20.0), 0.42, 2.5, 0.29, 0.24, 0.46)
"""Where a house has too few series of a category: twenty weeks, as even and as kept to as groceries (models.md 3.2, 4)."""
NEAR = 0.2
"""Of a purchase in the next seven days: from it on it is near, once in a cycle."""
HALF = 0.5
"""Of her gaps that are longer: what lasts for months is near from then on, for no single week of it is likely."""
GIVEN_UP = 0.05
"""Of her gaps that are longer than her silence: below it she buys elsewhere or uses it no more, and nothing is said."""


def part(day: dt.date) -> dt.date:
    """The day on which its part of the month began: the 1st, the 11th or the 21st."""
    return day.replace(day=1 + 10 * min((day.day - 1) // 10, 2))


def standing(categories: Numbers, sums: Sums, silences: Floats, known: list[Prior]) -> tuple[Floats, Floats]:
    """Of each series, the share of its gaps that are longer than its silence, and the probability that it goes on."""
    longer, goes_on = np.empty((2, len(silences)))
    for category, prior in enumerate(known):
        part = np.flatnonzero(categories == category)
        law = Law.of(sums.at(part), prior, NO_PAUSE)
        longer[part], goes_on[part] = law.survival(silences[part]), law.alive(silences[part])
    return longer, goes_on
