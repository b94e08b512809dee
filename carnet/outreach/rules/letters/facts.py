"""What every language must know of a subject before it finds its words."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import names
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.subject import Subject

ABOUT_ALL = frozenset({Reason.THANKS, Reason.WEAR})
SEVERAL = "several"
JEWELS = frozenset({"ring", "earrings", "necklace", "pendant", "bracelet", "brooch", "cufflinks", "watch"})
FLEETING = frozenset({"fragrance"})
EARLY = 21
"""Days before an occasion from which one may say that nothing presses."""
WEEK = 7
WEEKS, MONTHS, YEAR = 45, 330, 365.25
NEARLY = 15
"""Days short of a year that are said as the year."""


class Ago(enum.StrEnum):
    """How long ago, as one says it; never a date."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    OTHER_DAY = "other_day"
    LAST_WEEK = "last_week"
    WEEKS = "weeks"
    MONTHS = "months"
    LONG = "long"


def piece(subject: Subject) -> Called | None:
    """What the letter calls the piece it is about.

    Several that are thanked for together have no name; those of which nothing can be said are better not spoken of.
    """
    called = [names.called(piece) for piece in subject.pieces]
    if subject.reason in ABOUT_ALL:
        known = any(each.name or each.category for each in called)
        return None if not known else called[0] if len(called) == 1 else Called("", SEVERAL)
    return called[0] if called else None


def circumstances(subject: Subject) -> dict[str, bool]:
    """What a line of a letter may depend on: `{if put aside}`."""
    about = piece(subject)
    category = about.category if about else ""
    put_aside = about is not None and subject.put_aside_until is not None and subject.put_aside_until > subject.today
    available = about is not None and subject.available
    return {
        "put aside": put_aside,
        "available": available,
        "here": put_aside or available,
        "together": subject.together,
        "named": about is not None and bool(about.name),
        "lasting": category not in FLEETING,
        "jewel": category in JEWELS,
        "journey": subject.occasion == "trip",
        "gift": subject.occasion != "trip",
        "early": subject.occasion_on is not None and (subject.occasion_on - subject.today).days >= EARLY,
    }


def ago(subject: Subject) -> Ago | None:
    """How long before today it was; nothing when unknown or still to come."""
    if subject.on is None or subject.on > subject.today:
        return None
    days = (subject.today - subject.on).days
    if days <= 1:
        return Ago.YESTERDAY if days else Ago.TODAY
    weeks = (_monday(subject.today) - _monday(subject.on)).days // WEEK
    if weeks == 1 and days >= WEEK - 2:
        return Ago.LAST_WEEK
    if days <= 2 * WEEK:
        return Ago.OTHER_DAY
    return Ago.WEEKS if days <= WEEKS else Ago.MONTHS if days <= MONTHS else Ago.LONG


def years(subject: Subject) -> int:
    """How many she has lived with the piece, in whole years as one says it; 0 below one."""
    return int((_days_hers(subject) + NEARLY) / YEAR)


def said_in_years(subject: Subject, years_in_words: Sequence[str], many: str) -> str:
    """The words for how many years she has lived with the piece, the first for less than one; `many` beyond them."""
    lived = years(subject)
    return years_in_words[lived] if lived < len(years_in_words) else many


def _days_hers(subject: Subject) -> int:
    return max((subject.today - subject.on).days, 0) if subject.on else 0


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def kept_until(subject: Subject) -> tuple[dt.date, bool] | None:
    """Until when a piece is put aside, and whether a weekday says it."""
    until = subject.put_aside_until
    if until is None or until <= subject.today:
        return None
    return until, (until - subject.today).days < WEEK


def celebrated(subject: Subject, *own: str) -> str:
    """Whose day it is, when that is a name and not the addressee's own."""
    name = names.person(subject.celebrated)
    return "" if name.casefold() in {other.casefold() for other in own} else name
