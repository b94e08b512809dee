"""Somebody without a name yet leaves it herself, on her own telephone, and signs for what may reach her (ruling 11)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import secrets
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books import queries as books
from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.capture.kinds import Act
from carnet.capture.models import Asking, Details
from carnet.capture.queries import details as left
from carnet.clients.actions import introducing
from carnet.clients.kinds import PointKind
from carnet.clients.models import Client
from carnet.consent.actions import granting
from carnet.consent.kinds import Channel, ProofKind, Purpose
from carnet.house.models import Boutique, Member
from carnet.house.queries import scope_of
from carnet.house.rules import digest
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter
from carnet.journal import recording
from carnet.journal.models import Line
from carnet.kit import acts, contact, ids

LASTS = dt.timedelta(hours=2)
BYTES = 16
"""128 bits."""
HERSELF = acts.By(None, acts.Via.SCREEN)
"""She is no member of the house, and nobody of the house did it for her."""
LONGEST_PROOF = 400


class CannotLeave(ValueError):
    """What she wrote cannot be kept; the sentence says what to change."""


class Closed(CannotLeave):
    """That code was used, is too old, or never was: nobody can tell which."""


@dataclasses.dataclass(frozen=True)
class Agreed:
    """A box she ticked."""

    purpose: Purpose
    channel: Channel
    words: str
    """What stood beside it."""


@dataclasses.dataclass(frozen=True)
class Said:
    """What she wrote and signed."""

    name: str
    number: str
    language: str
    agreed: tuple[Agreed, ...]
    wording: str
    version: str
    signature: str


@transaction.atomic
def ask(
    *, member: Member, boutique: Boutique, by: acts.By, at: dt.datetime, encounter: Encounter | None = None,
    note: uuid.UUID | None = None,
) -> str:  # fmt: skip
    """A code for that visit, or for the note that is still being written; the one shown before works no more."""
    if encounter is None:
        encounter = Encounter.objects.filter(mutation=note, author=member).first()
    same = Asking.objects.filter(member=member, used_at__isnull=True, expires_at__gt=at)
    same = same.filter(encounter=encounter) if encounter else same.filter(note=note)
    same.update(expires_at=at)
    token = secrets.token_urlsafe(BYTES)
    made = Asking.objects.create(
        id=ids.new(), token=digest(token), member=member, boutique=boutique, encounter=encounter, note=note, made_at=at,
        expires_at=at + LASTS,
    )  # fmt: skip
    recording.record(act=Act.DETAILS_ASKED, by=by, on=acts.On("asking", made.id), at=at)
    return token


@transaction.atomic
def leave(*, token: str, said: Said, at: dt.datetime) -> Details:
    """Keep what she left, and let it join her visit. Raises CannotLeave, and Closed when the code no longer works."""
    asking = (
        Asking.objects.select_for_update(of=("self",))
        .filter(token=digest(token), used_at__isnull=True, expires_at__gt=at, member__is_active=True)
        .select_related("member", "boutique", "encounter")
        .first()
    )
    if asking is None:
        raise Closed(_("This page has closed."))
    name, signature = contact.plain(said.name).strip(), contact.plain(said.signature).strip()
    number = contact.phone(said.number, asking.boutique.country)
    if not name or not signature:
        raise CannotLeave(_("Write your name, and sign with it."))
    if not number:
        raise CannotLeave(_("That is no telephone number: begin with + and the number of your country."))
    asking.used_at = at
    asking.save(update_fields=["used_at"])
    kept = Details.objects.create(
        id=ids.new(), asking=asking, name=name, number=number, language=said.language, wording=said.wording,
        version=said.version, signature=signature, left_at=at,
        agreed=[{"purpose": each.purpose, "channel": each.channel, "words": each.words} for each in said.agreed],
    )  # fmt: skip
    recording.record(act=Act.DETAILS_LEFT, by=HERSELF, on=acts.On("details", kept.id), at=at)
    _try(kept, at)
    return kept


@transaction.atomic
def meet(*, encounter: uuid.UUID, line: Line) -> None:  # house: act-is-recorded -- joining records
    """The note is there, and her details may have been there before it: they join."""
    mutation = Encounter.objects.filter(id=encounter, mutation__isnull=False).values("mutation")
    asked = Asking.objects.filter(note__in=mutation, encounter__isnull=True, member=line.by_id)
    if not asked.update(encounter=encounter):
        return
    waiting = Details.objects.filter(asking__encounter=encounter, client__isnull=True)
    for kept in waiting.select_related("asking__member", "asking__boutique", "asking__encounter"):
        _try(kept, line.at)


@transaction.atomic
def join(*, details: Details, client: Client | None, by: acts.By, at: dt.datetime) -> Client:
    """Her advisor says whose they are: of somebody the house knows, or of somebody new. Details settled stay as they are."""
    kept = Details.objects.select_for_update().get(id=details.id)
    if kept.client_id:
        return Client.objects.get(id=kept.client_id)
    encounter = kept.asking.encounter
    if client is None:
        return _as_new(kept, _described(encounter), by, at)
    if encounter is not None and not encounter.presences.filter(client=client).exists():
        logging.name(encounter=encounter, client=client, by=by, at=at)
    _settle(kept, client, PointKind.PHONE, kept.number, by, at)
    return client


@transaction.atomic
def let_go(*, details: Details, by: acts.By, at: dt.datetime, reason: str) -> None:
    """They were nobody's: nothing of them stays."""
    if Details.objects.filter(id=details.id, client__isnull=True).delete()[0]:
        recording.record(act=Act.DETAILS_LET_GO, by=by, on=acts.On("details", details.id), at=at, reason=reason)


def _try(kept: Details, at: dt.datetime) -> None:
    """Let them join their visit, unless somebody has that number: then her advisor is asked.

    It is done either way and then taken back, so that no clock tells a stranger whether the house knows a number.
    """
    described = _described(kept.asking.encounter)
    if described is None:
        return
    known = left.known_at(kept.number, kept.asking.member, at)
    with transaction.atomic():
        _as_new(kept, described, HERSELF, at, instead=str(kept.id) if known else "")
        transaction.set_rollback(bool(known))
    if known:
        kept.client_id = kept.settled_at = None


def _described(encounter: Encounter | None) -> Client | None:
    """Who came without a name, in that visit."""
    if encounter is None or encounter.taken_back_at:
        return None
    there = encounter.presences.filter(client__display="", client__external_ids__isnull=True).select_related("client")
    first = there.order_by("-part", "id").first()
    return first.client if first else None


def _as_new(
    kept: Details, described: Client | None, by: acts.By, at: dt.datetime, *, instead: str = ""
) -> Client:  # fmt: skip
    """She has a name from now on, and what was searched stays with the visit. `instead` of her number, when it is a trial."""
    asking = kept.asking
    if described is None:
        person = introducing.Person(display=kept.name, language=kept.language)
        client = introducing.introduce(person=person, boutique=asking.boutique, by=by, at=at)
    else:
        client, search = described, described.description
        changes = {"display": kept.name, "language": kept.language}
        introducing.describe(client=client, changes=changes, by=by, at=at)
        if asking.encounter and search not in asking.encounter.words:
            logging.add_words(encounter=asking.encounter, words=search, by=by, at=at)
    advises = asking.boutique_id in scope_of(asking.member, at).advises
    if advises and not books.holders_of(client, at):
        assigning.assign(
            client=client, member=asking.member, boutique=asking.boutique, why=Why.INTRODUCED, by=by, at=at
        )
    _settle(kept, client, PointKind.POST if instead else PointKind.PHONE, instead or kept.number, by, at)
    return client


def _settle(kept: Details, client: Client, kind: PointKind, raw: str, by: acts.By, at: dt.datetime) -> None:
    """Where she is reached, and what she agreed to, with the words she saw and her signature under them."""
    introducing.reach(client=client, kind=kind, raw=raw, by=by, at=at)
    for each in kept.agreed:
        granting.grant(
            client=client, purpose=Purpose(each["purpose"]), channel=Channel(each["channel"]), proof=ProofKind.FORM,
            words=f"{each['words']} · {kept.signature} · {kept.version}"[:LONGEST_PROOF], by=by, at=at,
        )  # fmt: skip
    kept.client, kept.settled_at = client, at
    kept.save(update_fields=["client", "settled_at"])
    recording.record(act=Act.DETAILS_JOINED, by=by, on=acts.On("client", client.id, client.id), at=at)
