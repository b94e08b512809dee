"""When a phone may say something, and what."""

import datetime as dt

import pytest

from carnet.capture.rules import noticing
from carnet.capture.rules.noticing import Notice, Standing
from tests.conftest import PARIS

TUESDAY = dt.datetime(2026, 3, 10, 11, 5, tzinfo=PARIS)
MINUTE = dt.timedelta(minutes=1)


def standing(**more):
    so = {"now": TUESDAY, "works_on": [1, 2, 3], "opens_on": range(1, 7), "told_on": None, "due": 1, "came": 0}
    return Standing(**(so | more))


def at(hour, minute=0):
    return TUESDAY.replace(hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("due", "came", "said"),
    [(0, 0, None), (1, 0, Notice.PROMISE), (0, 2, Notice.NOTES), (3, 4, Notice.PROMISE)],
)
def test_a_promise_goes_before_notes_that_came_in(due, came, said):
    assert noticing.notice(standing(due=due, came=came)) == said


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (at(0), False), (at(9, 59), False), (at(10), True), (at(18, 59), True), (at(19), False), (at(23, 59), False),
    ],
)  # fmt: skip
def test_nothing_is_said_before_the_boutique_opens_or_after_it_closes(now, says):
    assert (noticing.notice(standing(now=now)) is not None) is says


@pytest.mark.parametrize("more", [{"works_on": [1, 3]}, {"opens_on": [1, 3]}, {"works_on": []}])
def test_nothing_is_said_on_a_day_of_rest(more):
    assert noticing.notice(standing(**more)) is None


@pytest.mark.parametrize(("days", "says"), [(0, False), (1, True), (7, True), (-1, False)])
def test_once_a_day(days, says):
    told = TUESDAY.date() - dt.timedelta(days=days)
    assert (noticing.notice(standing(told_on=told)) is not None) is says


def test_what_is_said_lasts_until_the_boutique_closes():
    assert noticing.seconds_left(at(18, 59)) == 60
    assert noticing.seconds_left(at(10)) == 9 * 3600
    assert noticing.seconds_left(at(20)) == 0
