"""Plain enumerations of outreach, and the names of its acts."""

from __future__ import annotations

import enum


class Reason(enum.StrEnum):
    """The reasons that are here from the start; a later room's are strings of its own (`outreach.reasons`)."""

    PROMISE = "promise"
    OCCASION = "occasion"
    VISIT = "visit"
    THANKS = "thanks"
    WEAR = "wear"
    GUIDANCE = "guidance"
    REPLENISH = "replenish"


class Advice(enum.StrEnum):
    """What a piece of a certain age is better for having looked after."""

    SETTING = "setting"
    """The stones and claws of a ring."""
    CLASP = "clasp"
    """Of a necklace, a pendant, a bracelet, a brooch."""
    BACKS = "backs"
    """Of earrings; the hinges of cufflinks."""
    SEALS = "seals"
    """A watch and water."""
    MOVEMENT = "movement"
    """A watch or a clock, after years."""
    STRAP = "strap"
    LEATHER = "leather"


class Serves(enum.StrEnum):
    """Whom a reason serves (N-7)."""

    CLIENT = "client"
    HOUSE = "house"


class Verdict(enum.StrEnum):
    """What is decided about somebody, on a day."""

    WRITE = "write"
    WAIT = "wait"
    LEAVE = "leave"


class Rest(enum.StrEnum):
    """Why somebody is left in peace, the strongest first."""

    DIED = "died"
    MINOR = "minor"
    MENTIONED_ONLY = "mentioned_only"
    HELD = "held"
    SELLING_HELD = "selling_held"
    ASKED_NOT_TO = "asked_not_to"
    MOMENT = "moment"
    TO_SETTLE = "open_complaint"
    LATE = "late"
    ANSWERED = "answered"
    EXPECTED = "expected"
    BOUGHT_LATELY = "bought_lately"
    WRITTEN_LATELY = "written_lately"
    UNANSWERED = "unanswered"
    PRESSED = "pressed"
    NO_PERMISSION = "no_permission"
    ONLY_US = "only_us"
    TO_LEARN = "to_learn"
    AFTER_OTHERS = "after_others"
    DAY_OFF = "day_off"
    NOTHING_TO_SAY = "nothing_to_say"


class Reply(enum.StrEnum):
    """What an advisor says to a suggestion."""

    WRITTEN = "written"
    LATER = "later"
    NOT_NOW = "not_now"


class Later(enum.StrEnum):
    """When it comes back."""

    THIS_EVENING = "this_evening"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    BEFORE_THE_DAY = "before_the_day"


class NotNow(enum.StrEnum):
    """Why not; each changes something different."""

    TOO_SOON = "too_soon"
    SEEING_HER = "seeing_her"
    NOT_RIGHT = "not_right"
    DELICATE = "delicate"
    NOT_ME = "not_me"


class Ask(enum.StrEnum):
    """The questions of the first weeks."""

    FOR_WHOM = "for_whom"
    BY_HEART = "by_heart"
    JOIN_SALE = "join_sale"
    WHO_WAS_IT = "who_was_it"
    SILENCE = "silence"


class Act(enum.StrEnum):
    """What can happen to a day."""

    DAY_PREPARED = "outreach.day_prepared"
    ANSWERED = "outreach.answered"
    LEFT = "outreach.left"
    QUESTIONS_ASKED = "outreach.questions_asked"
    QUESTION_ANSWERED = "outreach.question_answered"
    DRAFT_ASKED = "outreach.draft_asked"
    DRAFT_WRITTEN = "outreach.draft_written"
    DRAFT_USED = "outreach.draft_used"
