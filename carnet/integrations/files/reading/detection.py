"""How a column writes its numbers and its dates, settled from samples of it before any cell is read."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable

ENOUGH = 1_000
"""How many telling cells are looked at."""
POINT_OR_COMMA = re.compile(r"[.,]")
FIGURES = re.compile(r"\d(?:[\d.,' \u2019]*\d)?")
DATE = re.compile(r"(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
YEARLESS = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?")
MONTHS, DAYS = 12, 31


@dataclasses.dataclass(frozen=True)
class Settled:
    """What a column's samples say. `sure` is false when they could as well have said something else."""

    value: str | None
    sure: bool
    example: str = ""
    """The first cell that decided it."""


def decimal_mark(samples: Iterable[str]) -> str:
    """The decimal mark of a column of numbers: "," or "."; "." when nothing tells."""
    return settle_decimal_mark(samples).value or "."


def settle_decimal_mark(samples: Iterable[str]) -> Settled:
    """The same, with whether any cell told: 1,250 alone can be a thousand or a coffee."""
    votes: dict[str, list[str]] = {".": [], ",": []}
    for sample in samples:
        if mark := _mark_of(sample):
            votes[mark].append(sample)
            if len(votes["."]) + len(votes[","]) >= ENOUGH:
                break
    winner = "," if len(votes[","]) > len(votes["."]) else "."
    loser = "." if winner == "," else ","
    if not votes[winner]:
        return Settled(".", sure=False)
    return Settled(winner, sure=not votes[loser], example=votes[winner][0])


def date_order(samples: Iterable[str]) -> str | None:
    """The order in a column of dates: "ymd", "dmy" or "mdy"; None when it cannot be told and must be asked."""
    return settle_date_order(samples).value


def settle_date_order(samples: Iterable[str]) -> Settled:
    """The same, with the cell that told. What is a date in no order is left out; a contradiction tells nothing."""
    possible = {"ymd", "dmy", "mdy"}
    example, looked_at, with_year_first = "", 0, False
    for sample in samples:
        orders = _orders_of(unicodedata.normalize("NFKC", sample).strip())
        if not orders:
            continue
        if orders == {"ymd"}:
            with_year_first = True
            continue
        left = possible & orders
        example = example or (sample if len(left) == 1 else "")
        possible, looked_at = left, looked_at + 1
        if looked_at >= ENOUGH or not left:
            break
    if not looked_at:
        # A year of four digits before the rest reads alike whatever is settled.
        return Settled("ymd", sure=True) if with_year_first else Settled(None, sure=False)
    if len(possible) != 1:
        return Settled(None, sure=False)
    return Settled(possible.pop(), sure=True, example=example)


def _mark_of(sample: str) -> str | None:
    """The decimal mark this number must have, or None when it reads well with either."""
    figures = FIGURES.search(unicodedata.normalize("NFKC", sample))
    text = figures[0] if figures else ""
    marks = POINT_OR_COMMA.findall(text)
    if not marks:
        return None
    last = marks[-1]
    other = "." if last == "," else ","
    if other in marks:
        return last if marks.count(last) == 1 else None
    if len(marks) > 1:
        return other
    before, _mark, after = text.partition(last)
    decimals = len([character for character in after if character.isdigit()])
    units = "".join(character for character in before if character.isdigit())
    return None if decimals == 3 and 1 <= len(units) <= 3 and units != "0" else last  # noqa: PLR2004 -- a group of digits


def _orders_of(text: str) -> set[str]:
    """Every order in which this is a date; none when it is not one, or is read without any order."""
    if found := DATE.match(text):
        first, second, last = found[1], int(found[3]), found[4]
        if len(first) > 2:  # noqa: PLR2004 -- a year has more than two digits
            return {"ymd"}
        orders = {"dmy": (second, int(first)), "mdy": (int(first), second)}
        if len(last) <= 2:  # noqa: PLR2004
            orders["ymd"] = (second, int(last))
    elif found := YEARLESS.fullmatch(text):
        first_number, second_number = int(found[1]), int(found[2])
        orders = {"dmy": (second_number, first_number), "mdy": (first_number, second_number)}
    else:
        return set()
    return {order for order, (month, day) in orders.items() if 1 <= month <= MONTHS and 1 <= day <= DAYS}
