"""What people bought of late and have kept, a day at a time: thanks and “how does it wear?” look at it."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext

from carnet.intelligence.queries import context
from carnet.kit import db, moments
from carnet.outreach.reasons.rule import Asked
from carnet.outreach.rules.evidence import Fact, Kind, PieceSeen, Standing

DAY = dt.timedelta(days=1)
LOOKS_BACK = 60 * DAY
CITED = 3
"""How many lines of a long sale are cited: the ones that weighed most."""


@dataclasses.dataclass(frozen=True)
class Purchase:
    """What one person bought on one day and has not brought back."""

    client: uuid.UUID
    sale: uuid.UUID
    on: dt.date
    lines: tuple[Fact, ...]
    pieces: tuple[PieceSeen, ...]
    for_herself: bool
    """Somebody said so; unknown counts as a gift (ruling 13)."""
    is_farewell: bool = False
    is_worn: bool = True
    """Whether a piece is among it, and not only what is used up."""


def purchases(asked: Asked) -> list[Purchase]:
    """Each person's purchases of the last weeks, one a day, of what has not come back; charges are not purchases."""
    rows = db.select(
        """
        with recent as (
            select s.id, s.client_id, s.happened_at from purchases_sale s
            where s.client_id = any(%(people)s::uuid[])
              and s.happened_at between %(opens)s and %(as_of)s and s.known_from <= %(as_of)s
              and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        ), back as (
            select o.key, sum(b.quantity) as quantity
            from recent join purchases_line o on o.sale_id = recent.id join purchases_return b on b.line_id = o.id
            where b.happened_at <= %(as_of)s and b.known_from <= %(as_of)s
              and (b.superseded_at is null or b.superseded_at > %(as_of)s)
            group by o.key
        ), kept as (
            select recent.id as sale_id, recent.client_id, recent.happened_at, l.key, l.total, r.id as reference_id, r.name,
                   coalesce(k.code, '') as category, coalesce(g.kind, 'unknown') as gift, r.kind,
                   row_number() over (partition by recent.id order by l.total desc, l.key) as place
            from recent
            join purchases_line l on l.sale_id = recent.id and l.known_from <= %(as_of)s
                 and (l.superseded_at is null or l.superseded_at > %(as_of)s)
            join products_reference r on r.id = l.reference_id and r.kind <> 'charge'
            left join house_term k on k.id = r.category_id
            left join purchases_gift g on g.line_id = l.key and g.known_from <= %(as_of)s
            left join back on back.key = l.key
            where l.quantity > coalesce(back.quantity, 0)
        )
        select kept.client_id, sale_id, happened_at, key, reference_id, name, category, gift,
               exists (select from kept o where o.sale_id = kept.sale_id and o.kind = 'piece')
        from kept where place <= %(cited)s order by kept.client_id, happened_at, sale_id, place
        """,
        people=asked.ids,
        opens=moments.open_of(asked.on - LOOKS_BACK, asked.zone),
        as_of=asked.as_of,
        cited=CITED,
    )
    by_day: dict[tuple[uuid.UUID, dt.date], list[tuple[Any, ...]]] = collections.defaultdict(list)
    for row in rows:
        by_day[row[0], moments.day_of(row[2], asked.zone)].append(row)
    alone = context.left_alone({client for client, _day in by_day}, asked.as_of)
    return [_purchase(client, day, found, alone) for (client, day), found in by_day.items()]


def _purchase(client: uuid.UUID, day: dt.date, rows: list[tuple[Any, ...]], alone: Collection[uuid.UUID]) -> Purchase:
    kinds = {row[7] for row in rows}
    return Purchase(
        client=client,
        sale=rows[0][1],
        on=day,
        lines=tuple(Fact(row[3], "purchase", day, {"piece": row[5]}) for row in rows[:CITED]),
        pieces=tuple(PieceSeen(row[5], row[6], row[4]) for row in rows[:CITED]),
        for_herself=kinds == {"herself"},
        is_farewell=any(row[1] in alone for row in rows),
        is_worn=any(row[8] for row in rows),
    )


def opens_said() -> str:
    """What a house decides about its beginning."""
    return gettext("Opens, in days after the purchase")


def closes_said() -> str:
    """What a house decides about its end."""
    return gettext("Closes, in days after the purchase")


def after(bought: Purchase, kind: Kind, opens: dt.timedelta, closes: dt.timedelta) -> Standing | None:
    """A reason that stands for so long after it; a farewell is left alone (U-7)."""
    if bought.is_farewell or not bought.lines:
        return None
    # For whom it was is nobody's business but hers: only a piece for herself is named.
    pieces = bought.pieces if bought.for_herself else ()
    return Standing(
        bought.client, kind, bought.on + opens, bought.on + closes, bought.lines, {"on": bought.on}, strength=1, pieces=pieces
    )  # fmt: skip
