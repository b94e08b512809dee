"""What surrounds an event, as of a moment: what a purchase meant, and what a moment in her life asks us to leave alone."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection, Mapping

from carnet.intelligence.kinds import Rests
from carnet.intelligence.models import Consequence
from carnet.intelligence.rules import meaning
from carnet.kit import db


def left_alone(clients: Collection[uuid.UUID] | None, as_of: dt.datetime) -> set[uuid.UUID]:
    """The sales of these clients (nothing: of everybody) that nothing is made of: no thanks, no date, nothing alike.

    What a purchase meant is as read then: a reading that was revised by then no longer counts, one said later not yet.
    """
    return {sale for sale, kind in meanings(clients, as_of).items() if meaning.is_left_alone(kind)}


def meanings(clients: Collection[uuid.UUID] | None, as_of: dt.datetime) -> Mapping[uuid.UUID, str]:
    """What each sale of theirs of which somebody had said so by then meant: the kind, by sale."""
    rows = db.select(
        """
        select distinct on (m.sale_id) m.sale_id, m.kind
        from purchases_meaning m join purchases_sale s on s.id = m.sale_id
        where (%(everybody)s or s.client_id = any(%(clients)s)) and m.happened_at <= %(as_of)s and m.known_from <= %(as_of)s
          and not exists (select from purchases_meaning r where r.revises_id = m.id and r.known_from <= %(as_of)s)
        order by m.sale_id, m.happened_at desc, m.id desc
        """,
        everybody=clients is None,
        clients=list(clients or ()),
        as_of=as_of,
    )
    return dict(rows)


def rests(clients: Collection[uuid.UUID], on: dt.date, as_of: dt.datetime) -> dict[uuid.UUID, dict[Rests, dt.date]]:
    """What rests that day for each of them, as the house knew it then, and its last day."""
    found: dict[uuid.UUID, dict[Rests, dt.date]] = collections.defaultdict(dict)
    kept = Consequence.objects.in_force(on, as_of).filter(client__in=clients)
    for client, what, until in kept.order_by("client", "known_from", "id").values_list("client", "rests", "until"):
        found[client][Rests(what)] = until
    return dict(found)
