"""What Vauclair makes: the models of the cast and two dozen beside them, priced in both currencies."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

from carnet.products.actions import cataloguing
from carnet.products.kinds import Making, ReferenceKind
from carnet.products.models import Reference
from tests import cast
from tests.factories import people

YEN = 165
"""To one euro, as the house set its prices; rounded to the thousand."""
ROSE = Decimal("1.06")
"""By how much prices went up fourteen months ago."""
ROSE_AGO = dt.timedelta(days=425)
LASTS = 180
"""Days a flask of scent lasts somebody who wears it every day."""

MORE = (
    cast.Model("VC-LUN-R", "Lune ring", "ring", 4_600, "ring", "engraving", "white gold, diamonds"),
    cast.Model("VC-LUN-N", "Lune necklace", "necklace", 9_800, "pendant", material="white gold, diamonds"),
    cast.Model("VC-LUN-B", "Lune bracelet", "bracelet", 6_100, "bracelet", material="white gold"),
    cast.Model("VC-AUB-P", "Aube pendant", "pendant", 5_400, "pendant", material="platinum, 0.30 ct"),
    cast.Model("VC-AUB-E", "Aube earrings", "earrings", 8_900, "earrings", material="platinum, 0.60 ct"),
    cast.Model("VC-FIL-R", "Fil ring", "ring", 1_450, "ring", "engraving", "platinum"),
    cast.Model("VC-FIL-B", "Fil bracelet", "bracelet", 2_100, "bracelet", material="platinum"),
    cast.Model("VC-RIV-N", "Rivière necklace", "necklace", 58_000, "pendant", "special_order", "white gold, diamonds"),
    cast.Model("VC-RIV-E", "Rivière earrings", "earrings", 16_500, "earrings", material="white gold, diamonds"),
    cast.Model("VC-OND-B", "Onde bracelet", "bracelet", 6_900, "bracelet", material="yellow gold"),
    cast.Model("VC-OND-E", "Onde earrings", "earrings", 3_200, "earrings", material="yellow gold"),
    cast.Model("VC-OND-R", "Onde ring", "ring", 2_750, "ring", "engraving", "yellow gold"),
    cast.Model("VC-JAR-B", "Jardin brooch", "brooch", 12_900, "brooch", "special_order", "yellow gold, green garnets"),
    cast.Model("VC-JAR-P", "Jardin pendant", "pendant", 3_650, "pendant", material="yellow gold, green garnets"),
    cast.Model("VC-MER-34", "Méridien 34", "watch", 11_200, "watch", material="steel"),
    cast.Model("VC-MER-LN", "Méridien Lune", "watch", 27_800, "watch", "special_order", "white gold, moon phase"),
    cast.Model("VC-STR-SL", "Slate strap", "strap", 420, "watch", material="calf leather"),
    cast.Model("VC-STR-EB", "Ébène strap", "strap", 460, "watch", material="calf leather"),
    cast.Model("VC-PAR-SO", "Sombre, eau de parfum", "fragrance", 195, "flacon", kind="consumable"),
    cast.Model("VC-PLI-S", "Pli bag", "leather", 2_900, "bag", material="grained calf"),
    cast.Model("VC-PLI-C", "Pli card case", "leather", 390, "bag", material="grained calf"),
    cast.Model("VC-HEU-P", "Petite Heure", "object", 3_400, "object", material="brass, enamel"),
)
ENGRAVING = cast.Model("VC-GRAV", "Engraving", "", 90, "piece", kind="charge")
MODELS = (*cast.MODELS, *MORE, ENGRAVING)

SAID = {
    "VC-LUN-P": ("the Lune pendant", "le pendentif Lune"),
    "VC-LUN-E": ("the Lune pair", "la paire Lune"),
    "VC-LUN-R": ("the Lune ring", "la bague Lune"),
    "VC-LUN-N": ("the Lune necklace", "le collier Lune"),
    "VC-LUN-B": ("the Lune bracelet", "le bracelet Lune"),
    "VC-AUB-S": ("the Aube solitaire", "le solitaire Aube"),
    "VC-AUB-R": ("the Aube ring", "la bague Aube"),
    "VC-AUB-P": ("the Aube pendant", "le pendentif Aube"),
    "VC-AUB-E": ("the Aube pair", "la paire Aube"),
    "VC-FIL-R": ("the Fil ring", "l’anneau Fil"),
    "VC-FIL-B": ("the Fil bracelet", "le bracelet Fil"),
    "VC-RIV-7": ("the Rivière", "la Rivière"),
    "VC-RIV-N": ("the Rivière necklace", "le collier Rivière"),
    "VC-RIV-E": ("the Rivière pair", "la paire Rivière"),
    "VC-OND-B": ("the Onde bracelet", "le bracelet Onde"),
    "VC-OND-E": ("the Onde pair", "la paire Onde"),
    "VC-OND-R": ("the Onde ring", "la bague Onde"),
    "VC-JAR-B": ("the Jardin brooch", "la broche Jardin"),
    "VC-JAR-P": ("the Jardin pendant", "le pendentif Jardin"),
    "VC-MER-38": ("the Méridien 38", "la Méridien 38"),
    "VC-MER-34": ("the Méridien 34", "la Méridien 34"),
    "VC-MER-LN": ("the Méridien Lune", "la Méridien Lune"),
    "VC-STR-GR": ("the grey strap", "le bracelet gris"),
    "VC-STR-SL": ("the slate strap", "le bracelet ardoise"),
    "VC-STR-EB": ("the Ébène strap", "le bracelet Ébène"),
    "VC-PAR-CL": ("Clair", "Clair"),
    "VC-PAR-SO": ("Sombre", "Sombre"),
    "VC-PLI-S": ("the Pli bag", "le sac Pli"),
    "VC-PLI-C": ("the card case", "le porte-cartes"),
    "VC-HEU-P": ("the Petite Heure", "la Petite Heure"),
}
"""How an advisor writes of them, in English and in French: always of one thing, so that every sentence agrees."""


@dataclasses.dataclass(frozen=True)
class Ware:
    """A reference with what it costs."""

    model: cast.Model
    reference: Reference

    def said(self, language: str) -> str:
        """As a note names it."""
        return SAID[self.model.sku][language == "fr"]

    def price(self, currency: str, on: dt.date, today: dt.date) -> Decimal:
        """What it cost on that day."""
        rose = on >= today - ROSE_AGO
        return _now(self.model, currency) if rose else _before(self.model, currency)


def catalogue(at: dt.datetime, now: dt.datetime) -> dict[str, Ware]:
    """Every reference in the catalogue, priced when the house opened and once again since; by sku."""
    wares = {}
    for model in MODELS:
        described = {"runs_out_after_days": LASTS} if model.kind == "consumable" else {}
        reference = cataloguing.catalogue(
            brand=cast.MAISON, sku=model.sku, name=model.name, category=model.category, plate=model.plate, kind=ReferenceKind(model.kind),
            making=Making(model.making), material=model.material, line=model.name.split()[0], by=people.THE_HOUSE, at=at, **described,
        )  # fmt: skip
        for currency in ("EUR", "JPY"):
            amounts = ((_before(model, currency), at), (_now(model, currency), now - ROSE_AGO))
            for amount, since in amounts:
                cataloguing.price(reference=reference, amount=amount, currency=currency, by=people.THE_HOUSE, at=since)
        wares[model.sku] = Ware(model, reference)
    return wares


def _now(model: cast.Model, currency: str) -> Decimal:
    return Decimal(model.price if currency == "EUR" else round(model.price * YEN, -3))


def _before(model: cast.Model, currency: str) -> Decimal:
    step = Decimal(10 if currency == "EUR" else 1000)
    return (_now(model, currency) / ROSE / step).to_integral_value() * step
