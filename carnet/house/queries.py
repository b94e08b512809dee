"""What the house is, as of a moment."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.contrib.auth.hashers import check_password

from carnet.house.kinds import RoleKind, SettingName, TermKind
from carnet.house.models import Boutique, Maison, Member, Role, Setting, Term
from carnet.house.rules import DEFAULTS
from carnet.kit import moments


@dataclasses.dataclass(frozen=True)
class Scope:
    """What a member holds at a moment: where she advises, what she manages, and whether she sees the whole maison."""

    member: uuid.UUID
    advises: frozenset[uuid.UUID]
    manages: frozenset[uuid.UUID]
    whole_maison: bool
    hosts: bool
    stands_in: Boutique | None
    """Of the boutiques she works in, the first by name."""

    @property
    def boutiques(self) -> frozenset[uuid.UUID]:
        """Every boutique she works in."""
        return self.advises | self.manages

    def manages_any(self) -> bool:
        """Whether she manages a boutique, or the maison."""
        return bool(self.manages) or self.whole_maison


def the_maison() -> Maison | None:
    """The house, once it is open."""
    return Maison.objects.first()


def staffed(as_of: dt.datetime) -> dt.datetime:
    """The moment at which to look who works here: days before the house was open are read with its first day's people."""
    maison = the_maison()
    if maison is None:
        return as_of
    return max(as_of, moments.close_of(moments.day_of(maison.opened_at, maison.zone), maison.zone))


def scope_of(member: Member, as_of: dt.datetime) -> Scope:
    """What her roles give her then."""
    held = list(Role.objects.filter(member=member, period__contains=as_of).select_related("boutique"))
    advised = {role.boutique_id: role.boutique for role in held if role.kind == RoleKind.ADVISOR and role.boutique}
    managed = {role.boutique_id: role.boutique for role in held if role.kind == RoleKind.MANAGER and role.boutique}
    boutiques = {**advised, **managed}.values()
    return Scope(
        member=member.id,
        advises=frozenset(boutique.id for boutique in advised.values()),
        manages=frozenset(boutique.id for boutique in managed.values()),
        whole_maison=any(role.kind == RoleKind.HEAD_OFFICE for role in held),
        hosts=any(role.kind == RoleKind.HOST for role in held),
        stands_in=min(boutiques, key=lambda boutique: boutique.name, default=None),
    )


def decides(scope: Scope, as_of: dt.datetime) -> bool:
    """Whether she decides for the whole house: head office; where there is none, whoever manages a boutique."""
    if scope.whole_maison:
        return True
    return (
        bool(scope.manages)
        and not Role.objects.filter(kind=RoleKind.HEAD_OFFICE, period__contains=as_of, member__is_active=True).exists()
    )


def manager_of(boutique: Boutique, as_of: dt.datetime) -> Member | None:
    """Whose morning the boutique's book is: of several managers the first appointed."""
    role = (
        Role.objects.filter(boutique=boutique, kind=RoleKind.MANAGER, period__contains=staffed(as_of))
        .select_related("member")
        .order_by("period__startswith", "member_id")
        .first()
    )
    return role.member if role else None


def staff_of(boutique: Boutique, as_of: dt.datetime) -> list[Member]:
    """Those who work there then, by name."""
    return list(
        Member.objects.filter(roles__boutique=boutique, roles__period__contains=staffed(as_of))
        .distinct()
        .order_by("name", "id")
    )


def gone(as_of: dt.datetime) -> list[uuid.UUID]:
    """Those who held no role in the house then: what they had promised is a colleague's."""
    there = Role.objects.filter(period__contains=staffed(as_of)).values("member")
    return list(Member.objects.exclude(id__in=there).values_list("id", flat=True))


def setting(name: SettingName, as_of: dt.datetime) -> Any:
    """What the house had decided by then."""
    kept = (
        Setting.objects.filter(name=name, since__lte=as_of).order_by("-since").values_list("value", flat=True).first()
    )
    return DEFAULTS[name] if kept is None else kept


def settings(as_of: dt.datetime) -> dict[SettingName, Any]:
    """Everything the house had decided by then, in one statement."""
    kept = Setting.objects.filter(since__lte=as_of).order_by("name", "-since").distinct("name")
    return DEFAULTS | {SettingName(name): value for name, value in kept.values_list("name", "value")}


def terms(kind: TermKind) -> list[Term]:
    """The words of one vocabulary still in use, in the house's order."""
    return list(Term.objects.filter(kind=kind, retired_at__isnull=True).order_by("position", "code"))


def is_her_code(member: Member, code: str) -> bool:
    """Whether that is the code she types on a shared tablet."""
    return bool(member.code) and check_password(code, member.code)


def workers(on: dt.date) -> list[tuple[Member, Boutique]]:
    """Everyone with a morning on that day, by name: each once, in the boutique where she began first."""
    held: list[tuple[Role, Boutique]] = []
    for boutique in Boutique.objects.order_by("name", "id"):
        as_of = staffed(moments.close_of(on, boutique.zone))
        roles = Role.objects.filter(boutique=boutique, period__contains=as_of)
        held += [(role, boutique) for role in roles.select_related("member").order_by("member_id", "id")]
    found: dict[uuid.UUID, tuple[Member, Boutique]] = {}
    for role, boutique in sorted(held, key=lambda each: each[0].period.lower):
        found.setdefault(role.member_id, (role.member, boutique))
    return sorted(found.values(), key=lambda pair: (pair[0].name, str(pair[0].id)))
