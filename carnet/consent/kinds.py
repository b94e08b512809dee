"""Plain enumerations of consent, and the names of its acts."""

from __future__ import annotations

import enum


class Purpose(enum.StrEnum):
    """What a word to her is for. A missing permission closes one purpose on one channel, never the person."""

    CARE = "care"
    INVITATION = "invitation"


class Channel(enum.StrEnum):
    """The road a word takes. By hand: any app the house lists, from the boutique's telephone, or a card."""

    BY_HAND = "by_hand"
    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    LINE = "line"
    KAKAOTALK = "kakaotalk"
    TELEGRAM = "telegram"
    POST = "post"
    ANY = "any"


class Answer(enum.StrEnum):
    """What she said. Ask: somebody recorded a yes that nobody can date, so it must be asked again in person."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class ProofKind(enum.StrEnum):
    """What the house can show for it."""

    IN_PERSON = "in_person"
    FORM = "form"
    LETTER = "letter"
    IMPORTED = "imported"
    OPENING_BALANCE = "opening_balance"


class BasisKind(enum.StrEnum):
    """The ground in law on which a purpose rests without a yes (GDPR, Art. 6(1); UK PECR, reg. 22(3))."""

    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    SOFT_OPT_IN = "soft_opt_in"
    NONE = "none"


class Scope(enum.StrEnum):
    """What a hold closes."""

    EVERYTHING = "everything"
    SELLING = "selling"
    CONDOLENCE = "condolence"


class Act(enum.StrEnum):
    """What can happen to what she agreed to."""

    GRANTED = "consent.granted"
    WITHDRAWN = "consent.withdrawn"
    BASIS_STATED = "consent.basis_stated"
    HELD = "consent.held"
    HOLD_REVIEWED = "consent.hold_reviewed"
    RELEASED = "consent.released"
