"""The database: whether it keeps what it was given, and from whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction
from django.db.models import Model
from psycopg import sql
from psycopg.errors import InsufficientPrivilege

from carnet.cli.examining import Finding, judged

OLDEST = 150_000
DURABLE = {
    "fsync": ("on", "what was acknowledged can be lost in a power cut"),
    "full_page_writes": ("on", "a page can be torn in a power cut"),
    "synchronous_commit": ("not off", "what was acknowledged can be lost in a crash"),
    "data_checksums": (
        "on",
        "a disk that errs is not noticed; “pg_checksums --enable” while the server is stopped sets it",
    ),
}
APART = dt.timedelta(seconds=5)
VERBS = ("UPDATE", "DELETE", "TRUNCATE")
TRIED = {
    "UPDATE": sql.SQL(
        "update {table} set {column} = {column} where false"
    ),  # house: writes-in-actions -- it touches no row
    "DELETE": sql.SQL("delete from {table} where false"),  # house: writes-in-actions -- it touches no row
}


def look() -> Iterator[Finding]:
    """All of it."""
    yield _version()
    yield from _durability()
    yield from _roles()
    yield _journal()
    yield _migrations()
    yield _clock()
    yield _jobs()


def _one(statement: str, *values: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (found,) = cursor.fetchone()
        return found


def _version() -> Finding:
    version = _one("select current_setting('server_version')")
    number = connection.connection.info.server_version
    return judged(
        "server",
        well=number >= OLDEST,
        so=f"PostgreSQL {version}.",
        otherwise=f"PostgreSQL {version}: 15 or later is needed.",
    )


def _durability() -> Iterator[Finding]:
    for name, (wanted, danger) in DURABLE.items():
        value = _one("select current_setting(%s)", name)
        well = value != "off" if wanted == "not off" else value == wanted
        yield judged("durability", well=well, so=f"{name} is {value}.", otherwise=f"{name} is {value}: {danger}.")


def _roles() -> Iterator[Finding]:
    role = _one("select current_user::text")
    mighty = _one("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
    yield judged(
        "roles",
        well=not mighty,
        so=f"Pages run as {role}, who may do nothing to the server.",
        otherwise=f"Pages run as {role}, who may do anything to the server: give DATABASE_URL a role of its own.",
    )
    owns = _one(
        "select count(*) from pg_tables where schemaname = %s and pg_has_role(current_user, tableowner, 'member')",
        settings.CARNET_SCHEMA,
    )
    yield judged(
        "roles",
        well=not owns,
        so="They own none of the tables.",
        otherwise=f"They own {owns} tables, the journal among them: set DATABASE_OWNER_URL, then run “carnet migrate”.",
    )


def _journal() -> Finding:
    """Tried, not only read: an update of no row is refused for the same reason as one of a row."""
    open_ones = [
        f"{model._meta.db_table} ({verb.lower()})"
        for model in apps.get_models()
        if getattr(model, "append_only", False)
        for verb in VERBS
        if _may(verb, model)
    ]
    return judged(
        "journal",
        well=not open_ones,
        so="The journal can be read and added to, and not changed: tried.",
        otherwise=f"The journal is not protected, Carnet runs all the same: {', '.join(open_ones)} was not refused.",
    )


def _may(verb: str, model: type[Model]) -> bool:
    meta = model._meta
    if verb == "TRUNCATE":
        return bool(_one("select has_table_privilege(%s, 'TRUNCATE')", f'"{settings.CARNET_SCHEMA}"."{meta.db_table}"'))
    table = sql.Identifier(settings.CARNET_SCHEMA, meta.db_table)
    plain = next(field for field in meta.concrete_fields if not field.primary_key and not field.generated)
    column = sql.Identifier(str(plain.column))
    tried = TRIED[verb].format(table=table, column=column)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(tried)
    except ProgrammingError as error:
        if isinstance(error.__cause__, InsufficientPrivilege):
            return False
        raise
    return True


def _migrations() -> Finding:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[settings.MIGRATING_DATABASE])
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return judged(
        "schema",
        well=not missing,
        so="The database is up to date with this Carnet.",
        otherwise=f"{missing} changes of the database are waiting: run “carnet backup”, then “carnet migrate”.",
    )


def _clock() -> Finding:
    from carnet.cli.asking import now

    apart = abs(now() - _one("select clock_timestamp()"))
    return judged(
        "clock",
        well=apart < APART,
        so="This machine and the database agree on the time.",
        otherwise=f"This machine and the database are {apart.total_seconds():.0f} s apart: set their clocks by the network.",
    )


def _jobs() -> Finding:
    failed = _one("select count(*) from procrastinate_jobs where status = 'failed'")
    waiting = _one("select count(*) from procrastinate_jobs where status = 'todo'")
    alive = _one("select count(*) from procrastinate_workers where last_heartbeat > now() - interval '1 minute'")
    words = f"{waiting} waiting, {failed} failed, {alive} at work."
    if failed:
        return Finding("look at", "jobs", words)
    return Finding("look at" if waiting and not alive else "well", "jobs", words)
