"""Six hundred people at once: the rows that the rooms’ acts would have written, each with its journal line, in bulk.

Acts take a few milliseconds each, and three years of a house are some twenty thousand of them. What is written here is
checked by the same constraints, and `tests/tools/demo` compares one person told both ways.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Sequence
from typing import Any

from django.db import models

from carnet.books.kinds import Act as BookAct
from carnet.books.kinds import AssignmentKind, Why
from carnet.books.models import Assignment
from carnet.clients.actions.introducing import ENTERED, Person
from carnet.clients.kinds import Act as ClientAct
from carnet.clients.kinds import HouseholdRole, PointKind, RelationKind
from carnet.clients.models import (
    Client,
    ClientEntry,
    ClientPoint,
    ContactPoint,
    Fact,
    Household,
    KnownAt,
    Membership,
    Relation,
    TierDecision,
)
from carnet.consent.kinds import Act as ConsentAct
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose, Scope
from carnet.consent.models import Hold, Permission
from carnet.house.models import Boutique, Member, Term
from carnet.interactions.actions.logging import Happening
from carnet.interactions.kinds import Act as MeetingAct
from carnet.interactions.kinds import Handled, Left, Part, PromisedBy, PromiseOutcome
from carnet.interactions.models import Attendance, Encounter, PieceShown, Presence, Promise
from carnet.journal.models import Line as JournalLine
from carnet.kit import contact, db, ids, moments
from carnet.kit.acts import Via
from carnet.occasions.actions.noting_dates import COMES_AGAIN
from carnet.occasions.kinds import Act as DateAct
from carnet.occasions.models import Occasion
from carnet.products.kinds import Act as PieceAct
from carnet.products.kinds import OwnedBy
from carnet.products.models import Ownership, Piece, Reference
from carnet.purchases.kinds import Act as SaleAct
from carnet.purchases.kinds import GiftKind, SaleRoleKind
from carnet.purchases.models import Gift, Line, Sale, SaleRole, Word

BATCH = 2000
ORDER: tuple[type[models.Model], ...] = (
    JournalLine, Client, ClientEntry, KnownAt, ContactPoint, ClientPoint, Assignment, Fact, Household, Membership, Relation,
    TierDecision, Permission, Hold, Piece, Encounter, Presence, Attendance, PieceShown, Promise, Sale, Line, SaleRole, Gift,
    Ownership, Occasion, Word,
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Bought:
    """One line of a sale, and for whom it was."""

    reference: Reference
    price: Any
    kind: GiftKind | None = None
    recipient: Client | None = None
    recipient_words: str = ""
    occasion: str = ""
    occasion_on: dt.date | None = None
    given_on: dt.date | None = None
    serial: str = ""


class Ledger:
    """Rows waiting to be written, in the order in which they lean on one another."""

    def __init__(self) -> None:
        """Nothing yet; the house's words at hand."""
        self.rows: dict[type[models.Model], list[Any]] = collections.defaultdict(list)
        self.terms = {(term.kind, term.code): term for term in Term.objects.all()}
        self.points: dict[tuple[str, str], ContactPoint] = {}

    def write(self) -> int:
        """Write them all; how many."""
        for model in ORDER:
            models.QuerySet[Any](model).bulk_create(self.rows[model], batch_size=BATCH)
        return sum(map(len, self.rows.values()))

    def introduce(self, person: Person, boutique: Boutique, by: Member | None, at: dt.datetime) -> Client:
        """As `introducing.introduce`."""
        client_id = ids.new()
        noted = self._line(ClientAct.INTRODUCED, by, "client", client_id, at)
        said = dataclasses.asdict(person)
        client = self._keep(Client(id=client_id, **said, happened_at=at, known_from=at, noted_in_id=noted))
        for field in ENTERED:
            if said[field]:
                self._keep(
                    ClientEntry(
                        client=client, field=field, value=said[field], by_hand=True, known_from=at, noted_in_id=noted
                    )
                )
        self._keep(
            KnownAt(
                client=client, boutique=boutique, is_home=True, period=db.since(at), known_from=at, noted_in_id=noted
            )
        )
        return client

    def reach(self, client: Client, kind: PointKind, raw: str, by: Member | None, at: dt.datetime) -> None:
        """As `introducing.reach`, for what is a number or address already."""
        value = {PointKind.PHONE: contact.phone(raw, None), PointKind.EMAIL: contact.mail(raw)}.get(kind, raw)
        assert value, raw
        if (kind, value) not in self.points:
            point = ContactPoint(id=ids.derived("point", kind, value), kind=kind, value=value)
            self.points[kind, value] = self._keep(point)
        noted = self._line(ClientAct.REACHABLE_AT, by, "client", client.id, at, kind)
        point = self.points[kind, value]
        self._keep(
            ClientPoint(client=client, point=point, raw=raw, period=db.since(at), known_from=at, noted_in_id=noted)
        )

    def assign(self, client: Client, member: Member, boutique: Boutique, why: Why, at: dt.datetime) -> None:
        """As `assigning.assign`."""
        noted = self._line(BookAct.ASSIGNED, member, "client", client.id, at, why)
        self._keep(
            Assignment(
                client=client, member=member, boutique=boutique, kind=AssignmentKind.PRIMARY, period=db.since(at), why=why,
                known_from=at, noted_in_id=noted,
            )
        )  # fmt: skip

    def note(self, client: Client, kind: str, words: str, by: Member, at: dt.datetime, value: Any = None) -> None:
        """As `noting.note`."""
        term = self.terms["fact", kind]
        noted = self._line(ClientAct.FACT_NOTED, by, "client", client.id, at, kind)
        self._keep(
            Fact(
                client=client, kind=term, words=words, value=value, leaning=term.schema.get("leaning", ""), certainty="stated",
                author=by, period=db.since(at), known_from=at, noted_in_id=noted,
            )
        )  # fmt: skip

    def share_a_home(self, name: str, first: Client, second: Client, by: Member, at: dt.datetime) -> None:
        """As `households.found`, `join` twice and `relate`: a couple."""
        home = Household(name=name, known_from=at)
        home.noted_in_id = self._line(ClientAct.HOUSEHOLD_FOUNDED, by, "household", home.id, at)
        self._keep(home)
        for client, role in ((first, HouseholdRole.PRIMARY), (second, HouseholdRole.SPOUSE)):
            noted = self._line(ClientAct.HOUSEHOLD_JOINED, by, "client", client.id, at, role)
            self._keep(
                Membership(
                    household=home, client=client, role=role, period=db.since(at), known_from=at, noted_in_id=noted
                )
            )
        noted = self._line(ClientAct.RELATED, by, "client", first.id, at, RelationKind.SPOUSE)
        self._keep(
            Relation(
                client=first,
                other=second,
                kind=RelationKind.SPOUSE,
                period=db.since(at),
                known_from=at,
                noted_in_id=noted,
            )
        )

    def grant_tier(self, client: Client, tier: str, because: str, by: Member, at: dt.datetime) -> None:
        """As `households.decide_tier`, the first time."""
        noted = self._line(ClientAct.TIER_DECIDED, by, "client", client.id, at, tier)
        term = self.terms["tier", tier]
        self._keep(
            TierDecision(
                client=client, tier=term, period=db.since(at), because=because, decided_by=by, known_from=at, noted_in_id=noted
            )
        )  # fmt: skip

    def agree(
        self, client: Client, purpose: Purpose, channel: Channel, answer: Answer, proof: ProofKind, words: str,
        by: Member | None, at: dt.datetime,
    ) -> None:  # fmt: skip
        """As `granting.grant` and `withdraw`."""
        act = ConsentAct.WITHDRAWN if answer == Answer.NO else ConsentAct.GRANTED
        noted = self._line(act, by, "client", client.id, at, purpose)
        self._keep(
            Permission(
                client=client, purpose=purpose, channel=channel, answer=answer, proof=proof, proof_words=words,
                recorded_by=by, happened_at=at, known_from=at, noted_in_id=noted,
            )
        )  # fmt: skip

    def hold(
        self, client: Client, because: str, scope: Scope, by: Member, at: dt.datetime, until: dt.datetime | None,
        review_on: dt.date,
    ) -> None:  # fmt: skip
        """As `holding.hold`."""
        noted = self._line(ConsentAct.HELD, by, "client", client.id, at, scope)
        self._keep(
            Hold(
                client=client, scope=scope, because=because, owner=by, period=db.between(at, until), review_on=review_on,
                happened_at=at, known_from=at, noted_in_id=noted,
            )
        )  # fmt: skip

    def log(
        self, clients: Sequence[Client], happening: Happening, boutique: Boutique, by: Member, at: dt.datetime,
        pieces: Sequence[tuple[Reference, Handled]] = (), *, answered: bool | None = None,
    ) -> Encounter:  # fmt: skip
        """As `logging.log`, kept when it happened."""
        encounter = Encounter(
            **dataclasses.asdict(happening), boutique=boutique, author=by, happened_at=at, known_from=at, answered=answered,
            answer_known_at=None if answered is None else at,
        )  # fmt: skip
        encounter.noted_in_id = self._line(MeetingAct.LOGGED, by, "encounter", encounter.id, at, happening.kind)
        self._keep(encounter)
        for number, client in enumerate(clients):
            part = Part.COMPANION if number else Part.MAIN
            self._keep(Presence(encounter=encounter, client=client, part=part, happened_at=at))
        self._keep(Attendance(encounter=encounter, member=by))
        for reference, handled in pieces:
            self._keep(PieceShown(encounter=encounter, reference=reference, handled=handled))
        return encounter

    def promise(
        self, client: Client, words: str, due_on: dt.date, owner: Member | None, by: Member, at: dt.datetime,
        kept_at: dt.datetime | None = None, encounter: Encounter | None = None, made_by: PromisedBy = PromisedBy.HOUSE,
    ) -> None:  # fmt: skip
        """As `promises.promise`, and `settle` when it was kept."""
        made = Promise(
            client=client, words=words, due_on=due_on, owner=owner, encounter=encounter, made_by=made_by, happened_at=at,
            known_from=at,
        )  # fmt: skip
        made.noted_in_id = self._line(MeetingAct.PROMISED, by, "promise", made.id, at)
        if kept_at:
            made.outcome, made.settled_at, made.settled_by = PromiseOutcome.KEPT, kept_at, by
            self._line(MeetingAct.PROMISE_SETTLED, by, "promise", made.id, kept_at, PromiseOutcome.KEPT)
        self._keep(made)

    def sell(
        self, client: Client, boutique: Boutique, currency: str, lines: Sequence[Bought], by: Member, at: dt.datetime,
        words: str = "", visit: Encounter | None = None,
    ) -> Sale:  # fmt: skip
        """As `recording.record` and `for_whom`; the visit that said “bought” is joined to it."""
        sale = Sale(client=client, boutique=boutique, currency=currency, words=words, happened_at=at, known_from=at)
        sale.noted_in_id = self._line(SaleAct.RECORDED, by, "sale", sale.id, at, "sale")
        self._keep(sale)
        self._keep(
            SaleRole(sale=sale, kind=SaleRoleKind.ASSISTED, member=by, known_from=at, noted_in_id=sale.noted_in_id)
        )
        for position, each in enumerate(lines):
            self._sell_line(sale, position, each, by)
        if visit and visit.left == Left.BOUGHT:
            self._keep(
                Word(
                    encounter=visit, client=client, boutique=boutique, said_on=moments.day_of(visit.happened_at, boutique.zone),
                    sale=sale, known_from=visit.known_from, noted_in_id=visit.noted_in_id,
                )
            )  # fmt: skip
        return sale

    def _sell_line(self, sale: Sale, position: int, bought: Bought, by: Member) -> None:
        at, line_id = sale.happened_at, ids.new()
        piece = self._piece(bought, sale, by) if bought.serial else None
        line = self._keep(
            Line(
                id=line_id, key=line_id, sale=sale, position=position, reference=bought.reference, piece=piece, quantity=1,
                unit_price=bought.price, total=bought.price, known_from=at, noted_in_id=sale.noted_in_id,
            )
        )  # fmt: skip
        if bought.kind:
            self._give(line, sale, bought, by)

    def _piece(self, bought: Bought, sale: Sale, by: Member) -> Piece:
        at, mine = sale.happened_at, bought.kind == GiftKind.HERSELF
        piece = Piece(
            reference=bought.reference, brand_id=bought.reference.brand_id, serial=bought.serial, year=at.year, known_from=at
        )  # fmt: skip
        piece.noted_in_id = self._line(PieceAct.PIECE_RECEIVED, None, "piece", piece.id, at)
        self._keep(piece)
        if mine:
            noted = self._line(PieceAct.OWNED, by, "piece", piece.id, at, OwnedBy.BOUGHT)
            self._keep(
                Ownership(
                    piece=piece, client=sale.client, how=OwnedBy.BOUGHT, period=db.since(at), known_from=at, noted_in_id=noted
                )
            )  # fmt: skip
        return piece

    def _give(self, line: Line, sale: Sale, bought: Bought, by: Member) -> None:
        at = sale.happened_at
        noted = self._line(SaleAct.GIVEN_TO, by, "line", line.id, at, bought.kind or "")
        occasion = self.terms.get(("occasion", bought.occasion))
        self._keep(
            Gift(
                line=line, kind=bought.kind or GiftKind.UNKNOWN, recipient=bought.recipient, recipient_words=bought.recipient_words,
                occasion=occasion, occasion_on=bought.occasion_on, given_on=bought.given_on,
                given_said_by=by if bought.given_on else None, given_said_at=at if bought.given_on else None, known_from=at,
                noted_in_id=noted,
            )
        )  # fmt: skip
        if bought.given_on:
            self._line(SaleAct.REVEALED, by, "line", line.id, at)
        if occasion and bought.occasion_on and bought.occasion in COMES_AGAIN:
            self._keep(
                Occasion(
                    client=bought.recipient, giver=sale.client, kind=occasion, day=bought.occasion_on.day,
                    month=bought.occasion_on.month, noted_by=by, certainty="stated", from_line=line, period=db.since(at),
                    known_from=at, noted_in_id=noted,
                )
            )  # fmt: skip

    def date(self, client: Client, kind: str, on: dt.date, by: Member, at: dt.datetime) -> None:
        """As `noting_dates.note`: her own day, told by herself."""
        date = Occasion(
            client=client, kind=self.terms["occasion", kind], day=on.day, month=on.month, told_by=client, noted_by=by,
            certainty="stated", period=db.since(at), known_from=at,
        )  # fmt: skip
        date.noted_in_id = self._line(DateAct.DATE_NOTED, by, "occasion", date.id, at, kind)
        self._keep(date)

    def _line(
        self, act: enum.StrEnum, by: Member | None, kind: str, on: uuid.UUID, at: dt.datetime, reason: str = ""
    ) -> uuid.UUID:
        line = JournalLine(
            act=act, by_id=by.id if by else None, via=Via.DEMO, on_kind=kind, on_id=on, at=at, reason=reason
        )
        self._keep(line)
        return line.id

    def _keep[M: models.Model](self, row: M) -> M:
        self.rows[type(row)].append(row)
        return row
