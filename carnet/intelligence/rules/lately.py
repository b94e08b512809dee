"""How likely what runs out is bought this week, once it is seen how the person has bought of late (docs/decisions/0008).

The law of a series sees its own dates only. Whether she came lately at all, whether oftener than she used to, and how often she
came without buying this says more, and the house's own past weeks say how much more: a logistic regression beside the law's word,
kept near nothing, and dropped unless it foresaw the last week better. Only what was known on each of those evenings is read.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from carnet.intelligence.rules import days, replenishment
from carnet.intelligence.rules.days import Whole
from carnet.intelligence.rules.rhythm import Floats, Prior, Sums

WEEKS = 6
"""Past weeks learnt from; the last of them is kept aside to judge by."""
FEWEST = 300
"""Series in the week kept aside, below which nothing is learnt."""
LONGEST = 120.0 / 7.0
"""Weeks of silence: after it a series is most often over, and tells the others nothing."""
LATELY, OF_LATE = 56, 28
"""Days in which her purchases, and the days on which she came, are counted."""
HELD = 30.0
"""By how much each weight is held at nothing: as that many series of an even chance would, were a term as wide as it is."""
TERMS = 8
STEPS, CLOSE = 30, 1e-9
CERTAIN = 1e-12


@dataclasses.dataclass(frozen=True, slots=True)
class Records:
    """Series, their occasions, and all that was bought; days and owners as in `days`, in order, each pair once."""

    categories: Whole
    """Of each series."""
    persons: Whole
    """Of each series."""
    owner: Whole
    """The series of each occasion."""
    day: Whole
    buyer: Whole
    """The person of each thing bought on a day, whatever it is: one entry per person, thing and day."""
    bought: Whole
    """Its day."""

    def until(self, evening: int) -> Records:
        """What was known on that evening."""
        known, seen = self.day <= evening, self.bought <= evening
        return dataclasses.replace(
            self, owner=self.owner[known], day=self.day[known], buyer=self.buyer[seen], bought=self.bought[seen]
        )

    def series(self, evening: int) -> tuple[Sums, Floats]:
        """The sums and the silence of each."""
        sums, last = days.summed(self.owner, self.day, len(self.persons))
        return sums, days.silences(last, evening)


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """What is added to the logit of the law's word, a constant first, then one for each of `_terms`; none: nothing is."""

    of: tuple[float, ...] = ()

    def soon(self, said: Floats, records: Records, evening: int) -> Floats:
        """The chance `said` by the law for each series, corrected where it is known well enough."""
        sums, _silences = records.series(evening)
        known = sums.gaps + 1 >= replenishment.FEWEST_OCCASIONS
        if not self.of or not known.any():
            return said
        terms = _terms(said, records, evening)
        return np.where(known, _chance(_logit(said) + terms @ np.array(self.of)), said)


def learn(records: Records, evening: int, known: list[Prior]) -> Weights:
    """From the weeks that ended by that evening: of all but the last, if the last is better foreseen with them, then of all."""
    weeks = [_week(records, evening - 7 * back, known) for back in range(WEEKS, 0, -1)]
    *earlier, (terms, said, came) = weeks
    if len(came) < FEWEST:
        return Weights()
    weights = _fitted(earlier)
    raw, corrected = _chance(said), _chance(said + terms @ weights)
    better = all(loss(corrected, came) < loss(raw, came) for loss in (_brier, _log_loss))
    return Weights(tuple(map(float, _fitted(weeks)))) if better else Weights()


def _week(records: Records, evening: int, known: list[Prior]) -> tuple[Floats, Floats, Floats]:
    """Of the series alive on that evening: what was to be seen, the logit of what the law said, and who came within the week."""
    past = records.until(evening)
    sums, silences = past.series(evening)
    alive = (sums.gaps + 1 >= replenishment.FEWEST_OCCASIONS) & (silences <= LONGEST)
    said = replenishment.soon(records.categories, records.persons, sums, silences, known)
    came = np.zeros(len(said))
    came[records.owner[(records.day > evening) & (records.day <= evening + replenishment.SOON)]] = 1.0
    return _terms(said, past, evening)[alive], _logit(said[alive]), came[alive]


def _terms(said: Floats, records: Records, evening: int) -> Floats:
    """A column for each thing seen, and a row for each series.

    One; the law's own word; of her gaps how many, and how uneven; the person's purchases lately; her visits of late beside the
    usual, and how long ago the last was; the share of all her visits since she last took this.
    """
    people = int(records.persons.max()) + 1
    visit = np.unique(records.buyer * days.DAYS + records.bought)
    buyer, day = visit // days.DAYS, visit % days.DAYS
    sums, last = days.summed(records.owner, records.day, len(records.persons))
    first, latest = np.full(people, evening), np.zeros(people, dtype=np.int64)
    np.minimum.at(first, buyer, day)
    np.maximum.at(latest, buyer, day)
    visits = np.bincount(buyer, minlength=people)
    lately = np.bincount(records.buyer[records.bought > evening - LATELY], minlength=people)
    of_late = np.bincount(buyer[day > evening - OF_LATE], minlength=people)
    usual = visits * OF_LATE / np.maximum(evening - first + 1, OF_LATE)
    hers, x = records.persons, np.maximum(sums.gaps, 1.0)
    uneven = np.sqrt(np.maximum(sums.squares / x - np.square(sums.logs / x), 0.0))
    after = np.searchsorted(visit, hers * days.DAYS + days.DAYS - 1) - np.searchsorted(
        visit, hers * days.DAYS + last, "right"
    )
    return np.column_stack((
        np.ones(len(said)), _logit(said), np.log1p(sums.gaps), uneven, np.log1p(lately)[hers],
        np.log((of_late + 1.0) / (usual + 1.0))[hers], np.log1p(np.maximum(evening - latest, 0))[hers],
        after / (visits[hers] + 1.0),
    ))  # fmt: skip


def _fitted(weeks: list[tuple[Floats, Floats, Floats]]) -> Floats:
    """By Newton's steps, each term measured by how widely it varies; the constant is free."""
    terms, offset, came = (np.concatenate(each) for each in zip(*weeks, strict=True))
    width = np.maximum(terms.std(axis=0), CERTAIN)
    centre = terms.mean(axis=0)
    centre[0], width[0] = 0.0, 1.0
    scaled = (terms - centre) / width
    held = np.diag([CERTAIN, *[HELD / 4.0] * (scaled.shape[1] - 1)])
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = _chance(offset + scaled @ weights)
        slope = scaled.T @ (came - chance) - held @ weights
        step = np.linalg.solve((scaled.T * (chance * (1.0 - chance))) @ scaled + held, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    weights /= width
    weights[0] -= centre[1:] @ weights[1:]
    return weights


def _logit(chance: Floats) -> Floats:
    chance = np.clip(chance, CERTAIN, 1.0 - CERTAIN)
    return np.log(chance / (1.0 - chance))


def _chance(logit: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-logit))


def _brier(said: Floats, came: Floats) -> float:
    return float(np.mean(np.square(said - came)))


def _log_loss(said: Floats, came: Floats) -> float:
    said = np.clip(said, CERTAIN, 1.0 - CERTAIN)
    return -float(np.mean(came * np.log(said) + (1.0 - came) * np.log(1.0 - said)))
