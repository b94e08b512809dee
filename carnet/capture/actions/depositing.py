"""An envelope comes in: opened, kept once, or put aside; nothing that was written on a phone is lost."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Callable

from django.db import IntegrityError, transaction

from carnet.capture.actions import keeping, receiving
from carnet.capture.kinds import Act, DepositState, EnvelopeKind, Unread
from carnet.capture.models import Deposit, Device, Holder, SealingKey
from carnet.capture.rules import envelopes, notes
from carnet.capture.rules.envelopes import Envelope
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.house.queries import scope_of
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter, Presence
from carnet.journal import recording, sealing
from carnet.kit import acts, ids

LASTS = dt.timedelta(days=30)
"""After she was last signed in on it, a device's envelopes are still hers (S-30)."""


CONFLICT = "another_body"


class NotOurs(ValueError):
    """No envelope of a device we know: nothing is kept of it."""


@transaction.atomic
def deposit(*, envelope: Envelope, sent_at: dt.datetime, by: acts.By, at: dt.datetime) -> Deposit:
    """Take one envelope in, exactly once: the same again is answered from the first.

    `sent_at` is the phone's clock as it sends, so that its age is known whatever that clock says; `by` says through which
    door, and the member is the one whom the signed header names. The same mutation with another body is put aside under
    another name, because of `CONFLICT`. Raises NotOurs.
    """
    device, holder = _from(envelope)
    clear = _opened(envelope)
    header = envelope.header
    kept = Deposit(
        device=device, mutation=header.mutation, kind=header.kind, member=holder.member, number=header.number, of=header.of,
        fingerprint=hashlib.sha256(f"{header.kind} {header.of} ".encode() + clear).hexdigest(),
        app_version=header.app_version, claimed_at=header.kept_at, received_at=at, state=DepositState.KEPT,
        happened_at=envelopes.happened(header, sent_at=sent_at, received_at=at, since=device.last_contact_at),
    )  # fmt: skip
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
    except IntegrityError:
        # The same at the very same time has waited here for the first.
        return _again(kept, clear, by, at)
    _settle(kept, clear, holder, acts.By(holder.member_id, by.via), at)
    kept.save()
    return kept


def _from(envelope: Envelope) -> tuple[Device, Holder]:
    header = envelope.header
    # One device's envelopes come in one after the other: a note, its undoing and its sound must see each other.
    held = (
        Holder.objects.select_for_update(of=("device",))
        .select_related("device", "member")
        .filter(device=header.device, member=header.member)
        .first()
    )
    if held is None or not envelopes.signed_by(envelope, bytes(held.device.public)):
        raise NotOurs(Unread.SIGNATURE)
    return held.device, held


def _opened(envelope: Envelope) -> bytes:
    key = SealingKey.objects.filter(id=envelope.header.key).first()
    if key is None:
        raise NotOurs(Unread.KEY)
    try:
        return envelopes.opened(envelope, sealing.unlocked(bytes(key.private)))
    except envelopes.Unreadable as error:
        raise NotOurs(Unread.SEALED) from error


def _again(asked: Deposit, clear: bytes, by: acts.By, at: dt.datetime) -> Deposit:
    """What came of it the first time. Another body under the same mutation is nobody's wish, and is put aside all the same."""
    first = Deposit.objects.get(device=asked.device, mutation=asked.mutation)
    if first.fingerprint == asked.fingerprint:
        return first
    asked.mutation = ids.derived("another body", str(first.mutation), asked.fingerprint)
    if known := Deposit.objects.filter(device=asked.device, mutation=asked.mutation).first():
        return known
    _aside(asked, clear, DepositState.REFUSED, CONFLICT, acts.By(asked.member_id, by.via), at)
    asked.save(force_insert=True)
    return asked


def _settle(kept: Deposit, clear: bytes, holder: Holder, by: acts.By, at: dt.datetime) -> None:
    """What becomes of it. Whatever cannot be kept now is put aside whole, for a manager."""
    if not holder.member.is_active or scope_of(holder.member, at).stands_in is None:
        return _aside(kept, clear, DepositState.QUARANTINED, "disabled", by, at)
    if holder.seen_at < at - LASTS:
        return _aside(kept, clear, DepositState.QUARANTINED, "unseen", by, at)
    try:
        with transaction.atomic():
            BY_KIND[EnvelopeKind(kept.kind)](kept, clear, holder.member, by, at)
    except keeping.NotHers:
        _aside(kept, clear, DepositState.QUARANTINED, "not_hers", by, at)
    except (keeping.CannotKeep, receiving.CannotReceive, notes.NotANote):
        _aside(kept, clear, DepositState.REFUSED, "unreadable", by, at)
    return None


def _aside(kept: Deposit, clear: bytes, state: DepositState, because: str, by: acts.By, at: dt.datetime) -> None:
    kept.state, kept.because, kept.held, kept.client = state, because, sealing.locked(clear), _about(kept, clear)
    recording.record(act=Act.SET_ASIDE, by=by, on=acts.On("deposit", kept.id), at=at, reason=because)


def _about(kept: Deposit, clear: bytes) -> Client | None:
    """Whose erasure must also erase what is put aside."""
    if kept.kind != EnvelopeKind.NOTE:
        return _of_its_note(kept)
    try:
        return Client.objects.filter(id__in=notes.read(clear).people[:1]).first()
    except notes.NotANote:
        return None


def _of_its_note(kept: Deposit) -> Client | None:
    """Of sound, a picture or an undoing: whoever the note it names is about, kept or put aside."""
    if kept.of is None:
        return None
    present = Presence.objects.filter(encounter__mutation=kept.of, encounter__author=kept.member).order_by(
        "-part", "id"
    )
    if (first := present.select_related("client").first()) is not None:
        return first.client
    held = Deposit.objects.filter(mutation=kept.of, member=kept.member, client__isnull=False).select_related("client")
    found = held.first()
    return found.client if found else None


def _note(kept: Deposit, clear: bytes, member: Member, by: acts.By, at: dt.datetime) -> None:
    boutique = scope_of(member, at).stands_in
    assert boutique is not None
    done = keeping.keep(
        note=notes.read(clear), member=member, boutique=boutique, mutation=kept.mutation, happened_at=kept.happened_at, by=by,
        at=at,
    )  # fmt: skip
    kept.encounter, kept.changed = done.encounter.id, list(done.changed)


def _taken_back(kept: Deposit, _clear: bytes, member: Member, by: acts.By, at: dt.datetime) -> None:
    """An undoing: of what is here, or of what is still on its way."""
    found = Encounter.objects.filter(mutation=kept.of, author=member).first()
    if found is None:
        kept.state = DepositState.WAITING
        return
    try:
        logging.take_back(encounter=found, by=by, at=at)
    except logging.CannotLog as error:
        raise keeping.CannotKeep(str(error)) from error
    kept.encounter = found.id


def _sound(kept: Deposit, clear: bytes, member: Member, _by: acts.By, at: dt.datetime) -> None:
    receiving.sound(part=clear, note=_whole(kept.of), member=member, at=at)


def _picture(kept: Deposit, clear: bytes, member: Member, by: acts.By, _at: dt.datetime) -> None:
    receiving.picture(sent=clear, note=_whole(kept.of), member=member, by=by, at=kept.happened_at)


def _whole(of: uuid.UUID | None) -> uuid.UUID:
    if of is None:
        raise notes.NotANote(Unread.OF)
    return of


type Settling = Callable[[Deposit, bytes, Member, acts.By, dt.datetime], None]
BY_KIND: dict[EnvelopeKind, Settling] = {
    EnvelopeKind.NOTE: _note,
    EnvelopeKind.TAKEN_BACK: _taken_back,
    EnvelopeKind.SOUND: _sound,
    EnvelopeKind.PICTURE: _picture,
}


@transaction.atomic
def met(
    *, device: Device, member: Member | None, at: dt.datetime
) -> None:  # house: act-is-recorded -- only when we last heard from it
    """We heard from it: nothing it sends later can have happened before what it sent now."""
    Device.objects.filter(id=device.id, last_contact_at__lt=at).update(last_contact_at=at)
    if member is not None:
        Holder.objects.filter(device=device, member=member).update(seen_at=at)
