"""When something used up will be needed again: a range of days for each client and category, and never one date (models.md 4).

A series is one person and one category (or one product). Its gaps follow the same law as her visits, fitted for each category by
itself; its silence is taken into account, so that what is overdue is expected later, and perhaps never: she may buy elsewhere.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules import fitting
from carnet.intelligence.rules.rhythm import UNTOLD, Floats, Law, Prior, Sums

SOONEST, MIDDLE, LATEST = 0.1, 0.5, 0.9
"""The quantiles of the range: four in five fall within it."""
SOON = 7.0
"""Days ahead for which a probability is told."""
FEWEST_OCCASIONS = 3
"""Below which a range would be the category's, not hers."""


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """One entry per series, in days counted from its last occasion, as it has not been seen since."""

    soonest: Floats
    median: Floats
    latest: Floats
    soon: Floats
    """The probability of an occasion in the next seven days; counts those who never come back."""


def priors(categories: npt.NDArray[np.int64], number: int, sums: Sums, silences: Floats) -> list[Prior]:
    """The law of each category from 0 to `number` - 1, `silences` in weeks; that of all where one has too few series."""
    parent = fitting.fit(sums, silences, UNTOLD)
    order = np.argsort(categories, kind="stable")
    parts = np.split(order, np.searchsorted(categories[order], np.arange(1, number)))
    return [fitting.fit(sums.at(part), silences[part], parent) for part in parts]


def due(sums: Sums, silences: Floats, prior: Prior) -> Due:
    """The ranges of series of one category; `silences` in weeks."""
    law = Law.of(sums, prior)
    soonest, median, latest = (7.0 * law.next_gap(quantile, silences) for quantile in (SOONEST, MIDDLE, LATEST))
    return Due(soonest, median, latest, law.returning(silences, SOON / 7.0))


def due_of_each(categories: npt.NDArray[np.int64], sums: Sums, silences: Floats, known: list[Prior]) -> Due:
    """The ranges of series of several categories, each by its own law."""
    told = np.empty((4, len(silences)))
    for category, prior in enumerate(known):
        part = np.flatnonzero(categories == category)
        told[:, part] = dataclasses.astuple(due(sums.at(part), silences[part], prior))
    return Due(*told)
