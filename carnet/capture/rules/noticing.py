"""Whether a phone may say something now, and what: never who, never after hours, once a day."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Collection

OPENS, CLOSES = dt.time(10), dt.time(19)
"""A boutique's hours by its own clock: when it is in order to disturb somebody who works there."""
WITHOUT_A_SIGNAL = dt.timedelta(hours=1)
"""A note that took longer to come in was kept on the phone: whoever kept it may have wondered."""
LATELY = dt.timedelta(days=1)


class Notice(enum.StrEnum):
    """What may be said."""

    PROMISE = "promise"
    NOTES = "notes"


@dataclasses.dataclass(frozen=True)
class Standing:
    """How it stands for one member."""

    now: dt.datetime
    """By her boutique's clock, aware."""
    works_on: Collection[int]
    opens_on: Collection[int]
    """Both in days of the week, Monday 1."""
    told_on: dt.date | None
    """The last day on which something was said, by that clock."""
    due: int
    """Promises of hers that are due today."""
    came: int
    """Notes of hers that came in late, of late."""


def notice(standing: Standing) -> Notice | None:
    """What to say now, if anything. A promise before notes: they are safe already."""
    today = standing.now.date()
    if standing.told_on is not None and standing.told_on >= today:
        return None
    if today.isoweekday() not in standing.works_on or today.isoweekday() not in standing.opens_on:
        return None
    if not OPENS <= standing.now.time() < CLOSES:
        return None
    if standing.due:
        return Notice.PROMISE
    return Notice.NOTES if standing.came else None


def seconds_left(now: dt.datetime) -> int:
    """Until the boutique closes: a phone that is off until then is told nothing any more."""
    closes = dt.datetime.combine(now.date(), CLOSES, now.tzinfo)
    return max(int((closes - now).total_seconds()), 0)
