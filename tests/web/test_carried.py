"""S-31: what a phone may carry, and of whom it carries nothing."""

from __future__ import annotations

import json

import pytest

from carnet.clients.models import Client
from carnet.house.actions import settings
from carnet.house.kinds import Carried, SettingName
from tests.factories import people
from tests.factories.morning import ALONE, NOW, SECRET
from tests.web.conftest import enter

pytestmark = pytest.mark.django_db


def carried(house, policy=Carried.FIFTY):
    settings.change(name=SettingName.CARRIED, value=policy, by=people.by(house.ines), at=NOW)
    return enter(house.camille).get("/kept/book/").json()


def test_the_fifty_she_was_with_last_with_what_serves_at_the_counter(house):
    said = carried(house)["book"]
    antoine = next(each for each in said["people"] if each["name"] == "Antoine Renard")
    assert antoine["note"] == f"/notes/?client={house.antoine.id}"
    assert "antoine" in antoine["found_by"]
    assert antoine["last"]
    assert said["headline"]


def test_nothing_private_hidden_or_secret_is_carried(house):
    said = json.dumps(carried(house), ensure_ascii=False)
    for canary in (ALONE, SECRET, "left the bank", "Hélène must not"):
        assert canary not in said


@pytest.mark.parametrize("change", [{"sensitivity": "restricted"}, {"is_minor": True}, {"is_mentioned_only": True}])
def test_of_some_nothing_at_all(house, change):
    assert str(house.antoine.id) in json.dumps(carried(house))
    Client.objects.filter(id=house.antoine.id).update(**change)
    assert str(house.antoine.id) not in json.dumps(carried(house))


def test_today_carries_todays_people_alone(house):
    said = carried(house, Carried.TODAY)["book"]
    assert len(said["people"]) <= 12
    assert {each["id"] for each in said["today"]} <= {each["id"] for each in said["people"]}


def test_where_the_house_says_nobody_nothing_leaves(house):
    assert carried(house, Carried.NOBODY) == {"policy": "nobody"}


def test_a_shared_tablet_carries_nobody(house):
    settings.change(name=SettingName.CARRIED, value=Carried.FIFTY, by=people.by(house.ines), at=NOW)
    browser = enter(house.camille)
    browser.cookies["carnet-tablet"] = house.secret
    assert browser.get("/kept/book/").json() == {"policy": "nobody"}
