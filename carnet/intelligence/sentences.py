"""What is read, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from carnet.intelligence.kinds import State


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
