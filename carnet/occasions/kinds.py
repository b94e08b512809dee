"""Plain enumerations of the occasions' room, and the names of its acts."""

from __future__ import annotations

import enum


class Recurrence(enum.StrEnum):
    """Once, or every year."""

    ONCE = "once"
    YEARLY = "yearly"


UNTIL_SPOKEN_OF = "until_spoken_of"
"""Why a date rests when the cause is nobody's business (D-9)."""


class Act(enum.StrEnum):
    """What can happen to a date."""

    DATE_NOTED = "occasions.date_noted"
    DATE_SUSPENDED = "occasions.date_suspended"
    DATE_RESUMED = "occasions.date_resumed"
    DATE_WITHDRAWN = "occasions.date_withdrawn"
