"""PostgreSQL's own programs, of a version that suits the server, run against the house's database."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from carnet.cli import UNAVAILABLE, Sentence

INSTALLED = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)
CODE = re.compile(r"(?:ERROR|FATAL):\s+([0-9A-Z]{5})\b")
NOT_LIBPQS = {"context", "cursor_factory", "prepare_threshold", "row_factory", "password"}


class Failed(Exception):
    """A program of PostgreSQL's ended badly; what it said may quote a row, and is not shown."""


def run(program: str, *words: str, alias: str) -> None:
    """Run it against that connection's database. Raises Failed, and Sentence when there is no such program."""
    command, environment = _called(program, words, alias)
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise Failed(f"{program} ended with {done.returncode}")


@contextlib.contextmanager
def saying(program: str, *words: str, alias: str) -> Iterator[IO[bytes]]:
    """What it says, as it says it. Raises Failed at the end when it ended badly, and Sentence."""
    command, environment = _called(program, words, alias)
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield cast("IO[bytes]", process.stdout)
        except BaseException:
            process.kill()
            raise
        if process.wait():
            raise Failed(f"{program} ended with {process.returncode}")


@contextlib.contextmanager
def told(program: str, *words: str, alias: str) -> Iterator[IO[bytes]]:
    """Where to write what it is to do. Raises Failed, with the codes of what went wrong, and Sentence."""
    command, environment = _called(program, words, alias)
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as process,
    ):
        stopped = False
        try:
            yield cast("IO[bytes]", process.stdin)
            cast("IO[bytes]", process.stdin).close()
        except BrokenPipeError:
            stopped = True
            with contextlib.suppress(BrokenPipeError):
                cast("IO[bytes]", process.stdin).close()
        except BaseException:
            process.kill()
            raise
        if process.wait() or stopped:
            said.seek(0)
            codes = ", ".join(dict.fromkeys(CODE.findall(said.read().decode(errors="replace"))))
            raise Failed(f"{program} ended with {process.returncode}{codes and f', PostgreSQL said {codes}'}")


def _called(program: str, words: tuple[str, ...], alias: str) -> tuple[list[str | Path], dict[str, str]]:
    from django.db import connections
    from psycopg.conninfo import make_conninfo

    said = connections[alias].get_connection_params()
    where = make_conninfo("", **{key: value for key, value in said.items() if key not in NOT_LIBPQS})
    command: list[str | Path] = [find(program, alias=alias), "--no-password", f"--dbname={where}", *words]
    # The password is not among the words: those are everybody's to read.
    return command, os.environ | {"PGPASSWORD": str(said.get("password") or "")}


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
