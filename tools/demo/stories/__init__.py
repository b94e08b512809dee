"""The stories of the cast, told by the house’s own acts: what the prototypes show, day for day."""

from __future__ import annotations

from tools.demo.days import Days
from tools.demo.staff import Staff
from tools.demo.stories import ginza, marchetti, mornings, others
from tools.demo.stories.telling import Telling
from tools.demo.wares import Ware


def tell(days: Days, house: Staff, stock: dict[str, Ware]) -> None:
    """Every one of them."""
    telling = Telling(days, house, stock)
    for chapter in (marchetti, mornings, others, ginza):
        chapter.tell(telling)
