"""A date that seems to matter to somebody who gives: the same weeks of several years, and not merely December (models.md 5).

A year is read in 26 windows of a month, each half a month after the last, so that a date on the border of two months is
found as well as any other. A window has been hit in a year when something was given in it; how surprising that is depends
on how much she gives at other times, and on how much everybody gives then. What the date is, nobody here guesses.

Days are counted from 1 January 1970. Within a year they are numbered from 0 to 364: 29 February is 28 February's twin.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import types
from collections.abc import Collection, Mapping
from typing import cast

import numpy as np
import numpy.typing as npt

from carnet.intelligence.rules.rhythm import Floats

type Whole = npt.NDArray[np.int64]
type Flags = npt.NDArray[np.bool_]

YEAR = 365
LEAP_DAY = 59
"""The number of 29 February, where there is one: it is told as the day before."""
WINDOWS, STEP, LENGTH = 26, 14, 30
"""Windows of a year, the days between their beginnings, and how long each is."""
STARTS = STEP * np.arange(WINDOWS)
MATTERS = 0.06
"""The share of a client's months that hold a date for which she gives. This and the next four: models.md 5."""
OF_A_WINDOW = MATTERS * 12 / WINDOWS
"""The same of one of 26 windows, the best of which is kept."""
GIVEN, GIVEN_YEARS = 0.8, 1.2
"""Gifts, and years, that everybody is given before her own."""
AGAIN, MISSED = 3.0, 2.0
"""Of a date that matters, how often it is kept: Beta."""
LABELLED = 8.0
"""How much likelier it is when she named an occasion."""

ASKED_ABOUT = 0.5
"""From it on a date is asked about."""
MOST = 3
"""Dates of one person."""
NARROWEST, SPREADS = 7, 1.5
"""Days around the middle of the days on which was given, at least; and how many of their spread (MAD)."""
LEAD, BEFORE_IT = 21, 14
"""Days between buying and giving until two are known; and days before one buys that one speaks of it."""

DECEMBER = 0.171
"""The share of the year's gifts that fall in December, where a house has few of its own: what models.md 5 was measured with."""
NONE: Mapping[int, Collection[int]] = types.MappingProxyType({})
ADVENT = np.arange(334, 358)
"""1 to 24 December."""
PSEUDO_GIFTS = 200.0
"""How many gifts of its own outweigh what a house starts from."""


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """Somebody's gifts in one window of the year."""

    number: int
    probability: float
    hits: int
    years: int
    gifts: tuple[int, ...]
    """Which, by their place in what was read."""


@dataclasses.dataclass(frozen=True, slots=True)
class When:
    """Days of a year without the year, as “MM-DD”: between which the date lies, and when one speaks of it."""

    first: str
    last: str
    approach: str


def probability(
    *, hits: Floats, years: Floats, gifts: Floats, share: Floats, labelled: Flags, matters: float = MATTERS
) -> Floats:
    """That a window in which something was given in `hits` of `years` years holds a date that matters to her.

    `gifts` are all of hers in those years, `share` is the part of everybody's that falls in the window.
    """
    from scipy.special import betaln, expit  # late: 0.4 s and 35 MB for whoever never asks

    rate = (GIVEN + gifts - hits) / (GIVEN_YEARS + years * (1.0 - share))
    by_chance = -np.expm1(-rate * share)
    again = betaln(AGAIN + hits, MISSED + years - hits) - betaln(AGAIN, MISSED)
    chance = hits * np.log(by_chance) + (years - hits) * np.log1p(-by_chance)
    named = np.where(labelled, math.log(LABELLED), 0.0)
    return cast(Floats, expit(math.log(matters / (1.0 - matters)) + again - chance + named))


def next_year(*, matters: Floats, hits: Floats, years: Floats, gifts: Floats, share: Floats) -> Floats:
    """The probability of a gift in that window next year."""
    rate = (GIVEN + gifts - hits) / (GIVEN_YEARS + years * (1.0 - share))
    by_chance = -np.expm1(-rate * share)
    return matters * (AGAIN + hits) / (AGAIN + MISSED + years) + (1.0 - matters) * by_chance


def of_the_year(days: Whole) -> tuple[Whole, Whole]:
    """The year of each day, and its number from 0 to 364 in it."""
    dates = days.astype("datetime64[D]")
    years = dates.astype("datetime64[Y]")
    number = (dates - years).astype(np.int64)
    year = years.astype(np.int64) + 1970
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return year, number - (leap & (number >= LEAP_DAY))


def falls_in(numbers: Whole) -> Flags:
    """Whether each day, by its number in the year, falls in each window: one row per day, 26 columns."""
    after = (numbers[:, None] - STARTS) % YEAR
    return after < LENGTH


def shares(numbers: Whole) -> Floats:
    """The part of everybody's gifts that falls in each window, from those of the house and from what it starts with."""
    days = np.full(YEAR, (1.0 - DECEMBER) / (YEAR - len(ADVENT)))
    days[ADVENT] = DECEMBER / len(ADVENT)
    counted = PSEUDO_GIFTS * days + np.bincount(numbers, minlength=YEAR)
    return (counted / counted.sum()) @ falls_in(np.arange(YEAR))


@dataclasses.dataclass(frozen=True, slots=True)
class Giving:
    """What people gave: `owner`, `day` and `labelled` have one entry per gift, `first` one per owner.

    `first` is the day of her first purchase of any kind, from which her years count; `labelled` whether she named an occasion.
    """

    owner: Whole
    day: Whole
    labelled: Flags
    first: Whole


def observed(first: Whole, last: int) -> tuple[Whole, Whole]:
    """Per owner and window: the first year all of which came after her first purchase, and how many had passed by `last`."""
    begun, number = of_the_year(first)
    year, today = of_the_year(np.array([last]))
    earliest = begun[:, None] + (number[:, None] > STARTS)
    latest = year - (today < STARTS + LENGTH)
    return earliest, np.maximum(latest - earliest + 1, 0)


def matter(
    giving: Giving, *, last: int, share: Floats, silent: Mapping[int, Collection[int]] = NONE
) -> dict[int, list[Window]]:
    """By owner, the windows of her year that seem to matter on the day `last`, the likeliest first; of two that overlap, one.

    `silent` are, by owner, the windows that nobody is asked about.
    """
    year, number = of_the_year(giving.day)
    earliest, years = observed(giving.first, last)
    turn = year[:, None] - (number[:, None] < STARTS) - earliest[giving.owner]
    counts = (turn >= 0) & (turn < years[giving.owner])
    inside = falls_in(number) & counts
    gifts, hits, labelled = np.zeros((3, *years.shape))
    np.add.at(gifts, giving.owner, counts)
    gift, window = np.nonzero(inside)
    once = np.unique(np.stack([giving.owner[gift], window, turn[gift, window]]), axis=1)
    np.add.at(hits, (once[0], once[1]), 1.0)
    np.maximum.at(labelled, giving.owner, inside & giving.labelled[:, None])
    likely = probability(
        hits=hits, years=years.astype(np.float64), gifts=gifts, share=share, labelled=labelled > 0, matters=OF_A_WINDOW
    )
    likely[hits == 0] = 0.0
    for whose, windows in silent.items():
        likely[whose, list(windows)] = 0.0
    found = {}
    for owner in np.flatnonzero((likely >= ASKED_ABOUT).any(axis=1)):
        hers = inside & (giving.owner == owner)[:, None]
        found[int(owner)] = [
            Window(each, float(likely[owner, each]), int(hits[owner, each]), int(years[owner, each]),
                   tuple(int(gift) for gift in np.flatnonzero(hers[:, each])))
            for each in _best(likely[owner])
        ]  # fmt: skip
    return found


def _best(likely: Floats) -> list[int]:
    kept: list[int] = []
    for number in map(int, np.argsort(-likely, kind="stable")):
        if likely[number] < ASKED_ABOUT or len(kept) == MOST:
            break
        if all(_apart(number, other) for other in kept):
            kept.append(number)
    return kept


def led_to_by(day: dt.date) -> set[int]:
    """The windows in which one buys for a date that falls on that day of the year."""
    _year, number = of_the_year(np.array([(day - dt.date(1970, 1, 1)).days]))
    return set(map(int, np.flatnonzero((number - STARTS) % YEAR < LENGTH + LEAD + BEFORE_IT)))


def overlapping(window: int) -> set[int]:
    """That window, and those that have a day in common with it."""
    return {other for other in range(WINDOWS) if not _apart(window, other)}


def _apart(one: int, other: int) -> bool:
    """Whether two windows have no day in common."""
    between = STEP * abs(one - other)
    return LENGTH <= between <= YEAR - LENGTH


def when(given: Whole, occasions: Whole, leads: Whole) -> When:
    """Where in the year those days lie, as days without a year.

    `occasions` are the days that were named, if any, and `leads` the days between buying and them; without any, the days on
    which was given are what there is.
    """
    _years, numbers = of_the_year(occasions if len(occasions) else given)
    middle, spread = middle_of(numbers)
    wide = max(NARROWEST, math.ceil(SPREADS * spread))
    lead = 0.0
    if len(occasions):
        lead = float(np.median(leads)) if len(leads) > 1 else LEAD
    return When(_said(middle - wide), _said(middle + wide), _said(middle - lead - BEFORE_IT))


def middle_of(numbers: Whole) -> tuple[float, float]:
    """The circular mean of days of the year, and their median distance from it."""
    turned = numbers * (2 * math.pi / YEAR)
    middle = math.atan2(float(np.sin(turned).sum()), float(np.cos(turned).sum())) * YEAR / (2 * math.pi) % YEAR
    away = np.abs(numbers - middle)
    return middle, float(np.median(np.minimum(away, YEAR - away)))


def _said(number: float) -> str:
    day = dt.date(2001, 1, 1) + dt.timedelta(days=round(number) % YEAR)
    return day.strftime("%m-%d")
