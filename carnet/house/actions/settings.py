"""What the house decides about itself, from a moment on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house.kinds import Act, SettingName
from carnet.house.models import Maison, Setting
from carnet.house.rules import APPS, LONGEST_PACE, MOST_SUGGESTIONS, Objection, objection
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
    return {
        Objection.SUGGESTIONS: _("Suggestions a day must be a number from 0 to %(most)s.") % {"most": MOST_SUGGESTIONS},
        Objection.PACE: _("Days between letters must be a number from 0 to %(most)s.") % {"most": LONGEST_PACE},
        Objection.APPS: _("Apps by hand are chosen from: %(apps)s.") % {"apps": ", ".join(APPS)},
    }[wrong]
