"""Who works at Vauclair: the colleagues of the cast, and those whom only the demo house needs."""

from __future__ import annotations

import dataclasses
import datetime as dt

from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Boutique, Member
from tests import cast
from tests.factories import people

THEO = cast.Colleague("Théo Lavergne", "theo", "Théo", "fr", "advisor", cast.RUE_DU_MAIL, (1, 2, 3, 4, 5, 6, 7))
SORA = cast.Colleague("Sora Minase", "sora", "Sora", "en", "advisor", cast.GINZA, (1, 2, 3, 5, 6, 7))
ADVISORS = (cast.CAMILLE, cast.YUMI, cast.SOFIA, THEO, cast.HANA, SORA)
INES = dataclasses.replace(cast.INES, working_days=(1, 2, 3, 4, 5, 6, 7))
"""Whatever the day somebody looks, the boutique’s book has its morning."""
MANAGERS = (INES, cast.KENJI)
HEAD_OFFICE = ("Odile Sarrazin", "odile")
SHOPS = (cast.RUE_DU_MAIL, cast.GINZA)


@dataclasses.dataclass(frozen=True)
class Staff:
    """The boutiques by name, the members by handle."""

    shops: dict[str, Boutique]
    members: dict[str, Member]

    def shop_of(self, who: cast.Colleague) -> Boutique:
        """Where she works."""
        return self.shops[who.shop.name]


def admit(at: dt.datetime) -> Staff:
    """Open the boutiques and admit everyone."""
    shops = {shop.name: people.boutique(shop, at) for shop in SHOPS}
    members = {who.handle: people.colleague(who, at) for who in (*ADVISORS, *MANAGERS)}
    name, handle = HEAD_OFFICE
    odile = admitting.admit(name=name, handle=handle, language="fr", by=people.THE_HOUSE, at=at)
    admitting.give_role(member=odile, kind=RoleKind.HEAD_OFFICE, by=people.THE_HOUSE, at=at)
    return Staff(shops, members | {handle: odile})
