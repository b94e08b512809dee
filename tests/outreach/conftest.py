"""Camille's book, and her mornings."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.outreach.actions import preparing_the_day
from carnet.outreach.models import Day
from carnet.outreach.queries.judging import Judged, judge
from tests import cast
from tests.conftest import paris
from tests.factories import people


@pytest.fixture
def helene(camille) -> Client:
    return people.client(cast.HELENE, of=camille)


@pytest.fixture
def paolo(camille) -> Client:
    return people.client(cast.PAOLO, of=camille)


@pytest.fixture
def antoine(camille) -> Client:
    return people.client(cast.ANTOINE, of=camille)


@pytest.fixture
def amara(camille) -> Client:
    return people.client(cast.AMARA, of=camille)


def judged(member: Member, day: str) -> Judged:
    """Her morning of that day, as it would be."""
    return judge(member, people.boutique(), dt.date.fromisoformat(day))


def prepared(member: Member, day: str, time: str = "08:30") -> Day:
    """Her morning of that day, as it was kept."""
    return preparing_the_day.prepare(
        member=member,
        boutique=people.boutique(),
        on=dt.date.fromisoformat(day),
        by=people.THE_HOUSE,
        at=paris(day, time),
    )
