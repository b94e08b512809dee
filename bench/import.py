"""Taking the real shop in: lines per CPU-second, what PostgreSQL spends beside it, memory, and COPY of the same rows."""  # noqa: N999 -- bin/bench names it so

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg

from bench import costing
from bench.figures import Figure, tell
from config.embedded import DATABASE, SUPERUSER, Embedded

ROOT = Path(__file__).resolve().parents[1]
WHOLE = Path(os.environ.get("REAL_SHOP", ROOT.parent / "shared" / "data" / "online_retail_lines.csv.gz"))
SLICE = ROOT / "tests" / "data" / "online_retail_slice.csv.gz"
MEMORY = 300
"""MB in the importing process (the issue's)."""
BYTES_A_LINE = 1_500
"""In the database, with every index and the row as it stood in the file."""
MB = 1024 * 1024
COLUMNS = "invoice text, sku text, item text, quantity text, sold_at text, price text, customer text, country text"


@dataclasses.dataclass(frozen=True)
class Run:
    """What one piece of work took: seconds of its own CPU, of PostgreSQL's, and by the clock; its memory in MB."""

    own: float
    server: float
    clock: float
    memory: float
    told: dict[str, Any] = dataclasses.field(default_factory=dict)


def main(words: list[str]) -> int:
    """Measure, print, and judge when asked to."""
    parser = argparse.ArgumentParser(prog="bin/bench import")
    parser.add_argument("--small", action="store_true", help="a part of the shop; no time is judged")
    parser.add_argument("--check", action="store_true", help="fail when a figure is missed")
    options = parser.parse_args(words)
    file = SLICE if options.small or not WHOLE.exists() else WHOLE
    with tempfile.TemporaryDirectory(prefix="carnet-bench-") as folder:
        home = Path(folder)
        home.chmod(0o711)
        with Embedded(home).running():
            return 1 if tell(figures(home, file), judged=options.check, times=not options.small) else 0


def figures(home: Path, file: Path) -> Iterator[Figure]:
    """In the order in which they are measured."""
    _carnet(home, "migrate")
    empty = _size(home)
    first = _imported(home, file)
    grown = _size(home) - empty
    copied = _copied(home, file)
    again = _imported(home, file)
    counts, rows = first.told["counts"], first.told["counts"]["rows"]
    kept = counts["lines"]["new"] + counts["returns"]["new"]
    yield Figure("rows of the file", rows, "rows")
    yield Figure("rows neither taken in nor refused", abs(rows - kept - counts["refused"]), "rows", 0)
    yield Figure("lines per CPU-second of the importing process", rows / first.own, "lines/s", is_time=True)
    yield Figure(
        "lines per CPU-second, PostgreSQL's with it", rows / (first.own + first.server), "lines/s", is_time=True
    )
    yield Figure("by the clock", first.clock, "s", is_time=True)
    yield Figure("memory of the importing process, at its most", first.memory, "MB", MEMORY)
    yield Figure("bytes in the database for each row kept", grown / kept, "bytes", BYTES_A_LINE)
    yield Figure("COPY of the same rows, CPU of both sides", copied.own + copied.server, "s", is_time=True)
    yield Figure(
        "CPU of both sides, times that of COPY",
        (first.own + first.server) / (copied.own + copied.server),
        "×",
        is_time=True,
    )
    yield Figure("rows changed by the same file again", _changed(again.told["counts"]), "rows", 0)
    yield Figure("the same file again, by the clock", again.clock, "s", is_time=True)


def _changed(counts: dict[str, Any]) -> int:
    kinds = ("people", "sales", "lines", "returns", "references")
    return sum(counts[kind][how] for kind in kinds for how in ("new", "changed"))


def _imported(home: Path, file: Path) -> Run:
    return _measured(home, lambda: _carnet(home, "import", str(file), "--json"))


def _copied(home: Path, file: Path) -> Run:
    """The text of every cell into one bare table without an index, from this process."""

    def copy() -> tuple[float, float, dict[str, Any]]:
        before = sum(os.times()[:2])
        with psycopg.connect(_url(home)) as connection, gzip.open(file) as text, connection.cursor() as cursor:
            cursor.execute(f"create table bare ({COLUMNS})")
            with cursor.copy("copy bare from stdin (format csv, header)") as into:
                while block := text.read(MB):
                    into.write(block)
        return sum(os.times()[:2]) - before, 0.0, {}

    return _measured(home, copy)


def _measured(home: Path, work: Callable[[], tuple[float, float, dict[str, Any]]]) -> Run:
    server = int(next(iter(_pid_file(home).read_text().splitlines())))
    before, begun = costing.spent(server), time.monotonic()
    own, memory, told = work()
    return Run(own, costing.spent(server) - before, time.monotonic() - begun, memory, told)


def _carnet(home: Path, *words: str) -> tuple[float, float, dict[str, Any]]:
    """CPU seconds, memory in MB, and the outcome."""
    unsaid = {"DATABASE_URL", "DATABASE_OWNER_URL"}
    told = {name: value for name, value in os.environ.items() if name not in unsaid}
    with tempfile.TemporaryFile("w+") as said:
        running = subprocess.Popen(
            [sys.executable, "-P", "-m", "carnet", *words], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL,
            env=told | {"CARNET_HOME": str(home), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        _pid, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        outcome = said.read()
    if running.returncode > 1:
        raise SystemExit(f"carnet {words[0]} ended with {running.returncode}.")
    with contextlib.suppress(ValueError):
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, json.loads(outcome)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, {}


def _pid_file(home: Path) -> Path:
    with psycopg.connect(_url(home)) as connection:
        (folder,) = connection.execute("show data_directory").fetchone() or ("",)
    return Path(folder) / "postmaster.pid"


def _size(home: Path) -> int:
    with psycopg.connect(_url(home)) as connection:
        return int((connection.execute("select pg_database_size(current_database())").fetchone() or (0,))[0])


def _url(home: Path) -> str:
    return Embedded(home).url(SUPERUSER, DATABASE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
