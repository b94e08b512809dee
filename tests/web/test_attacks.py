"""What somebody who means ill would try: each of these once opened something, and no longer does."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from carnet.books.models import Assignment
from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client, ContactPoint
from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Invitation, Maison, Member, Tablet
from carnet.interactions.models import Promise
from carnet.journal.models import Line
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


def test_looking_at_an_invitation_makes_no_code_and_voids_none(house):
    ines, href = enter(house.ines), f"/house/people/{house.yumi.id}/invitation/"
    standing = morning.invitation(house.yumi)
    ines.get(href)
    assert Browser().get(f"/door/invited/{standing}/").status_code == 200
    with time_machine.travel(morning.NOW + dt.timedelta(minutes=1), tick=False):
        assert "/door/invited/" in ines.post(href).content.decode()
        assert Browser().get(f"/door/invited/{standing}/").status_code == 410


def test_a_boutique_decides_for_itself_only_where_there_is_no_head_office(house):
    ines = enter(house.ines)
    assert "/house/settings/" not in ines.get("/house/").content.decode()
    admitting.dismiss(member=house.odile, by=people.THE_HOUSE, at=morning.NOW - dt.timedelta(hours=1), reason="left")
    assert "/house/settings/" in ines.get("/house/").content.decode()


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
            "asked": "yes", "back": "weeks"}  # fmt: skip
    assert browser.post("/notes/", said).status_code == 302
    assert not Promise.objects.filter(words__contains="shares").exists()
    assert Promise.objects.filter(client=house.antoine, due_on=morning.ON + dt.timedelta(weeks=2)).exists()
    page = enter(house.yumi).get(f"/clients/{house.antoine.id}/").content.decode()
    assert "shares" not in page


def test_another_s_private_note_is_on_nobody_else_s_page(house):
    for member in (house.yumi, house.ines, house.odile):
        assert morning.ALONE not in enter(member).get(f"/clients/{house.antoine.id}/").content.decode()


# Whoever is hidden is not named on another's page


@pytest.fixture
def hidden(house: Morning) -> Morning:
    """Hélène has become somebody only her advisor may know of, and Camille is not she."""
    Assignment.objects.filter(client=house.helene).delete()
    Client.objects.filter(id=house.helene.id).update(sensitivity=Sensitivity.RESTRICTED)
    return house


def test_a_hidden_wife_is_not_on_her_husband_s_page(hidden, browser):
    page = browser.get(f"/clients/{hidden.paolo.id}/").content.decode()
    assert "Lune pendant" in page
    assert "Hélène" not in page
    assert str(hidden.helene.id) not in page


def test_nor_in_find_recents_lists_or_the_closing_page(hidden, browser):
    places = "/ /rest/ /find/ /notes/ /clients/ /clients/?whose=boutique /closing/ /promises/"
    for href in places.split():
        assert "Hélène" not in browser.get(href).content.decode(), href
    assert "Hélène" not in browser.post("/find/", {"q": "hel"}).content.decode()


# The reception card


def test_an_id_alone_opens_nobody_s_page(house):
    hana = enter(house.hana)
    assert hana.post(f"/clients/card/{house.antoine.id}/welcome/").status_code == 404
    hana.post("/clients/card/", {"q": "Antoine Renard"})
    assert hana.post(f"/clients/card/{house.antoine.id}/welcome/").status_code == 302


def test_a_colleague_who_was_shown_the_card_shows_it_to_nobody_else(house):
    enter(house.hana).post("/clients/card/", {"q": "Antoine Renard"})
    assert enter(house.kenji).post(f"/clients/card/{house.antoine.id}/welcome/").status_code == 404


def test_names_are_not_tried_one_after_the_other(house):
    hana = enter(house.hana)
    asked = [hana.post("/clients/card/", {"q": f"Somebody {number}"}).status_code for number in range(22)]
    assert asked == [200] * 20 + [429] * 2
    assert "Antoine" not in hana.post("/clients/card/", {"q": "Antoine Renard"}).content.decode()
    with time_machine.travel(morning.NOW + dt.timedelta(hours=25), tick=False):
        assert "Antoine" in enter(house.hana).post("/clients/card/", {"q": "Antoine Renard"}).content.decode()


def test_every_card_that_is_asked_for_leaves_a_line(house):
    hana = enter(house.hana)
    hana.post("/clients/card/", {"q": "Nobody By That Name"})
    hana.post("/clients/card/", {"q": "Antoine Renard"})
    lines = Line.objects.filter(by=house.hana, act__startswith="books.card")
    assert sorted(lines.values_list("act", "on_id")) == sorted(
        [("books.card_asked", house.hana.id)] * 2 + [("books.card_shown", house.antoine.id)]
    )


# What a file may carry


def test_an_address_in_a_file_adds_no_reader_to_a_letter(house, browser):
    ContactPoint.objects.filter(kind="email", value="antoine.renard@example.test").update(
        value="antoine.renard@example.test?bcc=thief@elsewhere.test&x"
    )
    page = browser.get(f"/suggestions/{house.suggestion(house.antoine).id}/letter/").content.decode()
    assert "mailto:antoine.renard@example.test%3Fbcc%3Dthief@elsewhere.test%26x?subject=" in page


def test_a_name_in_a_file_is_never_markup(house, browser):
    name = "<img src=x onerror=alert(1)>\"'`{{ 7*7 }}<svg/onload=alert(1)>"
    Client.objects.filter(id=house.antoine.id).update(
        display=name, given=name, family=name, spoken=name, language='x"onx=', city=name
    )
    hers, letter = f"/clients/{house.antoine.id}/", house.suggestion(house.antoine).id
    for href in (
        hers,
        f"{hers}show/",
        "/",
        "/find/",
        "/clients/",
        "/notes/",
        f"/suggestions/{letter}/letter/",
    ):
        page = browser.get(href).content.decode()
        assert "<img src=x" not in page, href
        assert "<svg/onload" not in page, href
        assert 'lang="x"onx' not in page, href


# What stands around every page


def test_the_headers_of_a_page(house, browser):
    answer = browser.get("/")
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "camera=()" in answer.headers["Permissions-Policy"]
    wanted = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Cache-Control": "no-store",
              "Referrer-Policy": "same-origin"}  # fmt: skip
    assert {name: answer.headers.get(name) for name in wanted} == wanted


def test_a_session_is_another_one_after_the_door(house):
    browser = Browser()
    browser.cookies["carnet-tablet"] = house.secret
    session = browser.session
    session["planted"] = "by somebody else"
    session.save()
    planted = browser.cookies["sessionid"].value
    assert type_in(browser, house.camille) == 302
    assert browser.cookies["sessionid"].value != planted
    assert browser.cookies["sessionid"]["httponly"]


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.test/", "//elsewhere.test/", "javascript:alert(1)", "/\\elsewhere.test"]
)
def test_the_door_leads_nowhere_else(house, next_):
    Member.objects.filter(id=house.yumi.id).update(password=make_password(PASSWORD))
    answer = Browser().post("/door/", {"login": "yumi", "password": PASSWORD, "next": next_})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"


def test_nobody_fills_the_disk_from_the_door(house):
    for visitor, href in ((Browser(), "/door/"), (enter(house.camille), "/notes/")):
        answer = visitor.post(href, {"login": "x", "password": "y", "file": SimpleUploadedFile("a.bin", b"a" * 10)})
        assert answer.status_code == 400


def test_nor_with_an_export_larger_than_any(house):
    ines, announced = enter(house.ines), {"CONTENT_LENGTH": str(600 * 2**20)}
    for more, status in ((announced, 400), ({}, 302)):
        file = SimpleUploadedFile("a.csv", b"Name\nA\n")
        said = {"file": file, "boutique": str(people.boutique().id)}
        assert ines.post("/imports/", said, **more).status_code == status


def bring(browser: Browser, rows: str, shop: cast.Shop = cast.RUE_DU_MAIL) -> str:
    """Her own book, taken in; the report's page."""
    file = SimpleUploadedFile("book.csv", f"Customer ID,First Name,Last Name,Email\n{rows}\n".encode())
    upload = browser.post("/imports/", {"file": file, "boutique": str(people.boutique(shop).id)}).headers["Location"]
    looked = browser.get(upload).content.decode()
    return looked + browser.get(browser.post(upload, {"what": "take_in"}).headers["Location"]).content.decode()


def test_an_advisor_s_own_book_does_not_tell_whom_another_boutique_knows(house, browser):
    """The address is Mr Watanabe's, of Ginza."""
    report = bring(browser, "1,Somebody,Guessed,watanabe@example.test")
    assert "shares an address" not in report
    assert "渡辺" not in report


def test_it_does_tell_of_those_she_may_see(house, browser):
    assert "shares an address" in bring(browser, "1,Somebody,Guessed,luca.ferrante@example.test")


def test_an_advisor_s_own_book_touches_nobody_by_an_id_of_the_house(house):
    known = Client.objects.get(external_ids__external_id="C-71")
    before = Client.objects.filter(id=known.id).values()[0]
    bring(enter(house.hana), "C-71,Taken,Over,thief@elsewhere.test", cast.GINZA)
    assert Client.objects.filter(id=known.id).values()[0] == before
    assert not known.external_ids.filter(source__startswith="book:").exists()
    assert enter(house.hana).get(f"/clients/{known.id}/").status_code == 404


@pytest.mark.parametrize("hidden", [{"sensitivity": "vip"}, {"sensitivity": "restricted"}, {"one_boutique_only": True}])
def test_a_manager_elsewhere_opens_no_hidden_page_by_a_file(house, hidden):
    known = Client.objects.get(external_ids__external_id="C-71")
    Client.objects.filter(id=known.id).update(**hidden)
    kenji = enter(house.kenji)
    rows = SimpleUploadedFile("a.csv", b"Customer ID,First Name,Last Name,Advisor\nC-71,Ottilie,Brandt,Hana Ishii\n")
    said = {"file": rows, "boutique": str(people.boutique(cast.GINZA).id)}
    upload = kenji.post("/imports/", said).headers["Location"]
    taken = kenji.post(upload, {"what": "take_in", "source": house.taken_in.source, "column:Advisor": "advisor",
                                "column:Customer ID": "external_id", "column:First Name": "given_name",
                                "column:Last Name": "family_name"}).headers["Location"]  # fmt: skip
    assert "/imports/files/" not in taken
    for member in (house.kenji, house.hana):
        assert enter(member).get(f"/clients/{known.id}/").status_code == 404


# Gifts


def test_nothing_of_a_gift_is_on_its_receiver_s_pages(house, browser):
    hers = f"/clients/{house.helene.id}/"
    for href in (hers, f"{hers}show/", f"{hers}story/"):
        page = browser.get(href).content.decode()
        assert "Lune pendant" not in page, href
        assert morning.SECRET not in page, href
