"""A member lets a phone tell her that something is due, is told once a day at most, and has enough of it."""

from __future__ import annotations

import datetime as dt
import uuid

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import transaction
from django.utils.translation import gettext as _

from carnet.capture.kinds import Act
from carnet.capture.models import Holder, PushAddress, PushKey
from carnet.capture.rules import addresses, envelopes
from carnet.house.models import Member
from carnet.journal import recording, sealing
from carnet.kit import acts, moments


class CannotNotice(ValueError):
    """Nothing can be told on that phone; the sentence says why."""


@transaction.atomic
def make_key(*, by: acts.By, at: dt.datetime) -> PushKey:
    """The house's key for push services; made the first time it is asked for."""
    if found := PushKey.objects.first():
        return found
    pair = ec.generate_private_key(ec.SECP256R1())
    private = pair.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = envelopes.point(pair.public_key())
    # Two workers at once: the house keeps one key.
    PushKey.objects.bulk_create(
        [PushKey(public=public, private=sealing.locked(private), made_at=at)], ignore_conflicts=True
    )
    kept = PushKey.objects.get()
    recording.record(act=Act.KEY_MADE, by=by, on=acts.On("push_key", kept.id), at=at)
    return kept


@transaction.atomic
def allow(
    *, device: uuid.UUID | None, member: Member, endpoint: str, key: str, secret: str, here: bool, by: acts.By, at: dt.datetime
) -> PushAddress:  # fmt: skip
    """A phone of hers may tell her. `key` and `secret` as a browser writes them; `here` is a test's. Raises CannotNotice."""
    held = Holder.objects.select_related("device").filter(device=device, member=member).first()
    if held is None or held.device.wiped_at or held.device.tablet_id:
        raise CannotNotice(_("Ask this on a phone of your own, once it has shown Today."))
    try:
        addresses.target(endpoint, here=here)
        said = {"key": addresses.key(key), "secret": addresses.secret(secret)}
    except addresses.NotAnAddress as error:
        raise CannotNotice(_("This browser gave no address that Carnet can use.")) from error
    # Whoever had this phone before is not told on it any more.
    PushAddress.objects.filter(endpoint=endpoint).delete()
    PushAddress.objects.filter(device=held.device, member=member).delete()
    kept = PushAddress.objects.create(device=held.device, member=member, endpoint=endpoint, since=at, **said)
    recording.record(act=Act.NOTICED, by=by, on=acts.On("push_address", kept.id), at=at, reason="allowed")
    return kept


@transaction.atomic
def end(*, address: PushAddress, by: acts.By, at: dt.datetime, reason: str) -> None:
    """It is not told any more: she has enough of it, or its push service knows it no longer."""
    PushAddress.objects.filter(id=address.id).delete()
    recording.record(act=Act.NOTICED, by=by, on=acts.On("push_address", address.id), at=at, reason=reason)


@transaction.atomic
def begin(*, member: Member, zone: str, by: acts.By, at: dt.datetime) -> list[PushAddress]:
    """Where she is told now. Nowhere, when she was told on this day already: a task that runs twice says nothing twice."""
    hers = PushAddress.objects.select_for_update(of=("self",)).filter(member=member, device__wiped_at__isnull=True)
    found = list(hers.order_by("id"))
    today = moments.day_of(at, zone)
    if any(each.told_at and moments.day_of(each.told_at, zone) >= today for each in found):
        return []
    PushAddress.objects.filter(id__in=[each.id for each in found]).update(told_at=at)
    for each in found:
        recording.record(act=Act.NOTICED, by=by, on=acts.On("push_address", each.id), at=at, reason="told")
    return found


@transaction.atomic
def not_told(*, address: PushAddress) -> None:  # house: act-is-recorded -- nothing was said
    """Its push service could not be reached: in an hour it may be."""
    PushAddress.objects.filter(id=address.id).update(told_at=address.told_at)
