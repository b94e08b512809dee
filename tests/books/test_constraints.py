"""What the database keeps of whose client is whose, whoever writes to it."""

import datetime as dt

import pytest

from carnet.books.actions import assigning, claiming, welcoming
from carnet.books.kinds import AssignmentKind, Outcome, Why
from carnet.books.models import Assignment
from carnet.kit import db
from tests import cast
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import OPENED, THE_HOUSE, boutique, colleague

AT = paris("2025-03-04")
NEVER = db.between(AT, AT)


def test_she_has_one_primary_advisor_at_a_time_closed_times_included(helene, yumi):
    hers = Assignment.objects.get(client=helene)
    with refused("books_assignment_one_primary"):
        again(hers, member=yumi, period=db.since(AT))
    change(hers, period=db.between(OPENED, AT))
    with refused("books_assignment_one_primary"):
        again(hers, member=yumi, period=db.between(OPENED, AT))
    again(hers, member=yumi, period=db.since(AT))


def test_she_has_one_local_advisor_in_a_boutique_and_another_elsewhere(helene, yumi, ines, mail):
    local = assigning.assign(
        client=helene, member=yumi, boutique=mail, kind=AssignmentKind.SECONDARY, why=Why.KNOWS_HER, by=THE_HOUSE, at=AT
    )
    with refused("books_assignment_one_local_per_boutique"):
        again(local, member=ines)
    again(local, member=colleague(cast.HANA), boutique=boutique(cast.GINZA))


def test_one_advisor_holds_her_once_as_the_same_thing(helene, yumi, mail):
    cover = assigning.cover(client=helene, member=yumi, boutique=mail, until=paris("2025-03-20"), by=THE_HOUSE, at=AT)
    with refused("books_assignment_held_once"):
        again(cover, boutique=boutique(cast.GINZA))


def test_a_cover_ends(helene, yumi, mail):
    cover = assigning.cover(client=helene, member=yumi, boutique=mail, until=paris("2025-03-20"), by=THE_HOUSE, at=AT)
    with refused("books_assignment_cover_ends"):
        change(cover, period=db.since(AT))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("books_assignment_kind_known", {"kind": "owner"}),
        ("books_assignment_why_known", {"why": "because"}),
        ("books_assignment_period_real", {"period": NEVER}),
    ],
)
def test_an_assignment_says_as_what_why_and_when(helene, constraint, fields):
    with refused(constraint):
        change(Assignment.objects.get(client=helene), **fields)


def test_a_client_is_not_handed_over_to_the_one_who_has_her(helene, camille):
    with refused("books_assignment_transfer_needs_two"):
        change(Assignment.objects.get(client=helene), transferred_from=camille)


def test_an_advisor_says_once_that_she_knows_somebody_and_another_answers(antoine, camille, ines):
    claim = claiming.claim(client=antoine, member=camille, by=THE_HOUSE, at=AT)
    with refused("books_claim_one_open_per_advisor"):
        again(claim)
    with refused("books_claim_outcome_known"):
        change(claim, outcome="perhaps", decided_by=ines, decided_at=AT)
    with refused("books_claim_decided_by_someone"):
        change(claim, outcome=Outcome.CONFIRMED)
    with refused("books_claim_not_by_herself"):
        change(claim, outcome=Outcome.CONFIRMED, decided_by=camille, decided_at=AT)


def test_a_welcome_is_one_day_long_and_opened_once(antoine, yumi, mail):
    welcome = welcoming.welcome(client=antoine, member=yumi, boutique=mail, by=THE_HOUSE, at=AT)
    with refused("books_welcome_once_at_a_time"):
        again(welcome, period=db.between(AT + dt.timedelta(hours=1), AT + dt.timedelta(hours=30)))
    with refused("books_welcome_ends"):
        change(welcome, period=db.since(AT))
    with refused("books_welcome_period_real"):
        change(welcome, period=NEVER)
