"""Our reading tried on the house's own past."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from django.db import transaction

from bench import filling
from carnet.intelligence import tasks
from carnet.intelligence.actions import trying
from carnet.intelligence.kinds import Act
from carnet.intelligence.models import Census, Trial
from carnet.intelligence.queries import trials
from carnet.journal.models import Line
from carnet.purchases.actions import recording
from carnet.purchases.models import Sale
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

NOW = paris("2026-11-19")
PEOPLE = filling.Size(people=240, encounters=3_000)


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    """A house of three years, nine hundred sales."""
    with django_db_blocker.unblock(), transaction.atomic():
        filling.lay(PEOPLE, NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def house(filled, db):
    """It, for one test."""


def tried(at=NOW):
    return trying.try_the_past(by=people.THE_HOUSE, at=at)


@pytest.mark.django_db
def test_a_house_of_one_day_is_not_tried(vauclair):
    assert tried() == []


def test_every_period_with_half_a_year_before_it_is_tried_once(house):
    made = tried()
    assert [trial.cut_on for trial in made] == [dt.date(2026, 6, 29) - dt.timedelta(weeks=13 * n) for n in range(8)]
    assert {trial.weeks for trial in made} == {13}
    assert all(sum(part["clients"] for part in trial.parts) == trial.clients >= trials.FEWEST for trial in made)
    assert tried() == []
    assert [len(trials.shown()), Line.objects.filter(act=Act.HOUSE_TRIED).count()] == [8, 1]


def test_a_quarter_later_one_more_is_tried(house):
    tried()
    assert [trial.cut_on for trial in tried(NOW + dt.timedelta(weeks=13))] == [dt.date(2026, 9, 28)]


def test_what_came_is_who_bought_in_the_weeks_after_and_nobody_else(house):
    cut = dt.date(2026, 6, 29)
    past = trials.past(cut)
    opens, closes = paris("2026-06-30", "00:00"), paris("2026-09-29", "00:00")
    known = set(Sale.objects.filter(happened_at__lt=opens).values_list("client", flat=True))
    after = set(Sale.objects.filter(happened_at__gte=opens, happened_at__lt=closes).values_list("client", flat=True))
    assert (len(past.came), int(past.came.sum())) == (len(known), len(known & after))


def test_what_happened_or_was_known_later_changes_nothing_that_would_have_been_said(house):
    cut, ends = dt.date(2026, 6, 29), paris("2026-09-29")
    before = trials.past(cut)
    sold = Sale.objects.filter(happened_at__lt=paris("2026-06-01")).first()
    story.sale(sold.client, cast.CLAIR, on=paris("2026-06-02"), kept=ends)
    story.sale(sold.client, cast.CLAIR, on=ends)
    recording.cancel(sale=sold, by=people.THE_HOUSE, at=ends, reason="error")
    after = trials.past(cut)
    for kept, read in (
        (before.silences, after.silences),
        (before.sums.logs, after.sums.logs),
        (before.came, after.came),
    ):
        assert np.array_equal(kept, read)


def test_a_young_house_and_a_small_one_are_not_tried(house):
    assert tried(NOW - dt.timedelta(days=1000 - 26 * 7)) == []
    Sale.objects.exclude(client__in=Sale.objects.values("client").distinct()[:99]).update(client=None)
    assert [tried(), Trial.objects.count(), Line.objects.filter(act=Act.HOUSE_TRIED).count()] == [[], 0, 0]


def test_one_statement_whatever_the_number(house, django_assert_num_queries):
    with django_assert_num_queries(3):
        trials.past(dt.date(2026, 6, 29))


def test_the_monthly_task_may_run_twice(house):
    for _ in range(2):
        tasks.look_back(timestamp=int(NOW.timestamp()))
    assert [Trial.objects.count(), Census.objects.count()] == [8, 1]
    assert set(Line.objects.filter(act__startswith="intelligence.house_").values_list("via", flat=True)) == {"task"}
