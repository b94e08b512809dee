"""Noticing: from what was noted between us to dated signals that fade. Nothing is read into them here (I-10, Y-10)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from typing import LiteralString

from django.db import transaction

from carnet.intelligence.queries.visiting import CAME
from carnet.intelligence.rules import search
from carnet.kit import db


@transaction.atomic
def notice(  # house: act-is-recorded -- it follows from an act below, or from a pass, and that is what the journal tells
    *, clients: Collection[uuid.UUID] | None, on: dt.date, as_of: dt.datetime
) -> int:
    """Keep the signals of those clients (nothing: of everybody) as they stand on that day; how many were written or let go.

    A note that was taken back takes its signals with it, and a sale that came in late turns a look into a purchase. The same
    day noticed again writes nothing.
    """
    of: LiteralString = "" if clients is None else "and p.client_id = any(%(clients)s)"
    whose: LiteralString = "" if clients is None else "and s.client_id = any(%(clients)s)"
    ((written, gone),) = db.select(
        f"""
        with {CAME.format(of=of)}, noticed as (
            select client_id, id as evidence, day, 'looked' as kind, %(looks)s as days from shopped
            union
            select c.client_id, c.id, c.day, s.handled, case s.handled when 'tried' then %(looks)s else %(words)s end
            from came c join interactions_pieceshown s on s.encounter_id = c.id
            where c.part = 'main' and s.handled in ('tried', 'asked', 'kept_for_later')
            union
            select client_id, id, day, 'kept_for_later', %(words)s from came where "left" = 'on_hold' and part = 'main'
            union
            select client_id, id, day, 'wrote_to_us', %(looks)s from came where kind = 'letter' and started_by = 'client'
            union
            select client_id, id, day, 'called_us', %(looks)s from came where kind = 'call' and started_by = 'client'
            union
            select client_id, id, day, 'complained', %(words)s from came where kind = 'complaint'
            union
            select client_id, id, day, 'care', %(looks)s from came where kind in ('care_intake', 'care_return')
        ), due as (
            select client_id, evidence, kind, day, day + days as until from noticed where day > %(first)s and day <= %(on)s
        ), gone as (
            delete from intelligence_signal s using interactions_encounter e
            where e.id = s.evidence and e.known_from <= %(as_of)s and s."on" > %(first)s and s."on" <= %(on)s {whose}
              and not exists (select from due d
                              where d.client_id = s.client_id and d.evidence = s.evidence and d.kind = s.kind)
            returning s.id
        ), written as (
            insert into intelligence_signal as s (id, client_id, kind, "on", until, evidence)
            select derived_id('signal', client_id::text, evidence::text, kind), client_id, kind, day, until, evidence from due
            on conflict (client_id, evidence, kind) do update set until = excluded.until, "on" = excluded."on"
            where (s.until, s."on") <> (excluded.until, excluded."on")
            returning s.id
        )
        select (select count(*) from written), (select count(*) from gone)
        """,  # noqa: S608 -- our own words
        clients=list(clients or ()), on=on, as_of=as_of, first=on - dt.timedelta(days=search.WORDS_FADE),
        since=dt.datetime.combine(on, dt.time.min, tzinfo=dt.UTC) - dt.timedelta(days=search.WORDS_FADE + 1),
        looks=search.LOOKS_FADE, words=search.WORDS_FADE,
    )  # fmt: skip
    return int(written) + int(gone)
