"""Rows: the base of every table, ranges of time, and the ways PostgreSQL is spoken to without the ORM."""

from __future__ import annotations

import contextlib
import contextvars
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, LiteralString, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from psycopg import Cursor, sql

from carnet.kit import ids
from carnet.kit.moments import MICROSECOND

if TYPE_CHECKING:
    from django.db.models.constraints import BaseConstraint


_PREPARED = contextvars.ContextVar("prepared", default=False)


class Row(models.Model):
    """A table whose rows have ids that two houses can share."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)

    class Meta:
        abstract = True


def since(start: dt.datetime) -> DateTimeTZRange:
    """From `start`, open-ended."""
    return DateTimeTZRange(start, None, "[)")


def between(start: dt.datetime, end: dt.datetime | None) -> DateTimeTZRange:
    """From `start` until just before `end`."""
    return DateTimeTZRange(start, end, "[)")


def until(period: DateTimeTZRange, end: dt.datetime) -> DateTimeTZRange:
    """That period, ended there; what is undone at the instant it began has lasted a microsecond, for it was."""
    return DateTimeTZRange(period.lower, max(end, period.lower + MICROSECOND), "[)")


def never_two(
    name: str, *same: str | models.Func, period: str = "period", condition: models.Q | None = None
) -> ExclusionConstraint:
    """No two rows that agree on `same` may overlap in time, closed periods included (Z-1)."""
    return ExclusionConstraint(
        name=name,
        expressions=[*((field, RangeOperators.EQUAL) for field in same), (period, RangeOperators.OVERLAPS)],
        condition=condition,
    )


def real_period(name: str, period: str = "period") -> BaseConstraint:
    """A period has a beginning and is not empty: an empty range overlaps nothing and would escape `never_two`."""
    return models.CheckConstraint(
        name=name, condition=models.Q(**{f"{period}__isempty": False, f"{period}__lower_inf": False})
    )


def one_of(name: str, field: str, kinds: Iterable[str]) -> BaseConstraint:
    """The column holds one of these words."""
    return models.CheckConstraint(name=name, condition=models.Q(**{f"{field}__in": sorted(kinds)}))


def copy_into(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY `rows` into `table`, one at a time, so that the file never has to fit in memory."""
    into = sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)


def copy_out(statement: LiteralString, **values: Any) -> bytes:
    """All rows of a query as CSV without a header, as PostgreSQL writes it."""
    with connection.cursor() as cursor:
        asked = cursor.mogrify(statement, values)
        with cursor.copy(f"copy ({asked}) to stdout (format csv)") as copy:
            return b"".join(copy)


def copy_csv(table: str, columns: Sequence[str], rows: bytes) -> None:
    """COPY rows already written as CSV into `table`."""
    into = sql.SQL("copy {} ({}) from stdin (format csv)").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.write(rows)


def execute(statement: LiteralString, **values: Any) -> int:
    """Run one statement; the number of rows it touched."""
    with _cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def select(statement: LiteralString, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of one query."""
    with _cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


class _Prepared(Cursor[Any]):
    """Asks what it is asked as a prepared statement."""

    def execute(self, query: Any, params: Any = None, **_how: Any) -> Self:
        """On this connection it is planned once, for whatever values."""
        return super().execute(query, params, prepare=True)


@contextlib.contextmanager
def prepared() -> Iterator[None]:
    """What `select` and `execute` ask meanwhile is planned once on each connection: for what is asked at every act.

    Only where planning costs more than the answer, and where the best plan does not hang on the values.
    """
    token = _PREPARED.set(True)
    try:
        yield
    finally:
        _PREPARED.reset(token)


def _cursor() -> Any:
    if not _PREPARED.get():
        return connection.cursor()
    connection.ensure_connection()
    cursor: Any = _Prepared(connection.connection)
    return connection.make_debug_cursor(cursor) if connection.queries_logged else connection.make_cursor(cursor)


def references_to(model: type[models.Model], *, besides: Iterable[str] = (), row: str = "c") -> str:
    """An SQL condition: some other table refers to the row `row` of `model`. The catalogue of models knows all of them."""
    left_out = set(besides)
    referring = [
        (relation.field.model._meta.db_table, relation.field.column)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
    ]
    found = [
        f'exists (select from "{table}" r where r."{column}" = {row}.id)'
        for table, column in referring
        if table not in left_out
    ]
    return " or ".join(found) or "false"
