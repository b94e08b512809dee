"""A nervous thumb, and two colleagues who settle the same promise."""

import datetime as dt
import uuid

import pytest

from carnet.consent.models import Hold
from carnet.interactions.actions import complaints, promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.interactions.models import Complaint, Encounter, Presence, Promise
from carnet.journal.models import Line
from tests.conftest import paris
from tests.factories import story
from tests.factories.at_once import while_open
from tests.factories.people import THE_HOUSE, by

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")


def test_the_same_tap_twice_is_one_visit(helene, camille):
    def tap():
        return story.visit(helene, to=camille, on=AT, mutation=uuid.UUID(int=7))

    second = while_open(tap, tap)
    assert [second.result] == list(Encounter.objects.all())
    assert Presence.objects.count() == 1
    assert Line.objects.filter(act="interactions.logged").count() == 1


def test_a_promise_is_settled_by_one_of_two(helene, camille, yumi):
    made = story.promise(helene, of=camille, words="Send the drawings", due=dt.date(2025, 3, 20), on=AT)

    def settle(member, outcome):
        return promises.settle(promise=made, outcome=outcome, words="Sent by post.", by=by(member), at=AT)

    second = while_open(lambda: settle(camille, PromiseOutcome.KEPT), lambda: settle(yumi, PromiseOutcome.RELEASED))
    assert str(second.error) == "This promise has been settled already."
    assert Promise.objects.get().outcome == PromiseOutcome.KEPT
    assert Line.objects.filter(act="interactions.promise_settled").count() == 1


def test_two_matters_heard_at_once_rest_selling_once(helene, camille, mail):
    def complain(words):
        return complaints.complain(
            client=helene, words=words, owner=camille, boutique=mail, happened_at=AT, by=THE_HOUSE, at=AT
        )

    assert while_open(lambda: complain("The clasp opens."), lambda: complain("Nobody called back.")).error is None
    assert Complaint.objects.count() == 2
    assert Hold.objects.count() == 1


def test_a_matter_is_closed_by_one_of_two(helene, camille, yumi, mail):
    complaint = complaints.complain(
        client=helene, words="The clasp opens.", owner=camille, boutique=mail, happened_at=AT, by=THE_HOUSE, at=AT
    )

    def close(words):
        return complaints.close(complaint=complaint, words=words, by=THE_HOUSE, at=paris("2025-03-10"))

    assert (
        str(while_open(lambda: close("A new clasp."), lambda: close("Replaced.")).error)
        == "This matter is closed already."
    )
    assert Complaint.objects.get().closed_words == "A new clasp."
