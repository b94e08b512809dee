"""Pictures in her story: to whom they exist, how they are served, and how they leave."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carnet.capture.models import Picture
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.morning import NOW
from tests.factories.pictures import taken
from tests.web.conftest import enter

ADDRESSES = ("picture", "picture-small")


@pytest.fixture
def visit(house):
    return story.visit(house.antoine, to=house.camille, on=paris("2026-03-09"), pieces=[cast.LUNE_PENDANT])


@pytest.fixture
def picture(house, visit):
    return taken(visit, by=house.camille, at=paris("2026-03-09"))


def status(member, picture, name="picture"):
    return enter(member).get(reverse(name, args=[picture.id])).status_code


def page(browser, client):
    return browser.get(reverse("client", args=[client.id])).content.decode()


@pytest.mark.parametrize("name", ADDRESSES)
def test_it_is_an_image_and_nothing_else_and_nobody_keeps_it(browser, picture, name):
    answer = browser.get(reverse(name, args=[picture.id]))
    assert answer.content[8:12] == b"WEBP"
    assert answer["Content-Type"] == "image/webp"
    assert answer["Content-Disposition"] == 'inline; filename="picture.webp"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_may_see_her_sees_it_and_to_others_it_does_not_exist(house, picture, name):
    seen = {who: status(getattr(house, who), picture, name) for who in ("camille", "yumi", "ines", "hana", "kenji")}
    assert seen == {"camille": 200, "yumi": 200, "ines": 200, "hana": 404, "kenji": 404}


@pytest.mark.parametrize("name", ADDRESSES)
def test_of_a_private_note_it_exists_for_its_author_alone(house, picture, visit, name):
    Encounter.objects.filter(id=visit.id).update(is_private=True)
    assert status(house.camille, picture, name) == 200
    assert {status(each, picture, name) for each in (house.yumi, house.ines, house.odile)} == {404}
    assert str(picture.id) in page(enter(house.camille), house.antoine)
    assert str(picture.id) not in page(enter(house.yumi), house.antoine)


@pytest.mark.parametrize("name", ADDRESSES)
def test_without_a_session_it_leads_to_the_door(client, house, picture, name):
    assert client.get(reverse(name, args=[picture.id]))["Location"].startswith("/door/")


@pytest.mark.parametrize("name", ADDRESSES)
def test_of_a_note_that_was_taken_back_it_is_gone(house, picture, visit, name):
    logging.take_back(encounter=visit, by=people.by(house.camille), at=paris("2026-03-09", "12:00"))
    assert status(house.camille, picture, name) == 404


def test_one_that_waits_for_its_note_exists_for_nobody(house):
    alone = taken(None, by=house.camille, at=NOW)
    assert status(house.camille, alone) == 404


def test_of_a_couple_either_may_be_seen(house):
    both = story.visit(house.antoine, house.watanabe, to=house.camille, on=paris("2026-03-09"))
    of_both = taken(both, by=house.camille, at=NOW)
    assert (status(house.camille, of_both), status(house.hana, of_both)) == (200, 200)


def test_it_stands_in_her_story_small_late_and_in_words(browser, house, picture):
    shown = page(browser, house.antoine)
    (tag,) = re.findall(rf'<img src="/pictures/{picture.id}/small/"[^>]*>', shown)
    assert 'alt="A picture of the piece, 9 March"' in tag
    assert 'width="320" height="320" loading="lazy"' in tag
    assert f'href="/pictures/{picture.id}/"' in shown


def test_removed_it_is_gone_and_undo_brings_it_back(browser, house, picture):
    there = reverse("picture", args=[picture.id])
    told = browser.post(reverse("picture-removal", args=[picture.id]), follow=True)
    assert "Removed." in told.content.decode()
    assert str(picture.id) not in page(browser, house.antoine)
    assert browser.get(there).status_code == 404
    (undo,) = re.findall(r'action="(/pictures/[^"]+/undo/)"', told.content.decode())
    assert browser.post(undo)["Location"] == reverse("client", args=[house.antoine.id])
    assert browser.get(there).status_code == 200


@pytest.mark.parametrize(("who", "may"), [("camille", True), ("ines", True), ("yumi", False), ("hana", False)])
def test_who_took_it_or_a_manager_removes_it(house, picture, who, may):
    member = enter(getattr(house, who))
    shown = member.get(reverse("client", args=[house.antoine.id])).content.decode()
    assert (reverse("picture-removal", args=[picture.id]) in shown) is may
    assert member.post(reverse("picture-removal", args=[picture.id])).status_code == (302 if may else 404)
    assert bool(Picture.objects.get(id=picture.id).removed_at) is may
    assert member.post(reverse("picture-undo", args=[picture.id])).status_code == (302 if may else 404)


def test_looking_removes_nothing(browser, picture):
    assert browser.get(reverse("picture-removal", args=[picture.id])).status_code == 405


def care(house, *pieces, **words):
    """Her piece, left with the atelier."""
    left = story.visit(house.antoine, to=house.camille, on=paris("2026-03-09"), pieces=pieces, **words)
    Encounter.objects.filter(id=left.id).update(kind="care_intake")
    return taken(left, by=house.camille, at=paris("2026-03-09"))


def show(browser, house):
    return browser.get(reverse("show", args=[house.antoine.id])).content.decode()


def test_she_is_shown_none_unless_the_piece_is_hers(browser, house):
    of_a_ring = care(house, cast.AUBE_RING)
    assert "data:image" not in show(browser, house)
    sold = story.sale(house.antoine, cast.AUBE_RING, on=paris("2026-03-01"))
    story.for_herself(sold, on=paris("2026-03-01"))
    shown = show(browser, house)
    assert shown.count("data:image/webp;base64,") == 1
    assert 'alt="A picture of the piece, 9 March"' in shown
    # A tablet that she holds asks for no other address, and nothing on it removes anything.
    assert str(of_a_ring.id) not in shown
    assert "/pictures/" not in shown


@pytest.mark.parametrize("kind", ["private", "beside another", "nothing in hand", "a visit"])
def test_she_is_shown_nothing_that_is_not_wholly_hers(browser, house, kind):
    story.for_herself(story.sale(house.antoine, cast.AUBE_RING, on=paris("2026-03-01")), on=paris("2026-03-01"))
    if kind == "private":
        care(house, cast.AUBE_RING, is_private=True)
    elif kind == "beside another":
        care(house, cast.AUBE_RING, cast.LUNE_PENDANT)
    elif kind == "nothing in hand":
        care(house)
    else:
        care(house, cast.AUBE_RING)
        Encounter.objects.filter(kind="care_intake").update(kind="visit")
    assert "data:image" not in show(browser, house)


def test_many_are_asked_for_in_one_statement(browser, house, visit):
    for _ in range(2):
        taken(visit, by=house.camille, at=NOW)
    where = reverse("client", args=[house.antoine.id])
    browser.get(where)
    with CaptureQueriesContext(connection) as few:
        browser.get(where)
    for number in range(6):
        taken(
            story.visit(house.antoine, to=house.camille, on=paris("2026-03-08", f"1{number}:00")),
            by=house.camille,
            at=NOW,
        )
    with CaptureQueriesContext(connection) as many:
        assert browser.get(where).content.decode().count("/small/") == 8
    assert len(many) <= len(few)
