"""The house, its colleagues, its clients and its references."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import introducing
from carnet.clients.kinds import PointKind
from carnet.clients.models import Client
from carnet.consent.actions import stating
from carnet.consent.kinds import BasisKind, Purpose
from carnet.house.actions import admitting, opening
from carnet.house.kinds import SCOPED_TO_BOUTIQUE, RoleKind
from carnet.house.models import Boutique, Member
from carnet.kit.acts import By, Via
from carnet.products.actions import cataloguing
from carnet.products.kinds import Making, ReferenceKind
from carnet.products.models import Reference
from tests import cast

OPENED = dt.datetime(2024, 1, 2, 8, 0, tzinfo=dt.UTC)
THE_HOUSE = By(None, Via.DEMO)


def by(member: Member, via: Via = Via.SCREEN) -> By:
    return By(member.id, via)


def open_vauclair(at: dt.datetime = OPENED) -> None:
    opening.open_house(
        name=cast.MAISON, country="FR", zone="Europe/Paris", currency="EUR", language="en", by=THE_HOUSE, at=at
    )
    stating.state_basis(
        purpose=Purpose.CARE,
        kind=BasisKind.LEGITIMATE_INTEREST,
        words="We look after what we sold.",
        by=THE_HOUSE,
        at=at,
    )


def boutique(shop: cast.Shop = cast.RUE_DU_MAIL, at: dt.datetime = OPENED) -> Boutique:
    return Boutique.objects.filter(name=shop.name).first() or opening.open_boutique(
        name=shop.name, city=shop.city, country=shop.country, zone=shop.zone, currency=shop.currency,
        opening_days=shop.opening_days, by=THE_HOUSE, at=at,
    )  # fmt: skip


def colleague(who: cast.Colleague, at: dt.datetime = OPENED) -> Member:
    if known := Member.objects.filter(handle=who.handle).first():
        return known
    member = admitting.admit(
        name=who.name, handle=who.handle, signature=who.signature, language=who.language, working_days=who.working_days,
        by=THE_HOUSE, at=at,
    )  # fmt: skip
    kind = RoleKind(who.role)
    shop = boutique(who.shop, at) if kind in SCOPED_TO_BOUTIQUE else None
    admitting.give_role(member=member, kind=kind, boutique=shop, by=THE_HOUSE, at=at)
    return member


def client(
    who: cast.Acquaintance, *, of: Member | None = None, at: dt.datetime = OPENED, shop: cast.Shop = cast.RUE_DU_MAIL
) -> Client:
    person = introducing.Person(
        display=who.display, description=who.description, given=who.given, family=who.family, title=who.title,
        reading=who.reading, order=who.order, spoken=who.spoken, written=who.written, gender=who.gender,
        language=who.language, country=who.country, city=who.city, prefers_channel=who.prefers_channel,
        prefers_hours=who.prefers_hours,
    )  # fmt: skip
    known = introducing.introduce(person=person, boutique=boutique(shop, at), by=THE_HOUSE, at=at)
    if who.email:
        introducing.reach(client=known, kind=PointKind.EMAIL, raw=who.email, by=THE_HOUSE, at=at)
    if who.phone:
        introducing.reach(client=known, kind=PointKind.PHONE, raw=who.phone, by=THE_HOUSE, at=at)
    if of is not None:
        assigning.assign(client=known, member=of, boutique=boutique(shop, at), why=Why.INTRODUCED, by=THE_HOUSE, at=at)
    return known


def reference(model: cast.Model, at: dt.datetime = OPENED) -> Reference:
    if known := Reference.objects.filter(sku=model.sku).first():
        return known
    made = cataloguing.catalogue(
        brand=cast.MAISON, sku=model.sku, name=model.name, category=model.category, plate=model.plate,
        kind=ReferenceKind(model.kind), making=Making(model.making), material=model.material, by=THE_HOUSE, at=at,
    )  # fmt: skip
    cataloguing.price(reference=made, amount=Decimal(model.price), currency="EUR", by=THE_HOUSE, at=at)
    return made
