"""Three years with each of them: visits, purchases, gifts, letters, calls, repairs, and the silences between."""

from __future__ import annotations

import datetime as dt
import random

from carnet.interactions.actions.logging import Happening
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, Started
from carnet.interactions.models import Encounter
from carnet.products.kinds import Making
from carnet.purchases.kinds import GiftKind
from tools.demo.characters import LIVELY, Character
from tools.demo.crowd import Somebody
from tools.demo.days import Days
from tools.demo.ledger import Bought, Ledger
from tools.demo.wares import Ware

SETTLED = 46
"""Days ago: whatever happened earlier gives no reason to write any more."""
OCCASIONS = ("birthday", "birthday", "birthday", "wedding", "wedding", "graduation", "birth", "other", "")
"""Those that have a day of their own; Christmas has the same for everybody."""
FAR_AHEAD = {Making.STOCK: 50, Making.ENGRAVING: 64, Making.SPECIAL_ORDER: 140}
"""Days: a date further ahead than that is not prepared for yet."""
NUMBERED = 5_000
"""Euros, from which a piece has a serial and a life of its own."""


class Histories:
    """Tells each person’s years."""

    def __init__(self, ledger: Ledger, days: Days, rng: random.Random) -> None:
        """With what it writes into, and draws from."""
        self.ledger, self.days, self.rng = ledger, days, rng
        self.serials = 0

    def tell(self, each: Somebody) -> None:
        """Everything until six weeks ago."""
        for back in self._visits(each.met, each.character):
            bought = self.rng.random() < each.character.buys
            visit = self.visit(each, back, bought=bought)
            if bought:
                self.sell(each, back, visit=visit)
            self._written_after(each, back, bought=bought)
        self._besides(each)

    def tell_lately(self, each: Somebody) -> None:
        """The last six weeks of some: whatever calls for a word has had it, so that they are at rest."""
        if each.character not in LIVELY or each.met < SETTLED or self.rng.random() > 0.45:
            return
        back = self.days.open_day(self.rng.randint(4, SETTLED - 4), each.shop)
        bought = self.rng.random() < each.character.buys
        visit = self.visit(each, back, bought=bought)
        if bought:
            self.sell(each, back, kind=GiftKind.UNKNOWN, visit=visit)
        self.write(each, max(back - self.rng.randint(1, 3), 1))

    def _visits(self, met: int, character: Character) -> list[int]:
        """Days ago, the first time first."""
        last = min(self.rng.randint(*character.last), met)
        if character.visits == 1:
            return [met]
        if character.seasonal:
            found = [met, *range(last, met - 60, character.every)]
            return sorted({max(back + self.rng.randint(-12, 12), SETTLED) if back != met else met for back in found})[
                ::-1
            ]
        found = [met]
        while len(found) < character.visits - 1:
            step = max(7, round(self.rng.gauss(character.every, character.every / 4)))
            if found[-1] - step <= last + 7:
                break
            found.append(found[-1] - step)
        return [*found, last] if last < found[-1] else found

    def visit(
        self, each: Somebody, back: int, *, bought: bool = False, pieces: tuple[Ware, ...] = (), words: bool | None = None
    ) -> Encounter:  # fmt: skip
        """They came, so many days ago, and looked."""
        back = self.days.open_day(back, each.shop)
        shown = pieces or tuple(self.rng.sample(each.taste, self.rng.choice((1, 1, 2, 2, 3))))
        first, other = (*shown, *(ware for ware in each.taste if ware not in shown))[:2]
        told = words if words is not None else self.rng.random() < 0.6
        left = Left.BOUGHT if bought else self.rng.choice((Left.LOOKED, Left.LOOKED, Left.THINKING))
        said = [ware.said(each.writer.language) for ware in (first, other)]
        happening = Happening(
            kind=EncounterKind.VISIT, left=left, minutes=self.rng.choice((10, 15, 20, 25, 30, 40, 50, 60)),
            words=each.writer.visit(each.gender, *said, bought=bought) if told else "",
        )  # fmt: skip
        handled = [Handled.TRIED, Handled.SHOWN, Handled.SHOWN]
        seen = [(ware.reference, how) for ware, how in zip(shown, handled, strict=False)]
        return self.ledger.log([each.client], happening, each.shop, each.member, self._at(each, back), seen)

    def sell(
        self, each: Somebody, back: int, *, ware: Ware | None = None, kind: GiftKind | None = None, occasion: str = "",
        occasion_on: dt.date | None = None, visit: Encounter | None = None,
    ) -> None:  # fmt: skip
        """They bought; for whom is what the character says, unless it is given."""
        ware = ware or self.rng.choices(each.taste, [1 / (1 + ware.model.price / 4_000) for ware in each.taste])[0]
        back = self.days.open_day(back, each.shop)
        line = self._line(each, ware, back, kind or self._for_whom(each), occasion, occasion_on)
        at = (visit.happened_at if visit else self._at(each, back)) + dt.timedelta(minutes=25)
        book, told = each.writer.book, self.rng.random() < 0.3
        words = each.writer.says(book.SOLD, each.gender) if told and line.kind == GiftKind.HERSELF else ""
        self.ledger.sell(each.client, each.shop, each.shop.currency, [line], each.member, at, words, visit)

    def _for_whom(self, each: Somebody) -> GiftKind | None:
        if self.rng.random() < each.character.gives and not each.planned:
            return GiftKind.UNNAMED
        return GiftKind.HERSELF if self.rng.random() < 0.7 else None

    def _line(
        self, each: Somebody, ware: Ware, back: int, kind: GiftKind | None, occasion: str, on: dt.date | None
    ) -> Bought:
        currency, bought_on = each.shop.currency, self.days.ago(back)
        receiver = ""
        if kind == GiftKind.UNNAMED and not on:
            occasion = self.rng.choice(OCCASIONS)
            on = self._quiet_date(bought_on, ware) if occasion else None
            receiver = each.writer.says(each.writer.book.RECEIVERS, each.gender) if not occasion else ""
        self.serials += ware.model.price >= NUMBERED
        serial = f"VC{bought_on:%y}-{self.serials:05d}" if ware.model.price >= NUMBERED else ""
        return Bought(
            ware.reference, ware.price(currency, bought_on, self.days.today), kind, recipient_words=receiver,
            occasion=occasion, occasion_on=on, serial=serial,
        )  # fmt: skip

    def _quiet_date(self, bought_on: dt.date, ware: Ware) -> dt.date:
        """Some weeks after the purchase, and of a day of the year that nobody need prepare for yet."""
        far = FAR_AHEAD[Making(ware.model.making)]
        for _ in range(20):
            on = bought_on + dt.timedelta(days=self.rng.randint(4, 40))
            if (on - self.days.today).days % 365 > far + 8:
                return on
        return bought_on + dt.timedelta(days=((self.days.today - bought_on).days + far + 20) % 365)

    def _written_after(self, each: Somebody, back: int, *, bought: bool) -> None:
        if back > SETTLED + 20 and self.rng.random() < (0.65 if bought else 0.3):
            self.write(each, back - self.rng.randint(1, 5))

    def write(self, each: Somebody, back: int) -> None:
        """A word of ours, so many days ago."""
        road = self.rng.choice((EncounterChannel.EMAIL, EncounterChannel.WHATSAPP, EncounterChannel.POST))
        words = each.writer.says(each.writer.book.THANKED, each.gender)
        letter = Happening(EncounterKind.LETTER, road, Started.HOUSE, words=words)
        answered = self.rng.choice((True, False, None))
        self.ledger.log([each.client], letter, each.shop, each.member, self._at(each, back), answered=answered)

    def _besides(self, each: Somebody) -> None:
        """A call, a repair, an evening, a promise kept, their own day: not for everybody."""
        if each.met < SETTLED + 60:
            return
        chances = (
            (0.25, self._call),
            (0.22, self._repair),
            (0.1, self._evening),
            (0.25, self._promise),
            (0.3, self._own_day),
        )
        for chance, happens in chances:
            if self.rng.random() < chance:
                happens(each, self.rng.randint(SETTLED + 40, each.met))

    def _call(self, each: Somebody, back: int) -> None:
        said = self.says(each, each.writer.book.CALLED)
        happening = Happening(EncounterKind.CALL, EncounterChannel.PHONE, Started.CLIENT, words=said)
        self.ledger.log([each.client], happening, each.shop, each.member, self._at(each, back))

    def _repair(self, each: Somebody, back: int) -> None:
        ware = each.jewels[0]
        said = ware.said(each.writer.language)
        for kind, words, day in (
            (EncounterKind.CARE_INTAKE, each.writer.book.LEFT, back),
            (EncounterKind.CARE_RETURN, each.writer.book.BACK, back - self.rng.randint(9, 30)),
        ):
            happening = Happening(kind, words=each.writer.says(words, each.gender, said))
            seen = [(ware.reference, Handled.SHOWN)]
            self.ledger.log([each.client], happening, each.shop, each.member, self._at(each, day), seen)

    def _evening(self, each: Somebody, back: int) -> None:
        said = each.writer.says(each.writer.book.EVENING, each.gender)
        happening = Happening(EncounterKind.EVENT, EncounterChannel.EVENT, Started.HOUSE, words=said)
        self.ledger.log([each.client], happening, each.shop, each.member, self._at(each, back))

    def _promise(self, each: Somebody, back: int) -> None:
        words, due = self.says(each, each.writer.book.PROMISES), self.rng.randint(3, 20)
        kept = self._at(each, max(back - due + self.rng.choice((0, 0, 1, 2)), SETTLED))
        made = self._at(each, back)
        self.ledger.promise(
            each.client, words, self.days.ago(back - due), each.member, each.member, made, max(kept, made)
        )

    def _own_day(self, each: Somebody, back: int) -> None:
        on = self.days.today + dt.timedelta(days=self.rng.randint(1, 360))
        self.ledger.date(each.client, "birthday", on, each.member, self._at(each, back))

    def says(self, each: Somebody, sentences: tuple[str, ...]) -> str:
        """One of these sentences, about a piece they like."""
        ware = self.rng.choice(each.jewels)
        return each.writer.says(sentences, each.gender, ware.said(each.writer.language))

    def _at(self, each: Somebody, back: int) -> dt.datetime:
        back = self.days.open_day(max(back, 1), each.shop)
        return self.days.at(back, each.shop, self.rng.randint(10 * 60 + 30, 18 * 60))
