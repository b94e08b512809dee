"""What was kept on the floor about a person, and what was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from carnet.capture.models import (
    Asking,
    Deposit,
    Details,
    Device,
    Holder,
    Picture,
    Proposal,
    PushAddress,
    PushKey,
    Recording,
    SealingKey,
    SoundPart,
)
from carnet.interactions.personal_data import hers_alone, with_her
from carnet.kit.personal_data import Holding, Person, naming

KEEPS = "As long as she is a client of the house."


def _left_by(person: Person) -> QuerySet[Details]:
    """Hers, and what waits under a number nobody else has or beside a visit nobody else made."""
    waiting = Q(number__in=person.reached_at) | Q(asking__encounter__in=hers_alone(person))
    return Details.objects.filter(Q(client=person.id) | (Q(client__isnull=True) & waiting))


def _held_for(person: Person) -> QuerySet[Deposit, Any]:
    """Notes about her that were put aside, by the mutation that what was spoken and photographed for them names."""
    return Deposit.objects.filter(client=person.id).exclude(held=None).values("mutation")


def _of_her(person: Person) -> Q:
    return Q(encounter__in=hers_alone(person)) | Q(encounter=None, note__in=_held_for(person))


def _proposed(person: Person) -> QuerySet[Proposal]:
    """Of her, and of somebody else where she was when it names her: nobody needs it enough to read half of it."""
    named = naming(person.where_she_is)
    of_others = Q(encounter__in=with_her(person)) & (Q(words__iregex=named) | Q(sentence__iregex=named))
    hers = Q(client=person.id) | Q(encounter__in=hers_alone(person))
    return Proposal.objects.filter(hers | of_others if named else hers)


HOLDINGS = (
    Holding(
        table=Details,
        of=("client", "asking"),
        rows=_left_by,
        what="What she left on her own telephone, and what she agreed to under her signature.",
        why="The house must be able to show it (GDPR, Art. 7(1)).",
        how_long=KEEPS,
        gives=("left_at", "name", "number", "language", "agreed", "wording", "version", "signature"),
    ),
    Holding(
        table=Asking,
        of=("encounter",),
        rows=lambda person: Asking.objects.filter(encounter__in=hers_alone(person)),
        what="That a code was shown to her, with which she could leave her details.",
        why="So that it works once.",
        how_long=KEEPS,
        gives=("made_at", "used_at"),
    ),
    Holding(
        table=Proposal,
        of=("client", "encounter"),
        rows=_proposed,
        what="What a note seemed to tell of her, and whether her advisor said that it is so.",
        why="So that an advisor need not type it twice.",
        how_long=KEEPS,
        gives=("proposed_at", "words", "sentence", "confirmed"),
    ),
    Holding(
        table=SoundPart,
        of=("recording",),
        rows=lambda person: SoundPart.objects.filter(recording__in=Recording.objects.filter(_of_her(person))),
        what="The sound of a note about her, until it was typed up.",
        why="To type it up.",
        how_long="Until it is typed up, and thirty days at most.",
    ),
    Holding(
        table=Recording,
        of=("encounter",),
        rows=lambda person: Recording.objects.filter(_of_her(person)),
        what="That a note about her was spoken.",
        why="To type it up.",
        how_long=KEEPS,
        gives=("received_at", "language", "words"),
    ),
    Holding(
        table=Picture,
        of=("client", "encounter"),
        rows=lambda person: Picture.objects.filter(Q(client=person.id) | _of_her(person)),
        what="Photographs of her pieces.",
        why="To know a piece again.",
        how_long=KEEPS,
        gives=("taken_at", "width", "height"),
    ),
    Holding(
        table=Deposit,
        of=("client",),
        rows=lambda person: Deposit.objects.filter(client=person.id),
        without=lambda _person: {"client": None, "held": None},
        impersonal=("kind", "fingerprint", "app_version", "state", "because", "changed"),
        what="A note about her that came from a phone and was put aside for a manager.",
        why="Nothing written on a phone is lost.",
        how_long="Until a manager has settled it.",
        gives=("happened_at", "state"),
    ),
)
OURS: Mapping[type, str] = {
    Device: "A browser of the house's: it knows nobody.",
    Holder: "Which of our people used it, and when last.",
    SealingKey: "A key.",
    PushKey: "A key.",
    PushAddress: "Where one of our people is told that something is due: it knows no client.",
}
WORDS = {Proposal: ("words", "sentence"), Recording: ("words",)}
