"""When a suggestion that was put off comes back."""

from __future__ import annotations

import datetime as dt

from carnet.outreach.kinds import Later

MONDAY = 1


def until(later: Later, on: dt.date, ends_on: dt.date) -> dt.date:
    """The day a suggestion put off comes back."""
    if later == Later.MONDAY:
        return on + dt.timedelta(days=(MONDAY - on.isoweekday()) % 7 or 7)
    if later == Later.BEFORE_THE_DAY:
        return max(ends_on, on + dt.timedelta(days=1))
    return on + dt.timedelta(days=1)
