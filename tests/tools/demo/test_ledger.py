"""What is written in bulk is what the rooms' acts would have written: one person told both ways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models, transaction

from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import HouseholdRole, PointKind, RelationKind
from carnet.clients.models import Client
from carnet.consent.actions import granting, holding
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose, Scope
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterKind, Handled, Left, PromiseOutcome
from carnet.kit import moments
from carnet.kit.acts import By, Via
from carnet.occasions.actions import noting_dates
from carnet.products.actions import ownership
from carnet.products.kinds import OwnedBy
from carnet.purchases.actions import giving, recording
from carnet.purchases.kinds import GiftKind, SaleRoleKind
from carnet.purchases.models import Line as SaleLine
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tools.demo.ledger import ORDER, Bought, Ledger

AT = paris("2026-03-03", "14:00")
LATER = AT + dt.timedelta(days=9)
DAY = dt.date(2026, 5, 4)
VISIT = logging.Happening(EncounterKind.VISIT, left=Left.BOUGHT, minutes=20, words="The pendant, at last.")


def person(name: str) -> introducing.Person:
    given, family = name.split()
    return introducing.Person(display=name, given=given, family=family, language="en", country="GB")


def told_by_acts(camille: Member, mail: Boutique) -> None:
    by, reference = By(camille.id, Via.DEMO), people.reference(cast.LUNE_PENDANT)
    hers = introducing.introduce(person=person("Ada Merriden"), boutique=mail, by=by, at=AT)
    his = introducing.introduce(person=person("Giles Merriden"), boutique=mail, by=by, at=AT)
    introducing.reach(client=hers, kind=PointKind.EMAIL, raw="ada@example.test", by=by, at=AT)
    assigning.assign(client=hers, member=camille, boutique=mail, why=Why.INTRODUCED, by=by, at=AT)
    noting.note(client=hers, kind="dislike", words="Hearts.", by=by, at=AT)
    home = households.found(name="The Merridens", by=by, at=AT)
    households.join(household=home, client=hers, role=HouseholdRole.PRIMARY, by=by, at=AT)
    households.join(household=home, client=his, role=HouseholdRole.SPOUSE, by=by, at=AT)
    households.relate(client=hers, other=his, kind=RelationKind.SPOUSE, by=by, at=AT)
    households.decide_tier(client=hers, tier="collector", because="Ten years.", by=by, at=AT)
    granting.grant(
        client=hers, purpose=Purpose.INVITATION, channel=Channel.ANY, proof=ProofKind.FORM, words="Ticked.", by=by, at=AT
    )  # fmt: skip
    holding.hold(client=his, because="A little time.", scope=Scope.SELLING, by=by, at=AT, until=LATER, review_on=DAY)
    visit = logging.log(
        clients=[hers, his], happening=VISIT, boutique=mail, members=[camille], happened_at=AT, by=by, at=AT,
        pieces=[(reference, Handled.TRIED)],
    )  # fmt: skip
    made = promises.promise(client=hers, words="A drawing", due_on=DAY, owner=camille, by=by, at=AT, encounter=visit)
    promises.settle(promise=made, outcome=PromiseOutcome.KEPT, by=by, at=LATER)
    noting_dates.note(kind="birthday", day_month=moments.DayMonth(5, 4), client=hers, told_by=hers, by=by, at=AT)
    _sold_by_acts(camille, mail, hers, his)


def _sold_by_acts(camille: Member, mail: Boutique, hers: Client, his: Client) -> None:
    by, reference = By(camille.id, Via.DEMO), people.reference(cast.LUNE_PENDANT)
    piece = ownership.receive(reference=reference, serial="VC26-1", year=2026, by=By(None, Via.DEMO), at=AT)
    bought = [recording.Bought(reference, Decimal(3_900), piece=piece), recording.Bought(reference, Decimal(3_900))]
    sale = recording.record(
        client=hers, boutique=mail, currency="EUR", bought=bought, happened_at=AT, by=by, at=AT,
        roles=[(camille, SaleRoleKind.ASSISTED)],
    )  # fmt: skip
    mine, gift = SaleLine.objects.filter(sale=sale).order_by("position")
    ownership.pass_on(piece=piece, how=OwnedBy.BOUGHT, client=hers, by=by, at=AT)
    recording.for_whom(line=mine, kind=GiftKind.HERSELF, by=by, at=AT)
    given = recording.for_whom(
        line=gift, kind=GiftKind.KNOWN, recipient=his, occasion="wedding", occasion_on=DAY, by=by, at=AT
    )
    giving.was_given(gift=given, on=DAY, said_by=camille, by=by, at=AT)


def told_in_bulk(camille: Member, mail: Boutique) -> None:
    ledger, reference = Ledger(), people.reference(cast.LUNE_PENDANT)
    hers = ledger.introduce(person("Ada Merriden"), mail, camille, AT)
    his = ledger.introduce(person("Giles Merriden"), mail, camille, AT)
    ledger.reach(hers, PointKind.EMAIL, "ada@example.test", camille, AT)
    ledger.assign(hers, camille, mail, Why.INTRODUCED, AT)
    ledger.note(hers, "dislike", "Hearts.", camille, AT)
    ledger.share_a_home("The Merridens", hers, his, camille, AT)
    ledger.grant_tier(hers, "collector", "Ten years.", camille, AT)
    ledger.agree(hers, Purpose.INVITATION, Channel.ANY, Answer.YES, ProofKind.FORM, "Ticked.", camille, AT)
    ledger.hold(his, "A little time.", Scope.SELLING, camille, AT, LATER, DAY)
    visit = ledger.log([hers, his], VISIT, mail, camille, AT, [(reference, Handled.TRIED)])
    ledger.promise(hers, "A drawing", DAY, camille, camille, AT, LATER, visit)
    ledger.date(hers, "birthday", DAY, camille, AT)
    mine = Bought(reference, Decimal(3_900), GiftKind.HERSELF, serial="VC26-1")
    gift = Bought(reference, Decimal(3_900), GiftKind.KNOWN, his, occasion="wedding", occasion_on=DAY, given_on=DAY)
    ledger.sell(hers, mail, "EUR", [mine, gift], camille, AT, visit=visit)
    ledger.write()


def rows() -> dict[str, Any]:
    """Everything that stands, table by table, ids aside."""
    found = {}
    for model in ORDER:
        own = [f for f in model._meta.concrete_fields if not isinstance(f, models.UUIDField | models.ForeignKey)]
        names = [field.name for field in own if field.name != "digest"]
        found[model._meta.label] = (
            sorted(model._default_manager.values_list(*names), key=repr) if names else model._default_manager.count()
        )
    return found


def told(how: Callable[[Member, Boutique], None], camille: Member, mail: Boutique) -> dict[str, Any]:
    """What stands after it, which is then undone."""
    with transaction.atomic():
        how(camille, mail)
        found = rows()
        transaction.set_rollback(True)
    return found


def test_one_couple_told_by_acts_and_in_bulk_is_the_same(camille: Member, mail: Boutique) -> None:
    people.reference(cast.LUNE_PENDANT)
    by_acts = told(told_by_acts, camille, mail)

    assert told(told_in_bulk, camille, mail) == by_acts
    assert all(by_acts.values())
