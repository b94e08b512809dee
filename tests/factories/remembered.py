"""A house that is dear to make is made once by each process, and laid back row by row as often as it is asked for."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping

from django.db import connection, transaction
from psycopg import sql


class Remembered[Made]:
    """What `make` writes to the database, and what it returns; the same ids every time."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self.make = make
        self.rows: Mapping[str, bytes] = {}
        self.made = b""

    def laid(self) -> Made:
        """Into a database whose tables are as empty as they were before the first time."""
        if not self.made:
            return self._first()
        with transaction.atomic(), connection.cursor() as cursor:
            # The rows were checked when they were first written, and stand in no order of who needs whom.
            cursor.execute("set local session_replication_role = replica")
            for table, rows in self.rows.items():
                with cursor.copy(sql.SQL("copy {} from stdin").format(sql.Identifier(table))) as copy:
                    copy.write(rows)
        made: Made = pickle.loads(self.made)
        return made

    def _first(self) -> Made:
        before = _counted()
        made = self.make()
        added = {table for table, rows in _counted().items() if rows != before[table]}
        assert not any(before[table] for table in added), f"not empty before: {sorted(added)}"
        self.rows, self.made = {table: _copied(table) for table in added}, pickle.dumps(made)
        return made


def _counted() -> dict[str, int]:
    """The rows of each table that is emptied after a test: the queue's own are not."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        each = [sql.SQL("(select count(*) from {})").format(sql.Identifier(table)) for table in tables]
        cursor.execute(sql.SQL("select {}").format(sql.SQL(", ").join(each)))
        (counts,) = cursor.fetchall()
    return dict(zip(tables, counts, strict=True))


def _copied(table: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(sql.SQL("copy {} to stdout").format(sql.Identifier(table))) as copy:
        return b"".join(bytes(each) for each in copy)
