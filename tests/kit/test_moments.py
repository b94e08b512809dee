"""What day it is where the boutique is, and when a day comes round."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carnet.kit import moments
from carnet.kit.moments import DayMonth, LeapRule

ZONES = (
    "Europe/Paris", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana", "Asia/Beirut",
    "UTC",
)  # fmt: skip
DAYS = some.dates(dt.date(2013, 1, 1), dt.date(2037, 12, 30))


@given(DAYS, some.sampled_from(ZONES))
def test_a_day_is_whole_and_the_next_begins_where_it_ends(day, zone):
    opens, closes = moments.open_of(day, zone), moments.close_of(day, zone)
    assert (moments.day_of(opens, zone), moments.day_of(closes, zone)) == (day, day)
    assert moments.day_of(opens - moments.MICROSECOND, zone) == day - dt.timedelta(days=1)
    assert closes + moments.MICROSECOND == moments.open_of(day + dt.timedelta(days=1), zone)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        ("2025-03-30", "Europe/Paris", 23),
        ("2025-10-26", "Europe/Paris", 25),
        ("2025-03-30", "Asia/Tokyo", 24),
        ("2024-03-10", "America/Havana", 23),
        ("2024-11-03", "America/Havana", 25),
    ],
)
def test_a_day_has_the_hours_the_clocks_give_it(day, zone, hours):
    on = dt.date.fromisoformat(day)
    assert moments.open_of(on + dt.timedelta(days=1), zone) - moments.open_of(on, zone) == dt.timedelta(hours=hours)


def test_an_instant_is_one_day_in_paris_and_the_next_in_tokyo():
    late = dt.datetime(2025, 3, 4, 18, 30, tzinfo=dt.UTC)
    assert [moments.day_of(late, zone).day for zone in ("America/New_York", "Europe/Paris", "Asia/Tokyo")] == [4, 4, 5]


@pytest.mark.parametrize("name", ["Paris", "", "Europe/", "../etc/passwd", "Mars/Olympus", "Europe/Paris\x00"])
def test_a_zone_that_is_none_says_so(name):
    with pytest.raises(ValueError, match="is not a time zone such as Europe/Paris"):
        moments.zone(name)


@pytest.mark.parametrize("leap", LeapRule)
@given(some.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)))
def test_every_day_comes_exactly_once_a_year_from_1900_to_2100(leap, born):
    day = DayMonth(born.month, born.day)
    came, on = [], dt.date(1900, 1, 1)
    while (on := day.next_on(on, leap)).year <= 2100:
        came.append(on.year)
        on += dt.timedelta(days=1)
    assert came == list(range(1900, 2101))


@pytest.mark.parametrize(
    ("leap", "days"),
    [
        (LeapRule.FEBRUARY_28, ["1900-02-28", "2000-02-29", "2023-02-28", "2024-02-29", "2100-02-28"]),
        (LeapRule.MARCH_1, ["1900-03-01", "2000-02-29", "2023-03-01", "2024-02-29", "2100-03-01"]),
    ],
)
def test_the_leap_day_is_kept_the_day_before_or_the_day_after(leap, days):
    leap_day = DayMonth(*moments.LEAP_DAY)
    assert [leap_day.in_year(int(day[:4]), leap).isoformat() for day in days] == days


@pytest.mark.parametrize(("month", "day"), [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0)])
def test_a_day_no_year_has_is_refused(month, day):
    with pytest.raises(ValueError, match=r"day|month"):
        DayMonth(month, day)


def test_today_counts_as_the_next_time():
    assert DayMonth(3, 14).next_on(dt.date(2025, 3, 14)) == dt.date(2025, 3, 14)
    assert DayMonth(3, 14).next_on(dt.date(2025, 3, 15)) == dt.date(2026, 3, 14)
