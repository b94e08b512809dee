"""A day of a whole house: every morning prepared, Today opened, one verdict: bin/bench day."""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Iterator

from bench import costing, counting, crowding
from bench.crowding import Size
from bench.figures import Figure

A_BOOK = 125
"""Clients to an advisor."""
ONE_BY_ONE = 200
OPENED = 100
"""Advisors who open Today."""
OK = 200


def fill(size: Size, at: dt.datetime) -> None:
    """The crowd, and who looks after it; read once."""
    from tests.factories import people as made

    crowding.fill(size, at)
    asked = {
        "now": at,
        "people": size.people,
        "sales": size.sales,
        "advisors": size.people // A_BOOK,
        "here": made.boutique().id,
    }
    crowding.lay("books", asked)
    crowding.carnet("read", "--json", "--everybody")
    print(f"{size.people:,} clients, {size.people // A_BOOK:,} advisors.", flush=True)


def figures(size: Size, at: dt.datetime) -> Iterator[Figure]:
    """In the order in which they are measured."""
    from carnet.outreach.models import Day, Decided, Suggestion

    scan = min(crowding.scanned() for _ in range(3))
    first = crowding.carnet("morning", "--prepare", "--json")
    yield Figure("mornings prepared", first.told["mornings"], "mornings")
    yield Figure("people suggested", Suggestion.objects.filter(promise=None).count(), "people")
    yield Figure("promises listed", Suggestion.objects.exclude(promise=None).count(), "promises")
    yield Figure("most on one list", _most_on_a_list(), "people", 5)
    yield Figure("advisors without a morning", size.people // A_BOOK - Day.objects.count(), "advisors", 0)
    yield Figure("people without a verdict", size.people - Decided.objects.filter(until=None).count(), "people", 0)
    yield Figure("every morning prepared: CPU of Carnet and PostgreSQL", first.cpu, "s", 90, is_time=True)
    yield Figure("  of it PostgreSQL’s", first.server, "s", is_time=True)
    yield Figure("  by the clock", first.clock, "s", is_time=True)
    yield Figure("  by the clock, times one scan of the events", first.clock / scan, "×", is_time=True)
    yield Figure("memory of the preparing process, at its most", first.memory, "MB", 1_024)
    yield from _verdicts(at)
    yield from _opened()


def _most_on_a_list() -> int:
    from carnet.kit import db

    ((most,),) = db.select(
        "select coalesce(max(listed), 0) from ("
        "select count(*) as listed from outreach_suggestion where promise_id is null group by day_id) days"
    )
    return int(most)


def _verdicts(at: dt.datetime) -> Iterator[Figure]:
    """One client after another, as a page or a colleague asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from carnet.clients.models import Client
    from carnet.kit import db
    from carnet.outreach.queries import verdicts

    ((backend,),) = db.select("select pg_backend_pid()")
    people = list(Client.objects.order_by("id")[: ONE_BY_ONE + 20])
    for client in people[:20]:
        verdicts.verdict(client, on=at.date())
    clocks, before = [], costing.spent(backend) + sum(os.times()[:2])
    for client in people[20:]:
        begun = time.perf_counter()
        verdicts.verdict(client, on=at.date())
        clocks.append((time.perf_counter() - begun) * 1000)
    cpu = (costing.spent(backend) + sum(os.times()[:2]) - before) / ONE_BY_ONE * 1000
    yield Figure("a verdict for one client: CPU of both", cpu, "ms", 10, is_time=True)
    yield Figure("  by the clock, the median", statistics.median(clocks), "ms", is_time=True)
    with CaptureQueriesContext(connection) as asked:
        verdicts.verdict(people[0], on=at.date())
    yield Figure("  statements", len(asked), "statements", 20)


def _opened() -> Iterator[Figure]:
    """Today, opened by one advisor after another, in this process: the same middleware, views and templates."""
    import random

    from django.conf import settings
    from django.test.utils import override_settings

    from carnet.house.models import Member
    from carnet.kit import db

    ((backend,),) = db.select("select pg_backend_pid()")
    handles = sorted(Member.objects.filter(handle__startswith="member").values_list("handle", flat=True))
    browsers = [counting.reader(handle) for handle in random.Random(7).sample(handles, min(OPENED, len(handles)))]
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}, SECURE_SSL_REDIRECT=False):
        for browser in browsers:
            if browser.get("/").status_code != OK:
                raise SystemExit("Today did not open.")
        own, server = sum(os.times()[:2]), costing.spent(backend)
        for browser in browsers:
            browser.get("/")
        own, server = sum(os.times()[:2]) - own, costing.spent(backend) - server
    yield Figure("Today opened: CPU of the page", own / len(browsers) * 1000, "ms", 40, is_time=True)
    yield Figure("  PostgreSQL beside it", server / len(browsers) * 1000, "ms", is_time=True)


if __name__ == "__main__":
    sys.exit(crowding.main("day", __doc__, fill, figures))
