"""Pictures of a note: they come with it, leave it, come back, and are erased a day after they left."""

import datetime as dt

import pytest

from carnet.capture.actions import picturing, receiving
from carnet.capture.models import Picture
from carnet.capture.queries import pictures
from carnet.house.queries import scope_of
from carnet.journal.models import Line
from carnet.kit.acts import By, Via
from tests import cast
from tests.conftest import paris
from tests.factories import hostile_pictures, people, story
from tests.factories.pictures import HEAD, taken

THEN, NOW = paris("2026-03-10"), paris("2026-03-10", "10:05")
DAY = dt.timedelta(days=1)
THE_QUEUE = By(None, Via.TASK)


@pytest.fixture
def visit(helene, camille):
    return story.visit(helene, to=camille, on=THEN, pieces=[cast.LUNE_PENDANT])


@pytest.fixture
def picture(visit, camille):
    return taken(visit, by=camille, at=NOW)


def test_it_is_kept_under_the_houses_key_small_and_large(picture, helene):
    kept = Picture.objects.get(id=picture.id)
    assert (kept.client, kept.width, kept.height) == (helene, 640, 480)
    assert b"WEBP" not in bytes(kept.image) + bytes(kept.small)
    assert pictures.seen_in(picture)[8:12] == pictures.seen_small_in(picture)[8:12] == b"WEBP"
    assert len(pictures.seen_small_in(picture)) < len(pictures.seen_in(picture))


@pytest.mark.parametrize("name", ["page", "jpeg cut", "png bomb", "nothing"])
def test_what_is_no_picture_is_refused_in_a_sentence(visit, camille, name):
    with pytest.raises(receiving.CannotReceive, match="no picture"):
        taken(visit, by=camille, at=NOW, sent=hostile_pictures.HOSTILE[name]() or b" ")
    assert not Picture.objects.exists()


def test_removed_it_is_among_no_note_and_comes_back(picture, camille):
    picturing.remove(picture=picture, by=people.by(camille), at=NOW)
    assert not pictures.of([picture.encounter_id])
    picturing.put_back(picture=picture, by=people.by(camille), at=NOW)
    assert pictures.of([picture.encounter_id]) == {picture.encounter_id: [picture]}
    said = Line.objects.filter(act="capture.pictured").values_list("reason", flat=True)
    assert sorted(said) == ["", "put_back", "removed"]


def test_a_second_removal_keeps_the_first_moment(picture, camille):
    picturing.remove(picture=picture, by=people.by(camille), at=NOW)
    picturing.remove(picture=picture, by=people.by(camille), at=NOW + DAY)
    assert Picture.objects.get().removed_at == NOW


def test_a_day_after_it_left_it_is_erased_and_not_before(picture, visit, camille):
    stays = taken(visit, by=camille, at=NOW)
    picturing.remove(picture=picture, by=people.by(camille), at=NOW)
    assert picturing.erase_removed(by=THE_QUEUE, at=NOW + DAY) == 0
    assert picturing.erase_removed(by=THE_QUEUE, at=NOW + DAY + dt.timedelta(seconds=1)) == 1
    assert picturing.erase_removed(by=THE_QUEUE, at=NOW + 2 * DAY) == 0
    assert list(Picture.objects.all()) == [stays]


def test_one_that_came_before_its_note_belongs_to_nobody_yet(camille):
    alone = taken(None, by=camille, at=NOW)
    assert alone.encounter is None
    assert pictures.visible_to(camille, scope_of(camille, NOW), alone.id, NOW) is None


def test_of_her_own_pieces_means_all_that_were_in_hand(helene, camille):
    story.for_herself(story.sale(helene, cast.LUNE_PENDANT, on=THEN - DAY), on=THEN - DAY)
    hers = story.visit(helene, to=camille, on=THEN, pieces=[cast.LUNE_PENDANT])
    mixed = story.visit(helene, to=camille, on=THEN, pieces=[cast.LUNE_PENDANT, cast.AUBE_RING])
    none = story.visit(helene, to=camille, on=THEN)
    assert pictures.of_her_own_pieces(helene, [hers.id, mixed.id, none.id], NOW) == {hers.id}


def test_bytes_before_the_picture_are_needed(camille, visit):
    for sent in (b"", HEAD[:3], b"\0\0\0\x04{}xx"):
        with pytest.raises(receiving.CannotReceive):
            receiving.picture(sent=sent, note=visit.id, member=camille, by=people.by(camille), at=NOW)
