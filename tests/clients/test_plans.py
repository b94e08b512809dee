"""What is asked for all day long is read through an index, in a house of twenty thousand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet

from bench import filling
from carnet.books import policy
from carnet.clients import queries
from carnet.clients.models import Client
from carnet.house.models import Member
from tests.conftest import paris

NOW = paris("2026-11-19")
LARGE = filling.Size(20_000, 200)


@pytest.fixture(scope="module")
def large(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        filling.lay(LARGE, NOW)
        with connection.cursor() as cursor:
            cursor.execute("analyze")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def visible(large: None, db: None) -> QuerySet[Client]:
    """Those an advisor of the large boutique may see."""
    return policy.clients_visible_to(Member.objects.get(handle="camille"), NOW)


def plan(people: QuerySet[Client]) -> str:
    return people.explain(analyze=True)


def read_whole(told: str) -> set[str]:
    """The tables of which every row was read."""
    lines = [line for line in told.splitlines() if "Seq Scan on" in line and "never executed" not in line]
    return {line.split("Seq Scan on ")[1].split()[0] for line in lines}


@pytest.mark.parametrize("said", ["rosalie val", "kel thaïs"])
def test_a_name_is_found_through_its_letters(visible, said):
    told = plan(queries.found_by(visible, said)[:8])
    assert "clients_client_folded" in told
    assert not read_whole(told) & {"clients_client", "clients_knownat"}


def test_a_number_is_found_from_its_end(visible):
    found = queries.found_by(visible, "0421")[:8]
    told = plan(found)
    assert found
    assert "clients_contactpoint_phone_end" in told
    assert not read_whole(told) & {"clients_client", "clients_contactpoint", "clients_clientpoint"}


def test_a_page_of_the_list_is_read_in_its_order(visible):
    told = plan(visible.order_by("display", "id")[:40])
    assert "clients_client_display" in told
    assert "clients_client" not in read_whole(told)
    assert "Sort" not in told
