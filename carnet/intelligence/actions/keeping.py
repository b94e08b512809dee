"""Keeping readings: what is found again stays as it is, what changed is ended and begun anew, a person's word stands."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import uuid
from collections.abc import Collection, Sequence
from typing import Any, LiteralString

from django.db import transaction

from carnet.intelligence.kinds import RULES, Evidence, ReadingKind, State
from carnet.kit import db

BY_JSON: LiteralString = """(
    select client as client_id, about, code, certainty, values, evidence, rivals from jsonb_to_recordset(%(found)s)
    as given (client uuid, about uuid, code text, certainty smallint, values jsonb, evidence jsonb, rivals jsonb))"""


@dataclasses.dataclass(frozen=True)
class Found:
    """A reading, before it is kept: `certainty` of 100, `evidence` by kind and id, `rivals` with theirs."""

    client: uuid.UUID
    kind: ReadingKind
    code: str
    certainty: int
    values: dict[str, Any]
    evidence: Sequence[tuple[Evidence, uuid.UUID]] = ()
    rivals: Sequence[dict[str, Any]] = ()
    about: uuid.UUID | None = None


@transaction.atomic(savepoint=False)
def keep(  # house: act-is-recorded -- it follows from an act below, or from a pass, and that is what the journal tells
    *, found: Sequence[Found], kind: ReadingKind, considered: Collection[uuid.UUID] | None, on: dt.date
) -> int:
    """Keep what was found of `kind` that day about the `considered` (nothing: the whole house); how many were written.

    A standing reading of theirs that was not found again ends; one that an advisor said stands until she revises it.
    """
    told = json.dumps([_told(each) for each in found], default=str)
    whose: LiteralString = "" if considered is None else "and r.client_id = any(%(considered)s)"
    return settle(source=BY_JSON, kind=kind, whose=whose, on=on, found=told, considered=list(considered or ()))


def _told(each: Found) -> dict[str, Any]:
    return {
        "client": each.client, "about": each.about, "code": each.code, "certainty": each.certainty, "values": each.values,
        "evidence": each.evidence, "rivals": each.rivals,
    }  # fmt: skip


@transaction.atomic(savepoint=False)
def settle(  # house: act-is-recorded -- as above
    *, source: LiteralString, kind: ReadingKind, whose: LiteralString, on: dt.date, **values: Any
) -> int:
    """The same, of what an SQL expression holds: client_id, about, code, certainty, values, evidence, rivals.

    `whose` is a condition on `r.client_id`: the people considered.
    """
    return db.execute(
        f"""
        with found as not materialized (select * from {source} given), standing as materialized (
            select r.id, r."on", r.client_id, r.about, r.said_by_id is not null
                   or coalesce((r.code, r.certainty, r.values, r.evidence, r.rivals, r.rules)
                      is not distinct from (f.code, f.certainty::smallint, f.values, f.evidence, f.rivals, %(rules)s::smallint),
                      false) as stays
            from intelligence_reading r
            left join found f on f.client_id = r.client_id and coalesce(f.about, f.client_id) = coalesce(r.about, r.client_id)
            where r.until is null and r.kind = %(kind)s {whose}
        ), unsaid as (
            delete from intelligence_reading r using standing s where r.id = s.id and not s.stays and s."on" >= %(on)s returning 1
        ), ended as (
            update intelligence_reading r set until = %(on)s from standing s
            where r.id = s.id and not s.stays and s."on" < %(on)s returning 1
        )
        insert into intelligence_reading
            (id, client_id, kind, about, code, certainty, values, evidence, rivals, rules, "on", words)
        select gen_random_uuid(), f.client_id, %(kind)s, f.about, f.code, f.certainty, f.values, f.evidence, f.rivals,
               %(rules)s, %(on)s, '' from found f
        -- What stood is ended before what follows it is written.
        where (select count(*) from unsaid) + (select count(*) from ended) >= 0
          and not exists (select from standing s where s.client_id = f.client_id and s.stays
                          and coalesce(s.about, s.client_id) = coalesce(f.about, f.client_id))
        on conflict (client_id, kind, about) where until is null do nothing
        """,  # noqa: S608 -- our own words
        kind=kind, on=on, rules=RULES, **values,
    )  # fmt: skip


STATES_BY_JSON: LiteralString = """(
    select client as client_id, state, because from jsonb_to_recordset(%(found)s)
    as given (client uuid, state text, because jsonb))"""


@transaction.atomic(savepoint=False)
def keep_states(  # house: act-is-recorded -- as above
    *,
    found: Sequence[tuple[uuid.UUID, State, Sequence[Sequence[Any]]]],
    on: dt.date,
) -> int:
    """From that day on they stand so, moved by those records; how many moved."""
    told = [{"client": client, "state": state, "because": because} for client, state, because in found]
    return settle_states(source=STATES_BY_JSON, on=on, found=json.dumps(told, default=str))


@transaction.atomic(savepoint=False)
def settle_states(  # house: act-is-recorded -- as above
    *, source: LiteralString, on: dt.date, because: LiteralString = "f.because", **values: Any
) -> int:
    """The same, of what an SQL expression holds as `f`: client_id, state.

    `because` says which records moved it; `x` is the state that stood, if any did.
    """
    return db.execute(
        f"""
        with found as not materialized (select * from {source} given), standing as materialized (
            select s.id, s.client_id, s.since, s.state = f.state as stays
            from intelligence_statechange s join found f on f.client_id = s.client_id where s.until is null
        ), unsaid as (
            delete from intelligence_statechange s using standing x where s.id = x.id and not x.stays and x.since >= %(on)s
            returning 1
        ), ended as (
            update intelligence_statechange s set until = %(on)s from standing x
            where s.id = x.id and not x.stays and x.since < %(on)s returning 1
        )
        insert into intelligence_statechange (id, client_id, state, since, because)
        select gen_random_uuid(), f.client_id, f.state, %(on)s, {because}
        from found f left join standing x on x.client_id = f.client_id
        where (select count(*) from unsaid) + (select count(*) from ended) >= 0 and x.stays is not true
        on conflict (client_id) where until is null do nothing
        """,  # noqa: S608 -- our own words
        on=on,
        **values,
    )
