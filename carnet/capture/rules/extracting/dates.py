"""Days said in words: which day, month and year they are, seen from the day of the note."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping

from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Dates, Page

SATURDAY, SUNDAY = 5, 6
DECEMBER, CHRISTMAS_DAY = 12, 25
LONGEST_WAIT = 60


@dataclasses.dataclass(frozen=True)
class When:
    """A day, or a month, and where the sentence says it. `due` is the last day that keeps the word."""

    start: int
    end: int
    due: dt.date
    day: int | None
    month: int
    year: int
    year_said: bool = False


def said(line: Line, page: Page, on: dt.date) -> list[When]:
    """The days a sentence names, in their order; those gone by are left out, and name no other."""
    taken = list[tuple[int, int]]()
    found = list[When]()
    for day in page.dates.days:
        for match in day.pattern.finditer(line.plain):
            start, end = match.span()
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            taken.append((start, end))
            if (when := _resolved(day.kind, match, page.dates, on)) is not None:
                found.append(when)
    return sorted(found, key=lambda each: each.start)


def _resolved(kind: str, match: re.Match[str], dates: Dates, on: dt.date) -> When | None:
    groups = match.groupdict()
    try:
        if kind in {"date", "month"}:
            return _of_a_month(match, groups, dates, on)
        due = READ[kind](groups, dates, on) if kind in READ else None
    except (ValueError, OverflowError, KeyError):
        return None  # the thirty-first of June, or a word that is no day after all
    if due is None:
        return None
    day = None if kind == "next_month" else due.day
    return When(*match.span(), due, day, due.month, due.year)


def _of_a_month(match: re.Match[str], groups: Mapping[str, str | None], dates: Dates, on: dt.date) -> When:
    word = groups.get("m") or ""
    month = int(word) if word.isdigit() else dates.months[word]
    day = int(groups["d"] or 0) if groups.get("d") else None
    year = int(groups["y"] or 0) if groups.get("y") else None
    if year is None:
        year = on.year + ((month, day or 31) < (on.month, on.day if day else 0))
        if day == 29 and month == 2:  # noqa: PLR2004 -- the next year that has it
            while not calendar.isleap(year):
                year += 1
        said = False
    else:
        year, said = year + (2000 if year < 100 else 0), True  # noqa: PLR2004 -- 27 is 2027
    due = dt.date(year, month, day or calendar.monthrange(year, month)[1])
    return When(*match.span(), due, day, month, year, year_said=said)


def _weekday(groups: Mapping[str, str | None], dates: Dates, on: dt.date) -> dt.date:
    ahead = (dates.weekdays[groups["w"] or ""] - on.weekday()) % 7
    return on + dt.timedelta(days=ahead or 7)


def _weekday_next_week(groups: Mapping[str, str | None], dates: Dates, on: dt.date) -> dt.date:
    return _next_week(groups, dates, on) + dt.timedelta(days=dates.weekdays[groups["w"] or ""])


def _next_week(_groups: Mapping[str, str | None], _dates: Dates, on: dt.date) -> dt.date:
    return on + dt.timedelta(days=7 - on.weekday())


def _day(groups: Mapping[str, str | None], _dates: Dates, on: dt.date) -> dt.date:
    day = int(groups["d"] or 0)
    month, year = (on.month, on.year) if day >= on.day else _month_after(on)
    while day > calendar.monthrange(year, month)[1] and day <= 31:  # noqa: PLR2004 -- the 31st, said in June
        month, year = _month_after(dt.date(year, month, 1))
    return dt.date(year, month, day)


def _month_after(on: dt.date) -> tuple[int, int]:
    return (1, on.year + 1) if on.month == DECEMBER else (on.month + 1, on.year)


def _in(groups: Mapping[str, str | None], dates: Dates, on: dt.date) -> dt.date | None:
    return _after(int(groups.get("n") or 1), dates.units[groups["u"] or ""], on)


def _in_two(groups: Mapping[str, str | None], dates: Dates, on: dt.date) -> dt.date | None:
    return _after(2, dates.units[groups["u"] or ""], on)


def _after(count: int, unit: str, on: dt.date) -> dt.date | None:
    if count > LONGEST_WAIT:
        return None
    if unit != "month":
        return on + dt.timedelta(days=count * (7 if unit == "week" else 1))
    month, year = (on.month - 1 + count) % 12 + 1, on.year + (on.month - 1 + count) // 12
    return dt.date(year, month, min(on.day, calendar.monthrange(year, month)[1]))


def _last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _next_month(_groups: Mapping[str, str | None], _dates: Dates, on: dt.date) -> dt.date:
    month, year = _month_after(on)
    return _last_of(year, month)


def _christmas(on: dt.date) -> dt.date:
    this = dt.date(on.year, DECEMBER, CHRISTMAS_DAY)
    return this if this >= on else this.replace(year=on.year + 1)


def _coming(weekday: int, on: dt.date) -> dt.date:
    return on + dt.timedelta(days=(weekday - on.weekday()) % 7)


READ: Mapping[str, Callable[[Mapping[str, str | None], Dates, dt.date], dt.date | None]] = {
    "past": lambda _groups, _dates, _on: None,
    "weekday": _weekday,
    "weekday_next_week": _weekday_next_week,
    "day": _day,
    "in": _in,
    "in_two": _in_two,
    "today": lambda _groups, _dates, on: on,
    "tomorrow": lambda _groups, _dates, on: on + dt.timedelta(days=1),
    "after_tomorrow": lambda _groups, _dates, on: on + dt.timedelta(days=2),
    "next_week": _next_week,
    "this_week": lambda _groups, _dates, on: _coming(SUNDAY, on),
    "weekend": lambda _groups, _dates, on: _coming(SATURDAY, on),
    "next_month": _next_month,
    "day_next_month": lambda groups, dates, on: _next_month(groups, dates, on).replace(day=int(groups["d"] or 0)),
    "month_end": lambda _groups, _dates, on: _last_of(on.year, on.month),
    "year_end": lambda _groups, _dates, on: dt.date(on.year, DECEMBER, 31),
    "christmas": lambda _groups, _dates, on: _christmas(on),
    "before_christmas": lambda _groups, _dates, on: _christmas(on) - dt.timedelta(days=1),
}
"""How each kind of day in words is read; what is past names no day."""
