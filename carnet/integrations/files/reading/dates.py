"""Days and moments, however they were written, never guessed where they can be read as two."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import functools
import re
import unicodedata

from carnet.integrations.files.reading import calendars
from carnet.integrations.files.reading.sentences import Refused

ORDERS = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}
"""Where the year, the month and the day stand in each order."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
OLDEST_BIRTH = 1905
"""Before it a birth year is a placeholder (1604 from Apple, 1900 from old tills): nobody older is alive."""
PIVOT = 69
"""Two-digit years from it on belong to the last century, as POSIX strptime has it."""
SERIALS = (20_000, 80_000)
"""Days since 1899-12-30 as spreadsheets count them: October 1954 to January 2119."""
MONTHS, LEAP_YEAR = range(1, 13), 2000
SERIAL_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 -- a spreadsheet's day has no zone

TIME = re.compile(
    r"(?:(?<=\d)t|[\s,]+(?:at|à|um|alle|a las)?\s*)"
    r"(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?)?"
    r"\s*(?P<half>[ap])?(?(half)\.?\s?m\.?)(?:\s?(?:uhr|hrs|h))?\s*(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d|[a-z]{2,5})?"
)
NUMERIC = re.compile(r"(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,4})")
COMPACT = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)")
SERIAL = re.compile(r"(\d{5})(?:[.,](\d{1,15}))?")
YEARLESS = re.compile(r"(?P<dashes>--)?(\d{1,2})(?(dashes)-?|\s?[-/.]\s?)(\d{1,2})\.?")
EASTERN = re.compile(r"(?:(\d{1,4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


@dataclasses.dataclass(frozen=True)
class Written:
    """A date as it stands: the year as its digits ("" where there is none), and the time of day if there is one."""

    year: str
    month: int
    day: int
    time: dt.time | None = None


def moment(text: str, *, order: str | None, zone: dt.tzinfo) -> dt.datetime:
    """The instant, in UTC. `order` ("ymd", "dmy", "mdy" or None) reads 01/02/2024; a date alone is its first instant.

    Without an offset the time is of `zone`: in the hour that spring skips, an hour later; in the one that autumn
    repeats, the first. Raises Refused (not_a_date, impossible_date, ambiguous_date, unknown_zone).
    """
    return _moment(text, order, zone)


@functools.lru_cache(maxsize=4096)
def _moment(text: str, order: str | None, zone: dt.tzinfo) -> dt.datetime:
    """Cached, because the lines of one sale repeat its moment."""
    read = _iso(text)
    if read is None:
        written = _written(text, order)
        read = dt.datetime.combine(_date(written, text), written.time or dt.time.min)
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Refused("impossible_date", text=text)
    aware = read if read.tzinfo else read.replace(tzinfo=zone)
    return aware.astimezone(dt.UTC)


def day(text: str, *, order: str | None) -> dt.date:
    """The calendar day as it is written; a time beside it is left out. Raises Refused as `moment` does."""
    found = _date(_written(text, order), text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused("impossible_date", text=text)
    return found


def day_month(text: str, *, order: str | None) -> tuple[int, int, int | None]:
    """The month, the day and the year of a birthday or an anniversary; the year is None unless it is sure.

    12/10, 10 Dec and --12-10 have none; nor have 1604 and the like, which stand for none, and '54, which is two
    centuries. Raises Refused as `moment` does.
    """
    written = _yearless(_plain(text), text, order) or _written(text, order)
    year = int(written.year) if len(written.year) == len("1985") else 0
    if year > LAST_YEAR:
        raise Refused("impossible_date", text=text)
    if year < OLDEST_BIRTH:
        return written.month, written.day, None
    return written.month, written.day, _date(written, text).year


def _iso(text: str) -> dt.datetime | None:
    """The common case, at the speed of C: 2026-05-01T10:00:00.000Z and 2026-05-01 10:00:00 +0200."""
    if text[4:5] != "-" or text[7:8] != "-":
        return None
    try:
        return dt.datetime.fromisoformat(text if text[19:20] != " " else text[:19] + text[20:])
    except ValueError:
        return None


def _plain(text: str) -> str:
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(" ,-")
    return EASTERN.sub(lambda found: f"{found[1] or '-'}-{found[2]}-{found[3]}", folded, count=1)


def _written(text: str, order: str | None) -> Written:
    plain = _plain(text)
    if found := SERIAL.fullmatch(plain):
        return _from_serial(found, text)
    if found := COMPACT.fullmatch(plain):
        return _only({(found[1], int(found[2]), int(found[3]))}, text)
    dated = _dated(plain, text, order)
    for found in () if dated else TIME.finditer(plain):
        if found.end() == len(plain) and (found["minute"] or found["half"]):
            dated = _dated(plain[: found.start()].rstrip(" ,"), text, order)
            if dated:
                return _timed(dated, found, text)
    if dated is None:
        raise Refused("not_a_date", text=text)
    return dated


def _dated(plain: str, text: str, order: str | None) -> Written | None:
    """A date without a time, in figures or with the name of its month; None when it is neither."""
    plain = calendars.without_weekday(plain)
    if found := NUMERIC.fullmatch(plain):
        return _from_figures((found[1], found[3], found[4]), text, order)
    named = calendars.with_month_name(plain)
    return _only({named}, text) if named else None


def _from_figures(figures: tuple[str, str, str], text: str, order: str | None) -> Written:
    """Three numbers, in the order that is said, or in the only one in which they are a date."""
    first, _second, last = map(len, figures)
    if first > 2:  # noqa: PLR2004 -- a year has more than two digits
        orders: tuple[str, ...] = ("ymd",)
    elif last > 2:  # noqa: PLR2004
        orders = (order,) if order in {"dmy", "mdy"} else ("dmy", "mdy")
    else:
        orders = (order,) if order else tuple(ORDERS)
    readings = {(figures[y], int(figures[m]), int(figures[d])) for y, m, d in map(ORDERS.__getitem__, orders)}
    return _only(readings, text)


def _yearless(plain: str, text: str, order: str | None) -> Written | None:
    if found := YEARLESS.fullmatch(plain):
        first, second = int(found[2]), int(found[3])
        if found["dashes"] or order in {"ymd", "mdy"}:
            return _only({("", first, second)}, text)
        return _only({("", second, first)} if order else {("", first, second), ("", second, first)}, text)
    named = calendars.with_month_name(plain, year=False)
    return _only({named}, text) if named else None


def _only(readings: set[tuple[str, int, int]], text: str) -> Written:
    """The one reading that is a day of some year. Raises Refused when none is, or two are."""
    possible = [
        (year, month, day)
        for year, month, day in readings
        if month in MONTHS and 1 <= day <= calendar.monthrange(LEAP_YEAR, month)[1]
    ]
    if not possible:
        raise Refused("impossible_date", text=text)
    if len(possible) > 1:
        raise Refused("ambiguous_date", text=text)
    return Written(*possible[0])


def _from_serial(found: re.Match[str], text: str) -> Written:
    days = int(found[1])
    if not SERIALS[0] <= days <= SERIALS[1]:
        raise Refused("not_a_date", text=text)
    read = SERIAL_EPOCH + dt.timedelta(days=days, seconds=round(float(f"0.{found[2] or 0}") * 86_400))
    return Written(f"{read.year:04}", read.month, read.day, read.time() if found[2] else None)


def _timed(date: Written, found: re.Match[str], text: str) -> Written:
    hour, half, zone = int(found["hour"]), found["half"], found["zone"]
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 -- on a clock of twelve hours
            raise Refused("impossible_date", text=text)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        fraction = int((found["fraction"] or "0")[:6].ljust(6, "0"))
        time = dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0), fraction, tzinfo=_offset(zone, text))
    except ValueError:
        raise Refused("impossible_date", text=text) from None
    return dataclasses.replace(date, time=time)


def _offset(zone: str | None, text: str) -> dt.tzinfo | None:
    if not zone:
        return None
    if zone in {"z", "utc", "gmt"}:
        return dt.UTC
    if zone[0] not in "+-":
        raise Refused("unknown_zone", text=text)
    digits = zone[1:].replace(":", "")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if zone[0] == "-" else offset)


def _date(written: Written, text: str) -> dt.date:
    year = int(written.year)
    if len(written.year) <= 2:  # noqa: PLR2004 -- a year of two digits
        year += 1900 if year >= PIVOT else 2000
    try:
        return dt.date(year, written.month, written.day)
    except ValueError:
        raise Refused("impossible_date", text=text) from None
