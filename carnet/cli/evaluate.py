"""carnet evaluate: what Carnet would have said on a past day, of records it is given in a file. No house is needed."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from carnet.cli import DONE, Sentence
from carnet.cli.evaluating import answers, events
from carnet.intelligence.rules import days, fitting, lately, replenishment
from carnet.intelligence.rules.rhythm import Floats, Law, Sums

HELP = "say what Carnet would have foreseen on a past day, from a file of events"
LONGEST = 520
"""Weeks ahead: ten years."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Rhythm, or replenishment."""
    what = parser.add_subparsers(dest="what", metavar="WHAT", parser_class=type(parser))
    rhythm = what.add_parser("rhythm", help="who comes back, and how often: client_id,p_return,expected_purchases")
    rhythm.add_argument("--calibration-end", type=_day, required=True, metavar="DAY", help="the last day known")
    rhythm.add_argument("--horizon-weeks", type=_weeks, required=True, metavar="N", help="weeks foreseen")
    due = what.add_parser("replenishment", help="what is needed when, in days since the last purchase")
    due.add_argument("--as-of", type=_day, required=True, metavar="DAY", help="the last day known")
    for each in (rhythm, due):
        each.add_argument(
            "--events", type=Path, required=True, metavar="FILE", help="Parquet or CSV, one row per event"
        )
        each.add_argument("--out", type=Path, required=True, metavar="FILE", help="the CSV to write")


def run(options: argparse.Namespace) -> int:
    """Read, foresee, write."""
    if options.what is None:
        raise Sentence("Say what to evaluate: rhythm or replenishment.")
    if options.events.absolute() == options.out.absolute():
        raise Sentence("The answers would be written over the events: name another file for them.")
    (_rhythm if options.what == "rhythm" else _replenishment)(options)
    return DONE


def _rhythm(options: argparse.Namespace) -> None:
    weeks = options.horizon_weeks
    known = events.read(options.events, ("client_id",), options.calibration_end)
    sums, silences, has_bought = _histories(known, options.calibration_end)
    prior = fitting.fit(sums.at(has_bought), silences[has_bought])
    law = Law.of(sums, prior)
    told = map(_rounded, (law.returning(silences, weeks), law.purchases(silences, weeks)))
    columns: list[Sequence[object]] = [*known.names, *told]
    answers.write(options.out, ("client_id", "p_return", "expected_purchases"), columns)


def _replenishment(options: argparse.Namespace) -> None:
    known = events.read(options.events, ("category", "household_id"), options.as_of)
    evening, (sums, silences, has_bought) = _evening(options.as_of), _histories(known, options.as_of)
    categories, category = np.unique(known.names[0], return_inverse=True)
    _, person = np.unique(known.names[1], return_inverse=True)
    laws = replenishment.priors(category[has_bought], len(categories), sums.at(has_bought), silences[has_bought])
    due = replenishment.due(category, person, sums, silences, laws)
    owner, day = days.occasions(known.owner, known.day, known.amount)
    records = lately.Records(category, person, owner, day, person[owner], day)
    soon = lately.learn(records, evening, laws).soon(due.soon, records, evening)
    told = map(_rounded, (due.median, due.soonest, due.latest, soon))
    columns: list[Sequence[object]] = [known.names[1], known.names[0], *told]
    answers.write(options.out, ("household_id", "category", "gap_median", "gap_lo", "gap_hi", "p7"), columns)


def _histories(known: events.Events, today: dt.date) -> tuple[Sums, Floats, npt.NDArray[np.bool_]]:
    """The sums and the silence of each owner, and who has an occasion; the silence of the others is that since we know them."""
    evening, owners = _evening(today), len(known.names[0])
    owner, day = days.occasions(known.owner, known.day, known.amount)
    sums, last = days.summed(owner, day, owners)
    seen = np.full(owners, -1, dtype=np.int64)
    np.maximum.at(seen, known.owner, known.day)
    return sums, days.silences(np.where(last < 0, seen, last), evening), last >= 0


def _evening(today: dt.date) -> int:
    return (today - events.EPOCH).days


def _rounded(values: Floats) -> list[float]:
    rounded: list[float] = np.round(values, 8).tolist()
    return rounded


def _day(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said} is no day: write it as 2011-03-31") from None


def _weeks(said: str) -> int:
    if not said.isdecimal() or not 0 < int(said) <= LONGEST:
        raise argparse.ArgumentTypeError(f"{said} is no number of weeks from 1 to {LONGEST}")
    return int(said)
