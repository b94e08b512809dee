"""From dated records to the occasions of each client, and to the sums that the law reads.

A client is a number from 0 on, `owner`; a day is a number of days since any fixed one, in the boutique's zone.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules.rhythm import SHORTEST_SILENCE, Floats, Sums

type Whole = npt.NDArray[np.int64]

LONGEST_GAP = 5 * 365.25 / 7
"""Weeks: a longer gap is read as five years (models.md 3.7)."""
TAKEN_BACK = 30
"""Days within which a purchase wholly refunded was no occasion (models.md 3.7)."""
DAYS = 1 << 24
"""More than there are: a client and a day make one number."""


def occasions(owner: Whole, day: Whole, amount: Floats) -> tuple[Whole, Whole]:
    """The owner and the day of each occasion, sorted: one for each day on which somebody bought more than she brought back.

    A negative amount is a refund. What cost nothing was still chosen: a day without a refund counts whatever it cost. A purchase
    that was refunded whole within 30 days is no occasion, and the day of a refund never is one by itself.
    """
    key, where = np.unique(owner * DAYS + day, return_inverse=True)
    net = np.bincount(where, amount, minlength=len(key))
    refunded = np.bincount(where, amount < 0, minlength=len(key)) > 0
    bought = (net > 0) | ~refunded
    kept = bought & ~_taken_back(key, np.round(net * 100).astype(np.int64), bought)
    return key[kept] // DAYS, key[kept] % DAYS


def _taken_back(key: Whole, cents: Whole, bought: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which days a refund of exactly their amount undid: the latest one that nothing else has undone."""
    undone = np.zeros(len(key), dtype=np.bool_)
    for refund in np.flatnonzero(~bought & (cents < 0)):
        earliest = max(key[refund] - TAKEN_BACK, key[refund] // DAYS * DAYS)
        candidates = np.arange(np.searchsorted(key, earliest), refund)
        whole = candidates[bought[candidates] & ~undone[candidates] & (cents[candidates] == -cents[refund])]
        undone[whole[-1:]] = True
    return undone


def summed(owner: Whole, day: Whole, owners: int) -> tuple[Sums, Whole]:
    """The sums of each client, and the day of her last occasion, or -1; of `owner` and `day` sorted, and each day once."""
    again = np.r_[False, owner[1:] == owner[:-1]]
    gap = np.minimum(np.diff(day, prepend=0)[again] / 7.0, LONGEST_GAP)
    whose, log = owner[again], np.log(gap)
    last = np.full(owners, -1, dtype=np.int64)
    last[owner] = day  # the later of a client's days is written later
    # Of no gap at all, bincount counts in whole numbers.
    told = (
        np.bincount(whose, each, minlength=owners).astype(np.float64) for each in (np.ones_like(log), log, log * log)
    )
    return Sums(*told), last


def silences(last: Whole, today: int) -> Floats:
    """Weeks of silence on the evening of that day; half a day has passed since the occasions of the day itself."""
    return np.maximum((today - last) / 7.0, SHORTEST_SILENCE)
