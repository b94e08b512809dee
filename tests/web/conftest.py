"""A morning in rue du Mail, made once for a file; each test takes back what it did to it. `browser` is Django's client."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client as Browser

from carnet.house.models import Member
from tests.factories import morning
from tests.factories.morning import Morning

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
type Enter = Callable[[Member], Browser]


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: object) -> Iterator[Morning]:
    with django_db_blocker.unblock(), time_machine.travel(morning.NOW, tick=False), transaction.atomic():
        made = morning.in_rue_du_mail()
        with connection.cursor() as cursor:
            # An import's own tables go with its transaction, and here that is the whole file's.
            cursor.execute("discard temporary")
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def house(built: Morning, db: None) -> Iterator[Morning]:
    """The house of that morning, at ten."""
    with time_machine.travel(morning.NOW, tick=False):
        yield built


def enter(member: Member, **words: object) -> Browser:
    """Her browser, signed in with both proofs."""
    browser = Browser(**words)
    browser.force_login(member, backend=BACKEND)
    session = browser.session
    session["proven"] = True
    session.save()
    return browser


@pytest.fixture
def browser(house: Morning) -> Browser:
    """Camille's."""
    return enter(house.camille)
