"""Plain enumerations of the intelligence room, and the names of its acts."""

from __future__ import annotations

import enum

RULES = 1
"""The version of the rules: a reading says by which it was read."""


class SignalKind(enum.StrEnum):
    """What was noticed, before anybody reads anything into it (I-10)."""

    LOOKED = "looked"
    """A visit that ended without a purchase."""
    TRIED = "tried"
    ASKED = "asked"
    KEPT_FOR_LATER = "kept_for_later"
    WROTE_TO_US = "wrote_to_us"
    CALLED_US = "called_us"
    COMPLAINED = "complained"
    CARE = "care"


class ReadingKind(enum.StrEnum):
    """What a reading is about."""

    SILENCE = "silence"
    SEARCH = "search"
    """Whether she is looking for something (high intent)."""
    REPLENISHMENT = "replenishment"
    DATE = "date"
    """A date that seems to matter, inferred from gifts; a question until somebody says."""
    STARTS = "starts"
    """Who usually takes the first step (R-13)."""
    BOND = "bond"
    """What this relationship is to her, in an advisor's words (R-16)."""


class Silence(enum.StrEnum):
    """What a silence is read as (Y-11)."""

    WITHIN = "within"
    LONGER = "longer"
    UNLIKE = "unlike"
    BY_HABIT = "by_habit"
    UNKNOWN = "unknown"


class Rival(enum.StrEnum):
    """What else a silence may be: each with its own evidence (Y-7, Y-8)."""

    A_PAUSE = "a_pause"
    """A long gap of somebody who comes back."""
    A_FAREWELL = "a_farewell"
    """She has taken her leave."""
    STILL_THERE = "still_there"
    """She comes, writes or is at an evening of the house, without buying."""
    THROUGH_HOME = "through_home"
    """Somebody of her home buys."""
    OUR_LATENESS = "our_lateness"
    """It is we who owe her a word."""
    AT_EASE = "at_ease"
    """Loyal, and in no need of us."""


class State(enum.StrEnum):
    """Where a relationship stands. This list is the list; what a silence is read as is never a state."""

    PROSPECT = "prospect"
    FIRST_OWNER = "first_owner"
    OWNER = "owner"
    REPEAT = "repeat"
    COLLECTOR = "collector"
    FRIEND = "friend"
    RESTING = "resting"
    TO_SETTLE = "to_settle"
    INTRODUCTION = "introduction"
    PASSING = "passing"


class Rests(enum.StrEnum):
    """What a moment in her life asks us to leave alone. Never why (D-9)."""

    GIFTS = "gifts"
    DATES = "dates"
    SELLING = "selling"
    INVITATIONS = "invitations"


class Stage(enum.StrEnum):
    """How far a pass over the whole house has come."""

    READING = "reading"
    DUE = "due"
    DONE = "done"


class Evidence(enum.StrEnum):
    """What kind of record a reading cites by its id."""

    SALE = "sale"
    LINE = "line"
    ENCOUNTER = "encounter"
    GIFT = "gift"
    PROMISE = "promise"
    COMPLAINT = "complaint"
    HOLD = "hold"
    FACT = "fact"


class Act(enum.StrEnum):
    """What can happen to the house's understanding of somebody."""

    HOUSE_READ = "intelligence.house_read"
    HOUSE_TRIED = "intelligence.house_tried"
    HOUSE_COUNTED = "intelligence.house_counted"
    CONFIRMED = "intelligence.confirmed"
    REVISED = "intelligence.revised"
    RECONSIDERED = "intelligence.reconsidered"
    CONSEQUENCE_NOTED = "intelligence.consequence_noted"
    CONSEQUENCE_ENDED = "intelligence.consequence_ended"
