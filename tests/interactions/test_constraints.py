"""What the database keeps of what happened between us, whoever writes to it."""

import datetime as dt
import uuid

import pytest

from carnet.interactions.actions import complaints, promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.interactions.models import Attendance, Complaint, PieceShown, Presence
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")


@pytest.mark.parametrize(
    ("constraint", "field"),
    [
        ("interactions_encounter_kind_known", "kind"),
        ("interactions_encounter_channel_known", "channel"),
        ("interactions_encounter_started_known", "started_by"),
        ("interactions_encounter_left_known", "left"),
    ],
)
def test_an_encounter_is_told_in_words_the_house_knows(helene, camille, constraint, field):
    with refused(constraint):
        change(story.visit(helene, to=camille, on=AT), **{field: "x"})


def test_an_encounter_is_known_no_sooner_than_it_happened(helene, camille):
    with refused("interactions_encounter_known_after_it_happened"):
        change(story.visit(helene, to=camille, on=AT), happened_at=AT + dt.timedelta(minutes=1))


def test_whether_she_answered_is_known_from_a_moment(helene, camille):
    with refused("interactions_encounter_answer_is_dated"):
        change(story.visit(helene, to=camille, on=AT), answered=True)


def test_private_words_are_somebodys(helene, camille):
    with refused("interactions_encounter_private_has_author"):
        change(story.visit(helene, to=camille, on=AT), is_private=True, author=None)


def test_one_tap_is_one_encounter(helene, camille):
    tapped = story.visit(helene, to=camille, on=AT, mutation=uuid.UUID(int=7))
    with refused("interactions_encounter_mutation_key"):
        again(tapped)


def test_each_person_is_there_once(helene, paolo, camille):
    story.visit(helene, paolo, to=camille, on=AT)
    with refused("interactions_presence_once"):
        again(Presence.objects.get(client=paolo))
    with refused("interactions_presence_part_known"):
        change(Presence.objects.get(client=paolo), part="buyer")
    with refused("interactions_attendance_once"):
        again(Attendance.objects.get())


def test_each_piece_is_shown_once(helene, camille):
    story.visit(helene, to=camille, on=AT, pieces=[cast.MERIDIEN])
    with refused("interactions_pieceshown_once"):
        again(PieceShown.objects.get())
    with refused("interactions_pieceshown_handled_known"):
        change(PieceShown.objects.get(), handled="sold")


def test_a_promise_says_what_and_how_it_ended_has_its_day(helene, camille):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=dt.date(2025, 3, 20), on=AT)
    with refused("interactions_promise_in_words"):
        change(promise, words="")
    with refused("interactions_promise_made_by_known"):
        change(promise, made_by="nobody")
    with refused("interactions_promise_outcome_known"):
        change(promise, outcome="done", settled_at=AT)
    with refused("interactions_promise_settled_is_dated"):
        change(promise, outcome=PromiseOutcome.KEPT)
    with refused("interactions_promise_settled_is_dated"):
        change(promise, settled_at=AT)


def test_a_decision_not_to_keep_a_promise_says_why(helene, camille):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=dt.date(2025, 3, 20), on=AT)
    promises.settle(
        promise=promise, outcome=PromiseOutcome.DECIDED_NOT_TO, words="The drawings are lost.", by=by(camille), at=AT
    )
    with refused("interactions_promise_decision_says_why"):
        change(promise, outcome_words="")


def test_a_matter_is_one_encounter_and_closed_with_words(helene, camille, mail):
    complaint = complaints.complain(
        client=helene, words="The clasp opens.", owner=camille, boutique=mail, happened_at=AT, by=THE_HOUSE, at=AT
    )
    with refused("interactions_complaint_encounter_id_key"):
        again(complaint)
    with refused("interactions_complaint_closed_with_words"):
        change(complaint, closed_at=AT)
    assert Complaint.objects.count() == 1
