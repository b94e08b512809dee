"""What the house decides about reasons and restraint, from now on or from a day to come."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.house.rules import objection
from carnet.kit import acts
from carnet.outreach.queries import deciding

SALT_BYTES = 16


class CannotDecide(ValueError):
    """The policy cannot be; the sentence says why."""


@transaction.atomic
def decide(
    *, policy: Mapping[SettingName, Any], by: acts.By, at: dt.datetime, since: dt.datetime | None = None
) -> list[SettingName]:
    """From `since` on, or from now, that is what holds; what is as it was is not decided anew. What changed.

    Raises CannotDecide.
    """
    standing = deciding.standing(since or at)
    changed = []
    for name, asked in policy.items():
        value = _salted(asked, standing[name]) if name == SettingName.LEARNING else asked
        if value == standing[name]:
            continue
        if not objection(name, value) and (wrong := next(deciding.objections(name, value), "")):
            raise CannotDecide(wrong)
        try:
            settings.change(name=name, value=value, by=by, at=at, since=since)
        except settings.NotAcceptable as error:
            raise CannotDecide(str(error)) from error
        changed.append(name)
    return changed


def _salted(asked: Mapping[str, Any], standing: Mapping[str, Any]) -> dict[str, Any]:
    """What is drawn is salted once and for all, so that the same moment is always drawn the same way."""
    salt = standing.get("salt") or (secrets.token_hex(SALT_BYTES) if asked.get("share") else "")
    return {"share": asked.get("share")} | ({"salt": salt} if salt else {})
