"""Two managers, or two taps, at the very same time."""

import pytest

from carnet.books.actions import assigning, claiming, welcoming
from carnet.books.kinds import AssignmentKind, Why
from carnet.books.models import Assignment, Claim, Welcome
from carnet.kit import db
from tests.conftest import paris
from tests.factories.at_once import while_open
from tests.factories.broken import again, broken
from tests.factories.people import THE_HOUSE, by

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")


def give(client, member, mail):
    return assigning.assign(client=client, member=member, boutique=mail, why=Why.KNOWS_HER, by=THE_HOUSE, at=AT)


def test_of_two_managers_at_once_one_gives_her_an_advisor_and_one_is_told(antoine, camille, yumi, mail):
    second = while_open(lambda: give(antoine, camille, mail), lambda: give(antoine, yumi, mail))
    assert str(second.error) == "She is in Camille Aubry’s book: end that first, or hand her over."
    assert [each.member for each in Assignment.objects.filter(client=antoine)] == [camille]


def test_past_the_acts_the_database_lets_one_primary_through(helene, camille, yumi, ines):
    hers = Assignment.objects.get(client=helene)
    hers.period = db.between(hers.period.lower, AT)
    hers.save()
    second = while_open(
        lambda: again(hers, member=yumi, period=db.since(AT)), lambda: again(hers, member=ines, period=db.since(AT))
    )
    assert broken(second.error) == "books_assignment_one_primary"
    assert Assignment.objects.filter(client=helene, period__contains=AT).get().member == yumi


def test_two_transfers_at_once_leave_no_instant_with_two_advisors(helene, yumi, ines, mail):
    def hand_to(member):
        return assigning.transfer(client=helene, to=member, boutique=mail, why=Why.CLIENTS_CHOICE, by=THE_HOUSE, at=AT)

    while_open(lambda: hand_to(yumi), lambda: hand_to(ines))
    assert Assignment.objects.filter(client=helene, kind=AssignmentKind.PRIMARY, period__contains=AT).count() == 1


def test_i_know_her_tapped_twice_is_said_once(antoine, camille):
    def tap():
        return claiming.claim(client=antoine, member=camille, by=THE_HOUSE, at=AT)

    second = while_open(tap, tap)
    assert [second.result] == list(Claim.objects.all())


def test_serve_her_here_today_tapped_twice_opens_one_day(antoine, yumi, mail):
    def tap():
        return welcoming.welcome(client=antoine, member=yumi, boutique=mail, by=THE_HOUSE, at=AT)

    second = while_open(tap, tap)
    assert [second.result] == list(Welcome.objects.all())


def test_one_of_two_managers_answers_i_know_her(antoine, camille, ines, mail):
    claimed = claiming.claim(client=antoine, member=camille, by=THE_HOUSE, at=AT)
    second = while_open(
        lambda: claiming.refuse(claim=claimed, by=by(ines), at=AT, reason="mistake"),
        lambda: claiming.confirm(claim=claimed, boutique=mail, by=by(ines), at=AT),
    )
    assert isinstance(second.error, claiming.CannotClaim)
    assert (Claim.objects.get().outcome, Assignment.objects.filter(client=antoine).count()) == ("refused", 0)


def test_a_cover_given_twice_at_once_is_had_once(helene, camille, yumi, mail):
    def cover():
        return assigning.cover(
            client=helene, member=yumi, boutique=mail, until=paris("2025-03-20"), by=by(camille), at=AT
        )

    second = while_open(cover, cover)
    assert str(second.error) == "Yumi Tanabe looks after her already in that time."
    assert Assignment.objects.filter(client=helene, kind=AssignmentKind.COVER).count() == 1
