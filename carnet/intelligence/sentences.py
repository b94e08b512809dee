"""What is read, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from carnet.intelligence.kinds import Rival, Silence, State
from carnet.kit import spoken

DAY, WEEK, MONTH, YEAR = 1.0, 7.0, 30.44, 365.25
IN_DAYS, IN_WEEKS, IN_MONTHS = 12, 18 * 7, 23 * 30
"""Days up to which a gap is said in days, in weeks, in months; longer ones in years."""
FEW_GAPS = 3
"""Up to so many gaps, a rhythm is said as a range (models.md 3.7)."""


def state_name(state: State) -> str:
    """What a state is called."""
    return {
        State.TO_SETTLE: _("A matter to settle"),
        State.INTRODUCTION: _("By introduction only"),
        State.RESTING: _("Resting"),
        State.PASSING: _("Passing through"),
        State.FIRST_OWNER: _("First owner"),
        State.FRIEND: _("Friend of the house"),
        State.COLLECTOR: _("Collector"),
        State.REPEAT: _("Came back"),
        State.OWNER: _("Owner"),
        State.PROSPECT: _("Not yet an owner"),
    }[state]


def conditions(values: Mapping[str, int]) -> list[tuple[State, str]]:
    """When each state begins and ends, with the house's numbers in it: in the order in which they are asked."""
    said = {
        State.TO_SETTLE: _("A complaint is open. It ends when the complaint is closed."),
        State.INTRODUCTION: _("Somebody spoke of them; we have not met. It ends with a first meeting."),
        State.RESTING: _(
            "They asked to be left in peace, or have owned something and given no sign for %(resting_months)s months. "
            "It ends with a sign from them."
        ),
        State.PASSING: _("They are here until a day they named. It ends after that day."),
        State.FIRST_OWNER: _(
            "The first purchase is at most %(first_weeks)s days old. It ends after that, or with a second."
        ),
        State.FRIEND: _(
            "With us for %(friend_years)s years, and there at least every %(friend_weeks)s weeks, or named so by "
            "somebody. It ends when they are away for longer than is their way."
        ),
        State.COLLECTOR: _(
            "Owns %(collector_pieces)s pieces of one kind, or was named so by somebody. It ends when the pieces become "
            "fewer."
        ),
        State.REPEAT: _("Bought on two days or more. It ends when another state begins."),
        State.OWNER: _("Bought once, and the first weeks are over. It ends with a second purchase."),
        State.PROSPECT: _("Has bought nothing yet. It ends with a first purchase."),
    }
    return [(state, words % values) for state, words in said.items()]


def rhythm(values: Mapping[str, Any]) -> str:
    """How often she is there: “Every nine weeks or so.” Of a young rhythm, between what and what."""
    if values["gaps"] <= FEW_GAPS:
        told = {"least": lasting(values["soonest"]), "most": lasting(values["latest"])}
        if told["least"] == told["most"]:
            return _("So far, about %(most)s apart.") % told
        return _("So far, between %(least)s and %(most)s apart.") % told
    return _often(values["usual"])


def lasting(days: float) -> str:
    """A length of time, rounded as one says it: five days, nine weeks, four months, two years."""
    number, unit = _unit(days)
    told = {
        DAY: ngettext("%(count)s day", "%(count)s days", number),
        WEEK: ngettext("%(count)s week", "%(count)s weeks", number),
        MONTH: ngettext("%(count)s month", "%(count)s months", number),
        YEAR: ngettext("%(count)s year", "%(count)s years", number),
    }
    return told[unit] % {"count": _said(number, feminine=unit == WEEK)}


def _often(days: float) -> str:
    number, unit = _unit(days)
    told = {
        DAY: ngettext("Almost every day.", "Every %(count)s days or so.", number),
        WEEK: ngettext("Every week or so.", "Every %(count)s weeks or so.", number),
        MONTH: ngettext("Every month or so.", "Every %(count)s months or so.", number),
        YEAR: ngettext("Every year or so.", "Every %(count)s years or so.", number),
    }
    return told[unit] % {"count": _said(number, feminine=unit == WEEK)}


def _unit(days: float) -> tuple[int, float]:
    """How many of the unit in which so long a time is said."""
    if days < IN_DAYS:
        return max(round(days), 1), DAY
    unit = WEEK if days < IN_WEEKS else MONTH if days < IN_MONTHS else YEAR
    return round(days / unit), unit


def _said(number: int, *, feminine: bool) -> str:
    return spoken.counted(number, feminine=feminine)


def silence(code: Silence) -> str:
    """What a silence is read as."""
    return {
        Silence.WITHIN: _("All is as usual."),
        Silence.LONGER: _("It has been quiet for longer than usual."),
        Silence.UNLIKE: _("A long silence, and an unusual one."),
        Silence.BY_HABIT: _("Long silences are usual here."),
        Silence.UNKNOWN: _("Too little is known yet to speak of a rhythm."),
    }[code]


def rival(code: Rival) -> str:
    """What else it may be; of what somebody at home does nothing is told, which may be a surprise."""
    return {
        Rival.A_PAUSE: _("A pause: long, and followed by a return."),
        Rival.A_FAREWELL: _("A leave that has been taken."),
        Rival.STILL_THERE: _("Nothing is bought, but the visits go on."),
        Rival.OUR_LATENESS: _("It is we who owe a word: a promise is overdue."),
        Rival.AT_EASE: _("Attached to the house, and in no need of it for now."),
    }[code]


def how_sure(certainty: int | None) -> str:
    """A certainty, of 100, in a word; of what only its evidence speaks for, that."""
    if certainty is None:
        return pgettext("certainty", "the records say so")
    words = (
        (90, pgettext("certainty", "all but certain")), (65, pgettext("certainty", "likely")),
        (35, pgettext("certainty", "as likely as not")), (10, pgettext("certainty", "less likely")),
    )  # fmt: skip
    return next((word for least, word in words if certainty >= least), pgettext("certainty", "hardly"))
