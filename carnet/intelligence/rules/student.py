"""Student's t: its share below a point, and back. Of many at once from scipy; of a few by hand.

A web worker reads one client at a time, and scipy.special would cost each of them 33 MB and 0.4 s for four numbers.
"""

from __future__ import annotations

import itertools
import math
import sys
from typing import cast

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]

FEW, MANY = 8, 512
"""By hand up to the first; beyond the second never; between them where nobody has paid for scipy.special yet."""
CLOSE = 1e-13
TINY = 1e-300
STEPS = 60
HALF = 0.5


def below(freedom: Floats, point: Floats) -> Floats:
    """The share of a t of that many degrees of freedom that lies below `point`."""
    freedom, point = np.broadcast_arrays(freedom, point)
    if _are_many(point.size):
        from scipy.special import stdtr  # late: see the head of this file

        return cast(Floats, stdtr(freedom, point))
    return np.array([_below(*each) for each in zip(freedom.flat, point.flat, strict=True)]).reshape(point.shape)


def point(freedom: Floats, share: Floats) -> Floats:
    """The point below which that share lies; shares strictly between 0 and 1."""
    freedom, share = np.broadcast_arrays(freedom, share)
    if _are_many(share.size):
        from scipy.special import stdtrit  # late: see the head of this file

        return cast(Floats, stdtrit(freedom, share))
    return np.array([_point(*each) for each in zip(freedom.flat, share.flat, strict=True)]).reshape(share.shape)


def beta(a: Floats, b: Floats, share: float) -> Floats:
    """The regularised incomplete beta function: how much of a Beta(`a`, `b`) lies below that share."""
    a, b = np.broadcast_arrays(a, b)
    if _are_many(a.size):
        from scipy.special import betainc  # late: see the head of this file

        return cast(Floats, betainc(a, b, share))
    return np.array([_beta(*each, share) for each in zip(a.flat, b.flat, strict=True)]).reshape(a.shape)


def _are_many(number: int) -> bool:
    return number > MANY or (number > FEW and "scipy.special" in sys.modules)


def _below(freedom: float, at: float) -> float:
    """Through the regularised incomplete beta function (Abramowitz & Stegun 26.7.1)."""
    if abs(at) < 1.0:  # near the middle 1 - at² would lose what there is of `at`
        return 0.5 + math.copysign(0.5 * _beta(0.5, freedom / 2.0, at * at / (freedom + at * at)), at)
    tail = 0.5 * _beta(freedom / 2.0, 0.5, freedom / (freedom + at * at))
    return tail if at < 0 else 1.0 - tail


def _point(freedom: float, share: float) -> float:
    """By Newton's steps, halving where one would leave what is known to hold it."""
    if share > HALF:
        return -_point(freedom, 1.0 - share)
    lowest, highest = -1.0, 0.0
    while _below(freedom, lowest) > share:
        lowest, highest = lowest * 4.0, lowest
    at = (lowest + highest) / 2.0
    for _ in range(STEPS):
        over = _below(freedom, at) - share
        lowest, highest = (lowest, at) if over > 0 else (at, highest)
        further = at - over / _density(freedom, at)
        further = further if lowest < further < highest else (lowest + highest) / 2.0
        if abs(further - at) < CLOSE * max(1.0, abs(at)):
            break
        at = further
    return at


def _density(freedom: float, at: float) -> float:
    height = math.lgamma((freedom + 1.0) / 2.0) - math.lgamma(freedom / 2.0) - 0.5 * math.log(freedom * math.pi)
    return math.exp(height - (freedom + 1.0) / 2.0 * math.log1p(at * at / freedom))


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, Lentz's way)."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - front * _fraction(b, a, 1.0 - x) / b
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    above, under = 1.0, 1.0 / _apart(1.0 - (a + b) * x / (a + 1.0))
    value = under
    for m in itertools.count(1):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            under = 1.0 / _apart(1.0 + term * under)
            above = _apart(1.0 + term / above)
            value *= above * under
        if abs(above * under - 1.0) < CLOSE:
            break
    return value


def _apart(value: float) -> float:
    """Away from nought, by which the fraction divides."""
    return value if abs(value) > TINY else TINY
