"""Keeping what was decided about everybody, as periods: the same again is not written, what changed ends what stood."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from typing import Any, LiteralString

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from carnet.kit import db
from carnet.outreach.queries import kept
from carnet.outreach.rules.policy import RULES
from carnet.outreach.rules.verdicts import Decision

BY_JSON: LiteralString = """(
    select * from jsonb_to_recordset(%(told)s)
    as given (client_id uuid, verdict text, because jsonb, reasons jsonb, expires_on date))"""


@transaction.atomic(savepoint=False)
def keep(  # house: act-is-recorded -- it follows from the morning, which has its line
    *, decided: Mapping[uuid.UUID, Decision], on: dt.date
) -> int:
    """From that day on it is decided so; how many rows were written."""
    told = [kept.decided(client, decision) for client, decision in decided.items()]
    return settle(source=BY_JSON, on=on, told=json.dumps(told, cls=DjangoJSONEncoder))


@transaction.atomic(savepoint=False)
def settle(  # house: act-is-recorded -- as above
    *, source: LiteralString, on: dt.date, **values: Any
) -> int:
    """The same, of what an SQL expression holds: client_id, verdict, because, reasons, expires_on."""
    return db.execute(
        f"""
        with found as not materialized (select * from {source} given), standing as materialized (
            select d.id, d.client_id, d.since, (d.verdict, d.because, d.reasons, d.rules)
                   is not distinct from (f.verdict, f.because, f.reasons, %(rules)s::smallint) as stays
            from found f join outreach_decided d on d.client_id = f.client_id and d.until is null
        ), unsaid as (
            -- Somebody of two boutiques may have been decided about where it is tomorrow already.
            delete from outreach_decided d using standing s
            where d.client_id = s.client_id and not s.stays and d.since >= %(on)s returning 1
        ), ended as (
            update outreach_decided d set until = %(on)s from standing s
            where d.client_id = s.client_id and not s.stays and d.since < %(on)s and coalesce(d.until > %(on)s, true) returning 1
        )
        insert into outreach_decided (id, client_id, verdict, because, reasons, rules, since, expires_on)
        select gen_random_uuid(), f.client_id, f.verdict, f.because, f.reasons, %(rules)s, %(on)s, f.expires_on
        from found f left join standing s on s.client_id = f.client_id
        -- What stood is ended before what follows it is written.
        where (select count(*) from unsaid) + (select count(*) from ended) >= 0 and s.stays is not true
        on conflict (client_id) where until is null do nothing
        """,  # noqa: S608 -- our own words
        on=on, rules=RULES, **values,
    )  # fmt: skip
