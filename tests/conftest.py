"""One PostgreSQL for the whole run, the cast at hand, and no clock but the tests'."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest
import pytest_django
from hypothesis import settings as properties
from psycopg import sql

from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from config.embedded import SUPERUSER
from tests import cast
from tests.factories import people

# The same examples every time: what lands is judged by what was run, and a loaded machine is no fault of a property.
properties.register_profile("suite", derandomize=True, deadline=None)
properties.load_profile("suite")
_running = contextlib.ExitStack()
PARIS = ZoneInfo("Europe/Paris")


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    if settings.EMBEDDED_DATABASE:
        _running.enter_context(settings.EMBEDDED.running())
        if not hasattr(config, "workerinput"):
            drop_what_ended_runs_left(settings.EMBEDDED.url(SUPERUSER, "postgres"))
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(SaidAtOnce(config), "said-at-once")


class SaidAtOnce:
    """What fails is named as it fails: a run that is ended from outside never comes to its summary."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if report.failed and terminal:
            terminal.ensure_newline()
            crash = getattr(report.longrepr, "reprcrash", None)
            terminal.write_line(
                f"{report.nodeid} ({report.when}): {crash.message.splitlines()[0] if crash else ''}"[:400]
            )


def drop_what_ended_runs_left(address: str) -> None:
    """The databases of runs that were killed before they could drop them."""
    with psycopg.connect(address, autocommit=True) as connection:
        for (name,) in connection.execute("select datname from pg_database where datname ~ '^carnet_suite_[0-9]+'"):
            if not Path("/proc", name.split("_")[2]).exists():
                connection.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(name)))


def pytest_unconfigure(config: pytest.Config) -> None:
    from django.db import connections

    connections.close_all()
    _running.close()


def paris(day: str, time: str = "10:00") -> dt.datetime:
    """An instant by the clock of rue du Mail."""
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=PARIS)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """Hang up whoever is still on the line, before the database is dropped: a server of a journey, a thread of a race."""
    from django.db import connection

    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    from bench import judgement

    if not judgement.found("replenish"):
        terminalreporter.write_line(
            "Not proven without ../shared/data: the gates of the grocer's log and of what runs out."
        )


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


@pytest.fixture
def helene(camille: Member) -> Client:
    return people.client(cast.HELENE, of=camille)


@pytest.fixture
def paolo(camille: Member) -> Client:
    return people.client(cast.PAOLO, of=camille)


@pytest.fixture
def bianca(camille: Member) -> Client:
    return people.client(cast.BIANCA, of=camille)


@pytest.fixture
def antoine(camille: Member) -> Client:
    return people.client(cast.ANTOINE, of=camille)


@pytest.fixture
def amara(camille: Member) -> Client:
    return people.client(cast.AMARA, of=camille)
