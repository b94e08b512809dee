"""Who may see whom; whoever may not be seen does not exist."""

import datetime as dt

import pytest

from carnet.books import policy
from carnet.books.actions import assigning, claiming, welcoming
from carnet.books.kinds import Outcome, Why
from carnet.books.models import Assignment, Claim
from carnet.clients.actions import introducing
from carnet.clients.kinds import Sensitivity
from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")


@pytest.fixture
def kenji(vauclair):
    return people.colleague(cast.KENJI)


@pytest.fixture
def head_office(vauclair):
    member = admitting.admit(name="Maud Selim", by=THE_HOUSE, at=people.OPENED)
    admitting.give_role(member=member, kind=RoleKind.HEAD_OFFICE, by=THE_HOUSE, at=people.OPENED)
    return member


def set_apart(client, sensitivity):
    introducing.describe(client=client, changes={"sensitivity": sensitivity}, by=THE_HOUSE, at=people.OPENED)


def seen_by(*members, at=AT):
    return {member.handle: {str(each) for each in policy.clients_visible_to(member, at)} for member in members}


def test_an_advisor_sees_her_boutique_and_head_office_the_maison(helene, antoine, camille, yumi, kenji, head_office):
    watanabe = people.client(cast.KENJI_WATANABE, shop=cast.GINZA)
    here = {str(helene), str(antoine)}
    assert seen_by(camille, yumi, kenji, head_office) == {
        "camille": here,
        "yumi": here,
        "kenji": {str(watanabe)},
        "maud.selim": here | {str(watanabe)},
    }


def test_a_vip_is_seen_by_whoever_has_her_and_by_managers(helene, camille, yumi, ines, kenji, head_office):
    set_apart(helene, Sensitivity.VIP)
    told = seen_by(camille, yumi, ines, kenji, head_office)
    assert [who for who, people_seen in told.items() if people_seen] == ["camille", "ines", "maud.selim"]


def test_a_restricted_client_is_seen_by_those_who_have_her_alone(helene, camille, yumi, ines, head_office):
    set_apart(helene, Sensitivity.RESTRICTED)
    told = seen_by(camille, yumi, ines, head_office)
    assert [who for who, people_seen in told.items() if people_seen] == ["camille"]


def test_a_welcome_opens_her_for_a_day_and_a_vip_for_none(helene, kenji):
    welcoming.welcome(client=helene, member=kenji, boutique=people.boutique(cast.GINZA), by=by(kenji), at=AT)
    assert seen_by(kenji) == {"kenji": {str(helene)}}
    assert seen_by(kenji, at=AT + dt.timedelta(hours=24)) == {"kenji": set()}
    set_apart(helene, Sensitivity.VIP)
    assert seen_by(kenji) == {"kenji": set()}


def test_who_has_left_sees_nobody(helene, camille):
    admitting.dismiss(member=camille, by=THE_HOUSE, at=AT, reason="departure")
    Assignment.objects.filter(member=camille).delete()
    assert seen_by(camille) == {"camille": set()}


def test_her_manager_decides_about_her_book_and_nobody_else(helene, camille, ines, kenji, head_office):
    may = {
        member.handle: policy.may_manage(policy.scope_of(member, AT), helene, AT)
        for member in (camille, ines, kenji, head_office)
    }
    assert may == {"camille": False, "ines": True, "kenji": False, "maud.selim": True}


def test_i_know_her_waits_for_a_manager_who_is_not_herself(antoine, camille, ines, mail):
    claim = claiming.claim(client=antoine, member=camille, by=by(camille), at=AT)
    with pytest.raises(claiming.CannotClaim, match="Nobody answers her own claim"):
        claiming.confirm(claim=claim, boutique=mail, by=by(camille), at=AT)
    claiming.confirm(claim=claim, boutique=mail, by=by(ines), at=AT)
    assert Assignment.objects.get(client=antoine).why == Why.KNOWS_HER
    with pytest.raises(claiming.CannotClaim, match="answered this already"):
        claiming.refuse(claim=claim, by=by(ines), at=AT, reason="Too late.")


def test_a_claim_refused_changes_nothing_and_may_be_made_again(antoine, camille, ines):
    claim = claiming.claim(client=antoine, member=camille, by=by(camille), at=AT)
    claiming.refuse(claim=claim, by=by(ines), at=AT, reason="He is Yumi's friend.")
    assert not Assignment.objects.exists()
    claiming.claim(client=antoine, member=camille, by=by(camille), at=paris("2025-03-05"))
    assert sorted(Claim.objects.values_list("outcome", flat=True)) == ["", Outcome.REFUSED]


def test_a_claim_on_somebody_already_spoken_for_is_told(helene, yumi, ines, mail):
    claim = claiming.claim(client=helene, member=yumi, by=by(yumi), at=AT)
    with pytest.raises(assigning.CannotAssign, match="Camille Aubry’s book"):
        claiming.confirm(claim=claim, boutique=mail, by=by(ines), at=AT)
    assert Claim.objects.get().outcome == ""
