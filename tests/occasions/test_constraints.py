"""What the database keeps of a date that matters, whoever writes to it."""

import datetime as dt

import pytest

from carnet.clients.actions import households
from carnet.kit import db
from carnet.kit.moments import DayMonth
from carnet.occasions.actions import noting_dates
from carnet.occasions.kinds import Recurrence
from carnet.occasions.models import Occasion
from tests.conftest import paris
from tests.factories.broken import change, refused
from tests.factories.people import THE_HOUSE

AT = paris("2025-03-04")


@pytest.fixture
def birthday(helene) -> Occasion:
    return noting_dates.note(kind="birthday", day_month=DayMonth(3, 14), client=helene, by=THE_HOUSE, at=AT)


@pytest.mark.parametrize(
    ("day", "month"), [(0, 1), (30, 2), (31, 4), (31, 6), (31, 9), (31, 11), (32, 1), (1, 0), (1, 13)]
)
def test_a_date_is_on_a_day_that_some_year_has(birthday, day, month):
    with refused("occasions_occasion_day_exists"):
        change(birthday, day=day, month=month)


def test_the_leap_day_is_a_day(birthday):
    change(birthday, day=29, month=2)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("occasions_occasion_recurrence_known", {"recurrence": "daily"}),
        ("occasions_occasion_leap_known", {"leap_rule": "never"}),
        ("occasions_occasion_certainty_known", {"certainty": "sure"}),
        ("occasions_occasion_period_real", {"period": db.between(AT, AT)}),
        ("occasions_occasion_once_has_a_year", {"recurrence": Recurrence.ONCE}),
        ("occasions_occasion_suspension_whole", {"suspended_until": dt.date(2025, 9, 1)}),
        ("occasions_occasion_suspension_whole", {"suspended_because": "delicate"}),
        ("occasions_occasion_whose", {"client": None}),
    ],
)
def test_a_date_says_whose_it_is_whether_it_returns_and_whether_it_rests(birthday, constraint, fields):
    with refused(constraint):
        change(birthday, **fields)


def test_a_date_is_a_persons_or_a_homes_and_never_both(birthday, paolo):
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=AT)
    with refused("occasions_occasion_whose"):
        change(birthday, household=home)
    change(birthday, client=None, giver=paolo)
    change(birthday, client=None, giver=None, household=home)
