"""Who usually takes the first step between a client and the house, from how often each did (R-13).

An asymmetry is read so that it may be accepted, not put right. The share of first steps that are hers has a flat prior, so
that after h of hers and o of ours it is Beta(h + 1, o + 1) (Gelman et al., Bayesian Data Analysis, 2.4); she *usually*
starts when it lies above `USUALLY`, we do when it lies below the complement, and else it is about even.
"""

from __future__ import annotations

import dataclasses
import enum

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules import student

USUALLY = 0.6
FEWEST = 4
"""First steps, below which too little is there to say anything."""
LIKELY = 50
"""Of 100: below it no reading is likelier than the others together, and none is kept."""
WORTH_SAYING = 15
"""Of 100: a rival below it is not named."""

type Counts = npt.NDArray[np.int64]


class Starts(enum.StrEnum):
    """Who usually begins."""

    SHE = "she"
    WE = "we"
    EVENLY = "evenly"
    TOO_LITTLE = "too_little"


READ = (Starts.SHE, Starts.WE, Starts.EVENLY)


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """Who starts, how certain (of 100), and what else it may be, each with its own certainty, the likeliest first."""

    code: Starts
    certainty: int
    rivals: tuple[tuple[Starts, int], ...] = ()


def judge(hers: Counts, ours: Counts) -> list[Judged]:
    """One verdict per client, from the number of first steps on each side."""
    if not hers.size:
        return []
    pairs, of_client = np.unique(np.stack([hers, ours]), axis=1, return_inverse=True)
    verdicts = [_verdict(*shares) for shares in zip(*pairs, *_chances(pairs[0], pairs[1]), strict=True)]
    return [verdicts[number] for number in of_client.ravel()]


def _chances(hers: Counts, ours: Counts) -> tuple[npt.NDArray[np.float64], ...]:
    """How likely it is that she usually starts, that we do, and that it is about even: they add up to 1."""
    a, b = hers.astype(np.float64) + 1.0, ours.astype(np.float64) + 1.0
    below, up_to = (student.beta(a, b, share) for share in (1 - USUALLY, USUALLY))
    return 1 - up_to, below, up_to - below


def _verdict(hers: int, ours: int, *chances: float) -> Judged:
    likeliest = sorted(
        ((round(100 * chance), code) for code, chance in zip(READ, chances, strict=True)), key=lambda each: -each[0]
    )
    certainty, code = likeliest[0]
    if hers + ours < FEWEST or certainty < LIKELY:
        return Judged(Starts.TOO_LITTLE, 100 - certainty if hers + ours >= FEWEST else 100)
    return Judged(code, certainty, tuple((other, of) for of, other in likeliest[1:] if of >= WORTH_SAYING))
