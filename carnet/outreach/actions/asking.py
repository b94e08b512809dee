"""Asking a little what only her advisor knows, and keeping what was answered: it sends nothing (ruling 3)."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.actions import noting
from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.house.models import Boutique, Maison, Member
from carnet.intelligence.actions import confirming
from carnet.intelligence.kinds import ReadingKind, Silence
from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.outreach.kinds import Act, Ask
from carnet.outreach.models import Question
from carnet.outreach.queries import questions
from carnet.purchases.actions import joining
from carnet.purchases.actions import recording as sales
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Word

WELL, IN_PEACE, BY_HAND = "well", "in_peace", "by_hand"
"""What may be said of a silence, beside not knowing."""
FOR_WHOM = {"herself": GiftKind.HERSELF, "gift": GiftKind.UNNAMED}


@transaction.atomic
def ask(*, member: Member, boutique: Boutique, on: dt.date, by: acts.By, at: dt.datetime) -> list[Question]:
    """Ask today's questions once; those asked before and not answered are not asked again."""
    if Question.objects.filter(member=member, on=on).exists():
        return questions.standing(member, on)
    wonders = questions.wonders(member, boutique, on, Maison.objects.get().opened_at)
    if not wonders:
        return []
    line = recording.record(act=Act.QUESTIONS_ASKED, by=by, on=acts.On("member", member.id), at=at)
    Question.objects.bulk_create(
        (
            Question(
                id=ids.derived("question", wonder.ask, str(wonder.client), str(wonder.line or _again(wonder, on))),
                member=member, ask=wonder.ask, client_id=wonder.client, line_id=wonder.line, on=on, known_from=at, noted_in=line,
            )
            for wonder in wonders
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    return questions.standing(member, on)


def _again(wonder: questions.Wonder, on: dt.date) -> str:
    """What is asked once has no day; a silence may be asked about again after a year."""
    return on.isoformat() if wonder.ask == Ask.SILENCE else ""


@transaction.atomic
def answer(*, question: Question, said: str, by: acts.By, at: dt.datetime, words: str = "") -> None:
    """Keep the answer and what it tells; skipping is an answer too, and the question does not come back."""
    kept = Question.objects.select_for_update(of=("self",)).select_related("client", "line__sale").get(id=question.id)
    if kept.answered_at:
        return
    if kept.ask == Ask.FOR_WHOM and said in FOR_WHOM and kept.line:
        sales.for_whom(line=kept.line, kind=FOR_WHOM[said], by=by, at=at)
    if kept.ask == Ask.BY_HEART and words.strip() and kept.client:
        noting.note(client=kept.client, kind="note", words=words.strip()[:400], by=by, at=at)
    if kept.ask == Ask.JOIN_SALE and said == "none":
        for word in Word.objects.filter(client=kept.client, sale__isnull=True, dismissed_at__isnull=True):
            joining.dismiss(word=word, by=by, at=at)
    if kept.ask == Ask.SILENCE and kept.client:
        _of_a_silence(kept, said, by, at)
    Question.objects.filter(id=kept.id).update(answered_at=at, answer=said[:20])
    recording.record(
        act=Act.QUESTION_ANSWERED, by=by, on=acts.On("question", kept.id, kept.client_id), at=at, reason=said[:20]
    )


def _of_a_silence(question: Question, said: str, by: acts.By, at: dt.datetime) -> None:
    """All is well: her word stands over the records. In peace: selling rests, to be looked at again. Else nothing."""
    silent = questions.silences([question.client_id], question.on, at) if question.client_id else []
    if not silent or not question.client:
        # Since this morning she came, or is held.
        return
    if said == WELL:
        confirming.revise(
            client=question.client, kind=ReadingKind.SILENCE, code=Silence.BY_HABIT, values=silent[0].values, on=question.on,
            by=by, at=at,
        )  # fmt: skip
    if said == IN_PEACE:
        with contextlib.suppress(holding.CannotHold), transaction.atomic():
            # One that is in force already says so.
            holding.hold(
                client=question.client, because=_("A long silence, left in peace."), scope=Scope.SELLING, by=by, at=at,
                reason=IN_PEACE,
            )  # fmt: skip
