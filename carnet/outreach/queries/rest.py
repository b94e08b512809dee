"""Why those rest for whom nothing stands: told for a whole house by one statement, in the words of `restraint.resting`."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Collection
from typing import Any, LiteralString

from carnet.clients.kinds import Act
from carnet.kit import db
from carnet.outreach.models import Day

REST: LiteralString = """
    with words as materialized (
        select p.client_id, (max(p.happened_at) at time zone %(zone)s)::date as day
        from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        where p.happened_at > %(as_of)s::timestamptz - make_interval(days => %(pace)s + 1) and p.happened_at <= %(as_of)s
          and e.kind in ('letter', 'call') and e.started_by = 'house' and e.known_from <= %(as_of)s
          and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
        group by p.client_id
    ), held as materialized (
        select distinct on (h.client_id) h.client_id, h.scope, h.because, m.signature,
               ((upper(h.period) - interval '1 microsecond') at time zone %(zone)s)::date as until
        from consent_hold h left join house_member m on m.id = h.owner_id
        where h.period @> %(as_of)s and h.known_from <= %(as_of)s
        order by h.client_id, h.scope = 'selling', h.scope
    ), dead as materialized (
        select c.id as client_id from clients_client c where c.died_on <= %(on)s
          and exists (select from journal_line j where j.on_id = c.id and j.act = %(died)s and j.at <= %(as_of)s)
    )
    select c.id as client_id, 'leave' as verdict,
           jsonb_build_array(case
               when dead.client_id is not null then '["died", {}]'
               when c.is_minor then '["minor", {}]'
               when c.is_mentioned_only then '["mentioned_only", {}]'
               when held.client_id is not null then jsonb_build_array(
                   case when held.scope = 'selling' then 'selling_held' else 'held' end,
                   jsonb_build_object('because', held.because, 'until', held.until)
                   || case when held.signature is null then '{}' else jsonb_build_object('owner', held.signature) end)
               when words.day + %(pace)s > %(on)s then jsonb_build_array('written_lately', jsonb_build_object('on', words.day))
               else '["nothing_to_say", {}]'::jsonb end) as because,
           '[]'::jsonb as reasons,
           case when dead.client_id is not null or c.is_minor or c.is_mentioned_only then null
                when held.client_id is not null then held.until + 1
                when words.day + %(pace)s > %(on)s then words.day + %(pace)s end as expires_on
    from rested join clients_client c on c.id = rested.client_id
    left join words on words.client_id = c.id left join held on held.client_id = c.id left join dead on dead.client_id = c.id
"""
"""Of those whom the temporary table `rested` holds."""


def values(on: dt.date, as_of: dt.datetime, zone: str, pace: dt.timedelta) -> dict[str, Any]:
    """What REST is asked with."""
    return {"on": on, "as_of": as_of, "zone": zone, "pace": pace.days, "died": Act.DIED.value}


def on_the_day(day: Day, book: Collection[uuid.UUID]) -> list[tuple[uuid.UUID, str, str, list[Any], list[Any]]]:
    """Of that book, what was decided of each by the morning of that day: id, name, verdict, because, reasons."""
    return [
        (client, name, verdict, json.loads(because), json.loads(reasons))
        for client, name, verdict, because, reasons in db.select(
            """
            select d.client_id, coalesce(nullif(c.display, ''), c.description), d.verdict, d.because::text, d.reasons::text
            from outreach_decided d join clients_client c on c.id = d.client_id
            where d.client_id = any(%(book)s) and d.since <= %(on)s and (d.until is null or d.until > %(on)s)
            order by d.client_id
            """,
            book=list(book),
            on=day.on,
        )
    ]
