"""PostgreSQL's own programs, of a version that suits the server, run against the house's database."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from carnet.cli import UNAVAILABLE, Sentence

INSTALLED = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)
NOT_LIBPQS = {"context", "cursor_factory", "prepare_threshold", "row_factory", "password"}


class Failed(Exception):
    """A program of PostgreSQL's ended badly; what it said may quote a row, and is not shown."""


def run(program: str, *words: str, alias: str) -> None:
    """Run it against that connection's database. Raises Failed, and Sentence when there is no such program."""
    from django.db import connections
    from psycopg.conninfo import make_conninfo

    said = connections[alias].get_connection_params()
    where = make_conninfo("", **{key: value for key, value in said.items() if key not in NOT_LIBPQS})
    done = subprocess.run(
        [find(program, alias=alias), "--no-password", f"--dbname={where}", *words],
        # Not among the words: those are everybody's to read.
        env=os.environ | {"PGPASSWORD": str(said.get("password") or "")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"{program} ended with {done.returncode}")


def find(program: str, *, alias: str) -> Path:
    """The program of the server's own version, else the next newer one. Raises Sentence."""
    from django.db import connections

    connections[alias].ensure_connection()
    wanted = connections[alias].connection.info.server_version // 10_000
    found = {version: path for path in _installed(program) if (version := _version(path)) and version >= wanted}
    if not found:
        raise Sentence(
            f"There is no {program} of PostgreSQL {wanted} or later here: install its client programs.", UNAVAILABLE
        )
    return found[min(found)]


def _installed(program: str) -> Iterator[Path]:
    from config.embedded import CannotStart, binaries

    for pattern in INSTALLED:
        yield from (
            folder / program for folder in Path("/").glob(pattern.removeprefix("/")) if (folder / program).exists()
        )
    if on_path := shutil.which(program):
        yield Path(on_path)
    try:
        yield binaries() / program
    except CannotStart:
        return


def _version(path: Path) -> int:
    said: Any = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)(\.\d+)?", said)
    return int(found[1]) if found else 0
