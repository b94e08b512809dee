"""What somebody who means ill would try: each of these once opened something, and no longer does."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client as Browser

from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Invitation, Maison, Member, Tablet
from carnet.interactions.models import Promise
from tests import cast
from tests.factories import morning, people
from tests.factories.morning import Morning
from tests.web.conftest import enter

PASSWORD = "the river runs past the old mill"
HERE, AFAR = {"HTTP_HOST": "localhost"}, "203.0.113.9"


def is_in(browser: Browser) -> bool:
    return "_auth_user_id" in browser.session


@pytest.fixture
def tablet(house: Morning) -> Browser:
    """The shared tablet on the counter, its faces on the glass."""
    browser = Browser()
    browser.cookies["carnet-tablet"] = house.secret
    return browser


def type_in(tablet: Browser, member: Member, code: str = morning.CODE) -> int:
    return tablet.post(f"/door/tablet/{member.id}/", {"code": code}).status_code


# The door: printed codes


def test_a_printed_code_does_not_stand_in_for_a_second_proof(house):
    Authenticator.objects.create(user=house.camille, type=Authenticator.Type.TOTP, data={})
    manager = Browser()
    answer = manager.post(f"/door/invited/{morning.invitation(house.camille)}/", {"password": PASSWORD})
    assert answer.headers["Location"] == "/door/"
    assert not is_in(manager)


def test_a_new_colleague_s_printed_code_lets_her_in_to_choose_one(house):
    newcomer = Browser()
    newcomer.post(f"/door/invited/{morning.invitation(house.yumi)}/", {"password": PASSWORD})
    assert is_in(newcomer)
    assert newcomer.get("/").headers["Location"] == "/door/proofs/"


def test_the_code_printed_last_is_the_only_one_that_works(house):
    lost = morning.invitation(house.yumi)
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=1), tick=False):
        admitting.invite(
            member=house.yumi, by=people.THE_HOUSE, at=morning.NOW + dt.timedelta(minutes=1), lasts=dt.timedelta(days=7)
        )
        assert Browser().post(f"/door/invited/{lost}/", {"password": PASSWORD}).status_code == 410
    assert lost not in Invitation.objects.values_list("token", flat=True)


def test_a_printed_code_opens_nothing_for_somebody_dismissed(house):
    code = morning.invitation(house.yumi)
    admitting.dismiss(member=house.yumi, by=people.by(house.ines), at=morning.NOW, reason="left")
    assert Browser().post(f"/door/invited/{code}/", {"password": PASSWORD}).status_code == 410
    assert not Member.objects.get(id=house.yumi.id).has_usable_password()


def test_a_manager_invites_nobody_who_has_moved_to_another_boutique(house):
    at = morning.NOW - dt.timedelta(hours=1)
    admitting.dismiss(member=house.yumi, by=people.by(house.ines), at=at, reason="moves")
    Member.objects.filter(id=house.yumi.id).update(is_active=True)
    admitting.give_role(
        member=house.yumi, kind=RoleKind.ADVISOR, boutique=people.boutique(cast.GINZA), by=people.THE_HOUSE, at=at
    )
    assert enter(house.ines).get(f"/house/people/{house.yumi.id}/invitation/").status_code == 404


def test_somebody_dismissed_is_out_at_her_next_tap(house):
    yumi = enter(house.yumi)
    assert yumi.get("/").status_code == 200
    admitting.dismiss(member=house.yumi, by=people.by(house.ines), at=morning.NOW, reason="left")
    assert yumi.get("/").headers["Location"].startswith("/door/")


# The door: this machine alone


@pytest.mark.parametrize(
    "asked",
    [{}, {"HTTP_X_FORWARDED_FOR": AFAR, **HERE}, {"HTTP_FORWARDED": f"for={AFAR}", **HERE}, {"REMOTE_ADDR": AFAR, **HERE}],
    ids=["by another name", "through a proxy", "through another", "from afar"],
)  # fmt: skip
def test_a_demo_link_works_on_this_machine_alone(house, asked):
    Maison.objects.update(is_demo=True)
    browser = Browser()
    browser.get(f"/door/invited/{morning.invitation(house.camille)}/", **asked)
    assert not is_in(browser)
    browser.get(f"/door/invited/{morning.invitation(house.camille)}/", **HERE)
    assert is_in(browser)


def test_a_real_house_has_no_such_links(house):
    browser = Browser()
    browser.get(f"/door/invited/{morning.invitation(house.camille)}/", **HERE)
    assert not is_in(browser)


# The shared tablet


def test_a_tablet_left_alone_is_locked_by_the_house(house, tablet):
    assert type_in(tablet, house.camille) == 302
    assert tablet.get("/").status_code == 200
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=6), tick=False):
        assert tablet.get("/").headers["Location"] == "/door/tablet/"
        assert not is_in(tablet)


def test_a_password_typed_on_the_shared_tablet_is_watched_like_a_code(house):
    browser = enter(house.camille)
    browser.cookies["carnet-tablet"] = house.secret
    assert browser.get("/").status_code == 200
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=6), tick=False):
        assert browser.get("/clients/").headers["Location"] == "/door/tablet/"


def test_a_device_of_her_own_is_not(house, browser):
    assert browser.get("/").status_code == 200
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=6), tick=False):
        assert browser.get("/").status_code == 200


def test_a_client_who_holds_the_tablet_gets_no_further_than_her_own_page(house, tablet):
    type_in(tablet, house.camille)
    shown = f"/clients/{house.helene.id}/show/"
    assert tablet.get(shown).status_code == 200
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=20), tick=False):
        assert tablet.get(shown).status_code == 200
        answer = tablet.get(f"/clients/{house.helene.id}/")
        assert answer.headers["Location"] == f"/door/tablet/{house.camille.id}/"
        assert tablet.get("/").headers["Location"].startswith("/door/")


def test_leaving_the_clients_page_takes_the_code_and_goes_on_where_one_was(house, tablet):
    type_in(tablet, house.camille)
    tablet.get(f"/clients/{house.helene.id}/show/")
    tablet.get(f"/clients/{house.helene.id}/")
    answer = tablet.post(f"/door/tablet/{house.camille.id}/", {"code": morning.CODE})
    assert answer.headers["Location"] == f"/clients/{house.helene.id}/"
    assert tablet.get(f"/clients/{house.helene.id}/").status_code == 200


def test_a_withdrawn_tablet_is_out_at_once(house, tablet):
    type_in(tablet, house.camille)
    enter(house.ines).post(f"/house/tablets/{house.tablet.id}/withdraw/")
    with time_machine.travel(morning.NOW + dt.timedelta(seconds=1), tick=False):
        assert tablet.get("/").headers["Location"] == "/door/"
        assert not is_in(tablet)


def test_the_manager_who_enrols_a_tablet_does_not_stay_on_it(house):
    ines = enter(house.ines)
    assert ines.post("/house/tablets/", {"name": "Salon"}).headers["Location"] == "/door/tablet/"
    assert Tablet.objects.filter(name="Salon").exists()
    assert not is_in(ines)
    assert ines.get("/door/tablet/").status_code == 200


def test_five_wrong_codes_a_minute_and_twenty_a_day(house, tablet):
    asked = []
    for minute in range(6):
        with time_machine.travel(morning.NOW + dt.timedelta(minutes=2 * minute), tick=False):
            asked += [type_in(tablet, house.camille, "0000") for _ in range(6)]
    assert asked.count(422) == 20
    with time_machine.travel(morning.NOW + dt.timedelta(hours=1), tick=False):
        assert type_in(tablet, house.camille) == 429


def test_her_own_right_code_gives_a_thief_no_new_tries(house, tablet):
    for minute in range(4):
        with time_machine.travel(morning.NOW + dt.timedelta(minutes=2 * minute), tick=False):
            wrong = [type_in(tablet, house.camille, "0000") for _ in range(4)]
            assert (set(wrong), type_in(tablet, house.camille)) == ({422}, 302)
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=20), tick=False):
        assert [type_in(tablet, house.camille, "0000") for _ in range(5)] == [422] * 4 + [429]


def test_four_digits_do_not_change_themselves(house, tablet):
    type_in(tablet, house.camille)
    tablet.post("/door/me/", {"what": "code", "code": "7777"})
    assert type_in(tablet, house.camille, "7777") == 422


# Words for one alone


def test_a_promise_made_in_a_private_note_repeats_none_of_it(house, browser):
    said = {"client": house.antoine.id, "kind": "visit", "words": "Sells his shares, tell nobody", "is_private": "on",
            "back": (morning.ON + dt.timedelta(weeks=2)).isoformat()}  # fmt: skip
    assert browser.post("/notes/", said).status_code == 302
    assert not Promise.objects.filter(words__contains="shares").exists()
    assert Promise.objects.filter(client=house.antoine, due_on=morning.ON + dt.timedelta(weeks=2)).exists()
    page = enter(house.yumi).get(f"/clients/{house.antoine.id}/").content.decode()
    assert "shares" not in page
