"""Plain enumerations of the purchases' room, and the names of its acts."""

from __future__ import annotations

import enum


class SaleKind(enum.StrEnum):
    """What sort of sale (U-11)."""

    SALE = "sale"
    DEPOSIT = "deposit"
    SPECIAL_ORDER = "special_order"


class GiftKind(enum.StrEnum):
    """For whom it was, with four answers that cannot be confused (Z-12). Unknown is treated as a gift."""

    HERSELF = "herself"
    KNOWN = "known"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


class SaleRoleKind(enum.StrEnum):
    """What a member did at a sale; who gets the credit is a rule of `reporting`, not a column here (Z-20)."""

    ASSISTED = "assisted"
    RANG_UP = "rang_up"
    INTRODUCED = "introduced"


class MeaningKind(enum.StrEnum):
    """What a purchase was to her."""

    CELEBRATION = "celebration"
    TRANSITION = "transition"
    FAREWELL = "farewell"
    EVERYDAY = "everyday"


class Act(enum.StrEnum):
    """What can happen to a purchase."""

    RECORDED = "purchases.recorded"
    RETURNED = "purchases.returned"
    GIVEN_TO = "purchases.given_to"
    REVEALED = "purchases.revealed"
    MEANT = "purchases.meant"
    CORRECTED = "purchases.corrected"
    CANCELLED = "purchases.cancelled"
    WORD_JOINED = "purchases.word_joined"
