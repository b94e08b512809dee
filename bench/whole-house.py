"""Reading a whole house: the first time, on a morning on which few changed, and one client: bin/bench whole-house."""  # noqa: N999 -- bin/bench names it so

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Iterator

from bench import costing, crowding, source
from bench.crowding import Size
from bench.figures import Figure

CHANGED = 50
"""One client in so many has changed by the second morning."""
ONE_BY_ONE = 200


def figures(size: Size, at: dt.datetime) -> Iterator[Figure]:
    """In the order in which they are measured."""
    scan = min(crowding.scanned() for _ in range(3))
    first = crowding.carnet("read", "--json", "--everybody")
    yield Figure("clients read", first.told["read"], "clients")
    yield Figure("the first time: CPU of Carnet and PostgreSQL", first.cpu, "s", 120, is_time=True)
    yield Figure("  of it PostgreSQL’s", first.server, "s", is_time=True)
    yield Figure("  by the clock", first.clock, "s", is_time=True)
    yield Figure("  by the clock, times one scan of the events", first.clock / scan, "×", is_time=True)
    yield Figure("memory of the reading process, at its most", first.memory, "MB", 2_048)
    yield Figure("clients of whom nothing was kept", size.people - _kept(), "clients", 0)
    _change(size, at)
    before = _versions()
    morning = crowding.carnet("read", "--json")
    yield Figure("a morning on which one in fifty changed: CPU of both", morning.cpu, "s", 40, is_time=True)
    yield Figure("  of it PostgreSQL’s", morning.server, "s", is_time=True)
    yield Figure("  by the clock", morning.clock, "s", is_time=True)
    yield Figure("  clients read", morning.told["read"], "clients")
    yield Figure("rows written about anybody else", _written_besides(before), "rows", 0)
    again = crowding.carnet("read", "--json")
    yield Figure("the same morning again: clients read", again.told["read"], "clients", 0)
    yield from _one(at)
    beside = source.literal(at)
    apart, ours = source.apart(at), source.corrected(at)
    yield Figure("the source’s own SQL, literally: CPU", beside.cpu, "s", is_time=True)
    yield Figure("  the lens, corrected: CPU", ours.cpu, "s", is_time=True)
    yield Figure("  clients with a wrong part by its joins alone", 100 * beside.beside(apart).wrong, "%")
    yield Figure("  mean score by it", beside.beside(ours).mean, "points")
    yield Figure("  mean score by the lens", beside.beside(ours).other_mean, "points")


def _kept() -> int:
    from carnet.intelligence.models import Rhythm

    return Rhythm.objects.count()


def _change(size: Size, at: dt.datetime) -> None:
    """A day passes; one client in fifty buys, as an import would tell it."""
    crowding.lay("morning", {"people": size.people, "every": CHANGED, "at": at})


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
    sys.exit(crowding.main("whole-house", __doc__, crowding.fill, figures))
