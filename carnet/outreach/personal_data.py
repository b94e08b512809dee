"""What was suggested about a client, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from carnet.interactions.personal_data import hers_alone
from carnet.kit.personal_data import Holding, Person
from carnet.occasions.personal_data import hers as her_days
from carnet.outreach.models import Answer, Day, Decided, Draft, Moment, Question, Suggestion

KEEPS = "As long as she is a client of the house."


def _about_her(person: Person) -> QuerySet[Suggestion]:
    """Those to her, and those to others that rest on a day of hers and so say her name."""
    resting = Q()
    for day in her_days(person).values_list("id", flat=True):
        resting |= Q(reasons__contains=[{"facts": [{"id": str(day)}]}])
    return Suggestion.objects.filter(Q(client=person.id) | Q(promise__client=person.id) | resting)


def _asked_of_her(person: Person) -> QuerySet[Question]:
    hers = Q(client=person.id) | Q(line__sale__client=person.id) | Q(encounter__in=hers_alone(person))
    return Question.objects.filter(hers)


def _written_of_her(person: Person) -> QuerySet[Draft]:
    """To her, or to somebody else about a day of hers."""
    return Draft.objects.filter(Q(client=person.id) | Q(suggestion__in=_about_her(person)))


HOLDINGS = (
    Holding(
        table=Draft,
        of=("client", "suggestion"),
        rows=_written_of_her,
        what="That a language model was asked to write a letter another way, and what it wrote.",
        why="To know which letters a model wrote, and how well.",
        how_long=KEEPS,
        gives=("happened_at", "model", "text", "used"),
    ),
    Holding(
        table=Suggestion,
        of=("client", "promise"),
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
        table=Moment,
        of=("client",),
        rows=lambda person: Moment.objects.filter(client=person.id),
        what="That chance decided whether a suggestion about her was made, and what it decided.",
        why="To learn whether leaving people in peace serves them.",
        how_long=KEEPS,
        gives=("on", "reason", "held"),
    ),
    Holding(
        table=Question,
        of=("client", "line", "encounter"),
        rows=_asked_of_her,
        what="What her advisor was asked about her.",
        why="To know her better from the start.",
        how_long=KEEPS,
        gives=("on", "ask", "answer"),
    ),
    Holding(
        table=Decided,
        of=("client",),
        rows=lambda person: Decided.objects.filter(client=person.id),
        what="What was decided about her from a day on: to write, to wait, or to leave her in peace; and why.",
        why="So that the house can say why she was left in peace.",
        how_long=KEEPS,
        gives=("since", "until", "verdict"),
    ),
)
OURS: Mapping[type, str] = {
    Day: "An advisor's morning: whom it shows are its suggestions, and why the others rest is decided about each of them.",
}
WORDS = {Suggestion: ("letter",), Draft: ("text",)}
