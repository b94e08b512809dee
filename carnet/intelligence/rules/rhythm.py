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
from collections.abc import Callable, Iterator
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
EXTREMES = math.log(SHORTEST_SILENCE), math.log(LONGEST)
PAUSE = 0.05
"""The share of gaps that have nothing to do with her rhythm and follow the population's: a year abroad, a mourning, a move.
Without them the law takes a regular client's long pause for a goodbye (docs/decisions/0008)."""
STEPS, CLOSE = 20, 1e-10
"""Of false position, at most, and how near (in the survival's logit) is near enough: six or seven steps."""
VARIANCES = (0.1, 0.5, 0.9)
"""The quantiles at which a variance is tried."""
_nodes, _weights = np.polynomial.hermite_e.hermegauss(5)
MEANS: tuple[list[float], list[float]] = (_nodes.tolist(), (_weights / _weights.sum()).tolist())
"""Standard deviations from the mean at which a mean is tried, and their weights (Gauss and Hermite)."""
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

    @property
    def spread(self) -> float:
        """The scale of the Student t of ln(gap) of somebody unknown."""
        return math.sqrt(self.sigma2 * (1.0 + 1.0 / self.kappa))


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
    pause: float
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
    def of(sums: Sums, prior: Prior, pause: float = PAUSE) -> Law:
        """The population's law, moved towards her own gaps as far as their number allows; `pause` is the share of pauses."""
        x, logs = sums.gaps, sums.logs
        known, freedom = prior.kappa + x, prior.nu + x
        own = np.divide(logs, x, out=np.zeros_like(logs), where=x > 0)
        mean = (prior.kappa * prior.mu + logs) / known
        within = np.maximum(sums.squares - logs * own, 0.0)
        pulled = prior.kappa * x / known * np.square(own - prior.mu)
        squares = prior.nu * prior.sigma2 + within + pulled
        spread = np.sqrt(squares / freedom * (1.0 + 1.0 / known))
        return Law(prior, pause, x, mean, spread, freedom, logs, squares)

    @property
    def usual(self) -> Floats:
        """Her usual gap, in weeks: the median of the next."""
        return np.exp(self.mean)

    @property
    def odds(self) -> Floats:
        """Of having left at her last occasion, against having stayed."""
        return self.prior.a / (self.prior.b + self.gaps)

    def survival(self, silence: Floats | float) -> Floats:
        """The share of her gaps that are longer than `silence`: how usual it is *for her*. No probability of a return."""
        prior, log = self.prior, np.log(np.maximum(silence, SHORTEST_SILENCE))
        anyone = student.below(np.asarray(prior.nu), (prior.mu - log) / prior.spread)
        return (1.0 - self.pause) * self._own(log) + self.pause * anyone

    def _own(self, log: Floats) -> Floats:
        """The same without pauses, by the silence's logarithm."""
        return student.below(self.freedom, (self.mean - log) / self.spread)

    def own_survival(self, silence: Floats) -> Floats:
        """The same without pauses: how usual it is for her rhythm itself."""
        return self._own(np.log(np.maximum(silence, SHORTEST_SILENCE)))

    def own_silence_at(self, survival: Floats | float) -> Floats:
        """The silence, in weeks, at which that has fallen so far."""
        standard = -student.point(self.freedom, np.clip(survival, FAINTEST, 1.0 - 1e-15))
        return np.exp(np.clip(self.mean + self.spread * standard, *EXTREMES))

    def silence_at(self, survival: Floats | float) -> Floats:
        """The silence, in weeks, at which her survival has fallen to that value; at most a century."""
        wanted = np.clip(survival, FAINTEST, 1.0 - 1e-15)
        own = self.mean - self.spread * student.point(self.freedom, wanted)
        anyone = self.prior.mu - self.prior.spread * student.point(np.asarray(self.prior.nu), wanted)

        def over(log: Floats) -> Floats:
            here = self.survival(np.exp(log))
            return cast(Floats, np.log(here / wanted) - np.log((1.0 - here) / (1.0 - wanted)))

        return np.exp(_crossing(over, *np.clip((np.minimum(own, anyone), np.maximum(own, anyone)), *EXTREMES)))

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

        models.md 3.3, but averaged over what her mean and variance may be, each weighed by how well it explains the
        silence: of all that she may be, the quick ones come several times. It leans a little low, as gaps do not end evenly.
        """
        silence = np.maximum(silence, SHORTEST_SILENCE)
        here, expected = np.zeros_like(silence), np.zeros_like(silence)
        for mean, spread, weight in self._possible():
            longer, first, wait = _first(mean, spread, silence, horizon)
            further = (horizon - wait) / np.exp(mean + 0.5 * np.square(np.minimum(spread, WIDEST)))
            here += weight * longer
            expected += weight * first * (1.0 + self._until_she_leaves(further))
        # A pause may end within the horizon too.
        return np.maximum(expected / (here + self.odds), self.returning(silence, horizon))

    def _possible(self) -> Iterator[tuple[Floats, Floats, float]]:
        """Means and standard deviations that ln(gap) may have, and how likely each is: fifteen points of the posterior."""
        from scipy.special import chdtri  # late: see the head of `student`

        for share in VARIANCES:
            spread = np.sqrt(self.squares / chdtri(self.freedom, share))
            for away, weight in zip(*MEANS, strict=True):
                yield self.mean + away * spread / np.sqrt(self.prior.kappa + self.gaps), spread, weight / len(VARIANCES)

    def _until_she_leaves(self, further: Floats) -> Floats:
        """How many of that many further occasions there are, if she may leave for good at each."""
        leaving = self.prior.a / (self.prior.a + self.prior.b + self.gaps)
        return (leaving - 1.0) * np.expm1(further * np.log1p(-leaving)) / leaving

    def next_gap(self, quantile: Floats | float, silence: Floats) -> Floats:
        """That quantile of the gap she is in, in weeks from her last occasion: it has lasted `silence`, and she has not left."""
        silence = np.maximum(silence, SHORTEST_SILENCE)
        return cast(Floats, np.maximum(self.silence_at((1.0 - np.asarray(quantile)) * self.survival(silence)), silence))

    def log_likelihood(self, silence: Floats) -> Floats:
        """Of all her gaps and of the silence since, without pauses: with them the gaps have no closed form."""
        from scipy.special import betaln, gammaln  # late: see the head of `student`

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
        here = np.log(np.maximum(self._own(np.log(np.maximum(silence, SHORTEST_SILENCE))), np.finfo(np.float64).tiny))
        left, stayed = betaln(prior.a + 1.0, prior.b + x), betaln(prior.a, prior.b + x + 1.0) + here
        return cast(Floats, gaps + np.logaddexp(left, stayed) - betaln(prior.a, prior.b))


def _first(mean: Floats, spread: Floats, silence: Floats, horizon: float) -> tuple[Floats, Floats, Floats]:
    """The survival of the silence, how much of it falls within the horizon, and the wait in weeks, told by its two halves."""
    from scipy.special import ndtr  # late: see the head of `student`

    here, half, end = (ndtr((mean - np.log(silence + ahead)) / spread) for ahead in (0.0, horizon / 2.0, horizon))
    early = np.divide(here - half, here - end, out=np.ones_like(here), where=here > end)
    return here, here - end, horizon * (0.75 - 0.5 * early)


def _crossing(over: Callable[[Floats], Floats], low: Floats, high: Floats) -> Floats:
    """Where `over`, which falls, is zero between `low` and `high`: false position, halving the end that stays (Illinois)."""
    at, at_low, at_high, side = low, over(low), over(high), np.zeros_like(low)
    for _ in range(STEPS):
        width = at_low - at_high
        share = np.divide(at_low, width, out=np.zeros_like(width), where=width > 0)
        at = low + (high - low) * np.clip(share, 0.0, 1.0)
        here = over(at)
        if np.abs(here).max(initial=0.0, where=width > 0) < CLOSE:
            break
        is_low = here > 0
        at_low = np.where(is_low, here, np.where(side < 0, at_low / 2.0, at_low))
        at_high = np.where(is_low, np.where(side > 0, at_high / 2.0, at_high), here)
        low, high, side = np.where(is_low, at, low), np.where(is_low, high, at), np.where(is_low, 1.0, -1.0)
    return at
