"""Gathering evidence for a whole book at once: a handful of queries, however long the book is."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Q

from carnet.clients.kinds import Act
from carnet.intelligence.queries import context
from carnet.interactions.kinds import EncounterKind, PromisedBy, Started
from carnet.interactions.models import Promise
from carnet.journal.models import Line
from carnet.kit import db, moments
from carnet.outreach.rules.evidence import Fact, PieceSeen, PromiseMade, Purchase, Visit
from carnet.outreach.rules.reasons import VISIT, WEAR

DAY = dt.timedelta(days=1)
CITED = 3
"""How many lines of a long sale are cited: the ones that weighed most."""
STRONGEST = ["asked", "kept_for_later", "tried", "shown"]
"""What was done with a piece, in the order in which it tells of a search."""
OUR_WORD = (EncounterKind.LETTER, EncounterKind.CALL)


def promises(
    book: Sequence[uuid.UUID], owner: uuid.UUID, *, gone: Collection[uuid.UUID], as_of: dt.datetime, zone: str
) -> list[PromiseMade]:
    """Our word that stands: hers to keep, and what nobody in particular, or somebody `gone`, promised to this book."""
    standing = Promise.objects.standing(as_of).filter(made_by=PromisedBy.HOUSE)
    nobodys = Q(owner__isnull=True) | Q(owner__in=gone)
    found = standing.filter(Q(owner=owner) | Q(nobodys, client__in=book))
    return [
        PromiseMade(
            client=each.client_id,
            fact=Fact(each.id, "promise", moments.day_of(each.happened_at, zone), {"words": each.words}),
            words=each.words,
            due_on=each.due_on,
            owner=each.owner_id,
        )
        for each in found.order_by("due_on", "client_id", "id")
    ]


def purchases(book: Sequence[uuid.UUID], *, on: dt.date, as_of: dt.datetime, zone: str) -> list[Purchase]:
    """Each person's purchases of the last six weeks, one a day, of what has not come back; charges are not purchases."""
    rows = db.select(
        """
        with recent as (
            select s.id, s.client_id, s.happened_at from purchases_sale s
            where s.client_id = any(%(book)s) and s.happened_at between %(opens)s and %(as_of)s and s.known_from <= %(as_of)s
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
        book=list(book),
        opens=moments.open_of(on - WEAR[1] * DAY, zone),
        as_of=as_of,
        cited=CITED,
    )
    by_day: dict[tuple[uuid.UUID, dt.date], list[tuple[Any, ...]]] = collections.defaultdict(list)
    for row in rows:
        by_day[row[0], moments.day_of(row[2], zone)].append(row)
    alone = context.left_alone({client for client, _day in by_day}, as_of)
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


def visits(book: Sequence[uuid.UUID], *, on: dt.date, as_of: dt.datetime, zone: str) -> list[Visit]:
    """Each person's last visit, when nothing was bought at it or since and no promise of ours follows it up."""
    rows = db.select(
        """
        select distinct on (p.client_id) p.client_id, e.id, e.happened_at,
               (select count(*) from interactions_presence o where o.encounter_id = e.id) > 1,
               (select min(w.due_on) from interactions_promise w where w.encounter_id = e.id and w.made_by = 'client'
                and w.known_from <= %(as_of)s and (w.taken_back_at is null or w.taken_back_at > %(as_of)s))
        from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        where p.client_id = any(%(book)s) and p.part = 'main' and e.kind = 'visit' and e.happened_at <= %(as_of)s
          and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
          and e.happened_at >= %(opens)s
        order by p.client_id, e.happened_at desc, e.id
        """,
        book=list(book),
        as_of=as_of,
        # A day she named can lie months ahead of the visit.
        opens=moments.open_of(on - dt.timedelta(days=180), zone),
    )
    fresh = [row for row in rows if row[4] or moments.day_of(row[2], zone) >= on - VISIT[1] * DAY]
    still_open = _without_sequel(
        {row[1]: (row[0], moments.open_of(moments.day_of(row[2], zone), zone)) for row in fresh}, as_of
    )
    shown = _pieces_shown([row[1] for row in fresh])
    return [
        Visit(
            client=client,
            fact=Fact(encounter, "visit", moments.day_of(happened_at, zone), {}),
            pieces=tuple(shown[encounter]),
            together=together,
            named_day=named,
        )
        for client, encounter, happened_at, together, named in fresh
        if encounter in still_open
    ]


def _without_sequel(seen: dict[uuid.UUID, tuple[uuid.UUID, dt.datetime]], as_of: dt.datetime) -> set[uuid.UUID]:
    """The visits after which there was no sale, no "bought", and no promise of ours."""
    if not seen:
        return set()
    rows = db.select(
        """
        select v.encounter from unnest(%(encounters)s::uuid[], %(clients)s::uuid[], %(days)s::timestamptz[])
            as v (encounter, client, day)
        join interactions_encounter e on e.id = v.encounter and e.left <> 'bought'
        where not exists (select from purchases_sale s where s.client_id = v.client and s.happened_at >= v.day
                          and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
                          and (s.cancelled_at is null or s.cancelled_at > %(as_of)s))
          and not exists (select from interactions_promise w where w.encounter_id = v.encounter and w.made_by = 'house'
                          and w.known_from <= %(as_of)s and (w.taken_back_at is null or w.taken_back_at > %(as_of)s))
        """,
        encounters=list(seen),
        clients=[client for client, _ in seen.values()],
        days=[day for _, day in seen.values()],
        as_of=as_of,
    )
    return {encounter for (encounter,) in rows}


def _pieces_shown(encounters: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[PieceSeen]]:
    shown: dict[uuid.UUID, list[PieceSeen]] = collections.defaultdict(list)
    rows = db.select(
        """
        select x.encounter_id, r.name, coalesce(k.code, ''), r.id from interactions_pieceshown x
        join products_reference r on r.id = x.reference_id left join house_term k on k.id = r.category_id
        where x.encounter_id = any(%(encounters)s)
        order by x.encounter_id, array_position(%(strongest)s::text[], x.handled::text), r.name, r.id
        """,
        encounters=list(encounters),
        strongest=STRONGEST,
    )
    for encounter, name, category, reference in rows:
        shown[encounter].append(PieceSeen(name, category, reference))
    return shown


def last_words(book: Sequence[uuid.UUID], *, as_of: dt.datetime, zone: str) -> dict[uuid.UUID, dt.date]:
    """The day of the last letter or call of ours to each, by anyone in the house, on any channel (N-6)."""
    found = _last(book, as_of, kinds=[kind.value for kind in OUR_WORD], started_by=[Started.HOUSE.value])
    return {client: moments.day_of(last, zone) for client, last in found.items()}


def last_visits(book: Sequence[uuid.UUID], *, as_of: dt.datetime) -> dict[uuid.UUID, dt.datetime]:
    """When each last came."""
    return _last(book, as_of, kinds=[EncounterKind.VISIT.value], started_by=[started.value for started in Started])


def _last(
    book: Sequence[uuid.UUID], as_of: dt.datetime, *, kinds: list[str], started_by: list[str]
) -> dict[uuid.UUID, dt.datetime]:
    return dict(
        db.select(
            """
            select p.client_id, max(e.happened_at) from interactions_presence p
            join interactions_encounter e on e.id = p.encounter_id
            where p.client_id = any(%(book)s) and e.kind = any(%(kinds)s) and e.started_by = any(%(started_by)s)
              and e.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
              and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
            group by p.client_id
            """,
            book=list(book),
            kinds=kinds,
            started_by=started_by,
            as_of=as_of,
        )
    )


def known_to_have_died(people: Sequence[uuid.UUID], as_of: dt.datetime) -> set[uuid.UUID]:
    """Of those who have died, the ones of whom the house knew it by then."""
    told = Line.objects.filter(act=Act.DIED, on_id__in=people, at__lte=as_of).values_list("on_id", flat=True)
    return set(told)
