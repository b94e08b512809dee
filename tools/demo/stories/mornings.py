"""Those who make Camille’s morning: Antoine Renard, Mr Watanabe, Dr Okafor, Ms Lindqvist, Signor Ferrante."""

from __future__ import annotations

from carnet.consent.kinds import Channel
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left
from carnet.purchases.actions import returning
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Line
from tests import cast
from tools.demo import wares
from tools.demo.stories.telling import Telling

SLATE = next(model for model in wares.MORE if model.sku == "VC-STR-SL")
SMALL = next(model for model in wares.MORE if model.sku == "VC-MER-34")
BRACELET = next(model for model in wares.MORE if model.sku == "VC-OND-B")


def tell(telling: Telling) -> None:
    """Each of them."""
    _antoine(telling)
    _watanabe(telling)
    _amara(telling)
    _ingrid(telling)
    _luca(telling)


def _antoine(telling: Telling) -> None:
    """Married twenty years on a day nineteen days ahead; he asked, two winters ago, to keep the pendant in mind."""
    his = telling.about(cast.ANTOINE, of=cast.CAMILLE, since=711)
    his.met(
        711, "Asked about the Lune pendant, which was on loan. “Tell me if one ever turns up.”", minutes=20,
        pieces=[(cast.LUNE_PENDANT, Handled.ASKED)],
    )  # fmt: skip
    his.met(540, "With a list from his wife’s sister, which he did not open. Looked at chains.", minutes=15)
    wedding = telling.days.ago(-19 + 365)
    earrings = his.bought(362, cast.LUNE_EARRINGS, words="Chosen in one visit. The card was written here.")
    his.gave(
        earrings, GiftKind.UNNAMED, recipient_words="his wife", occasion="wedding", occasion_on=wedding, given_ago=344
    )
    his.wrote(358, "Thanked. He answered the same evening.")
    his.met(201, "Brought the earrings to be cleaned, himself. She wears them; that is all he said.", minutes=10)
    his.wrote(97, "The name of the engraver, which he had asked for.", EncounterChannel.WHATSAPP)
    his.agreed(253, "“A message, after six. In French, please.”", Channel.WHATSAPP)
    his.noted(
        540, ("manner", "Decides quickly, and alone."), ("life", "Married twenty years this year."), ("dislike", "Being called at the office.")
    )  # fmt: skip


def _watanabe(telling: Telling) -> None:
    """He said that he would be back today; the Méridien is what he comes for."""
    his = telling.about(cast.KENJI_WATANABE, of=cast.CAMILLE, since=820)
    his.met(
        820,
        "First visit, with Yumi to translate. The Méridien, turned over four times.",
        minutes=50,
        pieces=[(cast.MERIDIEN, Handled.SHOWN)],
    )
    strap = his.bought(655, SLATE)
    his.gave(strap, GiftKind.HERSELF)
    his.met(278, "Tried the 38 and the 34, one on each wrist. The 38. He would rather wait than take the other.", minutes=35,
            pieces=[(cast.MERIDIEN, Handled.ASKED), (SMALL, Handled.TRIED)])  # fmt: skip
    visit = his.met(
        18, f"Between two flights. He is in Paris again on {telling.day(0)}, and would look at the Méridien 38 once more, calmly.",
        minutes=15, left=Left.THINKING, pieces=[(cast.MERIDIEN, Handled.TRIED)],
    )  # fmt: skip
    his.named_a_day(visit, 18, "Comes back to the Méridien 38", 0)
    his.agreed(278, "“By e-mail, in Japanese if it can be.”", Channel.EMAIL)
    his.noted(
        278, ("manner", "Both hands, and the card first. Yumi reads whatever we write in Japanese."), ("salon", "Green tea, hot."),
        ("style", "Steel, one watch, for thirty years.")
    )  # fmt: skip


def _amara(telling: Telling) -> None:
    """Two visits this month, both to the same ring; she decides slowly."""
    hers = telling.about(cast.AMARA, of=cast.CAMILLE, since=604)
    hers.met(
        604,
        "Here for a congress. Looked at watches as one reads a slide.",
        minutes=30,
        pieces=[(cast.MERIDIEN, Handled.TRIED)],
    )
    watch = hers.bought(590, cast.MERIDIEN)
    hers.gave(watch, GiftKind.HERSELF)
    hers.wrote(584, "A word about winding it.")
    hers.met(331, "The strap shortened by one hole, on the spot. She told me about the new ward.", minutes=15)
    hers.wrote(97, "Answered her question about insurance.")
    hers.met(15, "Asked for the Aube ring in 49. Held it against the light for a long while.", minutes=25, left=Left.THINKING,
             pieces=[(cast.AUBE_RING, Handled.ASKED)])  # fmt: skip
    hers.met(4, "The Aube ring again, in 49. Left without it. She said that she decides slowly.", minutes=30, left=Left.THINKING,
             pieces=[(cast.AUBE_RING, Handled.ASKED)])  # fmt: skip
    hers.agreed(331, "“An e-mail is best. I read them on Sundays.”", Channel.EMAIL)
    hers.noted(15, ("size", "Ring 49."), value={"size": 49, "system": "FR", "of": "ring"})
    hers.noted(
        331,
        ("manner", "Answers questions with questions. Leave silences."),
        ("life", "Heads a ward in London; on call until noon."),
    )


def _ingrid(telling: Telling) -> None:
    """Strap samples in grey, for her husband’s watch: promised for today."""
    hers = telling.about(cast.INGRID, of=cast.CAMILLE, since=430)
    hers.met(430, "Speaks low and looks at everything. Bought nothing, thanked everyone.", minutes=45)
    strap = hers.bought(228, cast.STRAP, words="For her husband’s watch. Too dark, he found.")
    line = Line.objects.get(sale=strap)
    hers.gave(strap, GiftKind.UNNAMED, recipient_words="her husband")
    returning.return_line(
        line=line, quantity=1, amount=line.total, happened_at=hers.at(214), by=hers.by, at=hers.at(214)
    )
    hers.met(
        9,
        "Came about the strap again. Paler than the first, darker than the second.",
        minutes=20,
        pieces=[(cast.STRAP, Handled.SHOWN)],
    )
    hers.promised(9, "Strap samples in grey, for her husband’s watch", 0)
    hers.agreed(228, "“Write, do not call.”", Channel.EMAIL)
    hers.noted(228, ("style", "Grey, in every shade."), ("dislike", "The telephone."))


def _luca(telling: Telling) -> None:
    """His bracelet is back from the atelier. He likes a call, not a message."""
    his = telling.about(cast.LUCA, of=cast.CAMILLE, since=870)
    his.described(870, prefers_channel="phone")
    bracelet = his.bought(868, BRACELET, words="After the sale of the boat.")
    his.gave(bracelet, GiftKind.HERSELF)
    his.met(500, "In Paris for a day. Showed me the clasp: it holds, for now.", minutes=10)
    his.met(22, "The clasp has gone. Sent to the atelier; two photographs.", kind=EncounterKind.CARE_INTAKE, left=Left.UNSAID,
            pieces=[(BRACELET, Handled.SHOWN)])  # fmt: skip
    his.promised(22, "A call, not a message: the clasp of his bracelet is mended", 0)
    his.noted(500, ("manner", "A call, never a message."), ("salon", "Espresso, and the newspaper."))
