"""Plain enumerations of outreach, and the names of its acts."""

from __future__ import annotations

import enum


class Reason(enum.StrEnum):
    """Why somebody is on the list, in the order in which equal dates are shown."""

    PROMISE = "promise"
    OCCASION = "occasion"
    VISIT = "visit"
    THANKS = "thanks"
    WEAR = "wear"


class Rest(enum.StrEnum):
    """Why somebody is not on the list, the first that applies."""

    DIED = "died"
    MINOR = "minor"
    MENTIONED_ONLY = "mentioned_only"
    HELD = "held"
    SELLING_HELD = "selling_held"
    ASKED_NOT_TO = "asked_not_to"
    MOMENT = "moment"
    ANSWERED = "answered"
    WRITTEN_LATELY = "written_lately"
    NO_PERMISSION = "no_permission"
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


class Act(enum.StrEnum):
    """What can happen to a day."""

    DAY_PREPARED = "outreach.day_prepared"
    ANSWERED = "outreach.answered"
    LEFT = "outreach.left"
    QUESTIONS_ASKED = "outreach.questions_asked"
    QUESTION_ANSWERED = "outreach.question_answered"
