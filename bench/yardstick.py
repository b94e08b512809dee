"""A published table reproduced: BG/NBD on the CDNOW sample (Fader, Hardie & Lee, Marketing Science 24, 2005, table 2).

Nothing of Carnet is measured by it: it says that this machine's likelihoods and searches find what others have found.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

type Floats = npt.NDArray[np.float64]

SAMPLE = Path(__file__).resolve().parents[1] / "tests" / "data" / "cdnow_sample_summary.csv"
PUBLISHED = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426, "log-likelihood": -9582.4}


def log_likelihood(
    r: float, alpha: float, a: float, b: float, repeats: Floats, last: Floats, observed: Floats
) -> float:
    """Of all clients (equation 6 of the paper): purchases at a steady rate until she leaves after one of them."""
    alive = betaln(a, b + repeats) - betaln(a, b) - (r + repeats) * np.log(alpha + observed)
    with np.errstate(divide="ignore"):
        left = np.where(repeats > 0, betaln(a + 1, b + repeats - 1) - betaln(a, b), -np.inf)
    left = left - (r + repeats) * np.log(alpha + last)
    return float(np.sum(gammaln(r + repeats) - gammaln(r) + r * np.log(alpha) + np.logaddexp(alive, left)))


def fitted() -> dict[str, float]:
    """The most likely four numbers of the sample, and how likely."""
    with SAMPLE.open(newline="", encoding="utf-8") as opened:
        rows = [[float(row[name]) for name in ("frequency", "recency", "T")] for row in csv.DictReader(opened)]
    repeats, last, observed = np.array(rows).T

    def cost(place: Floats) -> float:
        r, alpha, a, b = np.exp(place)
        return -log_likelihood(r, alpha, a, b, repeats, last, observed)

    search = minimize(cost, np.zeros(4), method="L-BFGS-B")
    return dict(zip(PUBLISHED, [*np.exp(search.x).tolist(), -float(search.fun)], strict=True))


def agrees(found: dict[str, float]) -> bool:
    """Whether each number is the published one, as far as it was printed."""
    return all(abs(value - PUBLISHED[name]) <= (0.06 if value < -1 else 0.0006) for name, value in found.items())
