"""When something used up will be needed again: a range of days for each client and category, and never one date (models.md 4).

A series is one person and one category (or one product). Its gaps follow the same law as her visits, fitted for each category by
itself; its silence is taken into account, so that what is overdue is expected later, and perhaps never: she may buy elsewhere.
Who is slow to finish one thing is slow with the others: her other series say how slow. All arrays have one entry per series.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules import fitting
from carnet.intelligence.rules.rhythm import UNTOLD, Floats, Law, Prior, Sums

type Numbers = npt.NDArray[np.int64]

SOONEST, MIDDLE, LATEST = 0.1, 0.5, 0.9
"""The quantiles of the range: four in five fall within it."""
SOON = 7.0
"""Days ahead for which a probability is told."""
FEWEST_OCCASIONS = 3
"""Below which a range would be the category's, not hers."""
PACE = 20.0
"""What a person's own pace is shrunk by, counted in series well known (docs/decisions/0008)."""
FEWEST = 100
"""Series of a category bought again, below which all speak for it: what it is says more of a gap than whose it is."""
NO_PAUSE = 0.0
"""What is used up every day has no pauses of its own: with them the range comes later, and foresees nothing better."""


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """In days counted from the last occasion, as the person has not bought it since."""

    soonest: Floats
    median: Floats
    latest: Floats
    soon: Floats
    """The probability of an occasion in the next seven days, of all series: those that never come back count too."""


def priors(categories: Numbers, number: int, sums: Sums, silences: Floats) -> list[Prior]:
    """The law of each category from 0 to `number` - 1, `silences` in weeks; that of all where one has too few series.

    Of what was bought once nothing says how fast it is used up: gaps are those of what was bought again. Of who stays with it,
    all of it says.
    """
    again = sums.gaps > 0
    parent = fitting.leaving(sums, silences, fitting.fit(sums.at(again), silences[again]), UNTOLD)
    told = []
    for part in (categories == each for each in range(number)):
        gaps = fitting.fit(sums.at(part & again), silences[part & again], parent, FEWEST)
        told.append(parent if gaps == parent else fitting.leaving(sums.at(part), silences[part], gaps, parent))
    return told


def due(categories: Numbers, persons: Numbers, sums: Sums, silences: Floats, known: list[Prior]) -> Due:
    """The range of each series by the law of its category, `known` by number, and the pace of its person; `silences` in weeks.

    `persons` are numbers from 0 on. Give all the series of a person together: they speak for one another.
    """
    told = np.empty((3, len(silences)))
    for part, law, slowed in _laws(categories, persons, sums, known):
        silent = silences[part] / slowed
        told[:, part] = [7.0 * slowed * law.next_gap(quantile, silent) for quantile in (SOONEST, MIDDLE, LATEST)]
    soonest, median, latest = told
    return Due(soonest, median, latest, soon(categories, persons, sums, silences, known))


def soon(categories: Numbers, persons: Numbers, sums: Sums, silences: Floats, known: list[Prior]) -> Floats:
    """The same, only the probability of an occasion in the next seven days."""
    told = np.empty(len(silences))
    for part, law, slowed in _laws(categories, persons, sums, known):
        told[part] = law.returning(silences[part] / slowed, SOON / 7.0 / slowed)
    return told


def _laws(
    categories: Numbers, persons: Numbers, sums: Sums, known: list[Prior]
) -> Iterator[tuple[npt.NDArray[np.intp], Law, Floats]]:
    """Of each category its series, their law, and by how much their time is slowed.

    Her time is the category's, slowed down: a gap of hers is as long as one of another's times her pace.
    """
    paces = _paces(categories, persons, sums, known)
    for category, prior in enumerate(known):
        part = np.flatnonzero(categories == category)
        own, pace = sums.at(part), paces[part]
        x = own.gaps
        hers = Sums(x, own.logs - x * pace, own.squares - 2.0 * pace * own.logs + x * pace * pace)
        yield part, Law.of(hers, prior, NO_PAUSE), np.exp(pace)


def _paces(categories: Numbers, persons: Numbers, sums: Sums, known: list[Prior]) -> Floats:
    """By how much ln(gap) of a person is longer than the categories' in her *other* series, shrunk towards nothing."""
    usual, kappa = (np.array([getattr(prior, name) for prior in known])[categories] for name in ("mu", "kappa"))
    weight = kappa * sums.gaps / (kappa + sums.gaps)
    away = np.divide(weight * sums.logs, sums.gaps, out=np.zeros_like(weight), where=sums.gaps > 0) - weight * usual
    others, weights = (np.bincount(persons, each)[persons] - each for each in (away, weight))
    return others / (PACE + weights)
