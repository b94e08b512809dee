"""The six hundred: who they are, how they may be written to, and what is worth remembering about them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Iterator

from carnet.books.kinds import Why
from carnet.clients.actions.introducing import Person
from carnet.clients.kinds import PointKind
from carnet.clients.models import Client
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose, Scope
from carnet.house.models import Boutique, Member
from tools.demo import names
from tools.demo.characters import ALL, COLLECTOR, TRAVELLER, Character
from tools.demo.days import Days
from tools.demo.ledger import Ledger
from tools.demo.sayings import Writer
from tools.demo.wares import Ware

APPS = {"JP": PointKind.LINE, "CN": PointKind.WECHAT, "AE": PointKind.WHATSAPP, "QA": PointKind.WHATSAPP}
HOURS = ("after 18:00", "mornings", "12:00–14:00", "weekends", "after 20:00")
SIZED = {"EUR": "FR", "JPY": "JP"}
STEPS_OF_A_YEN_RING = 38
"""Between a ring size as Paris and as Tokyo counts it, about."""
NOT_JEWELS = {"strap", "leather", "object"}
FIRST_NUMBER = 100
"""Below are the cast’s own telephone numbers."""


@dataclasses.dataclass
class Somebody:
    """One client of the demo house, as the other chapters need her."""

    client: Client
    person: Person
    character: Character
    writer: Writer
    member: Member
    """Who keeps her notes: her advisor, or the manager."""
    shop: Boutique
    met: int
    """Days ago."""
    taste: list[Ware]
    planned: bool = False
    said: Answer | None = None
    """To invitations, when somebody has asked."""
    held: bool = False

    @property
    def jewels(self) -> list[Ware]:
        """What they like, of what an atelier makes; the least dear first."""
        made = (ware for ware in self.taste if ware.model.category not in NOT_JEWELS)
        return sorted(made, key=lambda ware: (ware.model.price, ware.model.sku))

    @property
    def gender(self) -> str:
        """The words that agree with her."""
        return self.person.gender


@dataclasses.dataclass(frozen=True)
class Book:
    """Whose book is to be filled, with how many people."""

    member: Member
    shop: Boutique
    size: int
    is_boutiques: bool = False
    """Nobody’s own: prepared for the manager."""


class Crowd:
    """Fills books with people."""

    def __init__(self, ledger: Ledger, days: Days, rng: random.Random, wares: dict[str, Ware]) -> None:
        """With what it writes into, and draws from."""
        self.ledger, self.days, self.rng = ledger, days, rng
        self.wares = [ware for sku, ware in sorted(wares.items()) if ware.model.kind == "piece"]
        self.jewels = [ware for ware in self.wares if ware.model.category not in NOT_JEWELS]
        self.streams: dict[str, Iterator[names.Named]] = {}
        self.met = set(Client.objects.values_list("display", flat=True))
        self.reached = FIRST_NUMBER

    def fill(self, book: Book) -> list[Somebody]:
        """Everyone in that book."""
        stream = self.streams.setdefault(book.shop.city, names.strangers(self.rng, book.shop.city, self.met))
        writer = Writer(self.rng, book.member.language)
        people = [self._somebody(next(stream), book, writer) for _ in range(book.size)]
        for each in people:
            self._permit(each)
            self._remember(each)
            self._hold(each)
        self._pair(people)
        return people

    def _somebody(self, named: names.Named, book: Book, writer: Writer) -> Somebody:
        character = self.rng.choices(ALL, [each.share for each in ALL])[0]
        met = self.days.open_day(self.rng.randint(*character.known_for), book.shop)
        at = self.days.at(met, book.shop, self.rng.randint(10 * 60, 18 * 60))
        person = self._with_habits(named.person)
        client = self.ledger.introduce(person, book.shop, book.member, at)
        if character is TRAVELLER and self.rng.random() < 0.5:
            client.passing_until = self.days.ago(self.rng.randint(-12, 200))
        self._reach(client, named, book.member, at)
        if not book.is_boutiques:
            self.ledger.assign(client, book.member, book.shop, Why.INTRODUCED, at)
        taste = list(dict.fromkeys(self.rng.sample(self.jewels, 5) + self.rng.sample(self.wares, 2)))
        return Somebody(client, person, character, writer, book.member, book.shop, met, taste)

    def _with_habits(self, person: Person) -> Person:
        if self.rng.random() < 0.12:
            person = dataclasses.replace(person, prefers_hours=self.rng.choice(HOURS))
        app = APPS.get(person.country)
        wanted = app.value if app else self.rng.choice(("whatsapp", "email", "phone", "post"))
        return dataclasses.replace(person, prefers_channel=wanted) if self.rng.random() < 0.3 else person

    def _reach(self, client: Client, named: names.Named, by: Member, at: dt.datetime) -> None:
        """Addresses end in .test, and numbers are of the ranges kept for fiction (see the cast)."""
        self.reached += 1
        if self.rng.random() < 0.8:
            self.ledger.reach(client, PointKind.EMAIL, f"{named.latin}.{self.reached}@example.test", by, at)
        if client.country == "FR" and self.rng.random() < 0.8:
            self.ledger.reach(client, PointKind.PHONE, f"+336399{80_000 + self.reached:05d}", by, at)
        elif client.country == "GB":
            self.ledger.reach(client, PointKind.PHONE, f"+442079460{self.reached % 1000:03d}", by, at)
        if app := APPS.get(client.country):
            self.ledger.reach(client, app, f"{named.latin}-{self.reached}", by, at)

    def _permit(self, each: Somebody) -> None:
        """A mixed field: a yes on one road, on any, a no, a yes nobody can date, and many who were never asked."""
        when = self.days.at(max(each.met - self.rng.randint(0, 200), 44), each.shop, 17 * 60)
        said, writer = self.rng.random(), each.writer
        if said < 0.55:
            self.invite(each, when)
        elif said < 0.67:
            proof = writer.says(writer.book.REFUSED, each.gender)
            road = self.rng.choice((Channel.ANY, Channel.EMAIL, Channel.WHATSAPP))
            self._answer(each, Purpose.INVITATION, road, Answer.NO, ProofKind.IN_PERSON, proof, when)
        elif said < 0.74:
            words = "“Newsletter: yes”, undated, from the former till"
            self._answer(each, Purpose.INVITATION, Channel.ANY, Answer.ASK, ProofKind.OPENING_BALANCE, words, when)
        if self.rng.random() < 0.06:
            self._answer(each, Purpose.CARE, Channel.EMAIL, Answer.NO, ProofKind.LETTER, "", when)

    def invite(self, each: Somebody, at: dt.datetime) -> None:
        """She says yes to invitations, on a road she can be reached by."""
        road = Channel.ANY if self.rng.random() < 0.6 else Channel.EMAIL
        proof = ProofKind.IN_PERSON if self.rng.random() < 0.7 else ProofKind.FORM
        words = each.writer.says(each.writer.book.PROOF, each.gender)
        self._answer(each, Purpose.INVITATION, road, Answer.YES, proof, words, at)

    def _answer(
        self, each: Somebody, purpose: Purpose, road: Channel, answer: Answer, proof: ProofKind, words: str, at: dt.datetime
    ) -> None:  # fmt: skip
        if purpose == Purpose.INVITATION:
            each.said = answer
        self.ledger.agree(each.client, purpose, road, answer, proof, words, each.member, at)

    def _remember(self, each: Somebody) -> None:
        """A few facts: what she wears, her sizes, her manner, where she sits."""
        kinds = self.rng.sample(sorted(each.writer.book.FACTS), self.rng.choice((0, 1, 2, 2, 3, 4)))
        at = self.days.at(self.days.open_day(max(each.met - 20, 2), each.shop), each.shop, 18 * 60)
        for kind in sorted(kinds):
            piece, other = (ware.said(each.writer.language) for ware in each.taste[:2])
            words = each.writer.says(each.writer.book.FACTS[kind], each.gender, piece, other)
            self.ledger.note(each.client, kind, words, each.member, at)
        if self.rng.random() < 0.35:
            self._measure(each, at)
        if each.character is COLLECTOR:
            self.ledger.grant_tier(each.client, "collector", each.writer.book.BECAUSE_TIER, each.member, at)

    def _measure(self, each: Somebody, at: dt.datetime) -> None:
        system = SIZED[each.shop.currency]
        size = self.rng.randint(47, 58) if each.gender == "she" else self.rng.randint(56, 66)
        shown = size if system == "FR" else size - STEPS_OF_A_YEN_RING
        words = {"fr": f"Bague {shown}.", "en": f"Ring {shown}."}[each.writer.language]
        self.ledger.note(each.client, "size", words, each.member, at, {"size": shown, "system": system, "of": "ring"})

    def _hold(self, each: Somebody) -> None:
        """One in twenty asked for quiet, or has something to forgive."""
        if self.rng.random() > 0.05:
            return
        each.held = True
        since = self.rng.randint(5, 60)
        at = self.days.at(self.days.open_day(since, each.shop), each.shop, 18 * 60 + 30)
        selling = self.rng.random() < 0.35
        book = each.writer.book
        because = each.writer.says(book.SELLING_HELD if selling else book.HELD, each.gender)
        until = None if self.rng.random() < 0.5 else at + dt.timedelta(days=since + self.rng.randint(10, 120))
        review = self.days.ago(-self.rng.randint(2, 80))
        self.ledger.hold(
            each.client, because, Scope.SELLING if selling else Scope.EVERYTHING, each.member, at, until, review
        )

    def _pair(self, people: list[Somebody]) -> None:
        """A few couples: two people of one book who share a home."""
        for first, second in zip(people[::17], people[5::17], strict=False):
            if first.character is TRAVELLER or second.character is TRAVELLER:
                continue
            at = self.days.at(min(first.met, second.met), first.shop, 18 * 60 + 45)
            home = {"fr": "Chez {a} et {b}", "en": "{a} and {b}"}[first.writer.language]
            name = home.format(a=first.person.given, b=second.person.given)
            self.ledger.share_a_home(name, first.client, second.client, first.member, at)
