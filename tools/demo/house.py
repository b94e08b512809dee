"""The demo house, made from the cast."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from carnet.clients.actions import households, noting
from carnet.clients.kinds import HouseholdRole, RelationKind
from carnet.clients.models import Client
from carnet.consent.actions import granting, holding
from carnet.consent.kinds import Channel, ProofKind, Purpose
from carnet.house.models import Maison
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import EncounterKind, Handled, Left
from carnet.kit import moments
from carnet.occasions.actions import noting_dates
from carnet.purchases.actions import recording
from carnet.purchases.kinds import GiftKind
from tests import cast
from tests.factories import people

DAY = dt.timedelta(days=1)


@transaction.atomic
def make() -> None:
    """Everything, dated relative to today."""
    now = timezone.now()  # noqa: TID251 -- the demo happens today
    start = now - 3 * 365 * DAY
    people.open_vauclair(at=start)
    Maison.objects.update(is_demo=True)
    shop = people.boutique(at=start)
    staff = {who.handle: people.colleague(who, at=start) for who in cast.COLLEAGUES}
    for model in cast.MODELS:
        people.reference(model, at=start)
    camille, by = staff["camille"], people.by(staff["camille"])
    known: dict[str, Client] = {}
    for who in cast.CLIENTS:
        known[who.display] = people.client(who, of=camille, at=start + 30 * DAY)
    helene, paolo, bianca = (known[who.display] for who in cast.FAMILY)
    antoine, amara, ingrid = known["Antoine Renard"], known["Amara Okafor"], known["Ingrid Lindqvist"]
    home = households.found(name="The Marchettis", by=by, at=start + 30 * DAY)
    for client, role in ((helene, HouseholdRole.PRIMARY), (paolo, HouseholdRole.SPOUSE), (bianca, HouseholdRole.CHILD)):
        households.join(household=home, client=client, role=role, by=by, at=start + 30 * DAY)
    households.relate(client=helene, other=paolo, kind=RelationKind.SPOUSE, by=by, at=start + 30 * DAY)
    households.relate(client=helene, other=bianca, kind=RelationKind.CHILD, by=by, at=start + 30 * DAY)
    for kind, words in (("metal", "Platinum and white gold. Never yellow."), ("size", "Ring 52, measured 4 November. Wrist 16.5 cm."),
                        ("manner", "One piece at a time, and no numbers unless she asks."), ("salon", "No lilies. Tea, not champagne."),
                        ("wish", "Lune earrings, a strap in slate.")):  # fmt: skip
        noting.note(client=helene, kind=kind, words=words, by=by, at=start + 60 * DAY)
    pendant, earrings = people.reference(cast.LUNE_PENDANT), people.reference(cast.LUNE_EARRINGS)
    for ago in (700, 610, 520, 470, 380, 300, 210, 130, 60, 26):
        logging.log(
            clients=[helene], happening=logging.Happening(kind=EncounterKind.VISIT, left=Left.LOOKED, minutes=40, words="Tried the Lune earrings twice and set them back each time. Wants to think until Christmas."),
            boutique=shop, members=[camille], happened_at=now - ago * DAY, pieces=[(earrings, Handled.TRIED), (pendant, Handled.SHOWN)], by=by, at=now - ago * DAY,
        )  # fmt: skip
    for client, model, ago, kind in (
        (helene, cast.AUBE_SOLITAIRE, 450, GiftKind.HERSELF),
        (antoine, cast.LUNE_EARRINGS, 350, GiftKind.UNNAMED),
        (amara, cast.MERIDIEN, 30, GiftKind.HERSELF),
        (ingrid, cast.STRAP, 3, GiftKind.UNKNOWN),
    ):
        sale = recording.record(
            client=client,
            boutique=shop,
            currency="EUR",
            bought=[recording.Bought(people.reference(model), Decimal(model.price))],
            happened_at=now - ago * DAY,
            by=by,
            at=now - ago * DAY,
        )
        line = sale.lines.get()
        if kind != GiftKind.UNKNOWN:
            on = moments.day_of(now + 16 * DAY, shop.zone)
            recording.for_whom(
                line=line,
                kind=kind,
                occasion="wedding" if kind == GiftKind.UNNAMED else "",
                occasion_on=on.replace(year=on.year - 1) if kind == GiftKind.UNNAMED else None,
                by=by,
                at=now - ago * DAY,
            )
    for client in (antoine, amara, helene, ingrid):
        granting.grant(
            client=client,
            purpose=Purpose.INVITATION,
            channel=Channel.WHATSAPP,
            proof=ProofKind.IN_PERSON,
            words="Yes, by message.",
            by=by,
            at=now - 300 * DAY,
        )
    logging.log(
        clients=[amara],
        happening=logging.Happening(
            kind=EncounterKind.VISIT, left=Left.THINKING, words="Asked for the Aube ring in 49. She decides slowly."
        ),
        boutique=shop,
        members=[camille],
        happened_at=now - 4 * DAY,
        pieces=[(people.reference(cast.AUBE_RING), Handled.ASKED)],
        by=by,
        at=now - 4 * DAY,
    )
    promises.promise(
        client=ingrid,
        words="Strap samples in grey, for her husband’s watch",
        due_on=now.date(),
        owner=camille,
        by=by,
        at=now - 6 * DAY,
    )
    noting_dates.note(
        kind="birthday", day_month=moments.DayMonth(5, 3), client=bianca, told_by=helene, by=by, at=now - 200 * DAY
    )
    holding.hold(client=known["Luca Ferrante"], because="Asked for a little time.", by=by, at=now - 5 * DAY)
