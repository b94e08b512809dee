"""Whether she is looking for something: her visits of the last month beside her own habit, never a count (models.md 6, Z-28).

Two visits of somebody who looks in every week say nothing; two visits of somebody who comes once a year say much. What was
noticed fades: each kind of signal says nothing more after its own number of days.
"""

from __future__ import annotations

import dataclasses
import enum
import math
from typing import cast

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules.rhythm import Floats

WINDOW = 30
"""Days in which a search shows."""
BEFORE = 365
"""Days before them, from which her own habit is read."""
LOOKS_FADE = 30
"""Days: a look that meant something is followed by another within the window, or it meant nothing."""
WORDS_FADE = 90
"""Days: what she asked for, put aside or complained of is hers until a season has passed."""
COMPANION = 0.5
"""What a visit beside somebody else counts."""

SEARCHING = 0.04
"""The share of clients who are searching on any day. This and the next five: models.md 6."""
EXTRA, SHAPE = 1.6, 2.0
"""Visits that a search adds in a month, and how evenly."""
HABIT, HABIT_DAYS = 0.5, 150.0
"""Visits and days that everybody is given before her own: nobody is known never to come."""
ASKED, DID_NOT_ASK = 7.0, 0.68
"""How much likelier a search is when she asked, and when she came and did not."""

SHOWN = 0.3
"""Below it nothing is said."""
LIKELY = 0.6
"""From it on, “is looking for something”; below, “may be”."""


class Instead(enum.StrEnum):
    """What else visits without a purchase may be."""

    COMPANY = "company"
    """Comfort, or the pleasure of being there."""
    A_REPAIR = "a_repair"
    WITH_A_FRIEND = "with_a_friend"
    OUR_NOTING = "our_noting"
    """She came as often before, and nobody noted it."""


UNSUPPORTED, SUPPORTED = 1.0, 3.0
"""What else it may be shares what is left; what there is evidence for takes three parts of it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Visits:
    """One entry per client: visits without a purchase, half for those beside somebody; neither care nor events are visits."""

    before: Floats
    """In the year before the window."""
    lately: Floats
    """In the window, those that a purchase has answered left out."""
    asked: npt.NDArray[np.bool_]
    """Whether she tried something on, asked for it or had it put aside in the window."""


def searching(visits: Visits) -> Floats:
    """The probability that she is looking for something."""
    from scipy.special import expit  # late: 0.4 s and 35 MB for whoever never asks

    habit, days = HABIT + visits.before, HABIT_DAYS + BEFORE
    usual = habit * WINDOW / days
    by_habit = _log_negative_binomial(visits.lately, usual, habit)
    by_search = _log_negative_binomial(visits.lately, usual + EXTRA, np.full_like(habit, SHAPE))
    silent = np.where(visits.lately > 0, math.log(DID_NOT_ASK), 0.0)
    asked = np.where(visits.asked, math.log(ASKED), silent)
    return cast(Floats, expit(math.log(SEARCHING / (1.0 - SEARCHING)) + by_search - by_habit + asked))


def _log_negative_binomial(count: Floats, mean: Floats, shape: Floats) -> Floats:
    """The log-probability of `count`, halves included, of a rate drawn from a Gamma of that mean and shape."""
    from scipy.special import gammaln  # late: see above

    ways = gammaln(count + shape) - gammaln(shape) - gammaln(count + 1.0)
    return cast(Floats, ways + shape * np.log(shape / (shape + mean)) + count * np.log(mean / (shape + mean)))


def shared(rest: float, supported: dict[str, bool]) -> dict[str, float]:
    """What is not the search, shared among what else it may be: more to what there is evidence for."""
    weights = {rival: SUPPORTED if known else UNSUPPORTED for rival, known in supported.items()}
    return {rival: rest * weight / sum(weights.values()) for rival, weight in weights.items()}
