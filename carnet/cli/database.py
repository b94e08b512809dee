"""The database a command works on: started when it is the embedded one, and brought up to date."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from carnet.cli import NO_HOUSE, UNAVAILABLE, Sentence

CAN_GRANT_MAINTAIN = 170_000
"""PostgreSQL 17."""


@contextlib.contextmanager
def at_hand(*, needs_house: bool = True, up_to_date: bool = True, restoring: bool = False) -> Iterator[None]:
    """Django ready, the database answering and migrated; raises a Sentence when that cannot be.

    Whoever restores is alone in the house, and may find it half done.
    """
    with running(alone=restoring):
        import django

        django.setup()
        _connect()
        if not restoring and is_unfinished():
            raise Sentence(
                "A restore was begun here and not finished: run “carnet restore” again before anybody comes in.",
                UNAVAILABLE,
            )
        if up_to_date:
            bring_up_to_date()
        _speak_the_houses_language(needs_house=needs_house)
        try:
            yield
        finally:
            _disconnect()


@contextlib.contextmanager
def running(*, alone: bool = False) -> Iterator[None]:
    """The embedded server up, unless one is given; Django is not touched. Raises a Sentence when it cannot be."""
    from config.embedded import CannotStart
    from config.settings import base

    server = base.EMBEDDED.running() if base.EMBEDDED_DATABASE else contextlib.nullcontext()
    try:
        with _among(base.EMBEDDED.lock(), alone=alone), server:
            yield
    except CannotStart as error:
        raise Sentence(str(error), UNAVAILABLE) from error


@contextlib.contextmanager
def _among(path: Path, *, alone: bool) -> Iterator[None]:
    """Among the others of this machine who use the house, or alone in it."""
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Sentence(
                "The house is in use: stop “carnet serve” and every other command of it first."
                if alone
                else "The house is being restored: wait until that is done.",
                UNAVAILABLE,
            ) from error
        yield


def is_unfinished() -> bool:
    """Whether a restore was begun and not finished."""
    from carnet.cli.refilling import MARKER

    return _has_table(MARKER)


def _has_table(name: str) -> bool:
    """Asked of the catalogue, which says so to a role that may not look into the schema too."""
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from pg_tables where schemaname = %s and tablename = %s)",
            [settings.CARNET_SCHEMA, name],
        )
        return bool(cursor.fetchone()[0])


def _connect() -> None:
    from django.conf import settings
    from django.db import OperationalError, connections

    for alias, name in {settings.MIGRATING_DATABASE: "DATABASE_OWNER_URL", "default": "DATABASE_URL"}.items():
        try:
            connections[alias].ensure_connection()
        except OperationalError as error:
            raise Sentence(
                f"The database of {name} does not answer: is the server up, and are the name and password right?",
                UNAVAILABLE,
            ) from error


def _disconnect() -> None:
    from django.db import connections

    connections.close_all()


def bring_up_to_date() -> bool:
    """Apply the migrations that are missing, as the owner; whether there were any.

    A server that is given, and already holds a house, is only migrated by `carnet migrate`: its host decides when.
    """
    from django.conf import settings
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[settings.MIGRATING_DATABASE])
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return False
    started = bool(executor.loader.applied_migrations)
    if started and not settings.EMBEDDED_DATABASE and not os.environ.get("CARNET_MIGRATE"):
        raise Sentence(
            "This database is of an older Carnet: run “carnet migrate” when it suits the house.", UNAVAILABLE
        )
    migrate()
    return True


def migrate() -> None:
    """Make the maison's schema, apply every migration, and give the application what it may touch."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from psycopg import sql

    owner = connections[settings.MIGRATING_DATABASE]
    with owner.cursor() as cursor:
        cursor.execute(sql.SQL("create schema if not exists {}").format(sql.Identifier(settings.CARNET_SCHEMA)))
    call_command("migrate", database=settings.MIGRATING_DATABASE, verbosity=0, interactive=False)
    call_command("createcachetable", database=settings.MIGRATING_DATABASE, verbosity=0)
    if settings.MIGRATING_DATABASE != "default":
        grant(role=str(connections["default"].settings_dict["USER"]))


def grant(*, role: str) -> None:
    """Give `role` the tables, but of the journal only reading and adding."""
    from django.apps import apps
    from django.conf import settings
    from django.db import connections
    from psycopg import sql

    names = {"schema": sql.Identifier(settings.CARNET_SCHEMA), "role": sql.Identifier(role)}
    statements = [
        "grant usage on schema {schema} to {role}",
        "grant select, insert, update, delete on all tables in schema {schema} to {role}",
        "grant usage, select on all sequences in schema {schema} to {role}",
    ]
    append_only = [model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)]
    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        for statement in statements:
            cursor.execute(sql.SQL(statement).format(**names))
        for table in append_only:
            cursor.execute(
                sql.SQL("revoke update, delete, truncate on {schema}.{table} from {role}").format(
                    **names, table=sql.Identifier(table)
                )
            )
        if cursor.connection.info.server_version >= CAN_GRANT_MAINTAIN:
            # So that a large import can refresh the planner's figures itself.
            cursor.execute(sql.SQL("grant maintain on all tables in schema {schema} to {role}").format(**names))


def language() -> str | None:
    """What the house speaks, or None when none is open; also of a database that is not up to date."""
    from django.conf import settings
    from django.db import connections

    if not _has_table("house_maison"):
        return None
    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        cursor.execute("select language from house_maison")
        found = cursor.fetchone()
    return str(found[0]) if found else None


def _speak_the_houses_language(*, needs_house: bool) -> None:
    from django.utils import translation

    spoken = language()
    if spoken is None and needs_house:
        raise Sentence("No house is open here yet: open one with “carnet open-house”.", NO_HOUSE)
    translation.activate(spoken or "en")
