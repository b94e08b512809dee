"""Everything the client page shows, read from the rooms it stands on."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from carnet.books import queries as books
from carnet.books.models import Assignment
from carnet.clients.kinds import INVERSE, Leaning, RelationKind
from carnet.clients.models import Client, ClientPoint, Fact, Membership, Relation, TierDecision
from carnet.consent import queries as consent
from carnet.consent.kinds import Answer, Channel, Purpose
from carnet.consent.models import Hold, Permission
from carnet.interactions.models import Promise
from carnet.kit import moments, spoken
from carnet.occasions import queries as occasions
from carnet.outreach import sentences
from carnet.web.client import quiet, rhythm, story
from carnet.web.here import Here
from carnet.web.today import showing

REMEMBERED = 8
NAMED = ("display", "description", "given", "family", "order", "is_mentioned_only")
"""Of somebody around her, what the page shows."""
RELATIONS = {
    RelationKind.SPOUSE: _("spouse"),
    RelationKind.PARTNER: _("partner"),
    RelationKind.CHILD: _("child"),
    RelationKind.PARENT: _("parent"),
    RelationKind.SIBLING: _("sibling"),
    RelationKind.FRIEND: _("friend"),
    RelationKind.ASSISTANT: _("assistant"),
    RelationKind.OTHER: _("close to them"),
}


@dataclasses.dataclass(frozen=True)
class Page:
    """The whole page."""

    client: Client
    name: str
    initials: str
    facts: list[str]
    chapter: story.Chapter
    last: story.Entry | None
    promises: list[Promise]
    holds: list[Hold]
    owned: list[story.Plate]
    remembered: list[dict[str, Any]]
    drawing: dict[str, Any]
    rhythm: str
    kin: list[dict[str, str]]
    household: str
    agreed: list[tuple[str, str]]
    dates: list[dict[str, Any]]
    points: list[ClientPoint]
    holders: list[Assignment]


def page(client: Client, at: Here) -> Page:
    """Her page, as this member may see it."""
    told = story.chapter(client, at)
    dates = _dates(client, at)
    ahead = [date["on"] for date in dates]
    beats = story.beats(client, at, limit=rhythm.MOST)
    kin, household = _household(client, at)
    return Page(
        client=client,
        name=client.display or client.description,
        initials=initials(client),
        facts=_strip(client, at),
        chapter=told,
        last=next((entry for entry in told.entries if entry.kind != "letter"), None),
        promises=list(Promise.objects.standing(at.at).filter(client=client).select_related("owner").order_by("due_on", "id")),
        holds=consent.holds([client.id], at.at).get(client.id, []),
        owned=story.owned(client, at),
        remembered=_remembered(client, at),
        drawing=rhythm.drawing(beats, ahead, at.today),
        rhythm=quiet.line(client, at.today) or rhythm.sentence(beats, ahead, at.today),
        kin=kin,
        household=household,
        agreed=_agreed(consent.permissions_of(client, at.at), at),
        dates=dates,
        points=list(
            ClientPoint.objects.filter(client=client, period__contains=at.at)
            .select_related("point")
            .order_by("known_from", "id")
        ),
        holders=books.holders_of(client, at.at),
    )  # fmt: skip


def _dates(client: Client, at: Here) -> list[dict[str, Any]]:
    """The dates that may stand here, without those of somebody hidden from this member."""
    dates = occasions.speakable(client, on=at.today, as_of=at.at)
    nameable = at.nameable({each["whose"].id for each in dates if each["whose"]})
    return [each for each in dates if each["whose"] is None or each["whose"].id in nameable]


def initials(client: Client) -> str:
    """Two letters, or the first sign of a name in signs."""
    parts = [part for part in (client.given, client.family) if part] or client.display.split()
    if client.order == "family_first":
        return (client.family or client.display)[:1]
    return "".join(part[0] for part in parts[:2]).upper() or "?"


def _strip(client: Client, at: Here) -> list[str]:
    told = []
    tier = TierDecision.objects.filter(client=client, period__contains=at.at).select_related("tier").first()
    if tier:
        told.append(tier.tier.said(at.member.language))
    since = client.with_us_since or moments.day_of(client.happened_at, at.boutique.zone).year
    told.append(gettext("With us since %(year)s") % {"year": since})
    languages = [showing.language_name(code) for code in (client.language, *client.other_languages) if code]
    if languages:
        told.append(spoken.enumerated(languages))
    if client.passing_until:
        told.append(gettext("Passing through until %(day)s") % {"day": sentences.day(client.passing_until, at.today)})
    return told


def _remembered(client: Client, at: Here) -> list[dict[str, Any]]:
    """What is worth remembering, by kind, what she avoids before what she likes."""
    held = Fact.objects.held(at.at).readable_by(at.member.id).filter(client=client).select_related("kind", "author")
    by_kind: dict[Any, list[Fact]] = collections.defaultdict(list)
    for fact in held.filter(Q(hidden_from__isnull=True) | ~Q(hidden_from=client)).order_by(
        "kind__position", "-known_from", "id"
    ):
        by_kind[fact.kind].append(fact)
    kinds = sorted(
        by_kind, key=lambda kind: (not any(fact.leaning == Leaning.AVOIDS for fact in by_kind[kind]), kind.position)
    )
    return [
        {"kind": kind.said(at.member.language), "facts": by_kind[kind], "avoids": kind.code == "dislike"}
        for kind in kinds[:REMEMBERED]
    ]


def company(client: Client, at: Here) -> list[tuple[str, str]]:
    """Id and name of those of her home who are clients themselves: whom she may have come with (Z-22)."""
    kin, _home = _household(client, at)
    return [(each["id"], each["name"]) for each in kin if each["id"]]


def _household(client: Client, at: Here) -> tuple[list[dict[str, Any]], str]:
    """Who is around her: each bond read from her side, homes by name. Nothing of theirs but the bond."""
    found = Relation.objects.filter(Q(client=client) | Q(other=client), period__contains=at.at)
    shown = [f"{side}__{field}" for side in ("client", "other") for field in NAMED]
    relations = list(found.select_related("client", "other").only("kind", *shown).order_by("known_from", "id"))
    nameable = at.nameable({person for each in relations for person in (each.client_id, each.other_id)} - {client.id})
    kin: dict[uuid.UUID, dict[str, Any]] = {}
    for relation in relations:
        hers = relation.client_id == client.id
        other = relation.other if hers else relation.client
        if other.id not in nameable:
            continue
        kind = (
            RelationKind(relation.kind)
            if hers
            else INVERSE.get(RelationKind(relation.kind), RelationKind(relation.kind))
        )
        kin[other.id] = {
            "name": str(other),
            "initials": initials(other),
            "line": RELATIONS[kind],
            "id": str(other.id) if not other.is_mentioned_only else "",
            "mentioned": other.is_mentioned_only,
        }
    homes = Membership.objects.filter(client=client, period__contains=at.at).order_by("id")
    return list(kin.values()), homes.values_list("household__name", flat=True).first() or ""


def _agreed(permissions: list[Permission], at: Here) -> list[tuple[str, str]]:
    """What she said yes to, with its day; what she said no to; what must be asked again."""
    purposes = {Purpose.CARE: pgettext("purpose", "Care"), Purpose.INVITATION: gettext("Invitations")}
    answers = {
        Answer.YES: gettext("yes, %(day)s"),
        Answer.NO: gettext("no, %(day)s"),
        Answer.ASK: gettext("ask in person"),
    }
    told = []
    for permission in permissions:
        channel = (
            gettext("on any road")
            if permission.channel == Channel.ANY
            else str(showing.CHANNELS[Channel(permission.channel)])
        )
        day = sentences.day(moments.day_of(permission.happened_at, at.boutique.zone), dt.date.min)
        told.append(
            (
                purposes[Purpose(permission.purpose)],
                spoken.labelled(channel, answers[Answer(permission.answer)] % {"day": day}),
            )
        )
    return told
