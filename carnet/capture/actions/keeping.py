"""Keeping a note, whichever way it came: from a form, or in an envelope some hours later."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books import policy
from carnet.capture.actions import proposing, typing_up
from carnet.capture.kinds import Changed, DepositState, EnvelopeKind
from carnet.capture.models import Deposit, Picture
from carnet.capture.queries import sounding
from carnet.capture.rules.notes import Note
from carnet.clients.actions import introducing
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, Started
from carnet.interactions.models import Encounter
from carnet.kit import acts, moments
from carnet.products.models import Reference

CHANNELS = {EncounterKind.CALL: EncounterChannel.PHONE, EncounterKind.LETTER: EncounterChannel.OTHER}
LINE = 120
"""Of a note's words, as many as stand for it among promises."""


class CannotKeep(ValueError):
    """The note cannot be kept as given; the sentence says why."""


class NotHers(CannotKeep):
    """Somebody in it is not hers to see, or not any more."""


@dataclasses.dataclass(frozen=True)
class Kept:
    """A note in the house's records, whom it is about, and what it changed beyond her story (X-7)."""

    encounter: Encounter
    client: Client
    changed: tuple[Changed, ...]


@transaction.atomic
def keep(
    *, note: Note, member: Member, boutique: Boutique, mutation: uuid.UUID, happened_at: dt.datetime, by: acts.By,
    at: dt.datetime, sees: Member | None = None, shown: Client | None = None,
) -> Kept:  # fmt: skip
    """Keep it in her story. The same `mutation` again returns the first.

    `happened_at` and `at` are aware instants, the first not after the second; `sees` is whose eyes it is kept with, when a
    manager takes in what a colleague left; `shown` somebody whom policy has just shown to the caller. Raises CannotKeep, and
    NotHers when the people in it may not be seen.
    """
    sounding.alone_with(mutation)
    early = sounding.early(mutation)
    if early.kept and (first := _first(mutation, by)):
        return first
    people = [shown] if shown and note.people == (shown.id,) else _people(note, sees or member, boutique, by, at)
    try:
        encounter = logging.log(
            clients=people, happening=_happening(note), boutique=boutique, members=[member], happened_at=happened_at,
            pieces=[(each, Handled.SHOWN) for each in Reference.objects.filter(id__in=note.pieces)],
            come_back_on=note.back_on(moments.day_of(happened_at, boutique.zone)),
            # A promise is read by whoever sees her page: what was kept for one alone does not stand in it.
            come_back_words=("" if note.is_private else note.words[:LINE]) or _("Come back to it"),
            mutation=mutation, by=by, at=at,
        )  # fmt: skip
    except logging.CannotLog as error:
        raise CannotKeep(str(error)) from error
    if early.pictures:
        Picture.objects.filter(note=mutation).update(encounter=encounter, client=people[0])
    to_come = typing_up.meet(encounter=encounter, note=note, by=by, at=at) if early.spoken else bool(note.recordings)
    if early.undone:
        _taken_back_already(encounter, mutation, by, at)
    found = proposing.propose(encounter=encounter, client=people[0], member=member, by=by, at=at)
    return Kept(encounter, people[0], tuple(_changed(note, found=bool(found), to_come=to_come)))


def _first(mutation: uuid.UUID, by: acts.By) -> Kept | None:
    kept = Encounter.objects.filter(mutation=mutation, author=by.member).first()
    about = kept and kept.presences.order_by("part", "id").select_related("client").last()
    return Kept(kept, about.client, ()) if kept and about else None


def _people(note: Note, member: Member, boutique: Boutique, by: acts.By, at: dt.datetime) -> list[Client]:
    if note.people:
        seen = policy.clients_visible_to(member, at).in_bulk(note.people)
        if len(seen) < len(note.people):
            raise NotHers(_("Somebody in this note is not in your book any more."))
        return [seen[each] for each in note.people]
    if not note.search.strip():
        raise CannotKeep(_("A few words will do: what was searched, for whom."))
    person = introducing.Person(description=note.search.strip())
    return [introducing.introduce(person=person, boutique=boutique, by=by, at=at)]


def _happening(note: Note) -> logging.Happening:
    return logging.Happening(
        kind=note.kind,
        channel=CHANNELS.get(note.kind, EncounterChannel.IN_STORE),
        started_by=Started.HOUSE if note.kind == EncounterKind.LETTER else Started.CLIENT,
        left=note.left,
        words=note.words,
        is_private=note.is_private,
    )


def _taken_back_already(encounter: Encounter, mutation: uuid.UUID, by: acts.By, at: dt.datetime) -> None:
    """Its undoing may have overtaken it on the way."""
    overtook = Deposit.objects.filter(of=mutation, kind=EnvelopeKind.TAKEN_BACK, state=DepositState.WAITING)
    if overtook.update(state=DepositState.KEPT, encounter=encounter.id, because="", held=None):
        logging.take_back(encounter=encounter, by=by, at=at)


def _changed(note: Note, *, found: bool, to_come: bool) -> list[Changed]:
    told = {
        Changed.TO_BE_NAMED: not note.people,
        Changed.PROMISE: bool(note.back),
        Changed.AWAITS_SALE: note.left == Left.BOUGHT,
        Changed.PROPOSALS: found,
        Changed.TO_BE_TYPED: to_come,
    }
    return [each for each, holds in told.items() if holds]
