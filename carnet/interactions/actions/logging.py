"""Keeping what happened between us, in one go: who, what it was, how it was left, and what was promised."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import promises
from carnet.interactions.kinds import Act, EncounterChannel, EncounterKind, Handled, Left, Part, Started
from carnet.interactions.models import Attendance, Encounter, PieceShown, Presence, Promise
from carnet.interactions.rules import reworded
from carnet.journal import recording
from carnet.kit import acts, contact, ids
from carnet.products.models import Reference

STRENGTH = {Handled.SHOWN: 0, Handled.TRIED: 1, Handled.KEPT_FOR_LATER: 2, Handled.ASKED: 3}
CORRECTABLE = dt.timedelta(hours=24)
"""Boutique ruling 10: who kept it can be corrected for a day."""


class CannotLog(ValueError):
    """The note cannot be kept as given; the sentence says why."""


@dataclasses.dataclass(frozen=True)
class Happening:
    """What is said of an encounter."""

    kind: EncounterKind
    channel: EncounterChannel = EncounterChannel.IN_STORE
    started_by: Started = Started.CLIENT
    left: Left = Left.UNSAID
    words: str = ""
    is_private: bool = False
    minutes: int | None = None
    outcome: str = ""
    occasion: str = ""
    company: str = ""
    mood: str = ""


@transaction.atomic
def log(
    *,
    clients: Sequence[Client],
    happening: Happening,
    boutique: Boutique | None,
    members: Sequence[Member],
    happened_at: dt.datetime,
    by: acts.By,
    at: dt.datetime,
    pieces: Sequence[tuple[Reference, Handled]] = (),
    come_back_on: dt.date | None = None,
    come_back_words: str = "",
    mutation: uuid.UUID | None = None,
    looked_for: Client | None = None,
) -> Encounter:
    """Keep an encounter. The same `mutation` again returns the first one: a second tap keeps nothing twice.

    `clients` are those who were there, the first being the one it was about; several for a couple. `happened_at` and
    `at` are aware instants; `come_back_on` becomes a promise; `looked_for` is the person for whom the pieces were looked
    at, when it was for somebody. Raises CannotLog.
    """
    if not clients:
        raise CannotLog(_("Say who it was with; “No name yet” will do."))
    if happened_at > at:
        raise CannotLog(_("That is still to come: a note is about what has happened."))
    noted = ids.new()
    said = dataclasses.asdict(happening) | {"words": contact.plain(happening.words).strip()}
    try:
        with transaction.atomic():
            encounter = Encounter.objects.create(
                **said, boutique=boutique, author_id=by.member, happened_at=happened_at, known_from=at, noted_in_id=noted,
                mutation=mutation,
            )  # fmt: skip
    except IntegrityError as error:
        # The same tap again, even at the very same time, when the second has waited for the first: it is the first.
        if mutation and (kept := Encounter.objects.filter(mutation=mutation, author=by.member).first()):
            return kept
        if mutation and Encounter.objects.filter(mutation=mutation).exists():
            raise CannotLog(_("A colleague has kept that note already: open a new one.")) from error
        raise
    _in_company(encounter, clients, members)
    _over_pieces(encounter, pieces, looked_for)
    if come_back_on:
        promises.promise(
            client=clients[0], words=come_back_words or "…", due_on=come_back_on, owner=members[0] if members else None,
            encounter=encounter, by=by, at=at,
        )  # fmt: skip
    on = acts.On("encounter", encounter.id, clients[0].id)
    recording.record(act=Act.LOGGED, by=by, on=on, at=at, reason=happening.kind, line_id=noted)
    return encounter


def _in_company(encounter: Encounter, clients: Sequence[Client], members: Sequence[Member]) -> None:
    """Who was there, on both sides."""
    Presence.objects.bulk_create(
        Presence(
            encounter=encounter,
            client=client,
            part=Part.COMPANION if number else Part.MAIN,
            happened_at=encounter.happened_at,
        )
        for number, client in enumerate(dict.fromkeys(clients))
    )
    Attendance.objects.bulk_create(Attendance(encounter=encounter, member=member) for member in dict.fromkeys(members))


def _over_pieces(encounter: Encounter, pieces: Sequence[tuple[Reference, Handled]], looked_for: Client | None) -> None:
    """What was shown, and for whom. Shown, then tried, then asked for: of one piece the strongest is kept."""
    strongest = dict(
        sorted(((reference.id, handled) for reference, handled in pieces), key=lambda each: STRENGTH[each[1]])
    )
    PieceShown.objects.bulk_create(
        PieceShown(encounter=encounter, reference_id=reference, handled=handled, for_whom=looked_for)
        for reference, handled in strongest.items()
    )


@transaction.atomic
def add_words(*, encounter: Encounter, words: str, by: acts.By, at: dt.datetime) -> Encounter:
    """What was spoken for a note and typed up after it: its words follow those that were there."""
    kept = Encounter.objects.select_for_update().get(id=encounter.id)
    encounter.words = "\n".join(filter(None, (kept.words, contact.plain(words).strip())))
    Encounter.objects.filter(id=encounter.id).update(words=encounter.words)
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="words_added")
    return encounter


@transaction.atomic
def reword(*, encounter: Encounter, sentence: str, instead: str, by: acts.By, at: dt.datetime) -> None:
    """A sentence leaves the note, and a promise in its words, with `instead` in its place.

    One that is not there any more changes nothing.
    """
    kept = Encounter.objects.select_for_update().get(id=encounter.id)
    kept.words = reworded(kept.words, sentence, instead)
    kept.save(update_fields=["words"])
    Promise.objects.filter(encounter=kept, words=sentence[:400]).update(words=instead[:400] or "…")
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", kept.id), at=at, reason="reworded")


@transaction.atomic
def also_shown(
    *, encounter: Encounter, pieces: Sequence[tuple[Reference, Handled]], by: acts.By, at: dt.datetime
) -> None:
    """Pieces that came to mind after the note; one that it has already stays as it is."""
    PieceShown.objects.bulk_create(
        [PieceShown(encounter=encounter, reference=reference, handled=handled) for reference, handled in pieces],
        ignore_conflicts=True,
    )
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="also_shown")


@transaction.atomic
def was_left(*, encounter: Encounter, left: Left, by: acts.By, at: dt.datetime) -> None:
    """How it was left, said after the note."""
    Encounter.objects.filter(id=encounter.id).update(left=left)
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="left")


@transaction.atomic
def take_back(*, encounter: Encounter, by: acts.By, at: dt.datetime) -> None:
    """Undo a note within a day of keeping it: it leaves the story, its line stays in the journal. Raises CannotLog."""
    if at - encounter.known_from > CORRECTABLE:
        raise CannotLog(_("A note can be taken back for a day; after that, add another that sets it right."))
    _leaves_the_story(encounter, at)
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="taken_back")


@transaction.atomic
def never_left(*, encounter: Encounter, by: acts.By, at: dt.datetime) -> None:
    """The letter was not sent after all, however late that is said: nothing happened, so nothing is told of it."""
    _leaves_the_story(encounter, at)
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="never_left")


def _leaves_the_story(encounter: Encounter, at: dt.datetime) -> None:
    Encounter.objects.filter(id=encounter.id, taken_back_at__isnull=True).update(taken_back_at=at)
    Promise.objects.filter(encounter=encounter, outcome="", taken_back_at__isnull=True).update(taken_back_at=at)


@transaction.atomic
def was_kept_by(*, encounter: Encounter, member: Member, by: acts.By, at: dt.datetime) -> None:
    """Kept under another's name on a shared tablet: put it right within a day. Raises CannotLog."""
    if at - encounter.known_from > CORRECTABLE:
        raise CannotLog(_("Whose note it is can be corrected for a day."))
    Attendance.objects.filter(encounter=encounter).delete()
    Attendance.objects.create(encounter=encounter, member=member)
    Encounter.objects.filter(id=encounter.id).update(author=member)
    recording.record(act=Act.CORRECTED, by=by, on=acts.On("encounter", encounter.id), at=at, reason="author")


@transaction.atomic
def name(*, encounter: Encounter, client: Client, by: acts.By, at: dt.datetime) -> None:
    """The visit without a name was hers: it joins her story (ruling 12)."""
    described = Presence.objects.filter(encounter=encounter, client__display="").values_list("client", flat=True)
    Promise.objects.filter(encounter=encounter, client__in=list(described)).update(client=client)
    Presence.objects.filter(encounter=encounter, client__in=list(described)).delete()
    Presence.objects.get_or_create(encounter=encounter, client=client, defaults={"happened_at": encounter.happened_at})
    recording.record(act=Act.NAMED, by=by, on=acts.On("encounter", encounter.id, client.id), at=at)


@transaction.atomic
def answer_seen(*, encounter: Encounter, answered: bool, by: acts.By, at: dt.datetime) -> None:
    """Whether she answered our letter, once somebody knows (ruling 1)."""
    Encounter.objects.filter(id=encounter.id).update(answered=answered, answer_known_at=at)
    recording.record(
        act=Act.ANSWER_SEEN, by=by, on=acts.On("encounter", encounter.id), at=at, reason="yes" if answered else "no"
    )
