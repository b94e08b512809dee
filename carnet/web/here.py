"""Who is here, where, and when it is: what every screen needs to know, read once per request."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from carnet.books import policy
from carnet.clients.models import Client
from carnet.house.models import Boutique, Maison, Member
from carnet.house.queries import Scope, scope_of
from carnet.kit import moments
from carnet.kit.acts import By, Via

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclasses.dataclass(frozen=True)
class Here:
    """A member at a screen."""

    maison: Maison
    member: Member
    scope: Scope
    boutique: Boutique
    at: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day it is where the boutique is."""
        return moments.day_of(self.at, self.boutique.zone)

    @property
    def by(self) -> By:
        """How her acts are recorded."""
        return By(self.member.id, Via.SCREEN)

    def visible(self, client: uuid.UUID) -> Client | None:
        """A client, if she may see her."""
        return policy.clients_visible_to(self.member, self.at, self.scope).filter(id=client).first()

    def client(self, client: uuid.UUID) -> Client:
        """A client she may see. Raises Http404: what she may not see does not exist."""
        found = self.visible(client)
        if found is None:
            raise Http404
        return found

    def nameable(self, people: Collection[uuid.UUID]) -> set[uuid.UUID]:
        """Those of these people whose name may stand on another's page before her."""
        if not people:
            return set()
        found = policy.nameable_to(self.member, self.at, self.scope).filter(id__in=people)
        return set(found.values_list("id", flat=True))

    def manages(self) -> None:
        """Go on only for a manager or head office. Raises Http404."""
        if not self.scope.manages_any():
            raise Http404


class NoBoutique(Exception):
    """She has a handle and no role: her manager must give her one."""


def now() -> dt.datetime:
    """The clock: the one place where a screen reads it."""
    return timezone.now()  # noqa: TID251 -- time comes in here


def arrive(request: HttpRequest, maison: Maison) -> Here:
    """Where the signed-in member of this request stands. Raises NoBoutique."""
    member = request.user
    assert isinstance(member, Member)
    at = now()
    scope = scope_of(member, at)
    boutique = scope.stands_in
    if boutique is None and scope.whole_maison:
        boutique = Boutique.objects.order_by("name").first()
    if boutique is None:
        raise NoBoutique
    return Here(maison=maison, member=member, scope=scope, boutique=boutique, at=at)


def here(request: HttpRequest) -> Here:
    """Where this request stands."""
    found: Here = request.here  # type: ignore[attr-defined]
    return found
