"""One line for each thing that happens, so many days ago, by the acts of the rooms."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import introducing, noting
from carnet.clients.models import Client
from carnet.consent.actions import granting
from carnet.consent.kinds import Channel, ProofKind, Purpose
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, PromisedBy, Started
from carnet.interactions.models import Encounter, Promise
from carnet.kit.acts import By, Via
from carnet.purchases.actions import giving, recording
from carnet.purchases.kinds import GiftKind, SaleRoleKind
from carnet.purchases.models import Gift, Line, Sale
from tests import cast
from tests.factories import people
from tools.demo.days import Days
from tools.demo.staff import Staff
from tools.demo.wares import Ware

type Seen = tuple[cast.Model, Handled]


def by(member: Member) -> By:
    """How her acts are recorded here."""
    return By(member.id, Via.DEMO)


@dataclasses.dataclass(frozen=True)
class Chapter:
    """One client and the colleague who looks after her."""

    telling: Telling
    client: Client
    member: Member
    shop: Boutique

    def at(self, ago: int, minutes: int = 15 * 60) -> dt.datetime:
        """So many days ago, or a little longer when the boutique was closed."""
        return self.telling.days.at(self.telling.days.open_day(ago, self.shop), self.shop, minutes)

    @property
    def by(self) -> By:
        """How her acts are recorded."""
        return by(self.member)

    def met(
        self, ago: int, words: str, *, pieces: Sequence[Seen] = (), beside: Sequence[Client] = (), minutes: int | None = None,
        left: Left = Left.LOOKED, kind: EncounterKind = EncounterKind.VISIT, channel: EncounterChannel = EncounterChannel.IN_STORE,
        started: Started = Started.CLIENT, is_private: bool = False, **more: str,
    ) -> Encounter:  # fmt: skip
        """They came, called or wrote."""
        happening = logging.Happening(kind, channel, started, left, words, is_private, minutes, **more)
        at = self.at(ago)
        return logging.log(
            clients=[self.client, *beside], happening=happening, boutique=self.shop, members=[self.member], happened_at=at,
            by=self.by, at=at, pieces=[(self.telling.stock[model.sku].reference, handled) for model, handled in pieces],
        )  # fmt: skip

    def wrote(self, ago: int, words: str, channel: EncounterChannel = EncounterChannel.EMAIL) -> Encounter:
        """A word of ours."""
        return self.met(ago, words, kind=EncounterKind.LETTER, channel=channel, started=Started.HOUSE, left=Left.UNSAID)

    def bought(self, ago: int, *models: cast.Model, words: str = "") -> Sale:
        """A purchase; for whom is said beside it."""
        at = self.at(ago, 15 * 60 + 30)
        day, currency = at.date(), self.shop.currency
        lines = [
            recording.Bought(ware.reference, ware.price(currency, day, self.telling.days.today))
            for ware in (self.telling.stock[model.sku] for model in models)
        ]
        return recording.record(
            client=self.client, boutique=self.shop, currency=currency, bought=lines, happened_at=at, by=self.by, at=at,
            roles=[(self.member, SaleRoleKind.ASSISTED)], words=words,
        )  # fmt: skip

    def gave(self, sale: Sale, kind: GiftKind, *, given_ago: int | None = None, **said: Any) -> Gift:
        """For whom it was, and when it was given if somebody has said so."""
        line = Line.objects.select_related("sale").get(sale=sale, position=0)
        gift = recording.for_whom(line=line, kind=kind, by=self.by, at=sale.happened_at, **said)
        if given_ago is not None:
            day = self.telling.days.ago(given_ago)
            giving.was_given(gift=gift, on=day, said_by=self.member, by=self.by, at=self.at(max(given_ago - 2, 1)))
        return gift

    def promised(self, ago: int, words: str, due: int, **more: Any) -> Promise:
        """Our word, due so many days ahead."""
        return promises.promise(
            client=self.client, words=words, due_on=self.telling.days.ago(-due), owner=self.member, by=self.by,
            at=self.at(ago, 16 * 60), **more,
        )  # fmt: skip

    def named_a_day(self, visit: Encounter, ago: int, words: str, ahead: int) -> Promise:
        """Her own word, to come back to it."""
        return self.promised(ago, words, ahead, encounter=visit, made_by=PromisedBy.CLIENT)

    def agreed(self, ago: int, words: str, *channels: Channel, purpose: Purpose = Purpose.INVITATION) -> None:
        """A yes, with what was said."""
        for channel in channels:
            granting.grant(
                client=self.client, purpose=purpose, channel=channel, proof=ProofKind.IN_PERSON, words=words, by=self.by,
                at=self.at(ago, 17 * 60),
            )  # fmt: skip

    def refused(self, ago: int, words: str, *channels: Channel, purpose: Purpose = Purpose.INVITATION) -> None:
        """A no."""
        for channel in channels:
            granting.withdraw(
                client=self.client, purpose=purpose, channel=channel, proof=ProofKind.IN_PERSON, words=words, by=self.by,
                at=self.at(ago, 17 * 60),
            )  # fmt: skip

    def noted(self, ago: int, *facts: tuple[str, str], **more: Any) -> None:
        """Things worth remembering."""
        for kind, words in facts:
            noting.note(client=self.client, kind=kind, words=words, by=self.by, at=self.at(ago, 18 * 60), **more)

    def described(self, ago: int, **changes: Any) -> None:
        """What stands about her."""
        introducing.describe(client=self.client, changes=changes, by=self.by, at=self.at(ago, 18 * 60))


@dataclasses.dataclass(frozen=True)
class Telling:
    """The days, the house and what it sells."""

    days: Days
    house: Staff
    stock: dict[str, Ware]

    def about(
        self, who: cast.Acquaintance, *, of: cast.Colleague | None, since: int, kept_by: cast.Colleague = cast.CAMILLE
    ) -> Chapter:  # fmt: skip
        """A new chapter: somebody met so many days ago, in that colleague’s book, or in the boutique’s."""
        keeper = of or kept_by
        shop, member = self.house.shop_of(keeper), self.house.members[keeper.handle]
        at = self.days.at(self.days.open_day(since, shop), shop)
        client = people.client(who, at=at, shop=keeper.shop)
        if of:
            assigning.assign(client=client, member=member, boutique=shop, why=Why.INTRODUCED, by=by(member), at=at)
        return Chapter(self, client, member, shop)

    def day(self, ago: int) -> str:
        """“4 November”, as a note in English writes it."""
        on = self.days.ago(ago)
        return f"{on.day} {on:%B}"
