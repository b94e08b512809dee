"""Plain enumerations of the products' room, and the names of its acts."""

from __future__ import annotations

import enum


class ReferenceKind(enum.StrEnum):
    """A piece one owns; something used up; or a charge (postage, engraving, a fee), which nobody is thanked for."""

    PIECE = "piece"
    CONSUMABLE = "consumable"
    CHARGE = "charge"


class Making(enum.StrEnum):
    """How long it takes to have one."""

    STOCK = "stock"
    ENGRAVING = "engraving"
    SPECIAL_ORDER = "special_order"


class PriceKind(enum.StrEnum):
    """Which price."""

    RETAIL = "retail"


class OwnedBy(enum.StrEnum):
    """How a piece came to its owner."""

    BOUGHT = "bought"
    GIVEN = "given"
    INHERITED = "inherited"
    RESOLD = "resold"
    UNKNOWN = "unknown"


class ProvenanceKind(enum.StrEnum):
    """A dated event in a piece's past."""

    MADE = "made"
    SOLD = "sold"
    AUCTION = "auction"
    EXHIBITED = "exhibited"
    ALTERED = "altered"
    RESTORED = "restored"
    NOTE = "note"


class Finding(enum.StrEnum):
    """What an examination found."""

    AUTHENTIC = "authentic"
    NOT_AUTHENTIC = "not_authentic"
    INCONCLUSIVE = "inconclusive"


class Act(enum.StrEnum):
    """What can happen to references and pieces."""

    CATALOGUED = "products.catalogued"
    PRICED = "products.priced"
    PIECE_RECEIVED = "products.piece_received"
    OWNED = "products.owned"
    PROVENANCE_NOTED = "products.provenance_noted"
    EXAMINED = "products.examined"
    DOCUMENT_KEPT = "products.document_kept"
