"""Every fact says when it happened and from when the house knew it, and in which line of the journal it was noted."""

import datetime as dt
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models

from carnet.books import queries as books
from carnet.books.actions import assigning, claiming, welcoming
from carnet.books.kinds import Why
from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind
from carnet.clients.models import Client, Fact
from carnet.consent import queries as consent
from carnet.consent.actions import holding, stating
from carnet.consent.kinds import BasisKind, Purpose
from carnet.consent.models import Hold
from carnet.interactions.actions import complaints
from carnet.interactions.kinds import Left
from carnet.interactions.models import Encounter, Promise
from carnet.journal.models import Kept
from carnet.kit.moments import DayMonth
from carnet.occasions import queries as occasions
from carnet.occasions.actions import noting_dates
from carnet.products import queries as products
from carnet.products.actions import cataloguing, examining, ownership
from carnet.products.kinds import Finding, OwnedBy, ProvenanceKind
from carnet.purchases import queries as purchases
from carnet.purchases.actions import meaning, recording, returning
from carnet.purchases.kinds import MeaningKind, SaleRoleKind
from carnet.purchases.models import Sale
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

ROOMS = ("clients", "books", "consent", "products", "interactions", "purchases", "occasions")
NO_FACTS = {
    "clients.ContactPoint": "a number; that she is reached there is the fact",
    "products.Brand": "a name on references",
    "interactions.Presence": "a part of an encounter",
    "interactions.Attendance": "a part of an encounter",
    "interactions.PieceShown": "a part of an encounter",
}
HAPPENED_ELSEWHERE = {
    "clients.ExternalId": "who she is in another system is a name, not an event",
    "clients.ClientEntry": "what was said happened when it was said",
    "clients.Household": "its members have the periods",
    "clients.Candidate": "two people share an address since the points say so",
    "books.Claim": "said when it was kept; its answer has decided_at",
    "consent.Suppression": "nothing is left that happened",
    "products.Reference": "a model in a catalogue",
    "products.Piece": "its year; its ownerships have the periods",
    "products.Document": "issued_on",
    "purchases.Line": "its sale's",
    "purchases.Gift": "given_on, said at given_said_at",
    "purchases.SaleRole": "its sale's",
    "purchases.Correction": "put right when it was kept",
    "purchases.Word": "said_on",
}
NOT_BY_HAND = {
    "clients.ExternalId": "brought by imports",
    "clients.Candidate": "brought by imports",
    "consent.Suppression": "left by erasing",
}
AT = paris("2025-03-04")
KEPT = paris("2025-03-06")


def tables() -> dict[str, type[models.Model]]:
    return {model._meta.label: model for model in apps.get_models() if model._meta.app_label in ROOMS}


def facts() -> dict[str, type[Kept]]:
    return {label: model for label, model in tables().items() if issubclass(model, Kept)}


def moment_of(model: type[models.Model]) -> str:
    """The column that says when it happened."""
    columns = {field.name for field in model._meta.local_fields}
    return next((name for name in ("happened_at", "period") if name in columns), "")


def test_every_table_of_the_records_is_of_facts_or_says_why_not():
    assert sorted(tables().keys() - facts().keys()) == sorted(NO_FACTS)


def test_every_fact_has_its_moment_or_says_where_it_stands():
    assert sorted(label for label, model in facts().items() if not moment_of(model)) == sorted(HAPPENED_ELSEWHERE)


def test_no_fact_may_leave_out_when_it_was_known_or_where_it_was_noted():
    open_ended = [
        f"{label}.{name}"
        for label, model in facts().items()
        for name in ("known_from", "noted_in", moment_of(model))
        if name and (model._meta.get_field(name).null or model._meta.get_field(name).has_default())
    ]
    assert open_ended == []


@pytest.fixture
def everything_kept_late(camille, yumi, ines, mail):
    """What happened on the 4th and was kept on the 6th, once of each kind, by the acts a colleague has."""
    helene, paolo, antoine = (people.client(who, at=KEPT) for who in (cast.HELENE, cast.PAOLO, cast.ANTOINE))
    _people(helene, paolo, camille)
    assigning.assign(client=helene, member=camille, boutique=mail, why=Why.KNOWS_HER, by=by(ines), at=KEPT)
    claiming.claim(client=antoine, member=yumi, by=by(yumi), at=KEPT)
    welcoming.welcome(client=antoine, member=camille, boutique=mail, by=by(camille), at=KEPT)
    story.yes(helene, on=KEPT)
    stating.state_basis(
        purpose=Purpose.INVITATION, kind=BasisKind.SOFT_OPT_IN, words="The market allows it.", by=THE_HOUSE, at=KEPT
    )
    holding.hold(client=paolo, because="He asked for quiet.", by=by(camille), at=KEPT)
    _pieces(helene)
    visit = story.visit(helene, to=camille, on=AT, kept=KEPT, left=Left.BOUGHT)
    story.promise(helene, of=camille, words="The drawings", due=dt.date(2025, 4, 1), on=KEPT, encounter=visit)
    complaints.complain(
        client=helene, words="The clasp.", owner=ines, boutique=mail, happened_at=AT, by=THE_HOUSE, at=KEPT
    )
    _sales(helene, paolo, camille)
    noting_dates.note(kind="birthday", day_month=DayMonth(3, 14), client=helene, by=THE_HOUSE, at=KEPT)


def _people(helene, paolo, camille):
    noting.note(client=helene, kind="metal", words="White gold", by=by(camille), at=KEPT)
    introducing.describe(client=helene, changes={"city": "Lyon"}, by=by(camille), at=KEPT)
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=KEPT)
    households.join(household=home, client=helene, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=KEPT)
    households.relate(client=helene, other=paolo, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=KEPT)
    households.decide_tier(client=helene, tier="friend", because="Since the opening.", by=THE_HOUSE, at=KEPT)
    households.refer(client=paolo, referred_by=helene, by=THE_HOUSE, at=KEPT)


def _pieces(helene):
    watch = cataloguing.catalogue(brand="Vauclair", sku="M", name="Méridien", by=THE_HOUSE, at=KEPT)
    cataloguing.price(reference=watch, amount=Decimal(12_400), currency="EUR", by=THE_HOUSE, at=KEPT)
    piece = ownership.receive(reference=watch, serial="M38-1", by=THE_HOUSE, at=KEPT)
    ownership.pass_on(piece=piece, client=helene, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=KEPT)
    paper = examining.keep_document(piece=piece, kind="certificate", number="7", by=THE_HOUSE, at=KEPT)
    dated = {"happened_at": AT, "document": paper, "by": THE_HOUSE, "at": KEPT}
    ownership.note_provenance(piece=piece, kind=ProvenanceKind.AUCTION, words="Lot 12", **dated)
    examining.examine(piece=piece, finding=Finding.AUTHENTIC, examiner="Atelier", **dated)


def _sales(helene, paolo, camille):
    sold = story.sale(None, cast.LUNE_PENDANT, on=AT, kept=KEPT, roles=[(camille, SaleRoleKind.ASSISTED)])
    recording.identify(sale=sold, client=paolo, by=THE_HOUSE, at=KEPT)
    story.gift(sold, to=helene, on=KEPT)
    meaning.say(
        sale=sold, kind=MeaningKind.EVERYDAY, words="For work", certainty=Certainty.STATED, by=THE_HOUSE, at=KEPT
    )
    returning.return_line(
        line=story.only_line(sold), quantity=1, amount=Decimal(3_900), happened_at=AT, by=THE_HOUSE, at=KEPT
    )


def test_what_is_kept_late_is_known_from_when_it_was_kept_and_happened_before(everything_kept_late):
    before_the_house = people.OPENED
    missing, wrong = [], []
    for label, model in facts().items():
        rows = list(model._default_manager.select_related("noted_in").exclude(known_from=before_the_house))
        if not rows and label not in NOT_BY_HAND:
            missing.append(label)
        for row in rows:
            happened = row_moment(row)
            if (row.known_from, row.noted_in.at) != (KEPT, KEPT) or happened > KEPT:
                wrong.append((label, row.known_from, row.noted_in.at, happened))
    assert (missing, wrong) == ([], [])


def row_moment(row: Kept) -> dt.datetime:
    column = moment_of(type(row))
    if not column:
        return row.known_from
    return row.period.lower if column == "period" else row.happened_at


def test_what_is_kept_late_does_not_alter_a_day_that_was_read_before(everything_kept_late):
    helene, paolo = (Client.objects.get(display=who.display) for who in (cast.HELENE, cast.PAOLO))
    between = AT + dt.timedelta(days=1)

    def read(at):
        return {
            "people": Client.objects.known(at).count(),
            "facts": Fact.objects.held(at).count(),
            "encounters": Encounter.objects.until(at).count(),
            "promises": Promise.objects.standing(at).count(),
            "sales": Sale.objects.until(at).count(),
            "spent": len(purchases.spend([helene.id, paolo.id], at)),
            "holds": Hold.objects.in_force(at).count(),
            "answers": len(consent.answers([helene.id], at)),
            "dates": len(occasions.speakable(helene, on=at.date(), as_of=at)),
            "pieces": len(products.pieces_of(helene, at)),
            "books": len(books.holders_of(helene, at)),
        }

    assert set(read(between).values()) == {0}
    assert 0 not in read(KEPT).values()
