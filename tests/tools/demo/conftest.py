from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tools.demo import house

TINY, SMALL = house.Size(book=8, boutiques=4), house.Size(book=34, boutiques=26)
SUNDAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dt.date]:
    """A small demo house, made for a Sunday and taken away after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        house.make(SUNDAY, size=SMALL)
        yield SUNDAY
        transaction.set_rollback(True)


@pytest.fixture
def demo(standing: dt.date, db: None) -> dt.date:
    """That house; what a test does to it is undone."""
    return standing
