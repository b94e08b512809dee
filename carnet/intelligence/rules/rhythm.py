"""The rhythm of a client: log-normal gaps between her occasions, shrunk towards her house, and a chance of having left at each.

The law: ln(gap) is normal with her own mean and variance, which are themselves drawn from the house's (normal-inverse-gamma), so
that the next gap follows a Student t in its logarithm; after each occasion she has left for good with a probability drawn from a
Beta. Everything is in weeks, counted from her last occasion, and every array has one entry per client. Of the formulae, the gaps
are textbook conjugate Bayes (DeGroot 1970, §9.6) and the drop-out that of Fader, Hardie & Lee (Marketing Science 24, 2005).

Of a few clients nothing here imports scipy.special, which would cost every web worker 0.4 s and 33 MB.
"""

from __future__ import annotations

import dataclasses
import math
from typing import cast

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules import student

type Floats = npt.NDArray[np.float64]

SHORTEST_SILENCE = 0.5 / 7
"""Weeks: on the day of an occasion half a day has passed."""
LONGEST = 5_200.0
"""Weeks in a century: no date further away means anything."""
FAINTEST = 1e-30
"""The smallest survival that is inverted; beyond it a date is a century away whatever the client."""
WIDEST = 1.2
"""The spread of ln(gap) beyond which the mean gap would be made by gaps nobody has seen (models.md 3.3)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Prior:
    """What a house knows before it knows her: six numbers of a population.

    ln(gap) has mean `mu` (worth `kappa` gaps) and variance `sigma2` (worth `nu` gaps); she leaves at an occasion with a
    probability drawn from Beta(`a`, `b`).
    """

    mu: float
    kappa: float
    nu: float
    sigma2: float
    a: float
    b: float


UNTOLD = Prior(math.log(20.0), 1.0, 5.0, 0.8, 0.3, 1.0)
"""Where there are no records yet (models.md 3.2)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sums:
    """All the law needs of a history: the number of gaps between her occasions, Σ ln d and Σ (ln d)², with d in weeks."""

    gaps: Floats
    logs: Floats
    squares: Floats

    def at(self, chosen: npt.NDArray[np.intp] | npt.NDArray[np.bool_]) -> Sums:
        """Those of the clients chosen, by index or by mask."""
        return Sums(self.gaps[chosen], self.logs[chosen], self.squares[chosen])


@dataclasses.dataclass(frozen=True, slots=True)
class Law:
    """What her next gap may be. Made by `Law.of`; `usual` is her usual gap in weeks."""

    prior: Prior
    gaps: Floats
    mean: Floats
    """Of ln(gap)."""
    spread: Floats
    """The scale of the Student t of ln(gap)."""
    freedom: Floats
    """Its degrees of freedom."""
    logs: Floats
    squares: Floats
    """Around the mean, the prior's included: freedom × its variance (models.md 3.3)."""

    @staticmethod
    def of(sums: Sums, prior: Prior) -> Law:
        """The population's law, moved towards her own gaps as far as their number allows."""
        x, logs = sums.gaps, sums.logs
        known, freedom = prior.kappa + x, prior.nu + x
        own = np.divide(logs, x, out=np.zeros_like(logs), where=x > 0)
        mean = (prior.kappa * prior.mu + logs) / known
        within = np.maximum(sums.squares - logs * own, 0.0)
        pulled = prior.kappa * x / known * np.square(own - prior.mu)
        squares = prior.nu * prior.sigma2 + within + pulled
        spread = np.sqrt(squares / freedom * (1.0 + 1.0 / known))
        return Law(prior, x, mean, spread, freedom, logs, squares)

    @property
    def usual(self) -> Floats:
        """Her usual gap, in weeks: the median of the next."""
        return np.exp(self.mean)

    @property
    def odds(self) -> Floats:
        """Of having left at her last occasion, against having stayed."""
        return self.prior.a / (self.prior.b + self.gaps)

    def survival(self, silence: Floats) -> Floats:
        """The share of her gaps that are longer than `silence`: how usual it is *for her*. No probability of a return."""
        standard = (np.log(np.maximum(silence, SHORTEST_SILENCE)) - self.mean) / self.spread
        return student.below(self.freedom, -standard)

    def silence_at(self, survival: Floats | float) -> Floats:
        """The silence, in weeks, at which her survival has fallen to that value; at most a century."""
        standard = -student.point(self.freedom, np.clip(survival, FAINTEST, 1.0 - 1e-16))
        return cast(Floats, np.exp(np.minimum(self.mean + self.spread * standard, math.log(LONGEST))))

    def alive(self, silence: Floats) -> Floats:
        """The probability that she has not left for good."""
        here = self.survival(silence)
        return here / (here + self.odds)

    def returning(self, silence: Floats, horizon: Floats | float) -> Floats:
        """The probability of an occasion within the next `horizon` weeks."""
        silence = np.maximum(silence, SHORTEST_SILENCE)
        here = self.survival(silence)
        return (here - self.survival(silence + horizon)) / (here + self.odds)

    def purchases(self, silence: Floats, horizon: float) -> Floats:
        """The expected number of occasions within `horizon` weeks: the first one, then one per mean gap until she leaves.

        models.md 3.3: where the first falls in the horizon is summed up by its two halves.
        """
        silence = np.maximum(silence, SHORTEST_SILENCE)
        within, early = self.returning(silence, horizon), self.returning(silence, horizon / 2)
        leaving = self.prior.a / (self.prior.a + self.prior.b + self.gaps)
        share = np.divide(early, within, out=np.ones_like(within), where=within > 0)
        wait = horizon * (0.25 * share + 0.75 * (1.0 - share))
        further = (horizon - wait) / np.exp(self.mean + 0.5 * np.square(np.minimum(self.spread, WIDEST)))
        staying = 1.0 - leaving
        return within * (1.0 - staying * np.expm1(further * np.log(staying)) / leaving)

    def next_gap(self, quantile: Floats | float, silence: Floats) -> Floats:
        """That quantile of the gap she is in, in weeks from her last occasion: it has lasted `silence`, and she has not left."""
        silence = np.maximum(silence, SHORTEST_SILENCE)
        return cast(Floats, np.maximum(self.silence_at((1.0 - np.asarray(quantile)) * self.survival(silence)), silence))

    def log_likelihood(self, silence: Floats) -> Floats:
        """Of all her gaps, and of the silence since."""
        from scipy.special import betaln, gammaln  # late: see the head of this file

        prior, x = self.prior, self.gaps
        gaps = (
            gammaln(self.freedom / 2.0)
            - gammaln(prior.nu / 2.0)
            + 0.5 * np.log(prior.kappa / (prior.kappa + x))
            + prior.nu / 2.0 * np.log(prior.nu * prior.sigma2)
            - self.freedom / 2.0 * np.log(self.squares)
            - x / 2.0 * math.log(math.pi)
            - self.logs
        )
        here = np.log(np.maximum(self.survival(silence), np.finfo(np.float64).tiny))
        left, stayed = betaln(prior.a + 1.0, prior.b + x), betaln(prior.a, prior.b + x + 1.0) + here
        return cast(Floats, gaps + np.logaddexp(left, stayed) - betaln(prior.a, prior.b))
