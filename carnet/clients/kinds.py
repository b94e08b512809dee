"""Plain enumerations of the clients' room, and the names of its acts."""

from __future__ import annotations

import enum


class NameOrder(enum.StrEnum):
    """Which part of a name comes first."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


class Form(enum.StrEnum):
    """How one speaks to her where a language makes the difference."""

    FORMAL = "formal"
    FAMILIAR = "familiar"


class Gender(enum.StrEnum):
    """Only what a title says of the words that must agree with it; empty when unknown, and never guessed."""

    SHE = "she"
    HE = "he"
    UNKNOWN = ""


class Sensitivity(enum.StrEnum):
    """Who else may know that she is a client."""

    STANDARD = "standard"
    VIP = "vip"
    RESTRICTED = "restricted"


class PointKind(enum.StrEnum):
    """Where a word can reach her."""

    PHONE = "phone"
    EMAIL = "email"
    POST = "post"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    LINE = "line"
    KAKAOTALK = "kakaotalk"
    TELEGRAM = "telegram"


class HouseholdRole(enum.StrEnum):
    """What she is in a household, for a time."""

    PRIMARY = "primary"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


class RelationKind(enum.StrEnum):
    """What one person is to another."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    FRIEND = "friend"
    ASSISTANT = "assistant"
    OTHER = "other"


INVERSE = {RelationKind.CHILD: RelationKind.PARENT, RelationKind.PARENT: RelationKind.CHILD}
"""How the other side says it; the rest are said alike by both."""


COUPLE = (RelationKind.SPOUSE, RelationKind.PARTNER)
"""Those who keep dates together."""


class Certainty(enum.StrEnum):
    """How the house knows it."""

    STATED = "stated"
    OBSERVED = "observed"
    GUESSED = "guessed"


class Visibility(enum.StrEnum):
    """Who may read a fact."""

    SHARED = "shared"
    PRIVATE = "private"


class Leaning(enum.StrEnum):
    """Whether it is something she likes, avoids, or simply is."""

    LIKES = "likes"
    AVOIDS = "avoids"
    PLAIN = ""


class Unfit(enum.StrEnum):
    """Why a value is not what its kind of fact asks for; empty when it is."""

    CHOICE = "choice"
    SIZE = "size"
    MONEY = "money"
    FITS = ""


class Act(enum.StrEnum):
    """What can happen to the house's knowledge of a person."""

    INTRODUCED = "clients.introduced"
    DESCRIBED = "clients.described"
    NAMED = "clients.named"
    REACHABLE_AT = "clients.reachable_at"
    NO_LONGER_AT = "clients.no_longer_at"
    FACT_NOTED = "clients.fact_noted"
    FACT_WITHDRAWN = "clients.fact_withdrawn"
    FACT_RELEASED = "clients.fact_released"
    HOUSEHOLD_FOUNDED = "clients.household_founded"
    HOUSEHOLD_JOINED = "clients.household_joined"
    HOUSEHOLD_LEFT = "clients.household_left"
    RELATED = "clients.related"
    PARTED = "clients.parted"
    TIER_DECIDED = "clients.tier_decided"
    REFERRED = "clients.referred"
    WELCOMED_AT = "clients.welcomed_at"
    DIED = "clients.died"
    FORGOTTEN = "clients.forgotten"
