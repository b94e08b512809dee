"""What the database keeps of how well we read and of how the house stands, whoever writes to it."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.intelligence.models import Census, Trial
from tests.conftest import paris
from tests.factories.broken import again, change, refused

pytestmark = pytest.mark.django_db

CUT = dt.date(2026, 6, 29)


def test_a_period_is_tried_once_and_not_before_it_has_passed():
    trial = Trial.objects.create(
        cut_on=CUT, weeks=13, measured_on=dt.date(2026, 11, 19), clients=120, parts=[], gap=0.1
    )
    with refused("intelligence_trial_once"):
        again(trial)
    again(trial, weeks=26)
    with refused("intelligence_trial_has_matured"):
        change(trial, measured_on=CUT)


def test_a_day_is_counted_once():
    census = Census.objects.create(on=CUT, counted_at=paris("2026-06-29"), boutiques=[])
    with refused("intelligence_census_on_key"):
        again(census)
    again(census, on=CUT + dt.timedelta(days=1))
