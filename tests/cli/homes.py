"""A CARNET_HOME of its own for a test, with its own PostgreSQL, and the command line as a person calls it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from config.embedded import DATABASE, SUPERUSER, Embedded

ROOT = Path(__file__).resolve().parents[2]
UNSAID = {"DATABASE_URL", "DATABASE_OWNER_URL", "CARNET_SCHEMA", "CARNET_SEALING_KEY", "CARNET_MIGRATE"}
A_WHOLE_LIFE = """
import sys, pathlib, django
django.setup()
from tests.privacy import canaries
print(canaries.a_whole_life(pathlib.Path(sys.argv[1])).id)
"""


@dataclasses.dataclass(frozen=True)
class Home:
    """One CARNET_HOME."""

    path: Path

    def carnet(self, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """`carnet` with those words, nobody at the terminal."""
        return self.python("-P", "-m", "carnet", *map(str, words), **environment)

    def python(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            env=self.environment() | environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def environment(self) -> dict[str, str]:
        told = {name: value for name, value in os.environ.items() if name not in UNSAID}
        return told | {
            "CARNET_HOME": str(self.path),
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "config.settings.prod",
        }

    def done(self, *words: object, **environment: str) -> str:
        """What it said, when all went well."""
        finished = self.carnet(*words, **environment)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    @contextlib.contextmanager
    def connected(self) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(Embedded(self.path).url(SUPERUSER, DATABASE), autocommit=True) as connection:
            yield connection

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        with self.connected() as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def tables(self) -> dict[str, list[str]]:
        """Every row of every table, as text."""
        with self.connected() as connection:
            names = connection.execute(
                "select tablename from pg_tables where schemaname = 'public' order by 1"
            ).fetchall()
            return {
                name: [
                    row
                    for (row,) in connection.execute(
                        sql.SQL("select t::text from {} t order by 1").format(sql.Identifier(name))
                    )
                ]
                for (name,) in names
            }

    def structure(self) -> list[tuple[Any, ...]]:
        """Every constraint, index, function, trigger and sequence, and what the application may do with each table.

        Without casts and brackets, which PostgreSQL sets anew when it reads an expression it has written.
        """
        found = self.execute(
            """
            select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
                where connamespace = 'public'::regnamespace
            union all select 'index', tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
            union all select 'function', '', p.oid::regprocedure::text, md5(prosrc) from pg_proc p
                where pronamespace = 'public'::regnamespace
            union all select 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger
                where not tgisinternal
            union all select 'sequence', '', sequencename, last_value::text from pg_sequences where schemaname = 'public'
            union all select 'grant', tablename, verb, has_table_privilege('carnet_app', tablename::regclass, verb)::text
                from pg_tables, unnest(array['select', 'insert', 'update', 'delete']) as verb where schemaname = 'public'
            order by 1, 2, 3, 4
            """
        )
        return [(*named, re.sub(r"::(character varying|text)|[][() ]", "", how or "")) for *named, how in found]

    def emptied(self) -> Home:
        """As it was before its first command, with keys of its own."""
        self.execute("drop schema public cascade; create schema public authorization pg_database_owner")
        for path in self.path.iterdir():
            if path.is_dir() and path.name != "database":
                shutil.rmtree(path)
        (self.path / "forgotten.jsonl").unlink(missing_ok=True)
        kept = json.loads((self.path / "secrets.json").read_text())
        (self.path / "secrets.json").write_text(json.dumps(kept | {"sealing_key": secrets.token_urlsafe(32)}))
        return self


@contextlib.contextmanager
def home() -> Iterator[Home]:
    """An empty one, its server running until the end; hasty, as nothing here must survive a power cut."""
    with tempfile.TemporaryDirectory(prefix="carnet-home-") as folder:
        path = Path(folder)
        path.chmod(0o711)
        with Embedded(path, durable=False).running():
            yield Home(path)


@contextlib.contextmanager
def lived_in() -> Iterator[tuple[Home, str]]:
    """One in which every room knows something of one client; and her id."""
    with home() as made, tempfile.TemporaryDirectory() as exports:
        assert made.carnet("migrate").returncode == 0
        finished = made.python("-c", A_WHOLE_LIFE, exports)
        assert finished.returncode == 0, finished.stderr
        yield made, finished.stdout.strip()


def copied(source: Path, target: Path) -> Path:
    """A file to spoil."""
    return Path(shutil.copyfile(source, target))
