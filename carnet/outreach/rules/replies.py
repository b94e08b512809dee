"""How long she takes to answer: a log-normal law shrunk towards what is usual (models.md 7.2)."""

from __future__ import annotations

import math
from collections.abc import Sequence

MU, KAPPA, NU, SIGMA2 = math.log(8.0), 2.0, 5.0, 1.5
"""Eight hours, and how much they are believed."""
NINETY = {5: 1.476, 6: 1.440, 7: 1.415, 8: 1.397, 9: 1.383, 10: 1.372, 15: 1.341, 20: 1.325, 30: 1.310}
"""The 90 % quantile of Student's t by its degrees of freedom."""
NORMAL = 1.282


def slow(delays: Sequence[float]) -> float:
    """The hours within which nine of ten of her answers come, from those that were seen."""
    logs = [math.log(max(delay, 0.05)) for delay in delays]
    count = len(logs)
    mean = sum(logs) / count if count else MU
    kappa, nu = KAPPA + count, NU + count
    mu = (KAPPA * MU + count * mean) / kappa
    spread = sum((each - mean) ** 2 for each in logs) + KAPPA * count / kappa * (mean - MU) ** 2
    scale = math.sqrt((NU * SIGMA2 + spread) / nu * (1.0 + 1.0 / kappa))
    quantile = NINETY[max((known for known in NINETY if known <= nu), default=5)] if nu <= max(NINETY) else NORMAL
    return math.exp(mu + quantile * scale)
