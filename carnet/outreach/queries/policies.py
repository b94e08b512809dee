"""What the house decided about reasons and restraint, as of a moment, or as it might have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from carnet.consent import queries as consent
from carnet.consent.kinds import Purpose
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.outreach.rules.policy import Policy


def at(as_of: dt.datetime) -> Policy:
    """What the house had decided by then."""
    return of(house.settings(as_of), as_of)


def of(told: Mapping[SettingName, Any], as_of: dt.datetime) -> Policy:
    """What those settings come to, on the grounds the house had stated by then."""
    return Policy(
        suggestions=int(told[SettingName.SUGGESTIONS]),
        pace=dt.timedelta(days=told[SettingName.PACE_DAYS]),
        bases={purpose: consent.basis(purpose, as_of) for purpose in Purpose},
        reasons=told[SettingName.REASONS],
        least_load=told[SettingName.PRESSURE]["least"],
        most_load=told[SettingName.PRESSURE]["most"],
        learns=told[SettingName.LEARNING]["share"],
        salt=told[SettingName.LEARNING].get("salt", ""),
        wording=told[SettingName.WORDING],
    )
