"""What one must not learn from a screen: a gift that is on its way, and what a colleague keeps for herself alone."""

from __future__ import annotations

import re

import pytest

from carnet.clients.models import Client, Fact
from carnet.purchases.actions import giving
from tests import cast
from tests.factories import morning, people
from tests.web.addresses import ADDRESSES, HERE, Address, a_client
from tests.web.conftest import enter

HELENE = a_client("helene")
HERS = [Address(name, HERE, HELENE) for name in ("client", "show", "story", "client-name")]
GIFT = (cast.LUNE_PENDANT.name, morning.SECRET)


def words(answer) -> str:
    """What stands on the page, in one line."""
    return re.sub(r"\s+", " ", answer.content.decode())


def pages(house, role):
    """Every page there is for her, with its words."""
    browser = enter(house.of(role))
    for address in ADDRESSES:
        if address.gets and role in address.who and address.name != "import-refused":
            yield address, words(browser.get(address.href(house)))


@pytest.mark.parametrize("role", sorted(HERE))
@pytest.mark.parametrize("address", HERS, ids=str)
def test_her_page_does_not_hint_at_her_gift(house, address, role):
    """Z-27: nothing on the receiver's page tells of it, nor that something is hidden."""
    page = words(enter(house.of(role)).get(address.href(house)))
    assert not [said for said in GIFT if said in page]
    assert "hidden" not in re.sub(r'type="hidden"|aria-hidden|(?<=["a-z-]) hidden(?=[ >])(?=[^<]*>)', "", page)


def test_his_page_tells_what_it_is(house):
    """What is looked for above is there to be found."""
    page = words(enter(house.camille).get(f"/clients/{house.paolo.id}/"))
    assert cast.LUNE_PENDANT.name in page
    assert Fact.objects.filter(client=house.helene, words=morning.SECRET).exists()


@pytest.mark.parametrize("address", HERS[:3], ids=str)
def test_once_it_was_given_it_is_hers(house, address):
    giving.was_given(gift=house.gift, on=morning.ON, said_by=house.camille, by=people.by(house.camille), at=morning.NOW)
    page = words(enter(house.camille).get(address.href(house)))
    assert (cast.LUNE_PENDANT.name in page) == (address.name != "story")


def test_show_him_does_not_show_what_he_gives(house):
    """She may be standing beside him."""
    page = words(enter(house.camille).get(f"/clients/{house.paolo.id}/show/"))
    assert cast.LUNE_PENDANT.name not in page
    assert morning.OCCASION_WORDS not in page


def test_show_her_shows_no_amounts_no_notes_no_rhythm_no_household(house):
    page = words(enter(house.camille).get(f"/clients/{house.antoine.id}/show/"))
    for kept in ("cello", "Size 52", morning.ALONE, "€", "Rhythm", "Camille", "Household"):
        assert kept not in page


@pytest.mark.parametrize("role", ["yumi", "ines", "odile", "hana", "kenji"])
def test_what_is_for_her_alone_is_on_nobody_else_s_page(house, role):
    seen = [str(address) for address, page in pages(house, role) if morning.ALONE in page]
    assert seen == []


def test_what_is_for_her_alone_is_on_her_own(house):
    page = words(enter(house.camille).get(f"/clients/{house.antoine.id}/"))
    assert page.count(morning.ALONE) >= 2


def test_a_colleague_cannot_let_go_of_what_she_may_not_read(house):
    alone = Fact.objects.get(client=house.antoine, visibility="private")
    for role in ("yumi", "ines", "odile"):
        assert enter(house.of(role)).post(f"/clients/{house.antoine.id}/facts/{alone.id}/end/").status_code == 404
    assert Fact.objects.held(morning.NOW).filter(id=alone.id).exists()


def test_no_address_holds_a_name_or_a_number(house):
    """What is looked for is posted: an address stays in histories, and in the log of whatever stands before us."""
    camille = enter(house.camille)
    asked = [camille.get(place).content.decode() for place in ("/", "/find/", "/clients/", "/clients/card/", "/notes/")]
    searches = re.findall(r'<form[^>]*role="search"[^>]*>', "".join(asked))
    assert len(searches) > len(asked)
    assert all('method="post"' in form for form in searches)
    assert "Nobody by that name" in words(camille.post("/find/", {"q": "watanabe"}))
    assert "Nobody by that name" not in words(camille.get("/find/?q=watanabe"))


@pytest.mark.parametrize("role", sorted(HERE))
def test_no_title_names_a_client(house, role):
    """What a browser keeps of a page for itself, and sends wherever its owner lets it, is the address and the title."""
    names = [
        part for said in Client.objects.values_list("given", "family", "display") for part in said if len(part) > 2
    ]
    for address, page in pages(house, role):
        titled = re.search(r"<title>(.*?)</title>", page)
        assert not titled or not [name for name in names if name in titled[1]], str(address)
