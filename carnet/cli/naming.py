"""Finding who or what a person at a command line means."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from carnet.cli import Sentence

if TYPE_CHECKING:
    from carnet.clients.models import Client
    from carnet.house.models import Boutique, Member

MANY = 5


def boutique_called(name: str) -> Boutique:
    """A boutique by name or id."""
    from carnet.house.models import Boutique

    found = next(
        (each for each in Boutique.objects.order_by("name") if name.casefold() in (each.name.casefold(), str(each.id))),
        None,
    )
    if found is None:
        names = ", ".join(Boutique.objects.order_by("name").values_list("name", flat=True))
        raise Sentence(f"There is no boutique called {name}: there is {names}.")
    return found


def member_called(name: str) -> Member:
    """A member by handle, name or id, or by a part of the name that only one has."""
    from carnet.house.models import Member

    wanted = name.casefold().split()
    everyone = list(Member.objects.order_by("name", "id"))
    exact = [each for each in everyone if name.casefold() in (each.handle, each.name.casefold(), str(each.id))]
    found = exact or [each for each in everyone if wanted and set(wanted) <= set(each.name.casefold().split())]
    if len(found) != 1:
        names = ", ".join(f"{each.name} ({each.handle})" for each in (found or everyone)[:20])
        raise Sentence(f"{'Nobody' if not found else 'More than one person'} is called {name}: there is {names}.")
    return found[0]


def client_called(said: str) -> Client:
    """A client by id, by another system's id, or by a name only one person has."""
    from carnet.clients import queries
    from carnet.clients.models import Client

    try:
        by_id = Client.objects.filter(id=uuid.UUID(said)).first()
    except ValueError:
        by_id = None
    found = [by_id] if by_id else list(Client.objects.filter(external_ids__external_id=said).distinct()[:MANY])
    found = found or list(queries.found_by(Client.objects.all(), said)[:MANY])
    exact = [each for each in found if str(each).casefold() == said.casefold()]
    found = exact or found
    if not found:
        raise Sentence(f"No client is known by {said!r}: give a name, an id, or the id another system uses.")
    if len(found) > 1:
        names = "; ".join(f"{each} ({each.id})" for each in found)
        raise Sentence(f"More than one client answers to {said!r}: {names}. Give the id.")
    return found[0]
