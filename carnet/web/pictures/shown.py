"""Pictures as her story shows them, and as she is shown them."""

from __future__ import annotations

import base64
import collections
import dataclasses
import uuid
from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext

from carnet.capture.models import Picture
from carnet.capture.queries import pictures
from carnet.clients.models import Client
from carnet.kit import moments, spoken
from carnet.web.here import Here

IN_HER_HANDS = 4
"""Of one visit, those that are written into the page itself: a tablet that she holds asks for no other address."""


@dataclasses.dataclass(frozen=True)
class Shown:
    """One picture beside the words it came with."""

    src: str
    alt: str
    href: str = ""
    removal: str = ""
    """Where it is removed, for whoever may."""


def beside(encounters: Collection[uuid.UUID], at: Here) -> Mapping[uuid.UUID, list[Shown]]:
    """Of encounters that she may read."""
    found: dict[uuid.UUID, list[Shown]] = collections.defaultdict(list)
    for encounter, taken in pictures.of(encounters).items():
        found[encounter] = [_shown(picture, at) for picture in taken]
    return found


def in_her_hands(client: Client, encounters: Collection[uuid.UUID], at: Here) -> Mapping[uuid.UUID, list[Shown]]:
    """Of those encounters, where every piece in hand is her own: what she may be shown of them."""
    found: dict[uuid.UUID, list[Shown]] = collections.defaultdict(list)
    if encounters and (hers := pictures.of_her_own_pieces(client, encounters, at.at)):
        for encounter, taken in pictures.of(hers).items():
            found[encounter] = [_written_in(picture, at) for picture in taken[:IN_HER_HANDS]]
    return found


def may_remove(picture: Picture, at: Here) -> bool:
    """Whoever took it, or a manager."""
    return picture.member_id == at.member.id or at.scope.manages_any()


def undoing(picture: Picture) -> str:
    """Where a removal is undone."""
    return reverse("picture-undo", args=[picture.id])


def _shown(picture: Picture, at: Here) -> Shown:
    return Shown(
        src=reverse("picture-small", args=[picture.id]),
        alt=_said(picture, at),
        href=reverse("picture", args=[picture.id]),
        removal=reverse("picture-removal", args=[picture.id]) if may_remove(picture, at) else "",
    )


def _written_in(picture: Picture, at: Here) -> Shown:
    seen = base64.b64encode(pictures.seen_small_in(picture)).decode()
    return Shown(src=f"data:image/webp;base64,{seen}", alt=_said(picture, at))


def _said(picture: Picture, at: Here) -> str:
    taken = moments.day_of(picture.taken_at, at.boutique.zone)
    return gettext("A picture of the piece, %(day)s") % {"day": spoken.day(taken, at.today)}
