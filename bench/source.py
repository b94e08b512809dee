"""The published engagement score, its SQL translated literally onto our tables: what it costs, and how far off it is.

The statement is that of `../shared/sources/000…`, lines 143 to 164, clause by clause: the same joins, counts and
points. Nothing of it is mended. What had to be chosen:

- `NOW()` is the day asked for, and what had not happened or was not known by then is not there; its own tables forget
  nothing either.
- `DATE_SUB(NOW(), INTERVAL 90 DAY)` is `as_of - interval '90 days'`; `LEAST`, `CASE`, `COUNT`, `LEFT JOIN` and `GROUP
  BY` are the same.
- `clients` are the people the house knows of itself: those it has only heard named are in no till and no book.
- `purchases` is a row per product bought, so a standing line of a sale; `buyer_client_id` is the sale's client. It
  has no cancellations and no returns: a cancelled sale is left out (that is kinder than the source), a returned one
  counts, as it would there.
- `client_interactions` is a row per client and encounter of every kind that has no table of its own there: visit,
  call, letter, special order, event (its `event-attendance`), complaint, other. Ours and hers, answered and not,
  alike: it has no column that could tell.
- `service_events` is a row per care intake. There a drop-off and a pick-up are logged as interactions besides; each
  of our records stands for one row, which is the kinder reading.

`APART` is the same score with each table counted on its own: what of the error is the joins', and what is the meaning
of the counts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import time
import uuid
from typing import Any

import numpy as np
import psutil

TABLES = """
with clients as (
    select id from clients_client
    where happened_at <= %(as_of)s and known_from <= %(as_of)s and not is_mentioned_only
      and (died_on is null or died_on > %(as_of)s::date)
), purchases as not materialized (
    select s.client_id as buyer_client_id, s.happened_at as transaction_date
    from purchases_sale s join purchases_line l on l.sale_id = s.id
    where s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
      and l.known_from <= %(as_of)s and (l.superseded_at is null or l.superseded_at > %(as_of)s)
), client_interactions as not materialized (
    select p.client_id, p.happened_at as occurred_at,
           case e.kind when 'event' then 'event-attendance' else e.kind end as interaction_type
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    where p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and e.kind not in ('care_intake', 'care_return')
), service_events as not materialized (
    select p.client_id, p.happened_at as intake_date
    from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
    where p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
      and e.kind = 'care_intake'
)
"""

LITERAL = (
    TABLES
    + """
SELECT
c.id as client_id,
-- Purchase recency (0-30 points)
CASE
WHEN MAX(p.transaction_date) >= %(as_of)s - INTERVAL '90 DAY' THEN 30
WHEN MAX(p.transaction_date) >= %(as_of)s - INTERVAL '180 DAY' THEN 20
WHEN MAX(p.transaction_date) >= %(as_of)s - INTERVAL '365 DAY' THEN 10
ELSE 0
END as purchase_recency_score,
-- Interaction frequency (0-30 points)
LEAST(30, COUNT(CASE WHEN i.occurred_at >= %(as_of)s - INTERVAL '90 DAY' THEN 1 END) * 6) as interaction_score,
-- Service engagement (0-20 points)
LEAST(20, COUNT(CASE WHEN se.intake_date >= %(as_of)s - INTERVAL '365 DAY' THEN 1 END) * 10) as service_score,
-- Event attendance (0-20 points)
LEAST(20, COUNT(CASE WHEN i.interaction_type = 'event-attendance'
                      AND i.occurred_at >= %(as_of)s - INTERVAL '365 DAY' THEN 1 END) * 10) as event_score
FROM clients c
LEFT JOIN purchases p ON c.id = p.buyer_client_id
LEFT JOIN client_interactions i ON c.id = i.client_id
LEFT JOIN service_events se ON c.id = se.client_id
GROUP BY c.id
"""
)

APART = (
    TABLES
    + """
, p as (select buyer_client_id as client_id, max(transaction_date) as last from purchases group by buyer_client_id)
, i as (
    select client_id, count(*) filter (where occurred_at >= %(as_of)s - interval '90 days') as contacts,
           count(*) filter (where interaction_type = 'event-attendance'
                            and occurred_at >= %(as_of)s - interval '365 days') as evenings
    from client_interactions group by client_id)
, se as (
    select client_id, count(*) filter (where intake_date >= %(as_of)s - interval '365 days') as care
    from service_events group by client_id)
select c.id,
       case when p.last >= %(as_of)s - interval '90 days' then 30 when p.last >= %(as_of)s - interval '180 days' then 20
            when p.last >= %(as_of)s - interval '365 days' then 10 else 0 end,
       least(30, coalesce(i.contacts, 0) * 6), least(20, coalesce(se.care, 0) * 10), least(20, coalesce(i.evenings, 0) * 10)
from clients c left join p on c.id = p.client_id left join i on c.id = i.client_id left join se on c.id = se.client_id
"""
)


@dataclasses.dataclass(frozen=True)
class Scored:
    """What a statement gave: four parts for each client, and the CPU of both sides while it ran."""

    clients: list[uuid.UUID]
    parts: Any
    """An array of clients × (recency, interactions, service, events)."""
    cpu: float
    """Seconds: of the PostgreSQL backend that ran it with its workers, and of this process."""
    wall: float

    @property
    def scores(self) -> dict[uuid.UUID, int]:
        """The score of each client, the sum of its four parts."""
        return dict(zip(self.clients, map(int, self.parts.sum(axis=1)), strict=True))

    def beside(self, other: Scored) -> Beside:
        """How far this is from the other, over the clients that both have."""
        place = {client: row for row, client in enumerate(other.clients)}
        both = [(row, place[client]) for row, client in enumerate(self.clients) if client in place]
        mine, theirs = (np.array(rows, dtype=np.intp) for rows in zip(*both, strict=True)) if both else ([], [])
        here, there = self.parts[mine], other.parts[theirs]
        wrong = (here != there).any(axis=1)
        return Beside(
            len(both),
            float(wrong.mean()) if both else 0.0,
            float(here.sum(axis=1).mean()) if both else 0.0,
            float(there.sum(axis=1).mean()) if both else 0.0,
        )


@dataclasses.dataclass(frozen=True)
class Beside:
    """Two scores of the same people."""

    clients: int
    wrong: float
    """The share of them with at least one part that differs."""
    mean: float
    other_mean: float


def literal(as_of: dt.datetime) -> Scored:
    """The published statement, over everybody."""
    return _timed(lambda: _rows(LITERAL, as_of))


def apart(as_of: dt.datetime) -> Scored:
    """The same counts without the product of the three joins."""
    return _timed(lambda: _rows(APART, as_of))


def corrected(as_of: dt.datetime) -> Scored:
    """Carnet's lens over the same people."""
    from carnet.intelligence.queries import lens

    def read() -> tuple[list[uuid.UUID], Any]:
        seen = lens.seen(as_of)
        return seen.clients, seen.lens.parts

    return _timed(read)


def _rows(statement: str, as_of: dt.datetime) -> tuple[list[uuid.UUID], Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, {"as_of": as_of})
        rows = cursor.fetchall()
    parts = np.array([row[1:] for row in rows], dtype=np.int64).reshape(len(rows), 4)
    return [row[0] for row in rows], parts


def _timed(read: Any) -> Scored:
    """Read, and say what it cost: a backend's parallel workers end with the statement, and the postmaster is who reaps them."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (backend,) = cursor.fetchone()
        # So that all of it is the backend's own: a worker's CPU is nobody's once it has ended.
        cursor.execute("set max_parallel_workers_per_gather = 0")
        try:
            before, began = _spent(backend), time.perf_counter()
            clients, parts = read()
            return Scored(clients, parts, _spent(backend) - before, time.perf_counter() - began)
        finally:
            cursor.execute("reset max_parallel_workers_per_gather")


def _spent(backend: int) -> float:
    spent = 0.0
    for pid in (backend, os.getpid()):
        times = psutil.Process(pid).cpu_times()
        spent += times.user + times.system
    return spent
