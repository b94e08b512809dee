"""How good a foresight was: ranks, bins and shares, written out for this bench and sharing nothing with any model."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]

BINS = 10
BUCKETS = (90, 180, 365)
"""Days: where the published score changes its recency points."""
FEWEST_IN_BUCKET = 50
TOP = 0.1
FOLLOWED = 92
"""Days after the day of foresight: a gap still open then is counted as ended."""


def auc(came: Floats, said: Floats) -> float:
    """The chance that of one who came and one who did not, the first was said to be the likelier; ties count half."""
    _, place = np.unique(said, return_inverse=True)
    yes, no = np.bincount(place, came), np.bincount(place, 1 - came)
    return float(yes @ (np.cumsum(no) - no / 2) / (yes.sum() * no.sum()))


def average_precision(came: Floats, said: Floats) -> float:
    """Precision, averaged over those who came; people said to be equally likely are one step."""
    _, place = np.unique(-said, return_inverse=True)
    yes, all_told = np.bincount(place, came), np.cumsum(np.bincount(place))
    return float(yes @ (np.cumsum(yes) / all_told) / yes.sum())


def calibration(came: Floats, said: Floats) -> float:
    """The mean distance between word and truth over ten bins of equal size."""
    bins = np.array_split(np.argsort(said, kind="stable"), BINS)
    return sum(abs(float((came[rows] - said[rows]).sum())) for rows in bins) / len(said)


def auc_in_buckets(came: Floats, said: Floats, silence: Floats) -> float:
    """The AUC among clients whom the published score tells nothing apart, weighted by how many they are."""
    bucket, told = np.searchsorted(BUCKETS, silence), []
    for each in range(len(BUCKETS) + 1):
        within = bucket == each
        if within.sum() >= FEWEST_IN_BUCKET and 0 < came[within].sum() < within.sum():
            told.append((within.sum(), auc(came[within], said[within])))
    counts, aucs = np.array(told).T
    return float(counts @ aucs / counts.sum())


def top_share(spent: Floats, said: Floats) -> float:
    """What the top tenth spent of all that was spent; who ties for the last places shares them."""
    _, place = np.unique(-said, return_inverse=True)
    sizes = np.bincount(place)
    before = np.cumsum(sizes) - sizes
    taken = np.clip(len(said) * TOP - before, 0, sizes)
    return float((np.bincount(place, spent) / sizes) @ taken / spent.sum())


def rhythm(said: Floats, expected: Floats, bought: Floats, spent: Floats, silence: Floats) -> dict[str, float]:
    """Of one foresight: per client the probability said, the number expected, what came of it, and her silence in days."""
    came = (bought > 0).astype(np.float64)
    return {
        "auc": auc(came, said),
        "average_precision": average_precision(came, said),
        "brier": float(np.mean((said - came) ** 2)),
        "ece": calibration(came, said),
        "auc_in_seed_bucket": auc_in_buckets(came, said, silence),
        "top10_spend": top_share(spent, expected),
        "mae_purchases": float(np.mean(np.abs(expected - bought))),
    }


def replenishment(
    median: Floats, low: Floats, high: Floats, soon: Floats, gap: Floats, wait: Floats, silence: Floats
) -> dict[str, float]:
    """Of one foresight of ranges, in days; `gap` and `wait` are NaN where nothing came within the time followed."""
    came, cap = np.isfinite(gap), silence + FOLLOWED
    due = (came & (wait <= 7)).astype(np.float64)
    first = np.argsort(-soon, kind="stable")[: max(int(due.sum()), 1)]
    return {
        "mdae_days_observed": float(np.median(np.abs(median - gap)[came])),
        "mae_days_capped": float(np.mean(np.abs(np.minimum(median, cap) - np.where(came, gap, cap)))),
        "coverage80": float(np.mean(np.where(came, (low <= gap) & (gap <= high), high >= cap))),
        "p7_auc": auc(due, soon),
        "p7_average_precision": average_precision(due, soon),
        "p7_brier": float(np.mean((soon - due) ** 2)),
        "p7_bias": float(np.mean(soon - due)),
        "p7_ece": calibration(due, soon),
        "due7_precision_at_base": float(due[first].mean()),
    }
