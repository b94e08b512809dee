"""Whatever the day it is made for: the mornings are as good."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.tools.demo.conftest import SMALL
from tests.tools.demo.weeks import mixed
from tools.demo import house

OTHERS = (dt.date(2027, 1, 4), dt.date(2028, 2, 29))
"""The first Monday of a year, and a leap day, which is a Tuesday."""


@pytest.mark.django_db
@pytest.mark.parametrize("today", OTHERS, ids=str)
def test_the_week_has_its_mix_of_reasons(today: dt.date) -> None:
    house.make(today, size=SMALL)

    mixed(today)
