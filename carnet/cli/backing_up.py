"""The `carnet backup` command."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import hashlib
import hmac
import io
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import carnet
from carnet.cli import DONE, Sentence, archive, postgres
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP = "Write the whole house into one file, from which “carnet restore” opens it again."
LAST = "last-backup.json"
"""Beside the database: when the last one was made, for `carnet doctor`."""
KEPT = ("files", "imports", "uploads")
"""Folders of CARNET_HOME that hold what the database speaks of."""
EMPTIED = ("django_session", "carnet_cache")
"""Whoever was signed in signs in again."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="where to; an older backup there is replaced by the new one"
    )
    parser.add_argument("--without-keys", action="store_true", help="leave the house’s keys out: keep them elsewhere")


def run(options: argparse.Namespace) -> int:
    """Write it, read it back, and say what is in it."""
    path: Path = options.file.absolute()
    if not path.parent.is_dir():
        raise Sentence(f"There is no folder {path.parent}: make it, or name another.")
    begun = time.monotonic()
    with at_hand(up_to_date=False):
        from carnet.cli.asking import now

        try:
            manifest = _written(path, now(), keys=not options.without_keys)
        except postgres.Failed as error:
            raise Sentence(f"Nothing was written: {error}.") from error
        except archive.NotWhole as error:
            raise Sentence(f"Nothing was written, for what was written could not be read back: {error}.") from error
        except OSError as error:
            raise Sentence(f"Nothing was written: {path.parent} does not take it ({error.strerror}).") from error
        _remember(path, manifest)
    rows, beside = sum(manifest.rows.values()), sum(name.startswith(archive.BESIDE) for name in manifest.checksums)
    print(
        f"{path}: {len(manifest.rows)} tables, {rows:,} rows, {beside:,} files, {path.stat().st_size / 1e6:,.1f} MB, "
        f"read back, {time.monotonic() - begun:.1f} s."
    )
    print("Whoever has this file has the house: keep it off this machine, and under lock.")
    return DONE


def _written(path: Path, at: dt.datetime, *, keys: bool) -> archive.Manifest:
    from django.conf import settings

    with archive.Writer(path) as writer:
        before = _add_beside(writer)
        manifest = _add_database(writer, at)
        # What came while the database was dumped; what went meanwhile was added before.
        _add_beside(writer, but=before)
        if keys and settings.CARNET_KEYS_AT_HOME:
            kept = settings.EMBEDDED.secrets()
            said = json.dumps({name: kept[name] for name in ("secret_key", "sealing_key")})
            writer.add(archive.KEYS, io.BytesIO(said.encode()))
        writer.close(manifest)
        return dataclasses.replace(manifest, checksums=dict(writer.checksums))


def _add_beside(writer: archive.Writer, but: frozenset[str] = frozenset()) -> frozenset[str]:
    from django.conf import settings

    from carnet.privacy import forgotten

    home = Path(settings.CARNET_HOME)
    found = [path for folder in KEPT for path in sorted((home / folder).rglob("*")) if path.is_file()]
    added = set()
    for path in (*found, *([forgotten.path()] if forgotten.path().exists() else ())):
        name = f"{archive.BESIDE}{path.relative_to(home).as_posix()}"
        if name in but:
            continue
        try:
            with path.open("rb") as content:
                writer.add(name, content)
        except FileNotFoundError:
            continue
        added.add(name)
    return frozenset(added)


def _add_database(writer: archive.Writer, at: dt.datetime) -> archive.Manifest:
    """The dump, and what it holds, out of one and the same instant."""
    from django.conf import settings
    from django.db import connections, transaction

    alias = settings.MIGRATING_DATABASE
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read, read only")
        cursor.execute("select pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        words = [f"--snapshot={snapshot}", f"--schema={settings.CARNET_SCHEMA}", "--no-owner", "--no-privileges"]
        words += [f"--exclude-table-data={settings.CARNET_SCHEMA}.{table}" for table in EMPTIED]
        with postgres.saying("pg_dump", *words, alias=alias) as dump:
            writer.add(archive.DUMP, dump)
        return _manifest(at, alias)


def _manifest(at: dt.datetime, alias: str) -> archive.Manifest:
    from django.conf import settings
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    applied: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connections[alias]).applied_migrations()):
        applied.setdefault(app, []).append(name)
    return archive.Manifest(
        made_at=at.isoformat(),
        carnet=carnet.__version__,
        postgres=connections[alias].connection.info.server_version,
        schema=settings.CARNET_SCHEMA,
        house=_house(alias),
        key=mark_of_key(settings.CARNET_SEALING_KEY),
        migrations=applied,
        rows=rows(alias),
    )


def mark_of_key(key: str) -> str:
    """It tells one key from another, and neither away."""
    return hmac.new(key.encode(), b"key of a house", hashlib.sha256).hexdigest()


def _house(alias: str) -> str:
    from django.db import connections

    with connections[alias].cursor() as cursor:
        cursor.execute("select id from house_maison")
        return str(cursor.fetchone()[0])


def rows(alias: str) -> Mapping[str, int]:
    """How many rows each table has, but for those that stay empty in a backup."""
    from django.conf import settings
    from django.db import connections
    from psycopg import sql

    with connections[alias].cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = %s and tablename <> all(%s) order by 1",
            [settings.CARNET_SCHEMA, list(EMPTIED)],
        )
        tables = [table for (table,) in cursor.fetchall()]
        counted = {}
        for table in tables:
            name = sql.Identifier(settings.CARNET_SCHEMA, table)
            cursor.execute(sql.SQL("select count(*) from {}").format(name))
            counted[table] = int(cursor.fetchone()[0])
    return counted


def _remember(path: Path, manifest: archive.Manifest) -> None:
    from django.conf import settings

    last = Path(settings.CARNET_HOME) / LAST
    draft = last.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps({"at": manifest.made_at, "file": str(path), "bytes": path.stat().st_size}))
    draft.replace(last)
