"""Show her: another page, not a blurred one. No amounts, notes, rhythm, household, holds, nor anybody's surprises."""

from __future__ import annotations

import dataclasses

from carnet.clients import rules
from carnet.clients.models import Client, Fact
from carnet.purchases.kinds import GiftKind
from carnet.web.client import story
from carnet.web.here import Here
from carnet.web.pictures import shown as pictures

HERS = ("metal", "stone", "size", "style", "wish")
"""The kinds of fact that are hers to read."""
KINDS = frozenset({"purchase", "care"})


@dataclasses.dataclass(frozen=True)
class Shown:
    """What she may read."""

    name: str
    since: int
    entries: list[story.Entry]
    owned: list[story.Plate]
    remembered: list[tuple[str, list[str]]]


def page(client: Client, at: Here) -> Shown:
    """Her pieces, her purchases for herself, her sizes and wishes."""
    hers = [entry for entry in story.entries(client, at) if _is_hers(entry)]
    pictured = {entry.id for entry in hers if entry.pictures and not entry.is_private}
    taken = pictures.in_her_hands(client, pictured, at)
    return Shown(
        name=rules.addressed(
            spoken=client.spoken, title=client.title, given=client.given, family=client.family, display=client.display
        ),
        since=client.with_us_since or client.happened_at.year,
        entries=[_discreet(entry, taken[entry.id]) for entry in hers],
        owned=story.owned(client, at),
        remembered=_remembered(client, at),
    )


def _is_hers(entry: story.Entry) -> bool:
    """Purchases without a gift that somebody beside her might see; care."""
    if entry.kind not in KINDS:
        return False
    gifts = [line["gift"] for line in entry.lines if line["gift"]]
    return all(gift.kind == GiftKind.HERSELF or gift.given_on for gift in gifts)


def _discreet(entry: story.Entry, taken: list[pictures.Shown]) -> story.Entry:
    plates = [story.Plate(plate.code, plate.name, "") for plate in entry.plates]
    return dataclasses.replace(entry, words="", behind="", by="", plates=plates, lines=[], pictures=taken, spoken="")


def _remembered(client: Client, at: Here) -> list[tuple[str, list[str]]]:
    held = Fact.objects.held(at.at).filter(
        client=client, visibility="shared", kind__code__in=HERS, hidden_from__isnull=True
    )
    by_kind: dict[str, list[str]] = {}
    for fact in held.select_related("kind").order_by("kind__position", "-known_from", "id"):
        by_kind.setdefault(fact.kind.said(at.member.language), []).append(fact.words)
    return list(by_kind.items())
