"""What works once works once, however often it is tapped."""

import datetime as dt

import pytest

from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Invitation, Member, Role, Tablet
from carnet.house.rules import digest
from carnet.journal.models import Line
from carnet.kit import db
from tests import cast
from tests.conftest import paris
from tests.factories.at_once import while_open
from tests.factories.broken import broken
from tests.factories.people import THE_HOUSE, colleague

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")


def test_an_invitation_opened_twice_at_once_lets_one_in(camille):
    token = admitting.invite(member=camille, by=THE_HOUSE, at=AT, lasts=dt.timedelta(days=2))
    arrived = []

    def open_it():
        return admitting.arrive(token=token, by=THE_HOUSE, at=AT)

    second = while_open(lambda: arrived.append(open_it()), open_it)
    assert (arrived, second.result, second.error) == ([camille], None, None)
    assert Line.objects.filter(act="house.member_arrived").count() == 1


def test_a_secret_enrols_one_tablet(mail):
    def enrol(name):
        return Tablet.objects.create(boutique=mail, name=name, token=digest("secret"), period=db.since(AT))

    second = while_open(lambda: enrol("Salon"), lambda: enrol("Vitrine"))
    assert broken(second.error) == "house_tablet_token_key"


def test_a_role_given_twice_at_once_is_held_once(camille, mail):
    def give():
        return admitting.give_role(member=camille, kind=RoleKind.MANAGER, boutique=mail, by=THE_HOUSE, at=AT)

    second = while_open(give, give)
    assert [second.result] == list(Role.objects.filter(kind=RoleKind.MANAGER))


def test_an_invitation_of_somebody_who_left_opens_nothing(vauclair):
    sofia = colleague(cast.SOFIA)
    token = admitting.invite(member=sofia, by=THE_HOUSE, at=AT, lasts=dt.timedelta(days=2))
    admitting.dismiss(member=sofia, by=THE_HOUSE, at=AT, reason="departure")
    assert admitting.arrive(token=token, by=THE_HOUSE, at=AT) is None


@pytest.mark.parametrize(("later", "arrives"), [(dt.timedelta(hours=47), True), (dt.timedelta(hours=48), False)])
def test_an_invitation_is_too_old_when_its_time_is_up(camille, later, arrives):
    token = admitting.invite(member=camille, by=THE_HOUSE, at=AT, lasts=dt.timedelta(days=2))
    assert (admitting.arrive(token=token, by=THE_HOUSE, at=AT + later) == camille) is arrives
    assert Invitation.objects.get().used_at == (AT + later if arrives else None)
    assert Member.objects.get(id=camille.id).is_active
