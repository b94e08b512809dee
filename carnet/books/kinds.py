"""Plain enumerations of the books, and the names of their acts."""

from __future__ import annotations

import enum


class AssignmentKind(enum.StrEnum):
    """Primary: her advisor in the maison. Secondary: her local advisor in one boutique. Cover: for a time, with less."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    COVER = "cover"


class Why(enum.StrEnum):
    """Why an assignment began."""

    INTRODUCED = "introduced"
    KNOWS_HER = "knows_her"
    OWN_BOOK = "own_book"
    IMPORTED = "imported"
    SHARED_OUT = "shared_out"
    CLIENTS_CHOICE = "clients_choice"
    TRANSFER = "transfer"
    ABSENCE = "absence"


class Outcome(enum.StrEnum):
    """What a manager said of a claim."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"


class Act(enum.StrEnum):
    """What can happen to a book."""

    ASSIGNED = "books.assigned"
    RELEASED = "books.released"
    COVERED = "books.covered"
    CLAIMED = "books.claimed"
    CLAIM_CONFIRMED = "books.claim_confirmed"
    CLAIM_REFUSED = "books.claim_refused"
    CARD_ASKED = "books.card_asked"
    CARD_SHOWN = "books.card_shown"
    WELCOMED = "books.welcomed"
    SHARED_OUT = "books.shared_out"
