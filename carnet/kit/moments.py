"""Days, instants and zones. Nothing here reads the clock: the caller says when it is."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import enum
import zoneinfo

MICROSECOND = dt.timedelta(microseconds=1)
LEAP_DAY = (2, 29)


class LeapRule(enum.StrEnum):
    """When a person born on 29 February keeps the day in other years (laws and habits differ)."""

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


@dataclasses.dataclass(frozen=True, order=True)
class DayMonth:
    """A day of the year without its year: no age can be read from it.

    Raises ValueError for a day that no year has.
    """

    month: int
    day: int

    def __post_init__(self) -> None:
        """Refuse 31 April and the like; 2000 had a 29 February."""
        dt.date(2000, self.month, self.day)

    def in_year(self, year: int, leap: LeapRule = LeapRule.FEBRUARY_28) -> dt.date:
        """The date this falls on in `year`."""
        if (self.month, self.day) == LEAP_DAY and not calendar.isleap(year):
            return dt.date(year, 2, 28) if leap == LeapRule.FEBRUARY_28 else dt.date(year, 3, 1)
        return dt.date(year, self.month, self.day)

    def next_on(self, day: dt.date, leap: LeapRule = LeapRule.FEBRUARY_28) -> dt.date:
        """The first date on or after `day`: exactly one in every twelve months."""
        this_year = self.in_year(day.year, leap)
        return this_year if this_year >= day else self.in_year(day.year + 1, leap)


def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that IANA name. Raises ValueError when there is none."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone such as Europe/Paris.") from error


def day_of(instant: dt.datetime, zone_name: str) -> dt.date:
    """The calendar day of an instant, where the boutique is."""
    return instant.astimezone(zone(zone_name)).date()


def open_of(day: dt.date, zone_name: str) -> dt.datetime:
    """The first instant of `day` in that zone, in UTC."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=zone(zone_name)).astimezone(dt.UTC)


def close_of(day: dt.date, zone_name: str) -> dt.datetime:
    """The last instant of `day` in that zone, in UTC: what "as of that day" means."""
    return open_of(day + dt.timedelta(days=1), zone_name) - MICROSECOND
