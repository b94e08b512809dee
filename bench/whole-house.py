"""Reading a whole house: the first time, on a morning on which few changed, and one client: bin/bench whole-house."""  # noqa: N999 -- bin/bench names it so

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from bench import costing, source
from bench.figures import Figure, tell
from bench.serving import own_house
from config.embedded import DATABASE, SUPERUSER, Embedded

ROOT = Path(__file__).resolve().parents[1]
CHANGED = 50
"""One client in so many has changed by the second morning."""
ONE_BY_ONE = 200


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


def main() -> int:
    """Fill, read, tell."""
    parser = argparse.ArgumentParser(prog="bin/bench whole-house", description=__doc__)
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
    _run("crowd", asked)


def figures(size: Size, at: dt.datetime) -> Iterator[Figure]:
    """In the order in which they are measured."""
    scan = min(_scanned() for _ in range(3))
    first = _read("--everybody")
    yield Figure("clients read", first.told["read"], "clients")
    yield Figure("the first time: CPU of Carnet and PostgreSQL", first.cpu, "s", 120, is_time=True)
    yield Figure("  of it PostgreSQL’s", first.server, "s", is_time=True)
    yield Figure("  by the clock", first.clock, "s", is_time=True)
    yield Figure("  by the clock, times one scan of the events", first.clock / scan, "×", is_time=True)
    yield Figure("memory of the reading process, at its most", first.memory, "MB", 2_048)
    yield Figure("clients of whom nothing was kept", size.people - _kept(), "clients", 0)
    _change(size, at)
    before = _versions()
    morning = _read()
    yield Figure("a morning on which one in fifty changed: CPU of both", morning.cpu, "s", 40, is_time=True)
    yield Figure("  of it PostgreSQL’s", morning.server, "s", is_time=True)
    yield Figure("  by the clock", morning.clock, "s", is_time=True)
    yield Figure("  clients read", morning.told["read"], "clients")
    yield Figure("rows written about anybody else", _written_besides(before), "rows", 0)
    again = _read()
    yield Figure("the same morning again: clients read", again.told["read"], "clients", 0)
    yield from _one(at)
    beside = source.literal(at)
    apart, ours = source.apart(at), source.corrected(at)
    yield Figure("the source’s own SQL, literally: CPU", beside.cpu, "s", is_time=True)
    yield Figure("  the lens, corrected: CPU", ours.cpu, "s", is_time=True)
    yield Figure("  clients with a wrong part by its joins alone", 100 * beside.beside(apart).wrong, "%")
    yield Figure("  mean score by it", beside.beside(ours).mean, "points")
    yield Figure("  mean score by the lens", beside.beside(ours).other_mean, "points")


def _scanned() -> float:
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


def _read(*words: str) -> Run:
    """`carnet read`, in a process of its own."""
    server = int(Path(os.environ["CARNET_HOME"], "database", "postmaster.pid").read_text().split()[0])
    before, begun = costing.spent(server), time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "carnet", "read", "--json", *words], stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert running.stdout is not None
    told = running.stdout.read()
    _pid, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"carnet read ended with {running.returncode}.")
    return Run(
        own=used.ru_utime + used.ru_stime, server=costing.spent(server) - before, clock=time.monotonic() - begun,
        memory=used.ru_maxrss / 1024, told=json.loads(told),
    )  # fmt: skip


def _kept() -> int:
    from carnet.intelligence.models import Rhythm

    return Rhythm.objects.count()


def _change(size: Size, at: dt.datetime) -> None:
    """A day passes; one client in fifty buys, as an import would tell it."""
    _run("morning", {"people": size.people, "every": CHANGED, "at": at})


def _run(script: str, asked: dict[str, Any]) -> None:
    """Without the constraints' triggers; the planner knows all of it when this returns."""
    url = Embedded(Path(os.environ["CARNET_HOME"])).url(SUPERUSER, DATABASE)
    with psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor) as connection:
        connection.execute("set session_replication_role = replica")
        for statement in (ROOT / "bench" / f"{script}.sql").read_text().split(";\n"):
            if statement.strip():
                connection.execute(statement, asked)
        connection.execute("vacuum (analyze)")


def _versions() -> int:
    """The transaction that is next."""
    from carnet.kit import db

    ((number,),) = db.select("select pg_current_xact_id()::text::bigint")
    return int(number)


def _written_besides(before: int) -> int:
    """Rows of readings, states and sums written since then about those who neither changed nor turned."""
    from carnet.kit import db

    told = (
        f"select count(*) from {table} where xmin::text::bigint > %(before)s"
        " and client_id not in (select client_id from bench_changed)"
        for table in ("intelligence_rhythm", "intelligence_reading", "intelligence_statechange")
    )
    return sum(int(db.select(each, before=before)[0][0]) for each in told)


def _one(at: dt.datetime) -> Iterator[Figure]:
    """One client after another, each in a transaction of its own, as after an act."""
    from django.db import transaction

    from carnet.clients.models import Client
    from carnet.intelligence.actions import reading
    from carnet.kit import db

    ((backend,),) = db.select("select pg_backend_pid()")
    people = list(Client.objects.order_by("id")[: ONE_BY_ONE + 20])
    for client in people[:20]:
        reading.read(client=client, at=at)
    clocks, before = [], costing.spent(backend) + sum(os.times()[:2])
    for client in people[20:]:
        begun = time.perf_counter()
        with transaction.atomic():
            reading.read(client=client, at=at)
        clocks.append((time.perf_counter() - begun) * 1000)
    cpu = (costing.spent(backend) + sum(os.times()[:2]) - before) / ONE_BY_ONE * 1000
    yield Figure("one client read again: CPU of both", cpu, "ms", 5, is_time=True)
    yield Figure("  by the clock, the median", statistics.median(clocks), "ms", is_time=True)


if __name__ == "__main__":
    sys.exit(main())
