"""A person becomes known to the house: by a name, or by the search she came with."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.kinds import Act, NameOrder, PointKind
from carnet.clients.models import Client, ClientEntry, ClientPoint, ContactPoint, KnownAt
from carnet.house.models import Boutique, Maison
from carnet.journal import recording
from carnet.kit import acts, contact, db, ids

ENTERED = (
    "title", "given", "family", "display", "reading", "order", "preferred", "spoken", "written", "gender", "form",
    "language", "country", "city", "prefers_channel", "prefers_hours",
)  # fmt: skip


STATED = (
    "other_languages", "passing_until", "with_us_since", "sensitivity", "one_boutique_only", "buys", "influences", "is_minor",
    "is_mentioned_only", "description",
)  # fmt: skip
"""What only a person says, so that no import competes with it; the journal keeps what stood before."""


class CannotIntroduce(ValueError):
    """Nothing was said by which she could be known; the sentence says what to give."""


@dataclasses.dataclass(frozen=True)
class Person:
    """What is said of a person by hand; empty is unsaid."""

    display: str = ""
    description: str = ""
    given: str = ""
    family: str = ""
    title: str = ""
    reading: str = ""
    order: str = NameOrder.GIVEN_FIRST
    preferred: str = ""
    spoken: str = ""
    written: str = ""
    gender: str = ""
    form: str = "formal"
    language: str = ""
    country: str = ""
    city: str = ""
    prefers_channel: str = ""
    prefers_hours: str = ""


@transaction.atomic
def introduce(
    *,
    person: Person,
    boutique: Boutique,
    by: acts.By,
    at: dt.datetime,
    mentioned_only: bool = False,
    minor: bool = False,
) -> Client:
    """Make a client known at that boutique. Raises CannotIntroduce when neither a name nor a description is given."""
    display = contact.plain(person.display).strip() or " ".join(filter(None, (person.given, person.family)))
    if not display and not person.description.strip():
        raise CannotIntroduce(
            _("Give a name, or a few words on what was searched: “engagement, oval, size 50, with his sister”.")
        )
    noted = ids.new()
    said = dataclasses.asdict(person) | {
        "display": display,
        "description": "" if display else person.description.strip(),
    }
    client = Client.objects.create(
        **said,
        is_minor=minor,
        is_mentioned_only=mentioned_only,
        happened_at=at,
        known_from=at,
        noted_in_id=noted,
    )
    _enter(client, {field: value for field in ENTERED if (value := said[field])}, noted, at)
    KnownAt.objects.create(
        client=client, boutique=boutique, is_home=True, period=db.since(at), known_from=at, noted_in_id=noted
    )
    recording.record(act=Act.INTRODUCED, by=by, on=acts.On("client", client.id, client.id), at=at, line_id=noted)
    return client


@transaction.atomic
def describe(*, client: Client, changes: dict[str, Any], by: acts.By, at: dt.datetime) -> None:
    """What a colleague enters about her: it stands above any import from now on. Raises CannotIntroduce."""
    if unknown := changes.keys() - {*ENTERED, *STATED}:
        raise CannotIntroduce(_("There is nothing called %(field)s on her page.") % {"field": min(unknown)})
    kept = Client.objects.select_for_update().get(id=client.id)
    before = {field: getattr(kept, field) for field in changes}
    for field, value in changes.items():
        setattr(kept, field, value)
    if kept.display and kept.description:
        kept.description = ""
    if not kept.display and not kept.description:
        raise CannotIntroduce(_("She needs a name, or a description of her search."))
    noted = ids.new()
    kept.save()
    _enter(kept, {field: value for field, value in changes.items() if field in ENTERED}, noted, at)
    recording.record(
        act=Act.NAMED if "display" in changes else Act.DESCRIBED, by=by, on=acts.On("client", client.id, client.id), at=at,
        detail={"before": before, "after": changes}, line_id=noted,
    )  # fmt: skip


@transaction.atomic
def reach(*, client: Client, kind: PointKind, raw: str, by: acts.By, at: dt.datetime, label: str = "") -> ClientPoint:
    """Note where she can be reached. Raises CannotIntroduce when it is no number or address."""
    country = client.country or Maison.objects.get().country
    value = {PointKind.PHONE: lambda: contact.phone(raw, country), PointKind.EMAIL: lambda: contact.mail(raw)}.get(
        kind, raw.strip
    )()
    if not value:
        raise CannotIntroduce(_("“%(text)s” is not a number or address that a word could be sent to.") % {"text": raw})
    point, _made = ContactPoint.objects.get_or_create(
        kind=kind, value=value, defaults={"id": ids.derived("point", kind, value)}
    )
    Client.objects.select_for_update().get(id=client.id)
    if held := ClientPoint.objects.filter(client=client, point=point, period__overlap=db.since(at)).first():
        return held
    line = recording.record(act=Act.REACHABLE_AT, by=by, on=acts.On("client", client.id, client.id), at=at, reason=kind)
    return ClientPoint.objects.create(
        client=client, point=point, raw=raw, label=label, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def no_longer_at(*, held: ClientPoint, by: acts.By, at: dt.datetime, reason: str) -> None:
    """She is no longer reached there: a number given up, an address left."""
    held.period = db.until(held.period, at)
    held.save(update_fields=["period"])
    recording.record(
        act=Act.NO_LONGER_AT, by=by, on=acts.On("client", held.client_id, held.client_id), at=at, reason=reason
    )


@transaction.atomic
def known_also_at(*, client: Client, boutique: Boutique, by: acts.By, at: dt.datetime) -> None:
    """Another boutique knows her too; her home stays where it is."""
    Client.objects.select_for_update().get(id=client.id)
    if KnownAt.objects.filter(client=client, boutique=boutique, period__contains=at).exists():
        return
    line = recording.record(act=Act.WELCOMED_AT, by=by, on=acts.On("client", client.id, client.id), at=at)
    has_home = KnownAt.objects.filter(client=client, is_home=True, period__contains=at).exists()
    KnownAt.objects.create(
        client=client, boutique=boutique, is_home=not has_home, period=db.since(at), known_from=at, noted_in=line
    )


@transaction.atomic
def died(*, client: Client, on: dt.date, by: acts.By, at: dt.datetime) -> None:
    """She has died: nothing in her name leaves the house from now on (ruling 14)."""
    Client.objects.filter(id=client.id).update(died_on=on)
    recording.record(act=Act.DIED, by=by, on=acts.On("client", client.id, client.id), at=at)


def _enter(client: Client, said: dict[str, Any], noted: uuid.UUID, at: dt.datetime) -> None:
    ClientEntry.objects.bulk_create(
        ClientEntry(client=client, field=field, value=value, by_hand=True, known_from=at, noted_in_id=noted)
        for field, value in said.items()
    )
