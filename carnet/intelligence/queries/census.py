"""How the house stands: everybody counted by home boutique, so that nobody can be told from the numbers."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from typing import Any, LiteralString

from carnet.intelligence.queries import lens
from carnet.kit import db

FEWEST = 5
"""Fewer people than this are not told in figures: one could guess who they are."""

type Counts = dict[uuid.UUID | None, dict[str, int]]

STANDING: LiteralString = """
    select k.boutique_id, x.{code}, count(*) from intelligence_{table} x
    join clients_client c on c.id = x.client_id and not c.is_mentioned_only and (c.died_on is null or c.died_on > %(on)s)
    left join clients_knownat k on k.client_id = x.client_id and k.is_home and k.known_from <= %(as_of)s
         and k.period @> %(as_of)s::timestamptz
    where {whose} x.{since} <= %(on)s and (x.until is null or x.until > %(on)s)
    group by k.boutique_id, x.{code}
"""
SILENCES: LiteralString = STANDING.format(code="code", table="reading", since="on", whose="x.kind = 'silence' and")
STATES: LiteralString = STANDING.format(code="state", table="statechange", since="since", whose="")


def counted(on: dt.date, as_of: dt.datetime) -> list[dict[str, Any]]:
    """The bands of the lens, what silences are read as, and the states, for each home boutique: as many rows as boutiques."""
    seen = lens.seen(as_of)
    bands: Counts = collections.defaultdict(dict)
    for (boutique, band), clients in collections.Counter(zip(seen.boutiques, seen.lens.bands(), strict=True)).items():
        bands[boutique][band.value] = clients
    silences, states = (_by_boutique(statement, on, as_of) for statement in (SILENCES, STATES))
    return [
        {
            "boutique": str(boutique) if boutique else None,
            "lens": bands.get(boutique, {}),
            "silences": silences.get(boutique, {}),
            "states": states.get(boutique, {}),
        }
        for boutique in sorted({*bands, *silences, *states}, key=str)
    ]


def _by_boutique(statement: LiteralString, on: dt.date, as_of: dt.datetime) -> Counts:
    found: Counts = collections.defaultdict(dict)
    for boutique, code, clients in db.select(statement, on=on, as_of=as_of):
        found[boutique][code] = clients
    return found
