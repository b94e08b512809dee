"""Preparing every morning of a house at once: the evidence is asked for a few hundred books at a time."""

from __future__ import annotations

import collections
import datetime as dt
import itertools
import json
from collections.abc import Sequence
from typing import LiteralString

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from carnet.house import queries as house
from carnet.house.models import Maison
from carnet.journal import recording
from carnet.kit import acts, collecting, db, moments
from carnet.outreach.actions import deciding, preparing_the_day
from carnet.outreach.kinds import Act
from carnet.outreach.models import Day, Moment, Suggestion
from carnet.outreach.queries import kept, learning, rest
from carnet.outreach.queries.judging import Judging
from carnet.outreach.queries.mornings import Morning, Mornings
from carnet.outreach.rules import restraint
from carnet.outreach.rules.restraint import Known

NOW: LiteralString = """
    create temp table decided_now (client_id uuid, verdict text, because jsonb, reasons jsonb, expires_on date) on commit drop
"""
TOGETHER = 4_000
"""Mornings to a transaction: each of them looks through the house's records once, whomever they are about."""


def prepare_house(  # house: act-in-one-transaction -- some mornings to each, so that an interruption costs only those
    *, by: acts.By, at: dt.datetime, zones: Sequence[str] | None = None
) -> int:
    """Every morning of today, where each boutique is (only in those `zones`); how many were prepared.

    A morning that is there already is prepared again by itself, for it may have been answered.
    """
    found = 0
    for zone, mornings in _by_zone(at, zones).items():
        on = moments.day_of(at, zone)
        there = set(Day.objects.filter(on=on).values_list("member", flat=True))
        for each in mornings:
            if each.member.id in there:
                preparing_the_day.prepare(member=each.member, boutique=each.boutique, on=on, by=by, at=at)
        fresh = [each for each in mornings if each.member.id not in there]
        for some in itertools.batched(fresh, TOGETHER):
            with collecting.later():
                _prepare(some, on, by, at)
        found += len(mornings)
    return found


def _by_zone(at: dt.datetime, zones: Sequence[str] | None) -> dict[str, list[Morning]]:
    found: dict[str, list[Morning]] = collections.defaultdict(list)
    for member, boutique in house.workers(at.date()):
        if zones is None or boutique.zone in zones:
            found[boutique.zone].append(Morning(member, boutique))
    return found


@transaction.atomic
def _prepare(some: Sequence[Morning], on: dt.date, by: acts.By, at: dt.datetime) -> None:
    # One process and the memory it asks for: by night the sum counts, and helpers cost more than they save.
    db.execute("set local work_mem = '64MB'")
    db.execute("set local max_parallel_workers_per_gather = 0")
    judging = Judging(Mornings(some, on), only_moved=True)
    line = recording.record(act=Act.DAY_PREPARED, by=by, on=acts.On("maison", Maison.objects.get().id), at=at)
    judged = [judging.day(morning) for morning in some]
    days = [kept.day_of(each, at, line) for each in judged]
    Day.objects.bulk_create(days)
    Suggestion.objects.bulk_create(
        row for day, each in zip(days, judged, strict=True) for row in kept.placed(day, each)
    )
    Moment.objects.bulk_create(learning.moments(*judged), ignore_conflicts=True)
    _decide(judging)


def _decide(judging: Judging) -> None:
    """What is decided about each of their people: those who were looked at as judged, the others by one statement."""
    mornings = judging.mornings
    db.execute("drop table if exists decided_now, rested")
    db.execute(NOW)
    db.execute("create temp table rested (client_id uuid) on commit drop")
    columns = ("client_id", "verdict", "because", "reasons", "expires_on")
    db.copy_into("decided_now", columns, kept.decided_rows(judging.decided.items()))
    db.copy_into("rested", ("client_id",), ((client,) for client in judging.people if client not in judging.decided))
    db.execute("analyze rested")
    told = rest.values(mornings.on, mornings.as_of, mornings.zone, judging.policy.pace)
    db.execute(f"insert into decided_now (client_id, verdict, because, reasons, expires_on) {rest.REST}", **told)
    _ask_instead(judging)
    db.execute("analyze decided_now")
    deciding.settle(source="decided_now", on=mornings.on)


def _ask_instead(judging: Judging) -> None:
    """Of whom nothing but a question stands: that it is no reason to write, unless something holds everything."""
    told = []
    for client, standing in judging.standing.items():
        if client not in judging.decided:
            because = restraint.held_back(standing[0], Known(client), judging.policy, judging.on)
            told.append({"client": client, "because": [[because.kind, because.values]] if because else []})
    db.execute(
        """
        update decided_now d set because = q.because, expires_on = null
        from jsonb_to_recordset(%(told)s) as q (client uuid, because jsonb)
        where d.client_id = q.client and d.because->0->>0 not in ('died', 'minor', 'mentioned_only', 'held')
        """,
        told=json.dumps(told, cls=DjangoJSONEncoder),
    )
