"""The invented cast, written once: it serves the tests, the demo house, the documents and the pictures.

Nobody here is or was a real person, and Vauclair is not a real house. Addresses end in .test, and telephone numbers are
of the ranges kept for fiction (Arcep's 01 99 00 and 06 39 98, Ofcom's 020 7946 0).
"""

from __future__ import annotations

import dataclasses

MAISON = "Vauclair"


@dataclasses.dataclass(frozen=True)
class Shop:
    """A boutique."""

    name: str
    city: str
    country: str
    zone: str
    currency: str
    opening_days: tuple[int, ...] = (1, 2, 3, 4, 5, 6)


RUE_DU_MAIL = Shop("rue du Mail", "Paris", "FR", "Europe/Paris", "EUR")
GINZA = Shop("Ginza", "Tokyo", "JP", "Asia/Tokyo", "JPY", (1, 2, 3, 4, 5, 6, 7))


@dataclasses.dataclass(frozen=True)
class Colleague:
    """A member of the house."""

    name: str
    handle: str
    signature: str
    language: str
    role: str
    shop: Shop
    working_days: tuple[int, ...] = (1, 2, 3, 4, 5, 6)


CAMILLE = Colleague("Camille Aubry", "camille", "Camille", "en", "advisor", RUE_DU_MAIL, (1, 2, 3, 4, 5, 6, 7))
YUMI = Colleague("Yumi Tanabe", "yumi", "Yumi", "en", "advisor", RUE_DU_MAIL)
SOFIA = Colleague("Sofia Brunel", "sofia", "Sofia", "fr", "advisor", RUE_DU_MAIL, (2, 3, 4, 5, 6))
INES = Colleague("Inès Valdor", "ines", "Inès", "fr", "manager", RUE_DU_MAIL)
KENJI = Colleague("Kenji Morita", "kenji", "Kenji", "en", "manager", GINZA, (1, 2, 3, 4, 5, 6, 7))
HANA = Colleague("Hana Ishii", "hana", "Hana", "en", "advisor", GINZA, (1, 2, 4, 5, 6, 7))
ODILE = Colleague("Odile Sarrazin", "odile", "Odile", "fr", "head_office", RUE_DU_MAIL)
COLLEAGUES = (CAMILLE, YUMI, SOFIA, INES, KENJI, HANA)


@dataclasses.dataclass(frozen=True)
class Acquaintance:
    """A client of the cast."""

    display: str
    given: str = ""
    family: str = ""
    title: str = ""
    gender: str = ""
    language: str = "fr"
    reading: str = ""
    order: str = "given_first"
    spoken: str = ""
    written: str = ""
    country: str = "FR"
    city: str = "Paris"
    email: str = ""
    phone: str = ""
    prefers_channel: str = ""
    prefers_hours: str = ""
    description: str = ""


HELENE = Acquaintance(
    "Hélène Marchetti", "Hélène", "Marchetti", "Mme", "she", "fr", spoken="Madame", written="Chère Madame,",
    email="helene.marchetti@example.test", phone="+33199001101", prefers_channel="whatsapp",
)  # fmt: skip
PAOLO = Acquaintance(
    "Paolo Marchetti", "Paolo", "Marchetti", "M.", "he", "fr", spoken="Monsieur", written="Cher Monsieur,",
    email="paolo.marchetti@example.test", phone="+33199001102",
)  # fmt: skip
BIANCA = Acquaintance("Bianca Marchetti", "Bianca", "Marchetti", "", "she", "fr")
ANTOINE = Acquaintance(
    "Antoine Renard", "Antoine", "Renard", "M.", "he", "fr", spoken="Monsieur", written="Cher Monsieur,",
    email="antoine.renard@example.test", phone="+33639980011", prefers_channel="whatsapp", prefers_hours="after 18:00",
)  # fmt: skip
KENJI_WATANABE = Acquaintance(
    "渡辺 健司", "健司", "渡辺", "様", "he", "ja", reading="わたなべ けんじ · Watanabe Kenji", order="family_first",
    spoken="渡辺様", written="渡辺様", country="JP", city="Tokyo", email="watanabe@example.test",
)  # fmt: skip
AMARA = Acquaintance(
    "Amara Okafor", "Amara", "Okafor", "Dr", "she", "en", spoken="Dr Okafor", written="Dear Dr Okafor,",
    country="GB", city="London", email="amara.okafor@example.test", phone="+442079460018",
)  # fmt: skip
INGRID = Acquaintance(
    "Ingrid Lindqvist", "Ingrid", "Lindqvist", "Ms", "she", "en", spoken="Ms Lindqvist", written="Dear Ms Lindqvist,",
    country="SE", city="Stockholm", email="ingrid.lindqvist@example.test",
)  # fmt: skip
LUCA = Acquaintance(
    "Luca Ferrante", "Luca", "Ferrante", "Sig.", "he", "it", spoken="Signor Ferrante", written="Gentile Signor Ferrante,",
    country="IT", city="Milano", email="luca.ferrante@example.test",
)  # fmt: skip
NOUR = Acquaintance(
    "نور الهاشمي", "نور", "الهاشمي", "السيدة", "she", "ar", reading="Nour al-Hashimi", spoken="السيدة نور",
    written="السيدة نور المحترمة،", country="AE", city="Dubai", email="nour@example.test",
)  # fmt: skip
SIYUAN = Acquaintance(
    "陈思远", "思远", "陈", "女士", "she", "zh-Hans", reading="Chén Sīyuǎn", order="family_first", spoken="陈女士",
    written="陈女士，您好：", country="CN", city="Shanghai", email="chen.siyuan@example.test",
)  # fmt: skip
SATURDAY_COUPLE = Acquaintance("", description="engagement, oval, size 50, with his sister, back before Christmas")
FAMILY = (HELENE, PAOLO, BIANCA)
CLIENTS = (*FAMILY, ANTOINE, KENJI_WATANABE, AMARA, INGRID, LUCA, NOUR, SIYUAN)


@dataclasses.dataclass(frozen=True)
class Model:
    """A reference of the house."""

    sku: str
    name: str
    category: str
    price: int
    plate: str
    making: str = "stock"
    material: str = ""
    kind: str = "piece"


LUNE_PENDANT = Model("VC-LUN-P", "Lune pendant", "pendant", 3_900, "pendant", material="white gold, diamonds")
LUNE_EARRINGS = Model("VC-LUN-E", "Lune earrings", "earrings", 5_200, "earrings", material="white gold, diamonds")
AUBE_SOLITAIRE = Model("VC-AUB-S", "Aube solitaire", "ring", 24_600, "ring", "special_order", "platinum, 1.21 ct")
AUBE_RING = Model("VC-AUB-R", "Aube ring", "ring", 7_800, "ring", "engraving", "platinum")
RIVIERE = Model("VC-RIV-7", "Rivière 7 ct", "bracelet", 31_000, "bracelet", "special_order", "white gold, diamonds")
MERIDIEN = Model("VC-MER-38", "Méridien 38", "watch", 12_400, "watch", material="steel")
STRAP = Model("VC-STR-GR", "Grey strap", "strap", 420, "watch", material="calf leather")
CLAIR = Model("VC-PAR-CL", "Clair, eau de parfum", "fragrance", 185, "flacon", kind="consumable")
MODELS = (LUNE_PENDANT, LUNE_EARRINGS, AUBE_SOLITAIRE, AUBE_RING, RIVIERE, MERIDIEN, STRAP, CLAIR)
