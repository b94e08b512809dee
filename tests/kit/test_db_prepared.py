"""What is asked at every act is planned once on a connection, whatever is asked with it."""

import pytest
from django.test.utils import CaptureQueriesContext

from carnet.kit import db

pytestmark = pytest.mark.django_db
ASKED = "select %(number)s::int + %(number)s::int"


def _plans():
    return db.select(
        "select generic_plans, custom_plans from pg_prepared_statements where statement like %(like)s",
        like="select $1::int + $1::int%",
    )


def test_planned_once_for_whatever_values():
    with db.prepared():
        assert [db.select(ASKED, number=number) for number in (1, 2, 3)] == [[(2,)], [(4,)], [(6,)]]
    assert _plans() == [(3, 0)]


def test_nothing_else_is_prepared():
    for _ in range(10):
        db.select("select %(number)s::int * 2", number=1)
    assert not db.select("select 1 from pg_prepared_statements where statement like %(like)s", like="%::int * 2%")


def test_it_is_counted_as_every_statement_is():
    from django.db import connection

    with CaptureQueriesContext(connection) as asked, db.prepared():
        db.select(ASKED, number=4)
    assert len(asked) == 1
