"""What a phone may carry, asked for a whole book at once: never anybody restricted, a child, a private or hidden word."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Max, Q

from carnet.books import queries as books
from carnet.capture.rules.carrying import LINES, MOST, Carried
from carnet.clients.kinds import Sensitivity, Visibility
from carnet.clients.models import Client, Fact
from carnet.house import queries as house
from carnet.house.kinds import Carried as Policy
from carnet.house.kinds import SettingName
from carnet.house.models import Boutique, Member
from carnet.interactions.models import Presence, Promise
from carnet.kit import moments
from carnet.outreach.queries import noting
from carnet.outreach.queries.days import Seen
from carnet.outreach.sentences import day as day_said

WORTH = ("size", "metal", "stone", "style", "dislike", "manner", "wish")
"""Kinds of fact a phone may carry: what serves at the counter."""


def policy(as_of: dt.datetime) -> Policy:
    """Whom the house lets a phone carry."""
    return Policy(house.setting(SettingName.CARRIED, as_of))


def expected(day: Seen, member: Member, as_of: dt.datetime) -> list[uuid.UUID]:
    """Today's people: those to write to, those to whom something is due, those she saw last."""
    named = [each.client.id for each in (*day.suggestions, *day.promises)]
    return list(dict.fromkeys([*named, *(each.id for each in noting.recent_clients(member, as_of))]))[:MOST]


def own(member: Member, as_of: dt.datetime) -> list[uuid.UUID]:
    """The fifty of her book she was with last."""
    hers = books.book_of(advisor=member, as_of=as_of).values("id")
    last = Presence.objects.filter(client__in=hers, encounter__taken_back_at__isnull=True, happened_at__lte=as_of)
    seen = last.values("client").annotate(at=Max("happened_at")).order_by("-at", "client")
    return [each["client"] for each in seen[:MOST]]


def carried(of: Collection[uuid.UUID], boutique: Boutique, as_of: dt.datetime) -> list[Carried]:
    """These people as a phone may show them, in the order given; whom it may not carry is left out."""
    people = Client.objects.filter(id__in=of, is_minor=False, is_mentioned_only=False, died_on__isnull=True)
    by_id = people.exclude(sensitivity=Sensitivity.RESTRICTED).in_bulk()
    lines, promised, last = _lines(by_id, as_of), _promised(by_id, boutique, as_of), _last(by_id, boutique, as_of)
    return [
        Carried(
            id=str(each), name=(known := by_id[each]).display or known.description, spoken=known.spoken,
            language=known.language, found_by=known.folded or "", lines=tuple(lines[each][:LINES]), last=last.get(each, ""),
            promises=tuple(promised[each]),
        )
        for each in of
        if each in by_id
    ]  # fmt: skip


def _lines(people: Collection[uuid.UUID], as_of: dt.datetime) -> dict[uuid.UUID, list[str]]:
    """Worth remembering: shared, hidden from nobody, and of the kinds that serve at the counter."""
    held = (
        Fact.objects.held(as_of)
        .filter(client__in=people, visibility=Visibility.SHARED, hidden_from__isnull=True, kind__code__in=WORTH)
        .order_by("kind__position", "-known_from")
    )
    found: dict[uuid.UUID, list[str]] = collections.defaultdict(list)
    for client, words in held.values_list("client", "words"):
        found[client].append(words)
    return found


def _promised(people: Collection[uuid.UUID], boutique: Boutique, as_of: dt.datetime) -> dict[uuid.UUID, list[str]]:
    today = moments.day_of(as_of, boutique.zone)
    standing = Promise.objects.standing(as_of).filter(client__in=people).filter(_for_all()).order_by("due_on", "id")
    found: dict[uuid.UUID, list[str]] = collections.defaultdict(list)
    for client, words, due in standing.values_list("client", "words", "due_on"):
        found[client].append(f"{words} · {day_said(due, today)}")
    return found


def _for_all() -> Q:
    """A promise made in a private note is hers alone."""
    return Q(encounter__isnull=True) | Q(encounter__is_private=False)


def _last(people: Collection[uuid.UUID], boutique: Boutique, as_of: dt.datetime) -> dict[uuid.UUID, str]:
    seen = Presence.objects.filter(
        client__in=people, happened_at__lte=as_of, encounter__taken_back_at__isnull=True
    ).values_list("client")
    today = moments.day_of(as_of, boutique.zone)
    return {
        client: day_said(moments.day_of(at, boutique.zone), today) for client, at in seen.annotate(Max("happened_at"))
    }
