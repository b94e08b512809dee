"""The rest of rue du Mail: those passing through, at rest, bereaved, unnamed, and a couple who decide together."""

from __future__ import annotations

import datetime as dt

from carnet.books.actions import claiming
from carnet.clients.actions import households, introducing
from carnet.clients.kinds import HouseholdRole, RelationKind
from carnet.clients.models import Client
from carnet.consent.actions import holding
from carnet.consent.kinds import Channel, Scope
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left
from carnet.kit import moments
from carnet.occasions.actions import noting_dates
from carnet.purchases.kinds import GiftKind
from tests import cast
from tools.demo import wares
from tools.demo.stories.telling import Telling, by

FIL = next(model for model in wares.MORE if model.sku == "VC-FIL-R")
JARDIN = next(model for model in wares.MORE if model.sku == "VC-JAR-B")
HEURE = next(model for model in wares.MORE if model.sku == "VC-HEU-P")

MARGUERITE = cast.Acquaintance(
    "Marguerite Penhallow", "Marguerite", "Penhallow", "Mrs", "she", "en", spoken="Mrs Penhallow", written="Dear Mrs Penhallow,",
    country="GB", city="Bath", email="m.penhallow@example.test",
)  # fmt: skip
GERALD = cast.Acquaintance(
    "Gerald Penhallow", "Gerald", "Penhallow", "Mr", "he", "en", spoken="Mr Penhallow", written="Dear Mr Penhallow,", country="GB",
    city="Bath",
)  # fmt: skip
CLARISSE = cast.Acquaintance(
    "Clarisse Fontanel", "Clarisse", "Fontanel", "Mme", "she", "fr", spoken="Madame", written="Chère Madame,",
    email="clarisse.fontanel@example.test", phone="+33639980043",
)  # fmt: skip
JULIEN = cast.Acquaintance(
    "Julien Darcourt", "Julien", "Darcourt", "M.", "he", "fr", spoken="Monsieur", written="Cher Monsieur,"
)
DELPHINE = cast.Acquaintance(
    "Delphine Aubrespin", "Delphine", "Aubrespin", "Mme", "she", "fr", spoken="Madame", written="Chère Madame,",
    email="delphine.aubrespin@example.test",
)  # fmt: skip
STUDENT = cast.Acquaintance("", description="watch, steel, for a first salary, speaks Portuguese, comes after five")


def tell(telling: Telling) -> None:
    """Each of them."""
    _nour(telling)
    _siyuan(telling)
    _saturday(telling)
    _penhallows(telling)
    _couple(telling)
    _unclaimed(telling)


def _nour(telling: Telling) -> None:
    """Twice a year, never in between: her silences are journeys."""
    hers = telling.about(cast.NOUR, of=cast.CAMILLE, since=905)
    hers.described(905, prefers_channel="whatsapp")
    for ago, words in ((905, "Here for ten days, with her mother. Emeralds, or nothing."), (550, "Straight from the airport, to see what was new."),
                       (183, "Her mother chose; she paid, and laughed about it.")):  # fmt: skip
        hers.met(ago, words, minutes=60)
    brooch = hers.bought(182, JARDIN, words="Carried to the hotel.")
    hers.gave(brooch, GiftKind.KNOWN, recipient=_mother(telling), given_ago=181)
    hers.met(2, "In Paris until the end of the week. Looked at the Rivière and said that it can wait for her next journey.", minutes=40,
             pieces=[(cast.RIVIERE, Handled.TRIED)], left=Left.THINKING)  # fmt: skip
    hers.described(2, passing_until=telling.days.ago(-5))
    hers.noted(
        550,
        ("stone", "Emeralds, or nothing."),
        ("life", "In Paris twice a year, and never in between."),
        ("salon", "Mint tea; her mother takes hers without."),
    )


def _mother(telling: Telling) -> Client:
    maker = telling.house.members[cast.CAMILLE.handle]
    shop = telling.house.shop_of(cast.CAMILLE)
    return introducing.introduce(
        person=introducing.Person(display="مريم الهاشمي", given="مريم", family="الهاشمي", reading="Maryam al-Hashimi", gender="she", language="ar"),
        boutique=shop, by=by(maker), at=telling.days.at(182, shop), mentioned_only=True,
    )  # fmt: skip


def _siyuan(telling: Telling) -> None:
    """She asked for a little time, and has it; Ginza knows her too."""
    hers = telling.about(cast.SIYUAN, of=cast.CAMILLE, since=760)
    for ago, words in ((760, "Reads each label herself. The characters on her card are her grandfather’s hand."), (640, "The Aube solitaire, against three others on paper."),
                       (512, "Came to say hello, and stayed for an hour."), (402, "Brought her own loupe.")):  # fmt: skip
        hers.met(ago, words, minutes=35)
    hers.gave(hers.bought(402, FIL), GiftKind.HERSELF)
    hers.wrote(396, "A word about the engraving.", EncounterChannel.WECHAT)
    introducing.known_also_at(
        client=hers.client, boutique=telling.house.shops[cast.GINZA.name], by=hers.by, at=hers.at(340)
    )
    hers.agreed(512, "“WeChat. You may.”", Channel.WECHAT)
    at = hers.at(33, 18 * 60)
    holding.hold(
        client=hers.client, because="Asked for a little time.", by=hers.by, at=at, until=at + dt.timedelta(days=33 + 41)
    )
    hers.noted(512, ("manner", "Never two sellers at the table."), ("metal", "Platinum, high polish."))


def _saturday(telling: Telling) -> None:
    """The search, not the person."""
    theirs = telling.about(cast.SATURDAY_COUPLE, of=cast.CAMILLE, since=9)
    theirs.met(9, "Engagement, oval, size 50. His sister knows the size and he does not. Back before Christmas.", minutes=35,
               pieces=[(cast.AUBE_SOLITAIRE, Handled.SHOWN), (FIL, Handled.TRIED)], left=Left.THINKING, company="his sister")  # fmt: skip
    his = telling.about(STUDENT, of=cast.YUMI, since=97)
    his.met(
        97,
        "A first salary, and a first watch. He will not say yet what he can spend; I did not ask.",
        minutes=20,
        pieces=[(cast.MERIDIEN, Handled.TRIED)],
    )


def _penhallows(telling: Telling) -> None:
    """He died two months ago: one letter by hand was written, and everything else waits until she speaks of it."""
    hers = telling.about(MARGUERITE, of=cast.YUMI, since=990)
    his = telling.about(GERALD, of=cast.YUMI, since=990)
    households.relate(client=hers.client, other=his.client, kind=RelationKind.SPOUSE, by=hers.by, at=hers.at(980))
    clock = his.bought(700, HEURE, words="For the desk in Bath.")
    his.gave(
        clock,
        GiftKind.KNOWN,
        recipient=hers.client,
        occasion="wedding",
        occasion_on=telling.days.ago(690),
        given_ago=688,
    )
    on = telling.days.ago(-40)
    wedding = noting_dates.note(
        kind="wedding", day_month=moments.DayMonth(on.month, min(on.day, 28)), client=hers.client, told_by=his.client, by=his.by, at=his.at(690)
    )  # fmt: skip
    hers.met(420, "Together, as always. He holds the glass, she decides.", beside=[his.client], minutes=50)
    at = hers.at(55, 18 * 60)
    introducing.died(client=his.client, on=telling.days.ago(61), by=hers.by, at=at)
    noting_dates.suspend(occasion=wedding, reason="bereavement", by=hers.by, at=at)
    holding.hold(client=hers.client, because="Only what she asks for, until she speaks of it.", scope=Scope.CONDOLENCE, by=hers.by, at=at,
                 review_on=telling.days.ago(-35))  # fmt: skip
    hers.wrote(54, "One letter, by hand, on plain paper.", EncounterChannel.POST)


def _couple(telling: Telling) -> None:
    """They came together three days ago; who decides is not settled between them."""
    hers = telling.about(CLARISSE, of=cast.SOFIA, since=150)
    his = telling.about(JULIEN, of=cast.SOFIA, since=150)
    at = hers.at(149)
    home = households.found(name="Clarisse et Julien", by=hers.by, at=at)
    for client, role in ((hers.client, HouseholdRole.PRIMARY), (his.client, HouseholdRole.PARTNER)):
        households.join(household=home, client=client, role=role, by=hers.by, at=at)
    households.relate(client=hers.client, other=his.client, kind=RelationKind.PARTNER, by=hers.by, at=at)
    hers.met(
        150,
        "Ensemble, pour deux anneaux. Elle veut que cela se voie, lui non.",
        beside=[his.client],
        minutes=45,
        pieces=[(FIL, Handled.TRIED)],
    )
    hers.met(3, "Retour à deux. L’anneau Fil pour elle, la bague Aube pour la discussion. Reviennent quand ils seront d’accord.",
             beside=[his.client], minutes=55, left=Left.THINKING, pieces=[(FIL, Handled.TRIED), (cast.AUBE_RING, Handled.SHOWN)])  # fmt: skip
    hers.agreed(150, "« À moi, par message. Pas à lui, il perd tout. »", Channel.WHATSAPP)
    hers.noted(150, ("size", "Bague 51."), value={"size": 51, "system": "FR", "of": "ring"})
    hers.noted(150, ("manner", "Ils se regardent avant de répondre. Attendre."))


def _unclaimed(telling: Telling) -> None:
    """In the boutique’s book: Yumi says that she knows her, and the manager has not answered yet."""
    hers = telling.about(DELPHINE, of=None, since=610, kept_by=cast.INES)
    hers.met(610, "Venue par la rue. A laissé sa carte, et c’est tout.", minutes=10)
    hers.gave(hers.bought(340, cast.CLAIR), GiftKind.UNKNOWN)
    yumi = telling.house.members[cast.YUMI.handle]
    claiming.claim(client=hers.client, member=yumi, by=by(yumi), at=hers.at(3))
    hers.met(
        120,
        "A demandé Yumi, qui était en congé.",
        minutes=5,
        kind=EncounterKind.CALL,
        channel=EncounterChannel.PHONE,
        left=Left.UNSAID,
    )
