"""The Marchettis: she comes every nine weeks or so, he buys for her once a year, and their daughter likes the crescent."""

from __future__ import annotations

from decimal import Decimal

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind
from carnet.clients.models import Client
from carnet.consent.kinds import Channel
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left
from carnet.kit import moments
from carnet.occasions.actions import noting_dates
from carnet.products.actions import examining, ownership
from carnet.products.kinds import Finding, OwnedBy, ProvenanceKind
from carnet.purchases.actions import meaning, recording
from carnet.purchases.kinds import GiftKind, MeaningKind, SaleRoleKind
from carnet.purchases.models import Line, Sale
from tests import cast
from tools.demo import wares
from tools.demo.stories.telling import Chapter, Telling

BRACELET = next(model for model in wares.MORE if model.sku == "VC-LUN-B")
LUNE_RING = next(model for model in wares.MORE if model.sku == "VC-LUN-R")
SOLITAIRE_AGO = 450
BEFORE = (
    (
        1010,
        "Her first notebook with us; the paper one goes back to 2014. Looked at nothing, and told me why she comes.",
    ),
    (946, "The Lune ring, tried with gloves and without. “Without”, she said."),
    (820, "Brought Bianca, who found the windows too bright. We turned two lamps off."),
    (762, "Short. She only wanted to know whether the solitaires had come back from the fair."),
    (695, "First look at the Aube. One stone out at a time; she lines them up herself."),
    (632, "The Aube again. She asks about the cutter and not about the stone."),
    (571, "Came without looking at anything. Tea. Bianca’s examinations."),
    (509, "“If she is accepted”, she said of the Aube, and no more."),
    (385, "Wears it every day, and turns it inwards on the train. I said that this is what it is for."),
    (320, "Clair, for her sister. We spoke about the house in Lucca."),
    (257, "Looked at the Lune earrings for the first time. Set them back."),
    (192, "Asked what slate looks like on steel. A strap, perhaps, for the old watch."),
    (131, "The earrings again, longer. Paolo waited outside with the dog and did not come in."),
    (76, "Ten minutes. The solitaire is a little tight; we measured, and agreed to wait a few weeks."),
)
BRIEF = {762: 5, 385: 15, 76: 10}
"""Minutes, of those that were short."""


def tell(telling: Telling) -> None:
    """Hélène, Paolo and Bianca."""
    hers = telling.about(cast.HELENE, of=cast.CAMILLE, since=1010)
    his = telling.about(cast.PAOLO, of=cast.CAMILLE, since=1000)
    bianca = introducing.introduce(
        person=introducing.Person(display=cast.BIANCA.display, given="Bianca", family="Marchetti", gender="she", language="fr"),
        boutique=hers.shop, by=hers.by, at=hers.at(820), mentioned_only=True,
    )  # fmt: skip
    _home(hers, his.client, bianca)
    _remembered(telling, hers)
    _her_story(telling, hers, bianca)
    _his_surprises(hers, his)
    on = telling.days.ago(-74)
    noting_dates.note(
        kind="birthday", day_month=moments.DayMonth(on.month, min(on.day, 28)), client=bianca, giver=hers.client,
        told_by=hers.client, by=hers.by, at=hers.at(820),
    )  # fmt: skip


def _home(hers: Chapter, paolo: Client, bianca: Client) -> None:
    at = hers.at(820, 18 * 60)
    home = households.found(name="The Marchettis", by=hers.by, at=at)
    roles = ((hers.client, HouseholdRole.PRIMARY), (paolo, HouseholdRole.SPOUSE), (bianca, HouseholdRole.CHILD))
    for client, role in roles:
        households.join(household=home, client=client, role=role, by=hers.by, at=at)
    for other, kind in ((paolo, RelationKind.SPOUSE), (bianca, RelationKind.CHILD)):
        households.relate(client=hers.client, other=other, kind=kind, by=hers.by, at=at)
    households.decide_tier(
        tier="collector", because="Twelve years of pieces that are worn, and looked after.", client=hers.client, by=hers.by,
        at=hers.at(430, 18 * 60),
    )  # fmt: skip


def _remembered(telling: Telling, hers: Chapter) -> None:
    hers.described(1009, with_us_since=telling.days.today.year - 12, other_languages=["it"], buys=True)
    hers.noted(
        946,
        ("metal", "Platinum and white gold. Never yellow."),
        ("manner", "One piece at a time, and no numbers unless she asks."),
        ("salon", "No lilies. Tea, not champagne."),
    )
    hers.noted(257, ("wish", "Lune earrings, a strap in slate."))
    size = {"size": 52, "system": "FR", "of": "ring"}
    hers.noted(15, ("size", f"Ring 52, measured {telling.day(15)}. Wrist 16.5 cm."), value=size)
    hers.agreed(610, "“By WhatsApp, or a card. You know when.”", Channel.WHATSAPP, Channel.POST)
    hers.refused(610, "“No e-mail campaigns, and no photographs of me.”", Channel.EMAIL)


def _her_story(telling: Telling, hers: Chapter, bianca: Client) -> None:
    for ago, words in BEFORE:
        hers.met(ago, words, minutes=BRIEF.get(ago, 20 + ago % 4 * 10), beside=[bianca] if ago == 820 else [])
    hers.gave(hers.bought(930, LUNE_RING), GiftKind.HERSELF)
    hers.gave(hers.bought(320, cast.CLAIR), GiftKind.UNNAMED, recipient_words="her sister")
    _solitaire(hers)
    for ago, words in ((925, "A word about the ring, two lines."), (446, "A card, by hand, for the day Bianca was accepted."),
                       (250, "The photograph of the earrings by daylight, as she asked."), (120, "Asked after the house in Lucca.")):  # fmt: skip
        hers.wrote(ago, words, EncounterChannel.WHATSAPP if ago < 400 else EncounterChannel.POST)
    hers.met(
        24, "Tried the Lune earrings twice and set them back each time. Bianca preferred the pendant. "
        f"Wants to think until {_season(telling)}.",
        pieces=[(cast.LUNE_EARRINGS, Handled.KEPT_FOR_LATER), (cast.LUNE_PENDANT, Handled.SHOWN)], beside=[bianca], minutes=40,
        left=Left.THINKING, mood="“I am not in a hurry, and neither are they.”",
    )  # fmt: skip
    hers.met(
        23, "She will not choose the earrings while Paolo may. Keep out of it, and let him come.", is_private=True,
        kind=EncounterKind.OTHER, left=Left.UNSAID,
    )  # fmt: skip
    hers.met(
        15, f"The solitaire, from 51 to 52. Two photographs. Ready on {telling.day(-1)}, a day early if all goes well.",
        pieces=[(cast.AUBE_SOLITAIRE, Handled.SHOWN)], kind=EncounterKind.CARE_INTAKE, left=Left.UNSAID,
    )  # fmt: skip
    hers.promised(15, "The solitaire, sized to 52, to try on here with Bianca", 1)


def _season(telling: Telling) -> str:
    return "Christmas" if telling.days.today.month in range(7, 13) else "the summer"


def _solitaire(hers: Chapter) -> None:
    ware, at = hers.telling.stock[cast.AUBE_SOLITAIRE.sku], hers.at(SOLITAIRE_AGO, 15 * 60)
    piece = ownership.receive(
        reference=ware.reference, serial=f"VC{at:%y}-A0107", year=at.year, by=hers.by, at=hers.at(470)
    )
    price = Decimal(ware.price(hers.shop.currency, at.date(), hers.telling.days.today))
    sale = recording.record(
        client=hers.client, boutique=hers.shop, currency=hers.shop.currency,
        bought=[recording.Bought(ware.reference, price, piece=piece)], happened_at=at, by=hers.by, at=at,
        roles=[(hers.member, SaleRoleKind.ASSISTED)], words="For the day Bianca was accepted to read medicine. 1.21 ct, E, VVS1.",
    )  # fmt: skip
    line = Line.objects.select_related("sale").get(sale=sale)
    recording.for_whom(line=line, kind=GiftKind.HERSELF, by=hers.by, at=at)
    _papers(hers, sale, line)


def _papers(hers: Chapter, sale: Sale, line: Line) -> None:
    at, piece = sale.happened_at, line.piece
    assert piece is not None
    meaning.say(
        sale=sale, kind=MeaningKind.CELEBRATION, words="Her daughter’s place at the faculty.", certainty=Certainty.STATED,
        by=hers.by, at=at,
    )  # fmt: skip
    ownership.pass_on(piece=piece, how=OwnedBy.BOUGHT, client=hers.client, by=hers.by, at=at)
    certificate = examining.keep_document(
        piece=piece, kind="certificate", issuer="the house’s gemmologist", number="G-24107", issued_on=at.date(), by=hers.by,
        at=at,
    )  # fmt: skip
    examining.examine(
        piece=piece, finding=Finding.AUTHENTIC, examiner="Aurèle Vasseur, gemmologist", document=certificate, happened_at=at,
        by=hers.by, at=at,
    )  # fmt: skip
    ownership.note_provenance(
        piece=piece, kind=ProvenanceKind.SOLD, words="Sold at rue du Mail, to its first owner.", document=certificate,
        happened_at=at, by=hers.by, at=at,
    )  # fmt: skip


def _his_surprises(hers: Chapter, his: Chapter) -> None:
    """Nothing of this is on her page until somebody says that it was given."""
    days = his.telling.days
    his.agreed(900, "“Write to me, never to the house.”", Channel.EMAIL)
    his.met(
        702,
        "Alone, on a Tuesday. Asked what she had looked at; I said that I would rather not say, and he laughed.",
        minutes=15,
    )
    last = his.bought(375, BRACELET, words="Plain paper. To be collected by him, and nobody else.")
    his.gave(last, GiftKind.KNOWN, recipient=hers.client, occasion="wedding", occasion_on=days.ago(345), given_ago=345)
    his.wrote(368, "Thanked, without naming the piece.")
    now = his.bought(20, cast.LUNE_EARRINGS, words="For their anniversary. He will keep the box at the office.")
    his.gave(now, GiftKind.KNOWN, recipient=hers.client, occasion="wedding", occasion_on=days.ago(-20))
    his.met(
        20, "The Lune earrings. He asked me twice whether she had chosen anything else.", minutes=25, left=Left.BOUGHT
    )
    his.wrote(13, "Thanked, to his office.")
    his.noted(20, ("wish", "The pendant to go with them, for her fiftieth."), hidden_from=hers.client)
    his.noted(
        702,
        ("manner", "Buys for her once a year, well ahead. His surprises stay off her page."),
        ("salon", "Espresso, standing up."),
    )
