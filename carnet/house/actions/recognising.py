"""Saying who, and which boutique, a name in another system's export is: asked once (ruling 6)."""

from __future__ import annotations

import datetime as dt
import unicodedata
import uuid
from collections.abc import Collection

from django.db import transaction

from carnet.house.kinds import Act
from carnet.house.models import Boutique, Maison, Member, PlaceName, StaffName
from carnet.kit import acts, ids


@transaction.atomic
def meet(
    *, source: str, people: Collection[str], places: Collection[str], by: acts.By, at: dt.datetime
) -> tuple[int, int]:
    """Note the names a source uses, each once; how many people and places are still to be asked about.

    A name that is exactly a colleague's (or her handle), or a boutique's, is recognised at once.
    """
    colleagues = {
        _same(word): member for member in Member.objects.order_by("id") for word in (member.handle, member.name)
    }
    boutiques = {_same(boutique.name): boutique for boutique in Boutique.objects.order_by("id")}
    StaffName.objects.bulk_create(
        (
            StaffName(
                id=ids.derived("staff", source, name),
                source=source,
                name=name,
                member=found,
                answered_at=at if found else None,
            )
            for name in sorted(people)
            for found in [colleagues.get(_same(name))]
        ),
        ignore_conflicts=True,
    )
    PlaceName.objects.bulk_create(
        (
            PlaceName(
                id=ids.derived("place", source, name),
                source=source,
                name=name,
                boutique=found,
                answered_at=at if found else None,
            )
            for name in sorted(places)
            for found in [boutiques.get(_same(name))]
        ),
        ignore_conflicts=True,
    )
    staff = StaffName.objects.filter(source=source, name__in=people, answered_at__isnull=True)
    asked = PlaceName.objects.filter(source=source, name__in=places, answered_at__isnull=True)
    if people or places:
        acts.record(act=Act.NAMES_MET, by=by, on=acts.On("maison", Maison.objects.get().id), at=at)
    return staff.count(), asked.count()


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@transaction.atomic
def recognise_person(*, staff_name: StaffName, member: Member | None, by: acts.By, at: dt.datetime) -> uuid.UUID:
    """That name is this member; nobody means that it is not a person of the house (a till, "Web"). The line's id."""
    StaffName.objects.filter(id=staff_name.id).update(member=member, answered_at=at)
    return acts.record(act=Act.NAME_RECOGNISED, by=by, on=acts.On("staff_name", staff_name.id), at=at)


@transaction.atomic
def recognise_place(*, place_name: PlaceName, boutique: Boutique | None, by: acts.By, at: dt.datetime) -> uuid.UUID:
    """That name is this boutique; none means that it is not one (a web shop, a warehouse). The line's id."""
    PlaceName.objects.filter(id=place_name.id).update(boutique=boutique, answered_at=at)
    return acts.record(act=Act.NAME_RECOGNISED, by=by, on=acts.On("place_name", place_name.id), at=at)
