"""One PostgreSQL for the whole run, the cast at hand, and no clock but the tests'."""

from __future__ import annotations

import contextlib
import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from carnet.house.models import Boutique, Member
from tests import cast
from tests.factories import people

_running = contextlib.ExitStack()
PARIS = ZoneInfo("Europe/Paris")


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    if settings.EMBEDDED_DATABASE:
        _running.enter_context(settings.EMBEDDED.running())


def pytest_unconfigure(config: pytest.Config) -> None:
    from django.db import connections

    connections.close_all()
    _running.close()


def paris(day: str, time: str = "10:00") -> dt.datetime:
    """An instant by the clock of rue du Mail."""
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=PARIS)


@pytest.fixture
def vauclair(db: None) -> None:
    """The house is open."""
    people.open_vauclair()


@pytest.fixture
def mail(vauclair: None) -> Boutique:
    """The boutique of rue du Mail."""
    return people.boutique()


@pytest.fixture
def camille(mail: Boutique) -> Member:
    return people.colleague(cast.CAMILLE)


@pytest.fixture
def yumi(mail: Boutique) -> Member:
    return people.colleague(cast.YUMI)


@pytest.fixture
def ines(mail: Boutique) -> Member:
    return people.colleague(cast.INES)
