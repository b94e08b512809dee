"""Plain enumerations of the interactions' room, and the names of its acts."""

from __future__ import annotations

import enum


class EncounterKind(enum.StrEnum):
    """What it was. Kinds that belong to rooms of a later floor are kept here as encounters until those exist."""

    VISIT = "visit"
    CALL = "call"
    LETTER = "letter"
    CARE_INTAKE = "care_intake"
    CARE_RETURN = "care_return"
    SPECIAL_ORDER = "special_order"
    EVENT = "event"
    COMPLAINT = "complaint"
    OTHER = "other"


class EncounterChannel(enum.StrEnum):
    """How we were together."""

    IN_STORE = "in_store"
    PHONE = "phone"
    VIDEO = "video"
    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    LINE = "line"
    KAKAOTALK = "kakaotalk"
    TELEGRAM = "telegram"
    POST = "post"
    EVENT = "event"
    OTHER = "other"


class Started(enum.StrEnum):
    """Who began it (R-13, Z-4)."""

    CLIENT = "client"
    HOUSE = "house"
    UNKNOWN = "unknown"


class Left(enum.StrEnum):
    """How it was left."""

    LOOKED = "looked"
    THINKING = "thinking"
    ON_HOLD = "on_hold"
    BOUGHT = "bought"
    UNSAID = ""


class Part(enum.StrEnum):
    """What a person was to an encounter."""

    MAIN = "main"
    COMPANION = "companion"


class Handled(enum.StrEnum):
    """What was done with a piece; asking is the strongest sign of a search (I-10)."""

    SHOWN = "shown"
    TRIED = "tried"
    ASKED = "asked"
    KEPT_FOR_LATER = "kept_for_later"


class PromisedBy(enum.StrEnum):
    """Whose word it was."""

    HOUSE = "house"
    CLIENT = "client"


class PromiseOutcome(enum.StrEnum):
    """How a promise ended; empty while it stands."""

    KEPT = "kept"
    RELEASED = "released"
    DECIDED_NOT_TO = "decided_not_to"
    STANDS = ""


class Act(enum.StrEnum):
    """What can happen between us."""

    LOGGED = "interactions.logged"
    CORRECTED = "interactions.corrected"
    NAMED = "interactions.named"
    PROMISED = "interactions.promised"
    PROMISE_SETTLED = "interactions.promise_settled"
    COMPLAINED = "interactions.complained"
    COMPLAINT_CLOSED = "interactions.complaint_closed"
    ANSWER_SEEN = "interactions.answer_seen"
