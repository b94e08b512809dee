"""What the house decides about itself, from a moment on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.kinds import Act, SettingName
from carnet.house.models import Maison, Setting
from carnet.house.rules import APPS, LONGEST_PACE, MOST_SUGGESTIONS, STATES_WITHIN, Objection, objection
from carnet.kit import acts


class NotAcceptable(ValueError):
    """The value cannot be; the sentence says why."""


@transaction.atomic
def change(*, name: SettingName, value: Any, by: acts.By, at: dt.datetime) -> None:
    """From `at` on, that is what holds; what held before stays known. Raises NotAcceptable."""
    if wrong := objection(name, value):
        raise NotAcceptable(_said(wrong))
    Setting.objects.update_or_create(name=name, since=at, defaults={"value": value, "set_by_id": by.member})
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
    }[wrong]


def _of_states(wrong: Objection) -> str:
    return {
        Objection.FIRST_WEEKS: _("The first weeks must be a number of days from %(least)s to %(most)s."),
        Objection.COLLECTOR_PIECES: _("The pieces of a collector must be a number from %(least)s to %(most)s."),
        Objection.FRIEND_YEARS: _("The years of a friend must be a number from %(least)s to %(most)s."),
        Objection.FRIEND_WEEKS: _("The weeks between a friend’s days must be a number from %(least)s to %(most)s."),
        Objection.RESTING_MONTHS: _("The months before rest must be a number from %(least)s to %(most)s."),
    }[wrong]
