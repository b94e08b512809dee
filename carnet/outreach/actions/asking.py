"""Asking a little in the first weeks, and keeping what was answered: it sends nothing (ruling 3)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.clients.actions import noting
from carnet.house.models import Boutique, Maison, Member
from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.outreach.kinds import Act, Ask
from carnet.outreach.models import Question
from carnet.outreach.queries import questions
from carnet.purchases.actions import joining
from carnet.purchases.actions import recording as sales
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Word

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
                id=ids.derived("question", wonder.ask, str(wonder.client), str(wonder.line or "")),
                member=member, ask=wonder.ask, client_id=wonder.client, line_id=wonder.line, on=on, known_from=at, noted_in=line,
            )
            for wonder in wonders
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    return questions.standing(member, on)


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
    Question.objects.filter(id=kept.id).update(answered_at=at, answer=said[:20])
    recording.record(
        act=Act.QUESTION_ANSWERED, by=by, on=acts.On("question", kept.id, kept.client_id), at=at, reason=said[:20]
    )
