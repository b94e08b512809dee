"""Our word and what became of it (Z-18, I-7), and a matter that makes selling wait (I-12)."""

import datetime as dt

import pytest

from carnet.consent import queries as consent
from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.consent.models import Hold
from carnet.interactions.actions import complaints, promises
from carnet.interactions.kinds import EncounterKind, PromisedBy, PromiseOutcome
from carnet.interactions.models import Encounter, Promise
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-03-10")
DUE = dt.date(2025, 3, 20)


def test_z18_one_visit_may_leave_several_promises_each_with_its_own_end(helene, camille, yumi):
    visit = story.visit(helene, to=camille, on=AT)
    drawings, ring, call = (
        story.promise(helene, of=camille, words=words, due=DUE, on=AT, encounter=visit)
        for words in ("Send the drawings", "Have the ring sized", "Call about the evening")
    )
    promises.settle(promise=drawings, outcome=PromiseOutcome.KEPT, by=by(yumi), at=LATER)
    promises.settle(
        promise=ring, outcome=PromiseOutcome.DECIDED_NOT_TO, words="She has her mother's.", by=by(camille), at=LATER
    )
    told = Promise.objects.filter(encounter=visit).order_by("words")
    assert [(each.words, each.outcome, each.outcome_words, each.settled_by, each.settled_at) for each in told] == [
        ("Call about the evening", "", "", None, None),
        ("Have the ring sized", "decided_not_to", "She has her mother's.", camille, LATER),
        ("Send the drawings", "kept", "", yumi, LATER),
    ]
    assert [set(Promise.objects.standing(at)) for at in (AT, LATER)] == [{drawings, ring, call}, {call}]


def test_z18_a_promise_is_not_settled_by_being_overdue(helene, camille):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=DUE, on=AT)
    assert list(Promise.objects.standing(paris("2026-03-20"))) == [promise]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"outcome": PromiseOutcome.STANDS}, "Say what became of it"),
        ({"outcome": PromiseOutcome.DECIDED_NOT_TO, "words": " "}, "says why"),
    ],
)
def test_z18_an_end_that_says_nothing_is_refused(helene, camille, said, sentence):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=DUE, on=AT)
    with pytest.raises(promises.CannotSettle, match=sentence):
        promises.settle(promise=promise, **said, by=by(camille), at=LATER)
    assert list(Promise.objects.standing(LATER)) == [promise]


def test_z18_settled_by_mistake_it_stands_again(helene, camille):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=DUE, on=AT)
    promises.settle(promise=promise, outcome=PromiseOutcome.RELEASED, by=by(camille), at=LATER)
    promises.unsettle(promise=promise, by=by(camille), at=LATER)
    kept = Promise.objects.get()
    assert (kept.outcome, kept.settled_at, kept.settled_by) == ("", None, None)
    promises.settle(promise=kept, outcome=PromiseOutcome.KEPT, by=by(camille), at=LATER)
    with pytest.raises(promises.CannotSettle, match="settled already"):
        promises.settle(promise=kept, outcome=PromiseOutcome.RELEASED, by=by(camille), at=LATER)


def test_z18_what_was_taken_back_with_its_note_is_not_settled(helene, camille):
    promise = story.promise(helene, of=camille, words="Send the drawings", due=DUE, on=AT)
    Promise.objects.update(taken_back_at=AT)
    with pytest.raises(promises.CannotSettle, match="taken back"):
        promises.settle(promise=promise, outcome=PromiseOutcome.KEPT, by=by(camille), at=LATER)


def test_i7_whose_word_it_was_who_keeps_it_and_by_when(helene, camille):
    hers = story.promise(helene, of=None, words="Brings the old clasp", due=DUE, on=AT, made_by=PromisedBy.CLIENT)
    ours = story.promise(helene, of=camille, words="Send the drawings", due=DUE, on=AT)
    told = [(each.made_by, each.owner, each.due_on) for each in (hers, ours)]
    assert told == [("client", None, DUE), ("house", camille, DUE)]


def complain(client, owner, boutique, at=AT, words="The clasp opens."):
    return complaints.complain(
        client=client, words=words, owner=owner, boutique=boutique, happened_at=at, by=THE_HOUSE, at=at
    )


def scopes(client, at):
    return [hold.scope for hold in consent.holds([client.id], at).get(client.id, [])]


def test_i12_a_complaint_is_an_encounter_of_its_own_kind_with_an_owner_and_selling_rests_at_once(helene, camille, mail):
    matter = complain(helene, camille, mail)
    kept = Encounter.objects.get()
    assert (matter.encounter, kept.kind, kept.words) == (kept, EncounterKind.COMPLAINT, "The clasp opens.")
    assert (matter.owner, matter.hold.owner, scopes(helene, AT)) == (camille, camille, [Scope.SELLING])


def test_i12_closed_it_lets_selling_come_back_thirty_days_later(helene, camille, mail):
    matter = complain(helene, camille, mail)
    with pytest.raises(complaints.CannotClose, match="how it was settled"):
        complaints.close(complaint=matter, words=" ", by=by(camille), at=LATER)
    complaints.close(complaint=matter, words="A new clasp.", by=by(camille), at=LATER)
    days = (paris("2025-04-08"), paris("2025-04-09", "11:00"))
    assert [scopes(helene, day) for day in days] == [[Scope.SELLING], []]


def test_i12_while_another_matter_is_open_selling_rests(helene, camille, mail):
    first, second = complain(helene, camille, mail), complain(helene, camille, mail, words="Nobody called back.")
    complaints.close(complaint=first, words="A new clasp.", by=by(camille), at=LATER)
    assert scopes(helene, paris("2025-12-01")) == [Scope.SELLING]
    complaints.close(complaint=second, words="Called.", by=by(camille), at=LATER)
    assert scopes(helene, paris("2025-12-01")) == []


def test_i12_a_rest_that_was_there_before_ends_no_sooner_than_it_would_have(helene, camille, mail):
    holding.hold(
        client=helene, because="Travelling.", scope=Scope.SELLING, until=paris("2025-09-01"), by=by(camille), at=AT
    )
    matter = complain(helene, camille, mail, at=LATER)
    assert scopes(helene, paris("2026-01-01")) == [Scope.SELLING]
    complaints.close(complaint=matter, words="A new clasp.", by=by(camille), at=LATER)
    assert [scopes(helene, paris(day)) for day in ("2025-08-31", "2025-09-02")] == [[Scope.SELLING], []]


def test_i12_a_rest_without_an_end_outlasts_the_matter(helene, camille, mail):
    holding.hold(client=helene, because="As she wished.", scope=Scope.SELLING, by=by(camille), at=AT)
    complaints.close(complaint=complain(helene, camille, mail, at=LATER), words="Settled.", by=by(camille), at=LATER)
    assert (scopes(helene, paris("2026-01-01")), Hold.objects.count()) == ([Scope.SELLING], 1)
