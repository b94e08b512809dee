"""The week to come: in each book a few people for whom something stands, each for another reason and another while."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator, Sequence

from carnet.consent.kinds import Answer
from carnet.interactions.kinds import PromisedBy
from carnet.purchases.kinds import GiftKind
from tools.demo.crowd import Crowd, Somebody
from tools.demo.histories import Histories
from tools.demo.wares import Ware

KNOWN_A_YEAR = 420
"""Days, with the weeks in which a gift is chosen before its day."""


@dataclasses.dataclass(frozen=True)
class Plan:
    """What one book has standing; each figure is a day: ago, or ahead for what begins with its name."""

    thanks: Sequence[int] = ()
    """Purchases so long ago, and nobody said thank you."""
    visits: Sequence[int] = ()
    """Visits without a piece so long ago, and no word since."""
    named: Sequence[int] = ()
    """Days ahead that somebody named for coming back to it."""
    wear: Sequence[int] = ()
    """Pieces bought for oneself so long ago, thanked for at the time."""
    unasked: Sequence[int] = (5,)
    """Visits so long ago by somebody whom nobody has asked whether she may be written to."""
    dates: Sequence[int] = ()
    """Days ahead of somebody’s day, for whom a gift came from here the year before."""
    due: Sequence[int] = ()
    """Days ahead on which our word falls due; behind when negative."""


FULL = Plan(thanks=(1, 6), visits=(3, 11), named=(3,), wear=(30, 37), dates=(14, 21), due=(-2, 0, 2, 5))
FULLER = Plan(thanks=(2, 5), visits=(1, 8, 12), named=(2,), wear=(27, 39), dates=(12, 15), due=(0, 1, 4))
LIGHT = Plan(thanks=(4,), visits=(8,), named=(4,), wear=(18, 35), dates=(13, 31), due=(1, 3, 6))
FROM_TOMORROW = Plan(named=(1, 3), wear=(18, 17), dates=(29, 31), due=(3, 6))
"""Nothing today, and that is a good day."""
AFTER_THE_CAST = Plan(visits=(1,), wear=(23, 26), dates=(22, 27), due=(3,))
"""For Camille, whose morning the cast makes."""
BOUTIQUES = Plan(thanks=(2,), visits=(4,), named=(2,), wear=(33, 28), dates=(15, 20), due=(0, 2))


class Week:
    """Gives a book its plan."""

    def __init__(self, crowd: Crowd, histories: Histories, rng: random.Random) -> None:
        """With the chapters it tells in."""
        self.crowd, self.histories, self.rng = crowd, histories, rng
        self.days = crowd.days

    def prepare(self, people: Sequence[Somebody], plan: Plan) -> None:
        """One person for each figure of it, each of them free and known for a while."""
        self._ask_nobody(people, plan.unasked)
        able = [each for each in people if not each.held and each.said != Answer.NO]
        chosen = self._in_turn(iter([each for each in able if each.met > KNOWN_A_YEAR] + able))
        for kinds, happens in (
            (plan.thanks, self._thanks), (plan.visits, self._visit), (plan.named, self._named), (plan.wear, self._wear),
            (plan.dates, self._date), (plan.due, self._due),
        ):  # fmt: skip
            for days in kinds:
                each = next(chosen, None)
                if each is not None:
                    happens(each, days)

    def _ask_nobody(self, people: Sequence[Somebody], unasked: Sequence[int]) -> None:
        never = (each for each in people if not (each.held or each.planned or each.said))
        for ago, each in zip(unasked, never, strict=False):
            each.planned = True
            self.histories.visit(each, ago, pieces=(self._jewel(each),), words=True)

    def _in_turn(self, free: Iterator[Somebody]) -> Iterator[Somebody]:
        for each in free:
            if not each.planned:
                each.planned = True
                yield each

    def _jewel(self, each: Somebody) -> Ware:
        """One that they like, and not the dearest: a Rivière does not leave every week."""
        return each.jewels[1]

    def _thanks(self, each: Somebody, ago: int) -> None:
        kind = self.rng.choice((GiftKind.HERSELF, GiftKind.UNNAMED, GiftKind.UNKNOWN))
        visit = self.histories.visit(each, ago, bought=True, pieces=(self._jewel(each),), words=True)
        self.histories.sell(each, ago, ware=self._jewel(each), kind=kind, visit=visit)

    def _visit(self, each: Somebody, ago: int) -> None:
        self._invite(each)
        self.histories.visit(each, ago, pieces=(self._jewel(each),), words=True)

    def _named(self, each: Somebody, ahead: int) -> None:
        """They said themselves when they would come back to it."""
        self._invite(each)
        visit = self.histories.visit(each, 20, pieces=(self._jewel(each),), words=True)
        due = self.days.ago(-ahead)
        self.crowd.ledger.promise(
            each.client, {"fr": "Revient à la pièce", "en": "Comes back to the piece"}[each.writer.language], due, each.member,
            each.member, visit.happened_at, encounter=visit, made_by=PromisedBy.CLIENT,
        )  # fmt: skip

    def _wear(self, each: Somebody, ago: int) -> None:
        self.histories.sell(each, ago, ware=self._jewel(each), kind=GiftKind.HERSELF)
        self.histories.write(each, ago - 2)

    def _date(self, each: Somebody, ahead: int) -> None:
        self._invite(each)
        on = self.days.ago(-ahead)
        last_year = (
            on.replace(year=on.year - 1) if (on.month, on.day) != (2, 29) else on.replace(year=on.year - 1, day=28)
        )
        ago = (self.days.today - last_year).days + self.rng.randint(12, 24)
        ware = next((ware for ware in each.taste if ware.model.making == "stock"), each.taste[0])
        occasion = self.rng.choice(("birthday", "wedding", "birthday", "other"))
        self.histories.sell(each, ago, ware=ware, kind=GiftKind.UNNAMED, occasion=occasion, occasion_on=last_year)

    def _due(self, each: Somebody, ahead: int) -> None:
        visit = self.histories.visit(each, 16 + self.rng.randint(0, 12), words=True)
        words = self.histories.says(each, each.writer.book.PROMISES)
        due = self.days.ago(-ahead)
        self.crowd.ledger.promise(each.client, words, due, each.member, each.member, visit.happened_at, encounter=visit)

    def _invite(self, each: Somebody) -> None:
        if each.said != Answer.YES:
            self.crowd.invite(each, self.days.at(60, each.shop, 18 * 60))
