"""A tap asks a model for another wording; what may be shown is kept, and the composed letter stands in every other case."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from carnet.journal.models import Detail, Line
from carnet.outreach import tasks
from carnet.outreach.actions import drafting
from carnet.outreach.models import Draft, Suggestion
from carnet.outreach.queries import drafts
from carnet.outreach.rules.drafting import prompt
from carnet.outreach.rules.drafting.drafter import Port
from carnet.privacy.actions import erasing
from tests import cast
from tests.conftest import paris
from tests.factories import models, people, story
from tests.outreach.conftest import prepared

AT = paris("2025-03-11", "09:00")


@pytest.fixture
def stub(monkeypatch):
    with models.running() as stub:
        monkeypatch.setattr(Port, "drafter", stub.drafter())
        yield stub


@pytest.fixture
def suggestion(camille, amara) -> Suggestion:
    """Amara came in on the sixth and left without a piece."""
    story.visit(amara, to=camille, on=paris("2025-03-06", "15:00"), pieces=[cast.AUBE_RING])
    story.yes(amara, on=paris("2025-01-10"))
    return Suggestion.objects.get(day=prepared(camille, "2025-03-11"), client=amara)


def reworded(letter: str) -> str:
    """As a good model does: the frame as it is, between it other words."""
    first, *_body, last = letter.split("\n\n")
    return f"{first}\n\nI have been thinking of you, and wished to say so.\n\nWith kind regards,\n{last}"


def asked(suggestion: Suggestion, camille, at: dt.datetime = AT) -> Draft:
    return drafting.ask(suggestion=suggestion, by=people.by(camille), at=at)


def written(suggestion: Suggestion, camille) -> Draft:
    tasks.write_draft(draft=str(asked(suggestion, camille).id))
    return drafts.latest(suggestion)


def test_a_tap_leaves_a_row_and_a_job_and_asks_nobody(stub, suggestion, camille):
    draft = asked(suggestion, camille)
    assert drafts.latest(suggestion) == draft
    assert (draft.is_waiting, draft.text, draft.member, draft.happened_at) == (True, "", camille, AT)
    (job,) = ProcrastinateJob.objects.filter(task_name=tasks.write_draft.name)
    assert job.args == {"draft": str(draft.id)}
    assert stub.received == []


def test_asking_again_while_it_is_written_is_asking_once(stub, suggestion, camille):
    assert asked(suggestion, camille) == asked(suggestion, camille, AT + dt.timedelta(minutes=1))
    assert ProcrastinateJob.objects.filter(task_name=tasks.write_draft.name).count() == 1


def test_what_nobody_wrote_in_two_minutes_may_be_asked_anew(stub, suggestion, camille):
    lost = asked(suggestion, camille)
    again = asked(suggestion, camille, AT + dt.timedelta(minutes=2))
    lost.refresh_from_db()
    assert again != lost
    assert lost.objections == ["unreachable"]


def test_a_good_draft_is_kept_with_where_it_came_from(stub, suggestion, camille):
    stub.says(reworded(suggestion.letter))
    draft = written(suggestion, camille)
    told = prompt.build(drafts.evidence_of(draft))
    assert draft.text == reworded(suggestion.letter)
    assert (draft.model, draft.prompt_hash, draft.objections, draft.used) == ("openai/stub-1", told.digest, [], False)
    assert len(stub.received) == 1


@pytest.mark.parametrize(
    ("said", "objections"),
    [
        (lambda letter: reworded(letter).replace("wished", "wished, with Margaux,"), ["name"]),
        (lambda letter: reworded(letter).replace("say so", "see you on Saturday"), ["date", "name"]),
        (lambda letter: reworded(letter).replace("I have", "<b>I</b> have"), ["not_plain"]),
        (lambda _letter: "", ["unreachable"]),
    ],
)
def test_what_may_not_be_shown_is_not_kept(stub, suggestion, camille, said, objections):
    stub.says(said(suggestion.letter))
    draft = written(suggestion, camille)
    assert (draft.text, draft.objections, draft.is_waiting) == ("", objections, False)


def test_a_job_that_runs_twice_asks_once(stub, suggestion, camille):
    stub.says(reworded(suggestion.letter))
    draft = written(suggestion, camille)
    tasks.write_draft(draft=str(draft.id))
    assert len(stub.received) == 1
    assert Line.objects.filter(act="outreach.draft_written").count() == 1


def test_no_transaction_is_open_while_a_model_is_asked(stub, suggestion, camille, monkeypatch):
    """One that is would keep rows locked for twenty seconds; the test's own is the only one."""
    depth = []
    real = Port.drafter

    class Looking:
        model = real.model

        def write(self, told):
            depth.append(len(connection.savepoint_ids))
            return real.write(told)

    stub.says(reworded(suggestion.letter))
    outside = len(connection.savepoint_ids)
    draft = asked(suggestion, camille)
    monkeypatch.setattr(Port, "drafter", Looking())
    tasks.write_draft(draft=str(draft.id))
    assert depth == [outside]


def test_without_a_model_nothing_is_asked(suggestion, camille):
    assert not drafts.are_possible()
    with pytest.raises(drafting.CannotDraft, match="No language model"):
        asked(suggestion, camille)
    assert not Draft.objects.exists()


def test_a_model_taken_away_in_between_leaves_the_composed_letter(stub, suggestion, camille, monkeypatch):
    draft = asked(suggestion, camille)
    monkeypatch.setattr(Port, "drafter", None)
    tasks.write_draft(draft=str(draft.id))
    assert drafts.latest(suggestion).objections == ["unreachable"]


def test_another_morning_lets_the_draft_of_the_last_one_go(stub, suggestion, camille):
    stub.says(reworded(suggestion.letter))
    draft = written(suggestion, camille)
    Suggestion.objects.filter(id=suggestion.id).delete()
    draft.refresh_from_db()
    assert draft.suggestion is None
    assert drafts.evidence_of(draft) is None


def test_using_it_is_noted_once_and_sends_nothing(stub, suggestion, camille):
    stub.says(reworded(suggestion.letter))
    draft = written(suggestion, camille)
    for _ in range(2):
        used = drafting.use(draft=draft, by=people.by(camille), at=AT)
    assert used.used
    assert [line.act for line in Line.objects.filter(act__startswith="outreach.draft").order_by("id")] == [
        "outreach.draft_asked", "outreach.draft_written", "outreach.draft_used",
    ]  # fmt: skip


def test_what_was_refused_cannot_be_used(stub, suggestion, camille):
    stub.says("<b>")
    with pytest.raises(drafting.CannotDraft, match="no other wording"):
        drafting.use(draft=written(suggestion, camille), by=people.by(camille), at=AT)


def test_the_journal_learns_nothing_of_the_text(stub, suggestion, camille):
    stub.says(reworded(suggestion.letter))
    written(suggestion, camille)
    lines = Line.objects.filter(act__startswith="outreach.draft")
    assert {(line.reason, line.digest) for line in lines} == {("", ""), ("shown", "")}
    assert not Detail.objects.filter(line__in=lines).exists()


def test_a_draft_goes_with_her(stub, suggestion, camille, amara):
    stub.says(reworded(suggestion.letter))
    written(suggestion, camille)
    erasing.carry_out(client=amara, by=people.by(camille), at=AT)
    assert not Draft.objects.exists()
