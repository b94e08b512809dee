"""The first weeks' questions: what only the advisor knows, about her own clients, at most three a day (ruling 3)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from django.db.models import Exists, OuterRef, QuerySet

from carnet.books import queries as books
from carnet.clients.models import Client, Fact
from carnet.house.models import Boutique, Member
from carnet.kit import moments
from carnet.outreach.kinds import Ask
from carnet.outreach.models import Question
from carnet.products.kinds import ReferenceKind
from carnet.purchases.models import Gift, Line, Word

A_DAY = 3
FIRST_WEEKS = dt.timedelta(weeks=12)
RECENT = dt.timedelta(days=400)
WORD_WAITS = dt.timedelta(days=3)
UNNAMED_ASKED = dt.timedelta(days=90)
UNNAMED_FADES = dt.timedelta(days=365)
"""Boutique ruling 12."""

URGENT = (Ask.JOIN_SALE, Ask.WHO_WAS_IT, Ask.FOR_WHOM, Ask.BY_HEART)
"""What waits longest for a word is asked first."""


@dataclasses.dataclass(frozen=True)
class Wonder:
    """One thing to ask about."""

    ask: Ask
    client: uuid.UUID
    line: uuid.UUID | None = None


def wonders(member: Member, boutique: Boutique, on: dt.date, opened_at: dt.datetime) -> list[Wonder]:
    """What could be asked today, the most useful first; nothing once the first weeks are over, or when she said so."""
    as_of = moments.close_of(on, boutique.zone)
    if not member.wants_questions:
        return []
    mine = books.book_of(advisor=member, as_of=as_of)
    found = _waiting_words(mine, as_of) + _unnamed(mine, as_of)
    if as_of - opened_at < FIRST_WEEKS:
        found += _for_whom(mine, as_of) + _by_heart(mine)
    asked = set(
        Question.objects.filter(client__in=[wonder.client for wonder in found]).values_list("ask", "client", "line")
    )
    return [wonder for wonder in found if (wonder.ask.value, wonder.client, wonder.line) not in asked][:A_DAY]


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


def _waiting_words(mine: QuerySet[Client], as_of: dt.datetime) -> list[Wonder]:
    """“Bought”, said three days ago and more, and no sale came in."""
    waiting = Word.objects.filter(
        client__in=mine, sale__isnull=True, dismissed_at__isnull=True, known_from__lt=as_of - WORD_WAITS
    )
    return [
        Wonder(Ask.JOIN_SALE, client) for client in waiting.order_by("said_on", "id").values_list("client", flat=True)
    ]


def _unnamed(mine: QuerySet[Client], as_of: dt.datetime) -> list[Wonder]:
    """A visit without a name, ninety days old: perhaps it is somebody by now."""
    nameless = Client.objects.filter(
        id__in=mine,
        display="",
        happened_at__range=(as_of - UNNAMED_FADES, as_of - UNNAMED_ASKED),
        external_ids__isnull=True,
    )
    return [
        Wonder(Ask.WHO_WAS_IT, client) for client in nameless.order_by("happened_at", "id").values_list("id", flat=True)
    ]


def standing(member: Member, on: dt.date) -> list[Question]:
    """What was asked today, and waits for a word."""
    asked = Question.objects.filter(member=member, on=on, answered_at__isnull=True)
    found = asked.select_related("client", "line__reference", "line__sale")
    return sorted(found, key=lambda question: (URGENT.index(Ask(question.ask)), question.known_from, question.id))
