"""What only the advisor knows, asked about her own clients, at most three a day (ruling 3); most of it in the first weeks."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import LiteralString

from django.db.models import Exists, OuterRef, QuerySet

from carnet.books import queries as books
from carnet.clients.models import Client, Fact
from carnet.house.models import Boutique, Member
from carnet.intelligence.models import Reading
from carnet.kit import db, moments
from carnet.outreach.kinds import Ask
from carnet.outreach.models import Question
from carnet.products.kinds import ReferenceKind
from carnet.purchases.models import Gift, Line

A_DAY = 3
FIRST_WEEKS = dt.timedelta(weeks=12)
RECENT = dt.timedelta(days=400)
WORD_WAITS = dt.timedelta(days=3)
UNNAMED_ASKED = dt.timedelta(days=90)
UNNAMED_FADES = dt.timedelta(days=365)
"""Boutique ruling 12."""

A_YEAR = dt.timedelta(days=365)
"""A thought once a year is enough for a silence (models.md 7.2, step 3), and one a day."""

URGENT = (Ask.JOIN_SALE, Ask.WHO_WAS_IT, Ask.SILENCE, Ask.FOR_WHOM, Ask.BY_HEART)
"""What waits longest for a word is asked first."""


@dataclasses.dataclass(frozen=True)
class Wonder:
    """One thing to ask about."""

    ask: Ask
    client: uuid.UUID
    line: uuid.UUID | None = None


SILENT: LiteralString = """
    select r.id, r.client_id, r."on" from intelligence_reading r join clients_client c on c.id = r.client_id
    where r.kind = 'silence' and r.about is null and r.code = 'unlike' and r.said_by_id is null
      and r."on" <= %(on)s and (r.until is null or r.until > %(on)s)
      and c.died_on is null and not c.is_minor and not c.is_mentioned_only
      and not exists (select from consent_hold h where h.client_id = r.client_id and h.scope <> 'selling'
                      and h.period @> %(as_of)s::timestamptz)
"""
"""The silences that are read as long and unlike them. Whoever died, is too young, is only spoken of, or is held entirely is
left in peace by a question too."""

IN_ANY_WEEK: LiteralString = f"""
    with mine as materialized (
        select distinct a.client_id from books_assignment a join clients_client c on c.id = a.client_id
        where a.member_id = %(member)s and a.known_from <= %(as_of)s and a.period @> %(as_of)s::timestamptz
          and c.known_from <= %(as_of)s
    ), found as (
        select 1 as place, 'join_sale' as ask, w.client_id, w.said_on::timestamptz as since, w.id
        from purchases_word w join mine using (client_id)
        where w.sale_id is null and w.dismissed_at is null and w.known_from < %(as_of)s::timestamptz - %(word_waits)s
        union all
        select 2, 'who_was_it', c.id, c.happened_at, c.id from clients_client c join mine on mine.client_id = c.id
        where c.display = ''
          and c.happened_at between %(as_of)s::timestamptz - %(fades)s and %(as_of)s::timestamptz - %(unnamed_asked)s
          and not exists (select from clients_externalid x where x.client_id = c.id)
        union all (
        select 3, 'silence', s.client_id, s."on"::timestamptz, s.client_id from ({SILENT}) s join mine using (client_id)
        where not exists (select from outreach_question q where q.client_id = s.client_id and q.ask = 'silence'
                          and q."on" > %(on)s - %(a_year)s)
        order by s."on" desc, s.client_id limit 1)
    )
    select ask, client_id from found
    where ask = 'silence' or not exists (select from outreach_question q where q.client_id = found.client_id
                                         and q.ask = found.ask and q.line_id is null)
    order by place, since, id
"""  # noqa: S608 -- both halves are ours, and hold no value
"""“Bought”, said three days ago and more, and no sale came in; a visit without a name, ninety days old, which is perhaps
somebody by now; and one silence unlike her, of which nobody was asked within the year."""


def wonders(member: Member, boutique: Boutique, on: dt.date, opened_at: dt.datetime) -> list[Wonder]:
    """What could be asked today, the most useful first; nothing once the first weeks are over, or when she said so."""
    as_of = moments.close_of(on, boutique.zone)
    if not member.wants_questions:
        return []
    rows = db.select(
        IN_ANY_WEEK, member=member.id, on=on, as_of=as_of, word_waits=WORD_WAITS, fades=UNNAMED_FADES,
        unnamed_asked=UNNAMED_ASKED, a_year=A_YEAR.days,
    )  # fmt: skip
    found = [Wonder(Ask(ask), client) for ask, client in rows]
    if as_of - opened_at < FIRST_WEEKS:
        found += _in_the_first_weeks(books.book_of(advisor=member, as_of=as_of), as_of)
    return found[:A_DAY]


def silences(people: Collection[uuid.UUID], on: dt.date, as_of: dt.datetime) -> list[Reading]:
    """How the silences of those people are read that may be asked about."""
    rows = db.select(SILENT + " and r.client_id = any(%(people)s)", people=list(people), on=on, as_of=as_of)
    return list(Reading.objects.filter(id__in=[reading for reading, _client, _on in rows])) if rows else []


def _in_the_first_weeks(mine: QuerySet[Client], as_of: dt.datetime) -> list[Wonder]:
    """What was not asked before."""
    found = _for_whom(mine, as_of) + _by_heart(mine)
    before = Question.objects.filter(client__in=[wonder.client for wonder in found])
    asked = set(before.values_list("ask", "client", "line"))
    return [wonder for wonder in found if (wonder.ask.value, wonder.client, wonder.line) not in asked]


def _for_whom(mine: QuerySet[Client], as_of: dt.datetime) -> list[Wonder]:
    """The dearest recent pieces of which nobody knows for whom they were: what she answers unlocks "how does it wear?"."""
    lines = Line.objects.filter(
        ~Exists(Gift.objects.filter(line=OuterRef("key"))), sale__client__in=mine,
        sale__happened_at__range=(as_of - RECENT, as_of),
        reference__kind=ReferenceKind.PIECE, superseded_at__isnull=True, sale__cancelled_at__isnull=True,
    ).order_by("-total", "key")  # fmt: skip
    return [Wonder(Ask.FOR_WHOM, client, key) for client, key in lines.values_list("sale__client", "key")[: 4 * A_DAY]]


def _by_heart(mine: QuerySet[Client]) -> list[Wonder]:
    """Whom she knows by heart and the house does not: her most recent buyers without a single fact."""
    silent = Client.objects.filter(
        ~Exists(Fact.objects.filter(client=OuterRef("pk"), author__isnull=False)), id__in=mine, died_on__isnull=True
    )
    latest = Line.objects.filter(sale__client__in=silent).order_by("-sale__happened_at", "key")
    return [
        Wonder(Ask.BY_HEART, client) for client in dict.fromkeys(latest.values_list("sale__client", flat=True)[:50])
    ]


def standing(member: Member, on: dt.date) -> list[Question]:
    """What was asked today, and waits for a word."""
    asked = Question.objects.filter(member=member, on=on, answered_at__isnull=True)
    found = asked.select_related("client", "line__reference", "line__sale")
    return sorted(found, key=lambda question: (URGENT.index(Ask(question.ask)), question.known_from, question.id))
