"""X-7: what a note's words tell is proposed, and written with a tap; what was put aside is settled by a manager alone."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.capture.actions import depositing, keeping, receiving, typing_up
from carnet.capture.kinds import DepositState
from carnet.capture.models import Deposit, Device, Proposal
from carnet.capture.rules import envelopes
from carnet.capture.rules.notes import Note
from carnet.clients.models import Fact
from carnet.house.actions import admitting
from carnet.interactions.models import Encounter
from carnet.kit import ids
from carnet.kit.acts import By, Via
from tests.capture.test_spoken import stretch
from tests.factories import people
from tests.factories.morning import NOW
from tests.factories.phone import milliseconds, phone
from tests.web.conftest import enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def camille(house):
    return enter(house.camille)


@pytest.fixture
def yumi(house):
    return enter(house.yumi)


@pytest.fixture
def ines(house):
    return enter(house.ines)


def say(browser, client, words):
    return browser.post(f"/notes/?client={client.id}", {"client": client.id, "kind": "visit", "words": words})


def test_a_size_said_is_a_tap_away(camille, house):
    say(camille, house.antoine, "Her ring size is now 54. Loves rose gold.")
    page = camille.get(f"/clients/{house.antoine.id}/").content.decode()
    assert "Ring 54 (FR)" in page
    assert "Her ring size is now 54." in page
    assert not Fact.objects.filter(client=house.antoine, words="Ring 54 (FR)").exists()
    size = Proposal.objects.get(kind="size")
    answer = camille.post(f"/notes/proposals/{size.id}/", {"answer": "yes"}, follow=True).content.decode()
    assert "that is the size from now on" in answer
    fact = Fact.objects.get(client=house.antoine, words="Ring 54 (FR)")
    assert (fact.sentence, fact.value) == ("Her ring size is now 54.", {"of": "ring", "size": 54, "system": "FR"})
    camille.post(f"/notes/proposals/{size.id}/", {"answer": "yes"})
    assert Fact.objects.filter(client=house.antoine, words="Ring 54 (FR)").count() == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Elle préfère l’or rose, et sa taille de bague est 54.", "Bague 54 (FR)"),
        ("La sua misura di anello è 14. Ama il platino.", "Anello 14 (IT)"),
        ("指輪のサイズは12号。プラチナがお好き。", "リング 12 (JP)"),
        ("她喜欢铂金，戒指13号。", "戒指 13 (HK)"),
    ],
)
def test_it_is_read_in_whatever_language_she_writes(camille, house, words, told):
    say(camille, house.antoine, words)
    assert told in " ".join(Proposal.objects.values_list("words", flat=True))


def test_what_is_declined_is_gone_and_not_asked_again(camille, house):
    say(camille, house.antoine, "Loves rose gold.")
    liked = Proposal.objects.get(kind="likes")
    camille.post(f"/notes/proposals/{liked.id}/", {"answer": "no"})
    assert "From your words" not in camille.get(f"/clients/{house.antoine.id}/").content.decode()
    assert not Fact.objects.filter(client=house.antoine, sentence="Loves rose gold.").exists()


def test_a_colleagues_proposals_are_not_hers(camille, yumi, house):
    say(camille, house.antoine, "Ring 54.")
    size = Proposal.objects.get(kind="size")
    assert "From your words" not in yumi.get(f"/clients/{house.antoine.id}/").content.decode()
    assert yumi.post(f"/notes/proposals/{size.id}/", {"answer": "yes"}).status_code == 404


@pytest.fixture
def aside(house):
    """A note that Camille wrote in the basement and that came when she had left."""
    hers = phone(house.camille, NOW)
    sent = hers.note(house.antoine, at=NOW, words="Wants the chain shorter.")
    admitting.dismiss(member=house.camille, by=people.by(house.ines), at=NOW, reason="departure")
    sent_at = envelopes.EARLIEST + dt.timedelta(milliseconds=milliseconds(NOW))
    return depositing.deposit(envelope=envelopes.read(sent), sent_at=sent_at, by=By(None, Via.SCREEN), at=NOW)


def test_her_manager_takes_it_in_as_hers(ines, house, aside):
    page = ines.get("/boutique/phones/").content.decode()
    assert house.camille.name in page
    assert "shorter" not in page
    ines.post(f"/boutique/deposits/{aside.id}/", {"answer": "yes"})
    kept = Encounter.objects.get(words="Wants the chain shorter.")
    assert kept.author == house.camille
    aside.refresh_from_db()
    assert (aside.state, aside.held, aside.settled_by) == (DepositState.KEPT, None, house.ines)
    ines.post(f"/boutique/deposits/{aside.id}/", {"answer": "yes"})
    assert Encounter.objects.filter(words="Wants the chain shorter.").count() == 1


def test_or_leaves_it_out_and_nothing_of_it_stays(ines, house, aside):
    ines.post(f"/boutique/deposits/{aside.id}/", {"answer": "no"})
    assert not Encounter.objects.filter(words="Wants the chain shorter.").exists()
    assert Deposit.objects.get().held is None


def test_nobody_else_sees_or_settles_it(yumi, house, aside):
    assert yumi.get("/boutique/phones/").status_code == 404
    assert yumi.post(f"/boutique/deposits/{aside.id}/", {"answer": "yes"}).status_code == 404
    assert yumi.post(f"/boutique/phones/{aside.device_id}/wipe/").status_code == 404
    assert Device.objects.get().wiped_at is None


def test_a_lost_phone_is_forgotten_by_its_owner(yumi, house):
    hers = phone(house.yumi, NOW)
    yumi.post(f"/boutique/phones/{hers.device.id}/forget/")
    assert Device.objects.get().wiped_at is not None


@pytest.fixture
def delicate(house):
    """A spoken note of Camille's whose words came after Keep."""
    note, at = ids.new(), NOW - dt.timedelta(hours=1)
    spoken = receiving.sound(part=stretch(ids.new()), note=note, member=house.camille, at=at)
    keeping.keep(
        note=Note(people=(house.antoine.id,), words="Came by.", recordings=(spoken.id,)), member=house.camille,
        boutique=people.boutique(), mutation=note, happened_at=at, by=people.by(house.camille), at=at,
    )  # fmt: skip
    typing_up.finish(spoken=spoken, words="His wife is six months pregnant.", by=people.THE_HOUSE, at=at)
    return Proposal.objects.get(kind="delicate")


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("leave", "Came by."),
        ("instead", "Came by.\nGround floor, a seat near the door."),
        ("keep", "Came by.\nHis wife is six months pregnant."),
        ("nonsense", "Came by.\nHis wife is six months pregnant."),
    ],
)
def test_d8_words_that_came_late_are_asked_about_and_hers_to_answer(camille, house, delicate, answer, left):
    page = camille.get(f"/clients/{house.antoine.id}/").content.decode()
    assert "This may be too private to keep." in page
    camille.post(f"/notes/proposals/{delicate.id}/", {"answer": answer})
    assert Encounter.objects.get(id=delicate.encounter_id).words == left
    assert "This may be too private" not in camille.get(f"/clients/{house.antoine.id}/").content.decode()


def test_d8_nobody_else_is_asked(yumi, ines, house, delicate):
    for other in (yumi, ines):
        assert "too private to keep" not in other.get(f"/clients/{house.antoine.id}/").content.decode()
        assert other.post(f"/notes/proposals/{delicate.id}/", {"answer": "leave"}).status_code == 404
    assert "pregnant" in Encounter.objects.get(id=delicate.encounter_id).words
