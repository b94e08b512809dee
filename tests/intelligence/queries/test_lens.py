"""What the lens counts of real records: two-way contact, once each, hers or her home's."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from carnet.clients.actions import households
from carnet.clients.kinds import HouseholdRole
from carnet.intelligence.queries import lens
from carnet.intelligence.rules.lens import Band
from carnet.interactions.actions import complaints, logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Started
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

pytestmark = pytest.mark.django_db

TODAY = paris("2025-11-20", "23:59")


def ago(days: int) -> dt.datetime:
    return TODAY - dt.timedelta(days=days, hours=2)


def met(client, kind, days, *, started=Started.CLIENT, answered=None):
    encounter = logging.log(
        clients=[client], happening=logging.Happening(kind=kind, channel=EncounterChannel.OTHER, started_by=started),
        boutique=people.boutique(), members=[], happened_at=ago(days), by=people.THE_HOUSE, at=ago(days),
    )  # fmt: skip
    if answered is not None:
        logging.answer_seen(encounter=encounter, answered=answered, by=people.THE_HOUSE, at=ago(days))


def points(client, as_of=TODAY):
    return [int(part) for part in lens.seen(as_of, [client.id]).lens.parts[0]]


def band(client, as_of=TODAY):
    return lens.seen(as_of, [client.id]).lens.bands()[0]


@pytest.fixture
def antoine(mail):
    return people.client(cast.ANTOINE)


def test_each_part_is_counted_from_its_own_records(antoine):
    for days in (400, 500, 600, 700):
        story.sale(antoine, cast.CLAIR, on=ago(days))
    met(antoine, EncounterKind.VISIT, 10)
    met(antoine, EncounterKind.CARE_INTAKE, 60)
    met(antoine, EncounterKind.CARE_RETURN, 30)
    assert points(antoine) == [0, 6, 10, 0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=some.integers(366, 1500), times=some.integers(1, 4))
def test_an_old_purchase_changes_no_other_part(antoine, days, times):
    met(antoine, EncounterKind.VISIT, 10)
    met(antoine, EncounterKind.EVENT, 20)
    before = points(antoine)
    for more in range(times):
        story.sale(antoine, cast.CLAIR, on=paris("2024-01-02") - dt.timedelta(days=days + more))
    assert points(antoine)[1:] == before[1:]


@pytest.mark.parametrize("kind", [EncounterKind.LETTER, EncounterKind.CALL, EncounterKind.OTHER])
def test_z04_five_unanswered_letters_of_ours_are_nothing(antoine, kind):
    for days in range(5):
        met(antoine, kind, 10 + days, started=Started.HOUSE, answered=False)
        met(antoine, kind, 20 + days, started=Started.HOUSE)
        met(antoine, kind, 30 + days, started=Started.UNKNOWN)
    assert points(antoine) == [0, 0, 0, 0]


def test_a_letter_she_answered_and_one_she_began_are_contact(antoine):
    met(antoine, EncounterKind.LETTER, 10, started=Started.HOUSE, answered=True)
    met(antoine, EncounterKind.LETTER, 11, started=Started.CLIENT)
    assert points(antoine) == [0, 12, 0, 0]


def test_five_complaints_are_nothing(antoine, camille):
    for days in range(5):
        complaints.complain(
            client=antoine, words="The clasp again.", owner=camille, boutique=people.boutique(), happened_at=ago(20 - days),
            by=people.by(camille), at=ago(20 - days),
        )  # fmt: skip
    assert points(antoine) == [0, 0, 0, 0]


def test_an_evening_is_an_evening_and_nothing_else(antoine):
    met(antoine, EncounterKind.EVENT, 10, started=Started.HOUSE)
    assert points(antoine) == [0, 0, 0, 10]


def test_z36_care_speaks_for_her_only_when_it_came_of_no_complaint_and_is_back(antoine):
    met(antoine, EncounterKind.COMPLAINT, 300)
    met(antoine, EncounterKind.CARE_INTAKE, 290)
    met(antoine, EncounterKind.CARE_RETURN, 280)
    assert points(antoine)[2] == 0, "it followed a complaint"
    met(antoine, EncounterKind.CARE_INTAKE, 120)
    assert points(antoine)[2] == 0, "it is still out"
    met(antoine, EncounterKind.CARE_RETURN, 100)
    assert points(antoine)[2] == 10
    met(antoine, EncounterKind.CARE_INTAKE, 40)
    met(antoine, EncounterKind.COMPLAINT, 30)
    met(antoine, EncounterKind.CARE_RETURN, 20)
    assert points(antoine)[2] == 10, "she complained while it was with us"


def test_of_two_pieces_in_and_one_back_the_newer_is_out(antoine):
    met(antoine, EncounterKind.CARE_RETURN, 340)
    met(antoine, EncounterKind.CARE_INTAKE, 200)
    met(antoine, EncounterKind.CARE_INTAKE, 150)
    met(antoine, EncounterKind.CARE_RETURN, 100)
    assert points(antoine)[2] == 10


def test_what_her_home_bought_is_hers_too_and_his_visits_are_not(mail, antoine):
    helene, paolo = people.client(cast.HELENE), people.client(cast.PAOLO)
    home = households.found(name="Quai de Béthune", by=people.THE_HOUSE, at=people.OPENED)
    for member in (helene, paolo):
        households.join(household=home, client=member, role=HouseholdRole.SPOUSE, by=people.THE_HOUSE, at=people.OPENED)
    story.sale(paolo, cast.CLAIR, on=ago(20))
    met(paolo, EncounterKind.VISIT, 20)
    assert [points(helene), points(paolo), points(antoine)] == [[30, 0, 0, 0], [30, 6, 0, 0], [0, 0, 0, 0]]
    together = lens.seen(TODAY)
    assert sorted(map(int, together.lens.total)) == [0, 30, 36]


def test_who_sways_others_and_never_pays_is_not_dead(antoine):
    for days in (10, 40, 70):
        met(antoine, EncounterKind.VISIT, days)
    met(antoine, EncounterKind.EVENT, 50)
    assert band(antoine) == Band.SOME


def test_z03_a_thin_history_is_unknown_and_not_nothing(mail):
    newcomer = people.client(cast.AMARA, at=ago(100))
    assert band(newcomer) == Band.UNKNOWN
    met(newcomer, EncounterKind.VISIT, 90)
    story.sale(newcomer, cast.CLAIR, on=ago(90))
    assert band(newcomer) == Band.UNKNOWN, "a visit on which she bought is one meeting"
    for days in range(20, 25):
        met(newcomer, EncounterKind.LETTER, days, started=Started.HOUSE)
    assert band(newcomer) == Band.UNKNOWN, "our letters are no meetings"
    met(newcomer, EncounterKind.VISIT, 5)
    assert band(newcomer) == Band.LITTLE


def test_a_past_day_is_read_as_it_was_known(antoine, camille):
    story.visit(antoine, to=camille, on=ago(40), kept=ago(3))
    story.sale(antoine, cast.CLAIR, on=ago(20))
    assert [points(antoine, ago(days)) for days in (30, 10, 1)] == [[0, 0, 0, 0], [30, 0, 0, 0], [30, 6, 0, 0]]


def test_an_answer_counts_from_the_day_it_was_seen(antoine):
    letter = logging.log(
        clients=[antoine], happening=logging.Happening(kind=EncounterKind.LETTER, started_by=Started.HOUSE),
        boutique=people.boutique(), members=[], happened_at=ago(40), by=people.THE_HOUSE, at=ago(40),
    )  # fmt: skip
    logging.answer_seen(encounter=letter, answered=True, by=people.THE_HOUSE, at=ago(10))
    assert [points(antoine, ago(20)), points(antoine)] == [[0, 0, 0, 0], [0, 6, 0, 0]]


def test_one_statement_whatever_the_number(mail, django_assert_num_queries):
    for who in (cast.HELENE, cast.PAOLO, cast.AMARA):
        people.client(who)
    with django_assert_num_queries(1):
        assert len(lens.seen(TODAY).clients) == 3
