"""Ginza: a tourist passing through, a matter to settle, and someone whom both boutiques look after."""

from __future__ import annotations

from carnet.books.actions import assigning
from carnet.books.kinds import AssignmentKind, Why
from carnet.clients.models import Client
from carnet.consent.kinds import Channel
from carnet.interactions.actions import complaints
from carnet.interactions.kinds import Handled, Left
from carnet.purchases.kinds import GiftKind
from tests import cast
from tools.demo import wares
from tools.demo.stories.telling import Telling, by

EARRINGS = next(model for model in wares.MORE if model.sku == "VC-AUB-E")
MATEO = cast.Acquaintance(
    "Mateo Olmedilla", "Mateo", "Olmedilla", "Sr.", "he", "es", spoken="Señor Olmedilla", written="Estimado señor Olmedilla,",
    country="ES", city="Bilbao", email="mateo.olmedilla@example.test",
)  # fmt: skip
TOMOE = cast.Acquaintance(
    "桐生 巴", "巴", "桐生", "様", "she", "ja", reading="きりゅう ともえ · Kiryū Tomoe", order="family_first", spoken="桐生様", written="桐生様",
    country="JP", city="Tokyo", email="kiryu@example.test",
)  # fmt: skip


def tell(telling: Telling) -> None:
    """Each of them."""
    _tourist(telling)
    _matter(telling)
    _known_in_both(telling)


def _tourist(telling: Telling) -> None:
    """Four days in Tokyo, one visit, and a word he asked for."""
    his = telling.about(MATEO, of=cast.HANA, since=4)
    his.described(4, passing_until=telling.days.ago(-2))
    his.met(4, "Four days in Tokyo with a rucksack. Wants one thing his daughter will keep. Looked at the pendant and counted on his fingers.",
            minutes=30, pieces=[(cast.LUNE_PENDANT, Handled.TRIED)], left=Left.THINKING)  # fmt: skip
    his.agreed(4, "“An e-mail, before I fly.”", Channel.EMAIL)
    his.noted(4, ("life", "A daughter of nineteen, in Bilbao."))


def _matter(telling: Telling) -> None:
    """An engraving that had one letter wrong: selling rests until it is settled."""
    hers = telling.about(TOMOE, of=cast.HANA, since=930)
    for ago, words in ((930, "Introduced by her aunt. Bows before the pieces, and I do too."), (610, "Came to see the plum blossom window."),
                       (241, "The Aube earrings, after a year of looking.")):  # fmt: skip
        hers.met(ago, words, minutes=40, pieces=[(EARRINGS, Handled.TRIED)] if ago < 700 else ())
    hers.gave(hers.bought(240, EARRINGS), GiftKind.HERSELF)
    hers.noted(930, ("manner", "Wrap twice. The receipt in an envelope, never in the hand."), ("salon", "Hōjicha."))
    complaints.complain(
        client=hers.client, words="The box was engraved with one letter wrong. She did not raise her voice; that is worse.", owner=hers.member,
        boutique=hers.shop, happened_at=hers.at(8), by=hers.by, at=hers.at(8),
    )  # fmt: skip
    hers.promised(8, "The new box, brought to her door", 2)


def _known_in_both(telling: Telling) -> None:
    """陈思远 is Camille’s in the maison, and Hana’s when she is in Tokyo."""
    hana, shop = telling.house.members[cast.HANA.handle], telling.house.shops[cast.GINZA.name]
    assigning.assign(
        client=Client.objects.get(display=cast.SIYUAN.display), member=hana, boutique=shop, why=Why.CLIENTS_CHOICE,
        kind=AssignmentKind.SECONDARY, by=by(hana), at=telling.days.at(telling.days.open_day(339, shop), shop),
    )  # fmt: skip
