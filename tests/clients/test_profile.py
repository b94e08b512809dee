"""What is kept of a person, by its requirement: C-3 to C-13, H-9 and H-12."""

import pytest

from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import HouseholdRole, PointKind
from carnet.clients.models import Client, ClientEntry, ClientPoint, Fact, Membership
from carnet.journal import sealing
from carnet.journal.models import Detail
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import OPENED, THE_HOUSE, by

AT = paris("2025-03-04")


def test_c3_c4_c5_c9_c10_her_name_how_she_is_called_and_how_she_wishes_to_be_reached(mail):
    said = introducing.Person(
        given="Alexandra", family="Vane", display="Alexandra Vane", preferred="Alex", title="Dr", spoken="Alex",
        written="Dear Alex,", language="en", prefers_channel="in_store", prefers_hours="mornings",
    )  # fmt: skip
    introducing.introduce(person=said, boutique=mail, by=THE_HOUSE, at=AT)
    told = Client.objects.values("given", "family", "preferred", "title", "language", "prefers_channel").get()
    assert told == {
        "given": "Alexandra", "family": "Vane", "preferred": "Alex", "title": "Dr", "language": "en",
        "prefers_channel": "in_store",
    }  # fmt: skip


def test_c6_c7_who_buys_and_who_sways_may_change_and_the_journal_keeps_both(helene, camille):
    introducing.describe(client=helene, changes={"buys": True, "influences": True}, by=by(camille), at=OPENED)
    introducing.describe(client=helene, changes={"buys": False}, by=by(camille), at=AT)
    told = Client.objects.get(id=helene.id)
    assert (told.buys, told.influences) == (False, True)
    detail = sealing.opened(Detail.objects.get(line__act="clients.described", line__at=AT))
    assert detail == {"before": {"buys": True}, "after": {"buys": False}}


@pytest.mark.parametrize(
    ("kind", "raw", "compares"),
    [
        (PointKind.EMAIL, " Helene.M@Example.TEST ", "helene.m@example.test"),
        (PointKind.PHONE, "01 99 00 11 77", "+33199001177"),
        (PointKind.PHONE, "+44 20 7946 0018", "+442079460018"),
        (PointKind.WECHAT, "helene_m", "helene_m"),
    ],
)
def test_c8_a_number_or_address_is_kept_as_she_gave_it_and_as_it_compares(helene, kind, raw, compares):
    held = introducing.reach(client=helene, kind=kind, raw=raw, by=THE_HOUSE, at=AT)
    assert (ClientPoint.objects.get(id=held.id).raw, held.point.value) == (raw, compares)


def test_c2_c13_a_stone_a_metal_and_a_range_can_be_asked_for(helene, antoine, camille):
    for client, words, value in (
        (helene, "18 carat yellow gold", {"metal": "yellow gold", "fineness": 750}),
        (antoine, "Steel", {"metal": "steel"}),
    ):
        noting.note(client=client, kind="metal", words=words, value=value, by=by(camille), at=AT)
    noting.note(
        client=helene, kind="range", words="Up to eight thousand", value={"to": 8_000, "currency": "EUR"}, by=by(camille),
        at=AT,
    )  # fmt: skip
    gold = Fact.objects.held(AT).filter(value__metal="yellow gold", value__fineness__gte=750)
    assert [fact.client for fact in gold] == [helene]
    assert Fact.objects.held(AT).filter(kind__code="range", value__to__lte=10_000).get().client == helene


def test_c12_a_correction_says_who_and_when_of_that_field_alone(helene, camille, yumi):
    introducing.describe(client=helene, changes={"city": "Lyon"}, by=by(camille), at=AT)
    introducing.describe(client=helene, changes={"language": "it"}, by=by(yumi), at=AT)
    told = ClientEntry.objects.filter(client=helene, known_from=AT).order_by("field")
    assert [(entry.field, entry.value, entry.noted_in.by, entry.by_hand) for entry in told] == [
        ("city", "Lyon", camille, True), ("language", "it", yumi, True),
    ]  # fmt: skip


def test_c19_a_prospect_has_a_page_before_any_purchase(camille):
    couple = people.client(cast.SATURDAY_COUPLE, of=camille, at=AT)
    assert (couple.is_provisional, couple.happened_at, couple.known_from) == (True, AT, AT)


def test_h1_h2_a_home_is_called_as_the_family_is_called(helene, paolo):
    home = households.found(name="Dr. & Mrs. Marchetti-Vane", by=THE_HOUSE, at=AT)
    assert (str(home), home.known_from) == ("Dr. & Mrs. Marchetti-Vane", AT)


@pytest.mark.parametrize("role", HouseholdRole)
def test_h6_each_part_at_home_can_be_hers(helene, marchettis, role):
    households.join(household=marchettis, client=helene, role=role, by=THE_HOUSE, at=AT)
    assert Membership.objects.get().role == role
