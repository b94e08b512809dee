"""What was suggested about a client, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Func, JSONField, Q, QuerySet

from carnet.interactions.personal_data import hers_alone
from carnet.kit.personal_data import Holding, Person
from carnet.occasions.personal_data import hers as her_days
from carnet.outreach.models import Answer, Day, Question, Suggestion

KEEPS = "As long as she is a client of the house."


def _about_her(person: Person) -> QuerySet[Suggestion]:
    """Those to her, and those to others that rest on a day of hers and so say her name."""
    resting = Q()
    for day in her_days(person).values_list("id", flat=True):
        resting |= Q(reasons__contains=[{"facts": [{"id": str(day)}]}])
    return Suggestion.objects.filter(Q(client=person.id) | Q(promise__client=person.id) | resting)


def _left_in_peace(person: Person) -> QuerySet[Day]:
    return Day.objects.filter(at_rest__contains=[[str(person.id)]])


class _Others(Func):
    """A list of those at rest, without one of them."""

    template = (
        "(select coalesce(jsonb_agg(rests order by place), '[]') from jsonb_array_elements(%(expressions)s)"
        " with ordinality as listed (rests, place) where rests ->> 0 <> %(whom)s)"
    )
    output_field = JSONField()


def _without_her(person: Person) -> Mapping[str, Any]:
    return {"at_rest": _Others(F("at_rest"), whom=f"'{person.id}'")}


def _asked_of_her(person: Person) -> QuerySet[Question]:
    hers = Q(client=person.id) | Q(line__sale__client=person.id) | Q(encounter__in=hers_alone(person))
    return Question.objects.filter(hers)


HOLDINGS = (
    Holding(
        table=Suggestion,
        of=("client", "promise", "day"),
        rows=_about_her,
        what="That she was on a morning's list, why, and the letter that was prepared.",
        why="To write at the right moment, and not twice.",
        how_long=KEEPS,
        gives=("day__on", "reason", "letter"),
    ),
    Holding(
        table=Answer,
        of=("client", "encounter", "hold"),
        rows=lambda person: Answer.objects.filter(client=person.id),
        what="What her advisor answered to a suggestion.",
        why="So that she is not raised again for the same reason.",
        how_long=KEEPS,
        gives=("on", "reason", "reply", "because"),
    ),
    Holding(
        table=Answer,
        of=("encounter",),
        rows=lambda person: Answer.objects.filter(encounter__in=hers_alone(person)).exclude(client=person.id),
        without=lambda _person: {"encounter": None},
        impersonal=("reason", "reply", "because", "channel"),
        what="That an answer about somebody else was kept with a letter to her.",
        why="It was a mistake.",
        how_long=KEEPS,
    ),
    Holding(
        table=Question,
        of=("client", "line", "encounter"),
        rows=_asked_of_her,
        what="What her advisor was asked about her in the first weeks.",
        why="To know her better from the start.",
        how_long=KEEPS,
        gives=("on", "ask", "answer"),
    ),
    Holding(
        table=Day,
        rows=_left_in_peace,
        without=_without_her,
        what="Why she was left in peace on a morning.",
        why="So that her advisor can see it.",
        how_long=KEEPS,
    ),
)
OURS: Mapping[type, str] = {}
WORDS = {Suggestion: ("letter",)}
