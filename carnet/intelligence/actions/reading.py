"""Reading one person, in the transaction that changed her: her rhythms, her silence, her state, and what is due."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, LiteralString

from django.db import transaction

from carnet.clients.models import Client
from carnet.intelligence.actions import keeping
from carnet.intelligence.actions.keeping import Found
from carnet.intelligence.kinds import Evidence, ReadingKind, Silence
from carnet.intelligence.queries import history
from carnet.intelligence.queries.history import History
from carnet.intelligence.queries.population import ground
from carnet.intelligence.rules import silence, states
from carnet.intelligence.rules.picture import Picture, Stream, day_ahead
from carnet.kit import db


@transaction.atomic(savepoint=False)
@db.prepared()
def read(*, client: Client, at: dt.datetime) -> None:  # house: act-is-recorded -- it follows from an act that is
    """Read her as of today, where the house is; what is due to her, and whom she shares a home with, by the next pass."""
    on, zone, leans, conditions = ground(client.id, at)
    found = history.of(client, on, zone)
    picture = history.picture(found, [on], leans.bought, leans.met)
    read = silence.read(picture)
    turns = min(float(read.turns_in[0]), float(states.turns_in(picture, conditions)[0]))
    _keep_rhythm(found, picture, on, day_ahead(on, turns))
    said = [] if silence.CODES[read.codes[0]] == Silence.UNKNOWN else [_silence(found, picture, read)]
    keeping.keep(found=said, kind=ReadingKind.SILENCE, considered=[client.id], on=on)
    state = states.CODES[states.read(picture, conditions)[0]]
    because = [[day.what, day.id] for day in found.days if day.start == on and day.what != "of_home"]
    because += [
        [PERIOD[each.what], each.id] for each in found.periods if on in (each.start, each.end) and each.what in PERIOD
    ]
    keeping.keep_states(found=[(client.id, state, because)], on=on)


PERIOD = {"unsettled": Evidence.COMPLAINT, "at_rest": Evidence.HOLD}


def _silence(found: History, picture: Picture, read: silence.Reading) -> Found:
    of_home = bool(picture.through_home[0]) and not read.from_met[0]
    stream = picture.met if read.from_met[0] else picture.bought
    sale = next((day.id for day in reversed(found.days) if day.what == "sale"), None)
    met = next((day.id for day in reversed(found.days) if day.what == "encounter"), None)
    owed = next((each.id for each in found.periods if each.what == "owed" and each.end is None), None)
    tokens = {"sale": sale, "encounter": met, "promise": owed}
    rivals = silence.rivals(
        code=silence.CODES[read.codes[0]], alive=int(read.alive[0]), still_there=bool(read.still_there[0]),
        through_home=bool(picture.through_home[0]), owed=bool(picture.owed[0]),
    )  # fmt: skip
    for kind, record in tokens.items():
        rivals = rivals.replace(f"[${kind}]", f'[["{kind}", "{record}"]]' if record else "[]")
    cited = [(Evidence(kind), record) for kind, record in tokens.items() if record and kind != "promise"]
    return Found(
        client=found.client.id,
        kind=ReadingKind.SILENCE,
        code=silence.CODES[read.codes[0]],
        certainty=int(read.certainty[0]),
        values={
            "from": "home" if of_home else "met" if read.from_met[0] else "bought",
            "usual": int(read.usual[0]), "soonest": int(read.soonest[0]), "latest": int(read.latest[0]),
            "gaps": int(stream.sums.gaps[0]),
        },
        evidence=cited,
        rivals=json.loads(rivals),
    )  # fmt: skip


RHYTHM: LiteralString = """
    with read as ({read})
    insert into intelligence_rhythm as r (client_id, home_id, bought_gaps, bought_logs, bought_squares, bought_first, bought_last,
        met_gaps, met_logs, met_squares, met_first, met_last, most_pieces, read_on, turns_on, read_alone)
    {source}
    on conflict (client_id) do update set (home_id, bought_gaps, bought_logs, bought_squares, bought_first, bought_last, met_gaps,
        met_logs, met_squares, met_first, met_last, most_pieces, read_on, turns_on, read_alone) = (excluded.home_id,
        excluded.bought_gaps, excluded.bought_logs, excluded.bought_squares, excluded.bought_first, excluded.bought_last,
        excluded.met_gaps, excluded.met_logs, excluded.met_squares, excluded.met_first, excluded.met_last, excluded.most_pieces,
        excluded.read_on, excluded.turns_on, r.read_alone + excluded.read_alone)
    where excluded.read_alone > 0
       or (r.home_id, r.bought_gaps, r.bought_logs, r.bought_first, r.bought_last, r.met_gaps, r.met_logs, r.met_first,
        r.met_last, r.most_pieces, r.turns_on) is distinct from (excluded.home_id, excluded.bought_gaps, excluded.bought_logs,
        excluded.bought_first, excluded.bought_last, excluded.met_gaps, excluded.met_logs, excluded.met_first, excluded.met_last,
        excluded.most_pieces, excluded.turns_on)
"""
"""Keeping sums of those who are `read`; of a pass, the same again are not written."""
READ: LiteralString = """
    insert into intelligence_unread as u (client_id) values (%(client)s) on conflict (client_id) do update set times = u.times + 1
"""
"""What is due to her is read by the next pass, with her."""
ONE: LiteralString = """
    select %(client)s::uuid, %(home)s::uuid, %(bought_gaps)s, %(bought_logs)s, %(bought_squares)s, %(bought_first)s::date,
           %(bought_last)s::date, %(met_gaps)s, %(met_logs)s, %(met_squares)s, %(met_first)s::date, %(met_last)s::date,
           %(pieces)s, %(on)s::date, %(turns_on)s::date, 1
"""


def _keep_rhythm(found: History, picture: Picture, on: dt.date, turns: dt.date | None) -> None:
    sums = _sums("bought", picture.bought, on) | _sums("met", picture.met, on)
    db.execute(
        RHYTHM.format(read=READ, source=ONE), client=found.client.id, home=found.home, pieces=int(picture.pieces[0]), on=on,
        turns_on=turns, **sums,
    )  # fmt: skip
    if found.home:
        db.execute(
            """
            insert into intelligence_unread as u (client_id) select client_id from clients_membership
            where household_id = %(home)s and client_id <> %(client)s
            on conflict (client_id) do update set times = u.times + 1
            """,
            home=found.home,
            client=found.client.id,
        )


def _sums(name: str, stream: Stream, on: dt.date) -> dict[str, Any]:
    has = bool(stream.days[0])
    return {
        f"{name}_gaps": int(stream.sums.gaps[0]),
        f"{name}_logs": float(stream.sums.logs[0]),
        f"{name}_squares": float(stream.sums.squares[0]),
        f"{name}_first": on - dt.timedelta(days=int(stream.first[0])) if has else None,
        f"{name}_last": on - dt.timedelta(days=int(stream.last[0])) if has else None,
    }
