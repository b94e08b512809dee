"""The house's own tables: people who work here, places, words. They say nothing of a client."""

from __future__ import annotations

from carnet.house.models import (
    Boutique,
    Invitation,
    Maison,
    Member,
    PlaceName,
    Region,
    Role,
    Setting,
    StaffName,
    Tablet,
    Term,
)
from carnet.kit.personal_data import Holding

HOLDINGS: tuple[Holding, ...] = ()
OURS = {
    Maison: "the house itself",
    Region: "boutiques that answer to one desk",
    Boutique: "a shop",
    Member: "somebody who works here, under the law of employment",
    Role: "what a member may do, where and when",
    Term: "a word of the house's vocabularies",
    Setting: "what the house decided about itself",
    StaffName: "a seller's name in another system",
    PlaceName: "a shop's name in another system",
    Tablet: "a shared device",
    Invitation: "a member's way in, which works once",
}
