"""A browser becomes a device of the house's, is met again, and is wiped when it is lost."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.capture.kinds import Act
from carnet.capture.models import Device, Holder, SealingKey
from carnet.capture.rules import envelopes
from carnet.house.models import Member, Tablet
from carnet.journal import recording, sealing
from carnet.kit import acts


class CannotEnrol(ValueError):
    """That is no device; the sentence says why."""


@transaction.atomic
def sealing_key(*, by: acts.By, at: dt.datetime) -> SealingKey:
    """The key under which envelopes are sealed now; made the first time it is asked for."""
    if found := SealingKey.objects.filter(retired_at__isnull=True).first():
        return found
    public, private = envelopes.new_key()
    made = SealingKey(public=public, private=sealing.locked(private), made_at=at)
    # Two first devices at once: the house keeps one key.
    SealingKey.objects.bulk_create([made], ignore_conflicts=True)
    kept = SealingKey.objects.get(retired_at__isnull=True)
    if kept.id == made.id:
        recording.record(act=Act.KEY_MADE, by=by, on=acts.On("sealing_key", kept.id), at=at)
    return kept


@transaction.atomic
def enrol(
    *, public: bytes, name: str, member: Member, by: acts.By, at: dt.datetime, tablet: Tablet | None = None
) -> Device:
    """That browser is hers, or the boutique's when it is a shared tablet. `public` is its key, 65 bytes. Raises CannotEnrol."""
    if not envelopes.is_point(public):
        raise CannotEnrol(_("This browser gave no key that Carnet can read: reload the page."))
    device, is_new = Device.objects.get_or_create(
        public=public, defaults={"name": name[:60], "tablet": tablet, "enrolled_at": at, "last_contact_at": at}
    )
    if device.wiped_at:
        raise CannotEnrol(_("This device was wiped: clear its site data, and come in again."))
    Holder.objects.update_or_create(device=device, member=member, defaults={"seen_at": at})
    if is_new:
        recording.record(act=Act.ENROLLED, by=by, on=acts.On("device", device.id), at=at)
    return device


@transaction.atomic
def wipe(*, device: Device, by: acts.By, at: dt.datetime, reason: str) -> None:
    """It is lost: what it can read goes at its next contact, and what it still holds for the house comes in (S-32)."""
    Device.objects.filter(id=device.id, wiped_at__isnull=True).update(wiped_at=at)
    recording.record(act=Act.WIPED, by=by, on=acts.On("device", device.id), at=at, reason=reason)
