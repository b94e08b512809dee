"""A population's six numbers, from the histories of its clients: the most likely ones.

The same records give the same numbers whatever their order: nothing here is drawn by lot.
"""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from carnet.intelligence.rules.rhythm import UNTOLD, Floats, Law, Prior, Sums

FEWEST = 300
"""Clients with a gap, below which a part of a house says too little and the wider part speaks for it (models.md 3.2)."""
MOST = 20_000
"""Clients read."""
START = Prior(2.0, 1.0, 4.5, 1.0, 1.0, 2.7)
"""Where the search begins, of a whole (models.md 3.2); of a part it begins at the whole."""
LOWEST = Prior(math.log(1.0 / 7.0), 1e-2, 0.5, 1e-2, 1e-3, 1e-2)
HIGHEST = Prior(math.log(520.0), 1e2, 2e2, 1e1, 5e1, 5e1)
"""What no population of clients is beyond: a search that runs off stops there."""
DOUBT = 1.0, 1.0, 1.0, 1.0, 1.5, 1.5
"""How far from what is supposed the six may well be, as standard deviations of the mean and of five logarithms. Of a few hundred
clients it holds what they cannot tell, such as how many have left of those who came again; of thousands nothing is left of it."""

GAPS = 4
"""Of the six, those that tell of gaps; the other two of leaving."""


def fit(sums: Sums, silences: Floats, parent: Prior | None = None, fewest: int = FEWEST) -> Prior:
    """The prior of the clients with these histories, `silences` in weeks.

    Of a part of a house, the `parent` where fewer than `fewest` of them have a gap. Without a parent, they are the whole: however
    few, they know more of themselves than we do, who suppose UNTOLD.
    """
    number = np.count_nonzero(sums.gaps)
    if number == 0 or (parent is not None and number < fewest):
        return parent or UNTOLD
    return _likeliest(sums, silences, _place(parent or UNTOLD), _place(parent or START))


def leaving(sums: Sums, silences: Floats, prior: Prior, supposed: Prior) -> Prior:
    """The gaps of `prior`, and the chance of leaving that these histories tell, also those of one occasion, which tell no gap."""
    start = np.r_[_place(prior)[:GAPS], _place(supposed)[GAPS:]]
    return _likeliest(sums, silences, _place(supposed), start, GAPS) if len(silences) else prior


def _likeliest(sums: Sums, silences: Floats, supposed: Floats, start: Floats, fixed: int = 0) -> Prior:
    """Searched from `start`, of whose numbers the first `fixed` are taken as they are."""
    from scipy.optimize import minimize  # late: 0.4 s that only whoever fits should pay

    read, silences, weights = _read(sums, silences)
    kept, doubt, meant = start[:fixed], np.array(DOUBT[fixed:]), supposed[fixed:]

    def cost(where: Floats) -> float:
        seen = weights @ Law.of(read, _prior(np.r_[kept, where])).log_likelihood(silences)
        return -float(seen - 0.5 * np.sum(np.square((where - meant) / doubt))) / float(weights.sum())

    found = minimize(
        cost,
        start[fixed:],
        method="L-BFGS-B",
        bounds=list(zip(_place(LOWEST)[fixed:], _place(HIGHEST)[fixed:], strict=True)),
        options={"maxiter": 200, "ftol": 1e-10, "gtol": 1e-6},
    )
    return _prior(np.r_[kept, found.x])


def _place(prior: Prior) -> Floats:
    """Where the search sees it: the mean as it is, the five positive numbers by their logarithms."""
    mu, *others = dataclasses.astuple(prior)
    return np.array([mu, *map(math.log, others)])


def _prior(where: Floats) -> Prior:
    mu, *others = map(float, where)
    return Prior(mu, *map(math.exp, others))


def _read(sums: Sums, silences: Floats) -> tuple[Sums, Floats, Floats]:
    """Equal histories once, with their number; of more than MOST every so many, in the order of what they are."""
    rows = np.column_stack((sums.gaps, sums.logs, sums.squares, silences))
    rows = rows[np.lexsort(rows.T[::-1])]
    if len(rows) > MOST:
        rows = rows[((np.arange(MOST) + 0.5) * len(rows) / MOST).astype(np.intp)]
    is_new = np.r_[True, (rows[1:] != rows[:-1]).any(axis=1)]
    first = np.flatnonzero(is_new)
    weights = np.diff(np.r_[first, len(rows)]).astype(np.float64)
    gaps, logs, squares, silent = rows[first].T
    return Sums(gaps, logs, squares), silent, weights
