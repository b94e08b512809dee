"""Filling a database from a backup's dump, in one transaction: either all of it is the backup's, or nothing was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from carnet.cli import Sentence, postgres

if TYPE_CHECKING:
    from carnet.cli.archive import Manifest, Reader

MARKER = "carnet_unfinished_restore"
"""A table that stands from the moment the backup's rows do until whoever was forgotten is forgotten again."""
OURS = ("django_migrations", "carnet_cache", MARKER)
NOT_FOR_US = ("CREATE SCHEMA ", "COMMENT ON SCHEMA ", "SET transaction_timeout ")
"""In a dump's preamble: the schema is there already, and PostgreSQL 16 knows no such setting."""
CLEAR = """
do $clear$
declare each record;
begin
    for each in select c.oid::regclass as name, c.relkind from pg_class c
        where c.relnamespace = {schema}::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    loop
        execute format('drop %s if exists %s cascade',
            case each.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, each.name);
    end loop;
    for each in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = {schema}::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('drop routine if exists %s cascade', each.name);
    end loop;
    for each in select c.oid::regclass as name from pg_class c
        where c.relnamespace = {schema}::regnamespace and c.relkind = 'S'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    loop
        execute format('drop sequence if exists %s cascade', each.name);
    end loop;
    for each in select t.oid::regtype as name from pg_type t
        where t.typnamespace = {schema}::regnamespace
        and (t.typtype in ('e', 'd') or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    loop
        execute format('drop type if exists %s cascade', each.name);
    end loop;
end
$clear$;
"""
COUNT = """
do $count$ begin
    if (select count(*) from {table}) <> {rows} then raise exception using errcode = 'CR001'; end if;
end $count$;
"""


def refuse(manifest: Manifest, *, replace: bool) -> None:
    """Raise Sentence when that backup cannot come in here."""
    from django.conf import settings
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    known = MigrationLoader(connections[settings.MIGRATING_DATABASE]).disk_migrations
    newer = [name for app, names in manifest.migrations.items() for name in names if (app, name) not in known]
    if newer:
        raise Sentence(
            f"This backup was made by Carnet {manifest.carnet}, which knows {len(newer)} changes of the database that "
            "this one does not: bring Carnet up to date first."
        )
    if manifest.schema != settings.CARNET_SCHEMA:
        raise Sentence(f"This backup is of the schema {manifest.schema}: set CARNET_SCHEMA={manifest.schema}.")
    if strangers := _strangers():
        raise Sentence(
            f"The schema {settings.CARNET_SCHEMA} also holds {', '.join(strangers[:3])}, which this Carnet does not know: "
            "restore into a database of its own."
        )
    if others := _others():
        raise Sentence(
            f"This house is in use ({others} connections): stop “carnet serve” and “carnet work” first, on every machine."
        )
    if _has_a_house() and not replace:
        raise Sentence("A house is open here: restore into an empty CARNET_HOME, or say --replace, and all of it goes.")


def refill(reader: Reader) -> None:
    """Everything of the house goes, and the backup's comes, or nothing happens at all. Raises postgres.Failed."""
    from django.conf import settings

    words = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=sqlstate", "--file=-"]
    # Were this process to end, psql would see the end of its script, and what has no “commit” is not done.
    with postgres.told("psql", *words, alias=settings.MIGRATING_DATABASE) as psql:
        psql.write(b"begin;\n" + _cleared().encode())
        for chunk in _dump(reader):
            psql.write(chunk)
        psql.write(_counted(reader.manifest).encode() + b"commit;\n")


def finish() -> None:
    """All of it is done: let everybody in."""
    from django.conf import settings
    from django.db import connections
    from psycopg import sql

    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        cursor.execute(sql.SQL("drop table {}").format(sql.Identifier(settings.CARNET_SCHEMA, MARKER)))


def _cleared() -> str:
    from django.conf import settings
    from psycopg import sql

    from carnet.house.migrations._foundations import EXTENSIONS

    schema = settings.CARNET_SCHEMA
    made = [] if schema == "public" else [f'create schema if not exists "{schema}";']
    extended = [f"create extension if not exists {name} schema public;" for name in EXTENSIONS]
    clear = sql.SQL(CLEAR).format(schema=sql.Literal(f'"{schema}"')).as_string()
    return "\n".join([*made, clear, *extended, ""])


def _dump(reader: Reader) -> Iterator[bytes]:
    from carnet.cli import archive

    with reader.zip.open(archive.DUMP) as dump:
        yield from _preamble(dump)
        while chunk := dump.read(archive.CHUNK):
            yield chunk


def _preamble(dump: IO[bytes]) -> Iterator[bytes]:
    """Up to the first table; without what is not for us."""
    for line in dump:
        if not line.decode(errors="replace").startswith(NOT_FOR_US):
            yield line
        if line.startswith(b"CREATE TABLE"):
            return


def _counted(manifest: Manifest) -> str:
    from psycopg import sql

    def table(name: str) -> sql.Identifier:
        return sql.Identifier(manifest.schema, name)

    checks = [
        sql.SQL(COUNT).format(table=table(name), rows=sql.Literal(rows)).as_string()
        for name, rows in sorted(manifest.rows.items())
    ]
    marker = sql.SQL("create table {} (since timestamptz not null default now());\n").format(table(MARKER))
    return "".join(["\n", *checks, marker.as_string()])


def _strangers() -> list[str]:
    from django.apps import apps
    from django.conf import settings
    from django.db import connections

    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | set(OURS)
    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = %s and tablename not like 'procrastinate%%' order by 1",
            [settings.CARNET_SCHEMA],
        )
        return [table for (table,) in cursor.fetchall() if table not in known]


def _others() -> int:
    """Connections to this house that are not this process's."""
    from django.conf import settings
    from django.db import connections

    own = [each.connection.info.backend_pid for each in connections.all(initialized_only=True) if each.connection]
    with connections[settings.MIGRATING_DATABASE].cursor() as cursor:
        own.append(cursor.connection.info.backend_pid)
        cursor.execute(
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = %s "
            "and pid <> all(%s)",
            [f"carnet {settings.CARNET_SCHEMA}"[:63], own],
        )
        return int(cursor.fetchone()[0])


def _has_a_house() -> bool:
    from carnet.cli.database import is_unfinished, language

    return language() is not None and not is_unfinished()
