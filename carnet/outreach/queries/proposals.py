"""Whose client somebody in the boutique's book might be: the advisor who has been serving her (ruling 2)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection

from carnet.books import queries as books
from carnet.house import queries as house
from carnet.house.models import Boutique, Member
from carnet.kit import db

MONTHS = 24
RULE = (
    "Each client of the boutique’s book goes to the advisor working there who is named on most of her sales of the last "
    "24 months; of two with as many, to the one of the latest sale. Who has no such advisor stays, and nobody leaves a book."
)


@dataclasses.dataclass(frozen=True)
class Proposal:
    """An advisor of her home boutique, and what speaks for her."""

    client: uuid.UUID
    member: Member
    boutique: uuid.UUID
    sales: int
    last_on: dt.datetime


def for_clients(clients: Collection[uuid.UUID], as_of: dt.datetime) -> dict[uuid.UUID, Proposal]:
    """Per person, the one advisor RULE names then; those without one are absent. Ties of ties go by the member's id."""
    rows = db.select(
        """
        select distinct on (s.client_id) s.client_id, r.member_id, h.boutique_id, count(distinct s.id), max(s.happened_at)
        from purchases_sale s
        join purchases_salerole r on r.sale_id = s.id and r.kind in ('assisted', 'rang_up') and r.known_from <= %(as_of)s
        join clients_knownat h on h.client_id = s.client_id and h.is_home and h.period @> %(as_of)s::timestamptz
        where s.client_id = any(%(clients)s) and s.known_from <= %(as_of)s and s.happened_at <= %(as_of)s
          and s.happened_at > %(as_of)s::timestamptz - make_interval(months => %(months)s)
          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
          and exists (select from house_role o join house_member m on m.id = o.member_id and m.is_active
                      where o.member_id = r.member_id and o.boutique_id = h.boutique_id and o.kind = 'advisor'
                        and o.period @> %(staffed)s::timestamptz)
        group by s.client_id, r.member_id, h.boutique_id
        order by s.client_id, count(distinct s.id) desc, max(s.happened_at) desc, r.member_id
        """,
        clients=list(clients),
        as_of=as_of,
        months=MONTHS,
        staffed=house.staffed(as_of),
    )
    members = Member.objects.in_bulk({row[1] for row in rows})
    return {
        client: Proposal(client, members[member], boutique, sales, last_on)
        for client, member, boutique, sales, last_on in rows
    }


def for_the_book(boutique: Boutique, as_of: dt.datetime) -> tuple[list[Proposal], int]:
    """What RULE proposes for the whole of a boutique's book, by client, and how many would stay in it."""
    book = list(books.boutiques_book(boutique=boutique, as_of=as_of).values_list("id", flat=True))
    found = for_clients(book, as_of)
    return [found[client] for client in sorted(found)], len(book) - len(found)
