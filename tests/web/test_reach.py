"""Every address, every role: what is not hers does not exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client as Browser
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from carnet.books.models import Welcome
from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.journal.models import Line
from tests.factories import morning, people
from tests.web.addresses import ADDRESSES, ELSEWHERE, ROLES, Address
from tests.web.conftest import enter

GONE = 404
ALLAUTH = ("account_", "mfa_")


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def test_no_address_is_left_out():
    known = {address.name for address in ADDRESSES} | set(ELSEWHERE)
    assert {name for name in names(get_resolver().url_patterns) if not name.startswith(ALLAUTH)} == known


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", [each for each in ADDRESSES if each.gets], ids=str)
def test_a_page_is_there_for_those_it_is_for(house, address: Address, role):
    answer = enter(house.of(role)).get(address.href(house))
    if answer.streaming:
        for close in answer._resource_closers:
            close()
    assert (answer.status_code == 200) == (role in address.who)
    assert answer.status_code in (200, GONE)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", [each for each in ADDRESSES if each.posts], ids=str)
def test_an_act_is_there_for_those_it_is_for(house, address: Address, role):
    answer = enter(house.of(role)).post(address.href(house), address.says)
    assert (answer.status_code != GONE) == (role in address.who)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_nobody_is_let_in_without_the_door(house, address: Address):
    browser = Browser()
    for ask in (browser.get, browser.post):
        answer = ask(address.href(house))
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/door/")


@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.posts and each.name != "note"], ids=str)
def test_a_page_takes_no_posts(house, browser, address: Address):
    if "camille" in address.who:
        assert browser.post(address.href(house)).status_code == 405


@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.gets], ids=str)
def test_an_act_is_not_done_by_looking(house, address: Address):
    before = Line.objects.count()
    enter(house.of(min(address.who))).get(address.href(house))
    assert Line.objects.count() == before


def test_a_promise_is_undone_by_whoever_settled_it(house):
    promises.settle(promise=house.promise, outcome=PromiseOutcome.KEPT, by=people.by(house.camille), at=morning.NOW)
    for role in ROLES:
        answer = enter(house.of(role)).post(f"/promises/{house.promise.id}/outcome/undo/")
        assert answer.status_code == (302 if role == "camille" else GONE)


def test_a_vip_is_seen_by_her_advisor_and_her_managers_alone(house):
    Client.objects.filter(id=house.antoine.id).update(sensitivity=Sensitivity.VIP)
    seen = {role for role in ROLES if enter(house.of(role)).get(f"/clients/{house.antoine.id}/").status_code == 200}
    assert seen == {"camille", "ines", "odile"}


def test_a_restricted_client_is_seen_by_her_advisor_alone(house):
    Client.objects.filter(id=house.antoine.id).update(sensitivity=Sensitivity.RESTRICTED)
    seen = {role for role in ROLES if enter(house.of(role)).get(f"/clients/{house.antoine.id}/").status_code == 200}
    assert seen == {"camille"}


def test_a_part_of_a_name_opens_no_card(house):
    hana = enter(house.hana)
    assert "Antoine Renard" not in hana.post("/clients/card/", {"q": "Antoine"}).content.decode()
    assert "Antoine" not in hana.post("/find/", {"q": "renard"}).content.decode()


def test_the_whole_name_opens_a_card_and_nothing_but_the_card(house):
    card = enter(house.hana).post("/clients/card/", {"q": "antoine renard"}).content.decode()
    assert all(words in card for words in ("Antoine Renard", "Monsieur", "French", "rue du Mail", "Camille Aubry"))
    for kept in ("+33639980011", "antoine.renard@", "cello", "Aube", "Size 52", morning.ALONE, "Paris<"):
        assert kept not in card


def test_the_whole_number_opens_the_same_card(house):
    assert "Antoine Renard" in enter(house.hana).post("/clients/card/", {"q": "+33 6 39 98 00 11"}).content.decode()


def test_served_here_today_opens_her_page_for_a_day_and_is_journalled(house):
    hana = enter(house.hana)
    hana.post("/clients/card/", {"q": "Antoine Renard"})
    answer = hana.post(f"/clients/card/{house.antoine.id}/welcome/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/clients/{house.antoine.id}/")
    page = hana.get(f"/clients/{house.antoine.id}/").content.decode()
    assert "Plays the cello on Sundays" in page
    assert morning.ALONE not in page
    welcome = Welcome.objects.get(client=house.antoine, member=house.hana)
    assert (welcome.period.upper - welcome.period.lower).total_seconds() == 24 * 3600
    assert Line.objects.filter(id=welcome.noted_in_id).exists()
    assert enter(house.kenji).get(f"/clients/{house.antoine.id}/").status_code == GONE


def test_her_own_advisor_is_told_who_served_her_and_nobody_else_is(house):
    hana = enter(house.hana)
    hana.post("/clients/card/", {"q": "Antoine Renard"})
    hana.post(f"/clients/card/{house.antoine.id}/welcome/")
    assert str(house.hana) in enter(house.camille).get("/").content.decode()
    assert "Served by a colleague" not in hana.get("/").content.decode()


@pytest.mark.parametrize("change", [{"sensitivity": "vip"}, {"sensitivity": "restricted"}, {"one_boutique_only": True}])
def test_who_asked_to_be_known_in_one_boutique_has_no_card(house, change):
    Client.objects.filter(id=house.antoine.id).update(**change)
    hana = enter(house.hana)
    assert "Monsieur" not in hana.post("/clients/card/", {"q": "Antoine Renard"}).content.decode()
    assert hana.post(f"/clients/card/{house.antoine.id}/welcome/").status_code == GONE
