"""How near a need is, read from records: what the house has learnt, and when it learns."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.intelligence.actions import due
from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Lately, Reading
from carnet.intelligence.queries import replenishing
from carnet.intelligence.rules import lately
from carnet.kit import moments
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

ON = dt.date(2026, 3, 10)
A_DAY = dt.timedelta(days=1)
NEVER = [-50.0, *[0.0] * (lately.TERMS - 1)]
"""Weights by which nothing is ever near."""


def noon(day):
    return paris(day.isoformat(), "12:00")


def uses(client, *days):
    for day in days:
        story.sale(client, cast.CLAIR, on=noon(dt.date.fromisoformat(day)))


def codes(*clients):
    due.read_due(clients=[client.id for client in clients] or None, on=ON)
    standing = Reading.objects.filter(kind=ReadingKind.REPLENISHMENT, until__isnull=True)
    return list(standing.order_by("client").values_list("code", flat=True))


@pytest.fixture
def helene(camille):
    """She has finished hers in a fortnight, again and again, and the next will be due."""
    client = people.client(cast.HELENE, of=camille)
    uses(client, "2025-11-18", "2025-12-03", "2025-12-18", "2026-01-02", "2026-01-17", "2026-02-01", "2026-02-16")
    return client


class TestWhatWasLearnt:
    def test_it_says_how_near_a_need_is(self, helene):
        assert codes(helene) == ["near"]
        Lately.objects.create(since=ON - A_DAY, weights=NEVER)
        assert codes(helene) == codes() == ["ahead"]

    def test_what_is_learnt_later_changes_no_day_before(self, helene):
        Lately.objects.create(since=ON + A_DAY, weights=NEVER)
        assert codes(helene) == ["near"]

    def test_of_nothing_that_helps_the_law_stands(self, helene):
        Lately.objects.create(since=ON - 2 * A_DAY, weights=NEVER)
        Lately.objects.create(since=ON - A_DAY)
        assert codes(helene) == ["near"]

    def test_a_small_house_learns_nothing_and_is_asked_nothing_more(self, helene):
        with CaptureQueriesContext(connection) as asked:
            codes()
        assert not Lately.objects.exists()
        assert len([each for each in asked if "intelligence_lately" in each["sql"]]) == 1
        assert not [each for each in asked if "array_agg(day)" in each["sql"]]

    def test_a_pass_learns_once_a_week_and_one_person_never(self, helene, monkeypatch):
        monkeypatch.setattr(lately, "FEWEST", 1)
        codes(helene)
        assert not Lately.objects.exists()
        for after in (0, 1, 6, 7, 8):
            due.read_due(clients=None, on=ON + after * A_DAY)
        assert list(Lately.objects.order_by("since").values_list("since", flat=True)) == [ON, ON + 7 * A_DAY]


class TestSeen:
    def test_a_day_counts_once_for_each_thing(self, helene, camille):
        paolo = people.client(cast.PAOLO, of=camille)
        for model in (cast.CLAIR, cast.CLAIR, cast.STRAP):
            story.sale(paolo, model, on=noon(ON - 9 * A_DAY))
        story.sale(paolo, cast.STRAP, on=noon(ON - 3 * A_DAY), kept=noon(ON + A_DAY))
        story.sale(paolo, cast.STRAP, on=noon(ON + A_DAY))
        told = replenishing.seen([paolo.id], as_of=moments.close_of(ON, "Europe/Paris"))
        assert told == [(paolo.id, [ON - 9 * A_DAY] * 2)]
