"""What happened between us: who on both sides (Z-22), three times, and what was seen, for whom (I-1 to I-14)."""

import datetime as dt

import pytest

from carnet.clients.models import Client
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, Started
from carnet.interactions.models import Attendance, Encounter, PieceShown, Presence, Promise
from carnet.journal.models import Line
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-03-05", "09:00")


def log(*clients, members=(), kind=EncounterKind.VISIT, at=AT, by=THE_HOUSE, pieces=(), looked_for=None, **said):
    return logging.log(
        clients=clients, happening=logging.Happening(kind=kind, **said), boutique=people.boutique(), members=members,
        happened_at=at, by=by, at=at, pieces=pieces, looked_for=looked_for,
    )  # fmt: skip


def test_z22_a_couples_visit_to_a_team_is_one_encounter_with_everybody_in_it(helene, paolo, camille, yumi):
    visit = log(helene, paolo, members=[camille, yumi])
    assert list(Encounter.objects.all()) == [visit]
    present = Presence.objects.order_by("part").values_list("client", "part", "happened_at")
    assert list(present) == [(paolo.id, "companion", AT), (helene.id, "main", AT)]
    assert set(Attendance.objects.values_list("member", flat=True)) == {camille.id, yumi.id}


def test_z22_what_came_in_by_itself_has_no_advisor(helene):
    mail = log(helene, kind=EncounterKind.LETTER, channel=EncounterChannel.EMAIL, started_by=Started.CLIENT)
    assert (Attendance.objects.count(), Encounter.objects.get(id=mail.id).author) == (0, None)


def test_z22_named_twice_she_was_there_once(helene, camille):
    log(helene, helene, members=[camille, camille])
    assert (Presence.objects.get().part, Attendance.objects.count()) == ("main", 1)


@pytest.mark.parametrize("kind", EncounterKind)
def test_i1_i3_every_kind_of_meeting_is_kept(helene, camille, kind):
    assert Encounter.objects.get(id=log(helene, members=[camille], kind=kind).id).kind == kind


@pytest.mark.parametrize("channel", EncounterChannel)
def test_i2_on_every_channel_a_house_uses(helene, channel):
    assert Encounter.objects.get(id=log(helene, channel=channel).id).channel == channel


def test_i4_when_it_was_how_long_and_when_it_was_kept_are_three_times(helene, camille):
    late = story.visit(helene, to=camille, on=AT, kept=LATER, minutes=45)
    kept = Encounter.objects.get(id=late.id)
    assert (kept.happened_at, kept.minutes, kept.known_from) == (AT, 45, LATER)
    assert [list(Encounter.objects.until(at)) for at in (AT, LATER)] == [[], [kept]]


def test_i4_what_is_still_to_come_is_no_note(helene, camille):
    with pytest.raises(logging.CannotLog, match="still to come"):
        story.visit(helene, to=camille, on=LATER, kept=AT)


def test_i5_words_keep_their_author_and_private_ones_are_read_by_nobody_else(helene, camille, yumi):
    private = log(helene, members=[camille], words="He worries.", is_private=True, by=by(camille))
    shared = log(helene, members=[camille], words="Drinks her coffee black.", by=by(camille))
    told = [[each.is_readable_by(who) for who in (camille.id, yumi.id, None)] for each in (private, shared)]
    assert told == [[True, False, False], [True, True, True]]
    assert {each.author for each in Encounter.objects.all()} == {camille}


def test_i6_i8_i13_what_came_of_it_who_began_and_what_surrounded_it(helene, camille):
    log(
        helene, members=[camille], started_by=Started.HOUSE, outcome="Comes back with her sister", left=Left.THINKING,
        occasion="Twenty years", company="her sister", mood="Tired, she said",
    )  # fmt: skip
    told = Encounter.objects.values_list("started_by", "outcome", "left", "occasion", "company", "mood").get()
    assert told == ("house", "Comes back with her sister", "thinking", "Twenty years", "her sister", "Tired, she said")


def test_i9_a_visit_without_a_purchase_says_what_was_seen_for_whom_and_with_whom(helene, paolo, camille):
    bianca = people.client(cast.BIANCA)
    log(
        helene, paolo, members=[camille], left=Left.LOOKED, looked_for=bianca,
        pieces=[(people.reference(cast.LUNE_PENDANT), Handled.TRIED), (people.reference(cast.AUBE_RING), Handled.SHOWN)],
    )  # fmt: skip
    seen = PieceShown.objects.order_by("reference__name").values_list("reference__sku", "handled", "for_whom")
    assert list(seen) == [("VC-AUB-R", "shown", bianca.id), ("VC-LUN-P", "tried", bianca.id)]


def test_i10_of_one_piece_the_strongest_sign_is_kept(helene, camille):
    ring = people.reference(cast.AUBE_RING)
    log(helene, members=[camille], pieces=[(ring, Handled.ASKED), (ring, Handled.SHOWN), (ring, Handled.TRIED)])
    assert PieceShown.objects.get().handled == Handled.ASKED


def test_i10_two_visits_in_a_month_are_two_dated_rows(helene, camille):
    for day in ("2025-03-04", "2025-03-20"):
        story.visit(helene, to=camille, on=paris(day), pieces=[cast.AUBE_RING])
    dated = PieceShown.objects.values_list("encounter__happened_at", flat=True).order_by("encounter__happened_at")
    assert list(dated) == [paris("2025-03-04"), paris("2025-03-20")]


def test_i14_all_that_was_said_on_every_channel_is_one_story(helene, camille):
    for day, channel in (("2025-03-04", "whatsapp"), ("2025-03-06", "email"), ("2025-03-09", "phone")):
        log(helene, channel=EncounterChannel(channel), kind=EncounterKind.LETTER, at=paris(day))
    told = Presence.objects.filter(client=helene).order_by("happened_at").values_list("encounter__channel", flat=True)
    assert list(told) == ["whatsapp", "email", "phone"]


def test_a_note_of_nobody_is_refused(camille):
    with pytest.raises(logging.CannotLog, match="Say who it was with"):
        log(members=[camille])


def test_a_note_is_taken_back_within_a_day_with_what_was_promised_in_it(helene, camille):
    visit = story.visit(helene, to=camille, on=AT, come_back_on=dt.date(2025, 3, 20), come_back_words="Bring the ring")
    logging.take_back(encounter=visit, by=by(camille), at=LATER)
    assert [list(Encounter.objects.until(at)) for at in (AT, LATER)] == [[visit], []]
    assert [Promise.objects.standing(at).count() for at in (AT, LATER)] == [1, 0]
    assert set(Line.objects.filter(on_id=visit.id).values_list("act", "reason")) == {
        ("interactions.logged", "visit"),
        ("interactions.corrected", "taken_back"),
    }


def test_after_a_day_a_note_stays_and_its_name_too(helene, camille, yumi):
    visit = story.visit(helene, to=camille, on=AT)
    after = AT + dt.timedelta(hours=24, seconds=1)
    with pytest.raises(logging.CannotLog, match="taken back for a day"):
        logging.take_back(encounter=visit, by=by(camille), at=after)
    with pytest.raises(logging.CannotLog, match="corrected for a day"):
        logging.was_kept_by(encounter=visit, member=yumi, by=by(yumi), at=after)


def test_a_letter_that_never_left_is_told_of_no_more_however_late(helene, camille):
    letter = story.letter(helene, by=camille, on=AT)
    logging.never_left(encounter=letter, by=by(camille), at=paris("2025-03-20"))
    assert not Encounter.objects.until(paris("2025-03-21")).exists()


def test_kept_by_another_on_a_shared_tablet_it_is_put_right(helene, camille, yumi):
    visit = story.visit(helene, to=camille, on=AT)
    logging.was_kept_by(encounter=visit, member=yumi, by=by(yumi), at=LATER)
    assert (Encounter.objects.get().author, Attendance.objects.get().member) == (yumi, yumi)


def test_a_visit_without_a_name_joins_her_story_with_its_promise(helene, camille):
    couple = people.client(cast.SATURDAY_COUPLE, at=AT)
    visit = story.visit(couple, to=camille, on=AT, come_back_on=dt.date(2025, 3, 20), come_back_words="Ovals")
    logging.name(encounter=visit, client=helene, by=by(camille), at=LATER)
    assert (Presence.objects.get().client, Presence.objects.get().happened_at) == (helene, AT)
    assert Promise.objects.get().client == helene
    assert Client.objects.filter(id=couple.id).exists()


@pytest.mark.parametrize("answered", [True, False])
def test_whether_she_answered_is_said_once_somebody_knows(helene, camille, answered):
    letter = story.letter(helene, by=camille, on=AT)
    assert Encounter.objects.get().answered is None
    logging.answer_seen(encounter=letter, answered=answered, by=by(camille), at=LATER)
    assert Encounter.objects.get().answered is answered
