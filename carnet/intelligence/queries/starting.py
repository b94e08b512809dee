"""Who took the first step, and how often: the last two years of encounters and sales, counted once each, both sides."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection

from carnet.interactions.kinds import EncounterKind, Started
from carnet.kit import db

SINCE = dt.timedelta(days=730)
NO_FIRST_STEP = [EncounterKind.COMPLAINT.value, EncounterKind.CARE_RETURN.value]
"""A grievance is no overture, and what comes back from the atelier comes back because it left (Z-4, Z-36)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Steps:
    """One client's first steps: how many on either side, and the last three of each, by kind and id."""

    client: uuid.UUID
    hers: int
    ours: int
    her_last: list[tuple[str, uuid.UUID]]
    our_last: list[tuple[str, uuid.UUID]]


def steps(clients: Collection[uuid.UUID] | None, as_of: dt.datetime) -> list[Steps]:
    """Of these clients (nothing: of everybody) those between whom and us anybody began anything, as known then.

    A letter of ours counts whether it was answered or not. A sale over the counter is her step, unless an encounter of
    that day, which says itself who began it, tells of the same visit: days are those of the boutique.
    """
    rows = db.select(
        """
        with met as (
            select p.client_id, e.id, e.happened_at, e.started_by,
                   (e.happened_at at time zone coalesce(b.zone, m.zone))::date as day
            from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
            cross join house_maison m left join house_boutique b on b.id = e.boutique_id
            where (%(everybody)s or p.client_id = any(%(clients)s)) and p.happened_at between %(since)s and %(as_of)s
              and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
              and e.kind <> all(%(no_first_step)s)
        ), sold as (
            select s.client_id, s.id, s.happened_at,
                   (s.happened_at at time zone coalesce(b.zone, m.zone))::date as day
            from purchases_sale s cross join house_maison m left join house_boutique b on b.id = s.boutique_id
            where (%(everybody)s and s.client_id is not null or s.client_id = any(%(clients)s))
              and s.happened_at between %(since)s and %(as_of)s and s.known_from <= %(as_of)s
              and (s.boutique_id is not null or s.place_id is not null)
              and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        ), steps as (
            select client_id, started_by = %(client)s as is_hers, 'encounter' as kind, id, happened_at
            from met where started_by in (%(client)s, %(house)s)
            union all
            (select distinct on (client_id, day) client_id, true, 'sale', id, happened_at from sold
             where not exists (select from met where met.client_id = sold.client_id and met.day = sold.day)
             order by client_id, day, happened_at, id)
        ), placed as (
            select *, row_number() over (partition by client_id, is_hers order by happened_at desc, id) as place from steps
        )
        select client_id, count(*) filter (where is_hers), count(*) filter (where not is_hers),
               array_agg(kind order by place) filter (where is_hers and place <= 3),
               array_agg(id order by place) filter (where is_hers and place <= 3),
               array_agg(kind order by place) filter (where not is_hers and place <= 3),
               array_agg(id order by place) filter (where not is_hers and place <= 3)
        from placed group by client_id order by client_id
        """,
        everybody=clients is None,
        clients=list(clients or ()),
        since=as_of - SINCE,
        as_of=as_of,
        no_first_step=NO_FIRST_STEP,
        client=Started.CLIENT.value,
        house=Started.HOUSE.value,
    )
    return [
        Steps(client, hers, ours, _cited(her_kinds, her_ids), _cited(our_kinds, our_ids))
        for client, hers, ours, her_kinds, her_ids, our_kinds, our_ids in rows
    ]


def _cited(kinds: list[str] | None, keys: list[uuid.UUID] | None) -> list[tuple[str, uuid.UUID]]:
    return list(zip(kinds or (), keys or (), strict=True))
