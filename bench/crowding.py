"""A crowd: a house of many people with a long past, laid by SQL, and commands that are run on it in processes of their own."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import psycopg

from bench import costing
from bench.figures import Figure, tell
from bench.serving import own_house
from config.embedded import DATABASE, SUPERUSER, Embedded

ROOT = Path(__file__).resolve().parents[1]


@dataclasses.dataclass(frozen=True)
class Size:
    """How large."""

    people: int
    sales: int
    encounters: int


WHOLE, SMALL = Size(1_000_000, 5_000_000, 5_000_000), Size(10_000, 50_000, 50_000)


@dataclasses.dataclass(frozen=True)
class Run:
    """CPU seconds of Carnet and of PostgreSQL, seconds by the clock, MB at most, and what it told."""

    own: float
    server: float
    clock: float
    memory: float
    told: dict[str, Any]

    @property
    def cpu(self) -> float:
        return self.own + self.server


def main(
    name: str,
    told: str | None,
    fill: Callable[[Size, dt.datetime], None],
    figures: Callable[[Size, dt.datetime], Iterable[Figure]],
) -> int:
    """Fill a house of its own, measure, tell."""
    parser = argparse.ArgumentParser(prog=f"bin/bench {name}", description=told)
    parser.add_argument("--small", action="store_true", help="a hundredth of the house; times are told and not judged")
    parser.add_argument("--check", action="store_true", help="fail when a figure is missed")
    parser.add_argument(
        "--people", type=int, default=0, metavar="N", help="that many clients, and ten times the events"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    size = SMALL if options.small else WHOLE
    if options.people:
        size = Size(options.people, 5 * options.people, 5 * options.people)
    with own_house():
        from carnet.cli.database import at_hand

        with at_hand(needs_house=False):
            at = dt.datetime.now(dt.UTC)  # noqa: TID251 -- a house of today
            fill(size, at)
            print(f"{size.people:,} clients, {size.sales + size.encounters:,} events.", flush=True)
            return 1 if tell(figures(size, at), judged=options.check, times=size == WHOLE) else 0


def fill(size: Size, at: dt.datetime) -> None:
    """The people of the house by its own acts, then the crowd by SQL."""
    from carnet.products.models import Reference
    from tests import cast
    from tests.factories import people as made

    made.open_vauclair(at=at - dt.timedelta(days=1700))
    for model in cast.MODELS:
        made.reference(model, at=at - dt.timedelta(days=1700))
    asked = {
        "now": at, "people": size.people, "sales": size.sales, "encounters": size.encounters, "here": made.boutique().id,
        "references": [str(each) for each in Reference.objects.order_by("sku").values_list("id", flat=True)],
    }  # fmt: skip
    lay("crowd", asked)


def scanned() -> float:
    """Seconds by the clock to look at every event once."""
    from carnet.kit import db

    begun = time.monotonic()
    db.select(
        """
        select (select count(happened_at) + count(client_id) from purchases_sale),
               (select count(total) from purchases_line), (select count(kind) from interactions_encounter),
               (select count(happened_at) from interactions_presence)
        """
    )
    return time.monotonic() - begun


def carnet(*words: str) -> Run:
    """A command of Carnet, in a process of its own; what it prints is JSON."""
    server = int(Path(os.environ["CARNET_HOME"], "database", "postmaster.pid").read_text().split()[0])
    before, begun = costing.spent(server), time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "carnet", *words],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert running.stdout is not None
    told = running.stdout.read()
    _pid, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"carnet {' '.join(words)} ended with {running.returncode}.")
    return Run(
        own=used.ru_utime + used.ru_stime, server=costing.spent(server) - before, clock=time.monotonic() - begun,
        memory=used.ru_maxrss / 1024, told=json.loads(told),
    )  # fmt: skip


def lay(script: str, asked: dict[str, Any]) -> None:
    """Without the constraints' triggers; the planner knows all of it when this returns."""
    url = Embedded(Path(os.environ["CARNET_HOME"])).url(SUPERUSER, DATABASE)
    with psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor) as connection:
        connection.execute("set session_replication_role = replica")
        for statement in (ROOT / "bench" / f"{script}.sql").read_text().split(";\n"):
            if statement.strip():
                connection.execute(statement, asked)
        connection.execute("vacuum (analyze)")
