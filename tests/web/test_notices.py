"""May this phone tell you when something is due: asked late, answered in a tap, ended at any time."""

import pytest
from django.urls import reverse

from carnet.capture.actions import noticing
from carnet.capture.models import PushAddress
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.web.notices import asking
from tests.factories import people, phone, story
from tests.factories.morning import NOW, ON
from tests.factories.push_service import Browser
from tests.web.conftest import enter

ASKED = "May this phone tell you when something is due?"


@pytest.fixture
def telephone(house):
    return phone.phone(house.camille, NOW)


@pytest.fixture
def hers(house, telephone):
    """Camille on her own phone; the house has its key."""
    noticing.make_key(by=people.by(house.camille), at=NOW)
    return on(telephone, house.camille)


def on(telephone, member, **words):
    browser = enter(member)
    session = browser.session
    session.update({"device": str(telephone.device.id)} | words)
    session.save()
    return browser


def keeps_a_promise(house, member=None):
    made = story.promise(house.antoine, of=house.camille, words="A word.", due=ON, on=NOW)
    promises.settle(promise=made, outcome=PromiseOutcome.KEPT, by=people.by(member or house.camille), at=NOW)


def asks(browser, name="promises"):
    return ASKED in browser.get(reverse(name)).content.decode()


def allow(browser):
    return browser.post(reverse("notices"), Browser("https://push.example/x").subscription(), follow=True)


def test_it_is_asked_after_her_first_kept_promise_and_never_before(house, hers):
    assert not asks(hers)
    keeps_a_promise(house)
    assert asks(hers)
    assert not any(asks(hers, name) for name in ("today", "clients", "closing", "me"))


def test_a_promise_that_a_colleague_kept_is_not_hers(house, hers):
    keeps_a_promise(house, house.yumi)
    assert not asks(hers)


def test_the_browser_is_told_the_houses_key_and_the_form_is_hidden_until_it_has_such_a_thing(house, hers):
    keeps_a_promise(house)
    page = hers.get(reverse("promises")).content.decode()
    assert f'data-key="{asking.house_key()}" hidden>' in page


def test_on_a_browser_the_house_does_not_know_nothing_is_asked(house, hers):
    keeps_a_promise(house)
    assert not asks(enter(house.camille))


def test_on_a_shared_tablet_nothing_is_asked_and_nothing_allowed(house, hers, telephone):
    keeps_a_promise(house)
    tablet = enter(house.camille)
    session = tablet.session
    session.update({"device": str(telephone.device.id), "tablet": str(house.tablet.id)})
    session.save()
    tablet.cookies["carnet-tablet"] = house.secret
    assert not asks(tablet)
    assert "of your own" in allow(tablet).content.decode()
    assert not PushAddress.objects.exists()


def test_before_the_house_has_its_key_nothing_is_asked(house, telephone):
    keeps_a_promise(house)
    assert not asks(on(telephone, house.camille))


def test_allowed_it_is_not_asked_again_and_stands_in_her_settings(house, hers):
    keeps_a_promise(house)
    told = allow(hers).content.decode()
    assert "This phone will tell you, once a day at most" in told
    assert "Telephone" in told
    assert "this phone" in told
    assert not asks(hers)
    assert not asks(hers, "notices")
    assert PushAddress.objects.get().member == house.camille


def test_rather_not_is_an_answer_and_her_settings_still_offer_it(house, hers):
    keeps_a_promise(house)
    answer = hers.post(reverse("notices-later"))
    cookie = answer.cookies["carnet-notices"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("no", True, "Lax")
    assert not asks(hers)
    assert asks(hers, "notices")
    allow(hers)
    assert "carnet-notices" not in {name for name, each in hers.cookies.items() if each.value}


@pytest.mark.parametrize(
    "change", [{"endpoint": "https://localhost/x"}, {"endpoint": "https://127.0.0.1/"}, {"key": ""}]
)
def test_an_address_inside_is_refused_in_a_sentence(house, hers, change):
    keeps_a_promise(house)
    said = Browser("https://push.example/x").subscription() | change
    assert "no address that Carnet can use" in hers.post(reverse("notices"), said, follow=True).content.decode()
    assert not PushAddress.objects.exists()


def test_she_ends_it_and_nobody_else_does(house, hers):
    keeps_a_promise(house)
    allow(hers)
    end = reverse("notices-end", args=[PushAddress.objects.get().id])
    for other in (house.yumi, house.ines, house.odile):
        assert enter(other).post(end).status_code == 404
        assert "Telephone" not in enter(other).get(reverse("notices")).content.decode()
    assert "tells you nothing any more" in hers.post(end, follow=True).content.decode()
    assert not PushAddress.objects.exists()


def test_her_settings_lead_there(hers):
    assert 'href="/notices/"' in hers.get(reverse("me")).content.decode()
