"""What the house decides about itself, from a moment on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.kinds import Act, SettingName
from carnet.house.models import Maison, Setting
from carnet.house.rules import APPS, LOADS, LONGEST_PACE, MOST_SUGGESTIONS, STATES_WITHIN, Objection, objection
from carnet.kit import acts


class NotAcceptable(ValueError):
    """The value cannot be; the sentence says why."""


@transaction.atomic
def change(*, name: SettingName, value: Any, by: acts.By, at: dt.datetime, since: dt.datetime | None = None) -> None:
    """From `at` on, or from `since` where that lies ahead, that is what holds; what held before stays known.

    Raises NotAcceptable.
    """
    if wrong := objection(name, value):
        raise NotAcceptable(_said(wrong))
    if since is not None and since < at:
        raise NotAcceptable(_("What is decided holds from today, or from a day to come."))
    Setting.objects.update_or_create(name=name, since=since or at, defaults={"value": value, "set_by_id": by.member})
    acts.record(act=Act.SETTING_CHANGED, by=by, on=acts.On("maison", Maison.objects.get().id), at=at, reason=name)


def _said(wrong: Objection) -> str:
    if wrong.value in STATES_WITHIN:
        least, most = STATES_WITHIN[wrong.value]
        return _of_states(wrong) % {"least": least, "most": most}
    return {
        Objection.SUGGESTIONS: _("Suggestions a day must be a number from 0 to %(most)s.") % {"most": MOST_SUGGESTIONS},
        Objection.PACE: _("Days between letters must be a number from 0 to %(most)s.") % {"most": LONGEST_PACE},
        Objection.APPS: _("Apps by hand are chosen from: %(apps)s.") % {"apps": ", ".join(APPS)},
        Objection.STATES: _("The conditions of the states are five numbers, each of them needed."),
        Objection.REASONS: _("Of each reason, say whether it is raised, and its lengths of time in whole days."),
        Objection.PRESSURE: _(
            "What somebody may carry lies between two numbers from %(least)s to %(most)s, the lower first."
        )
        % {"least": LOADS[0], "most": LOADS[1]},
        Objection.LEARNING: _("At most half of the moments may be left in peace to learn from."),
        Objection.CARRIED: _("A phone carries nobody, today’s people, or the fifty seen last."),
        Objection.WORDING: _("A letter of the house’s own belongs to a language, a reason and a form of address."),
    }[wrong]


def _of_states(wrong: Objection) -> str:
    return {
        Objection.FIRST_WEEKS: _("The first weeks must be a number of days from %(least)s to %(most)s."),
        Objection.COLLECTOR_PIECES: _("The pieces of a collector must be a number from %(least)s to %(most)s."),
        Objection.FRIEND_YEARS: _("The years of a friend must be a number from %(least)s to %(most)s."),
        Objection.FRIEND_WEEKS: _("The weeks between a friend’s days must be a number from %(least)s to %(most)s."),
        Objection.RESTING_MONTHS: _("The months before rest must be a number from %(least)s to %(most)s."),
    }[wrong]
