"""Pictures that came for notes, and who may see them."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection, Mapping

from carnet.books import policy
from carnet.capture.models import Picture
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.house.queries import Scope
from carnet.interactions.models import PieceShown
from carnet.journal import sealing
from carnet.purchases import queries as purchases


def of(encounters: Collection[uuid.UUID]) -> Mapping[uuid.UUID, list[Picture]]:
    """Of those encounters, in the order in which they were taken; without what is seen in them."""
    found: dict[uuid.UUID, list[Picture]] = collections.defaultdict(list)
    stand = Picture.objects.filter(encounter__in=encounters, removed_at__isnull=True)
    for picture in stand.defer("image", "small").order_by("taken_at", "id"):
        if picture.encounter_id:
            found[picture.encounter_id].append(picture)
    return found


def visible_to(member: Member, scope: Scope, picture: uuid.UUID, as_of: dt.datetime) -> tuple[Picture, Client] | None:
    """That picture and one of those it is of, when she may see her and read the note it came for; removed or not."""
    found = Picture.objects.select_related("encounter").defer("image", "small").filter(id=picture).first()
    if found is None or found.encounter is None or found.encounter.taken_back_at:
        return None
    if not found.encounter.is_readable_by(member.id):
        return None
    present = found.encounter.presences.order_by("-part", "id").values("client")
    client = policy.clients_visible_to(member, as_of, scope).filter(id__in=present).first()
    return (found, client) if client else None


def seen_in(picture: Picture) -> bytes:
    """What is seen in it: WebP."""
    return sealing.unlocked(bytes(Picture.objects.values_list("image", flat=True).get(id=picture.id)))


def seen_small_in(picture: Picture) -> bytes:
    """The same, at most 320 pixels wide."""
    return sealing.unlocked(bytes(Picture.objects.values_list("small", flat=True).get(id=picture.id)))


def of_her_own_pieces(client: Client, encounters: Collection[uuid.UUID], as_of: dt.datetime) -> set[uuid.UUID]:
    """Those of these encounters in which no piece was in hand but hers."""
    hers = {reference.id for reference in purchases.owned_by(client, as_of)}
    in_hand: dict[uuid.UUID, set[uuid.UUID]] = collections.defaultdict(set)
    for encounter, reference in PieceShown.objects.filter(encounter__in=encounters).values_list(
        "encounter", "reference"
    ):
        in_hand[encounter].add(reference)
    return {encounter for encounter, references in in_hand.items() if references <= hers}
