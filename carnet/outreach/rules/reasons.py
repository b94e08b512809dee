"""The reasons: each looks at one kind of evidence and says whether it stands that day, and until when.

Windows are those of boutique ruling 16.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.evidence import Anniversary, PromiseMade, Purchase, Standing, Visit

DAY = dt.timedelta(days=1)
THANKS = (1, 7)
WEAR = (21, 42)
VISIT = (1, 14)
NAMED_DAY = (0, 7)
LAST_WEEK = dt.timedelta(weeks=1)
LATE_REMINDER = dt.timedelta(days=10)
"""Who buys late is reminded then, not weeks ahead."""


def promise(made: PromiseMade, on: dt.date, back_on: dt.date) -> Standing | None:
    """Due, overdue, or due before she is back at work (`back_on`)."""
    if made.due_on >= max(back_on, on + DAY):
        return None
    values = {"words": made.words, "due_on": made.due_on}
    return Standing(made.client, Reason.PROMISE, made.due_on, (made.fact,), values, promise=made.fact.id)


def thanks(bought: Purchase, on: dt.date) -> Standing | None:
    """A purchase nobody has thanked for: from the next morning to day 7. A farewell is left alone (U-7)."""
    if bought.is_farewell:
        return None
    return _after_purchase(bought, on, Reason.THANKS, THANKS)


def wear(bought: Purchase, on: dt.date) -> Standing | None:
    """“How does it wear?”, once, in weeks 3 to 6, of what she bought for herself: what nobody knows counts as a gift."""
    if not bought.for_herself or bought.is_farewell or not bought.is_worn:
        return None
    return _after_purchase(bought, on, Reason.WEAR, WEAR)


def visit(seen: Visit, on: dt.date) -> Standing | None:
    """A visit without a purchase: day 1 to 14, or about the day she named."""
    start, window = (seen.named_day, NAMED_DAY) if seen.named_day else (seen.on, VISIT)
    if not _within(start, on, window):
        return None
    return Standing(
        seen.client, Reason.VISIT, start + window[1] * DAY, (seen.fact,), {"on": seen.on, "named_day": seen.named_day},
        pieces=seen.pieces, together=seen.together,
    )  # fmt: skip


def occasion(date: Anniversary, on: dt.date) -> Standing | None:
    """A date within its making time, to the giver: a date alone opens a question, a gift or a word answers it (N-4)."""
    if date.is_farewell or date.given_since or not (date.gifts or date.told_by_giver):
        return None
    opens = date.next_on - (LATE_REMINDER if date.late_buyer else dt.timedelta(weeks=date.lead_weeks))
    closes = date.next_on - LAST_WEEK
    if not opens <= on <= closes:
        return None
    values = {"kind": date.kind, "on": date.next_on, "celebrated": date.celebrated, "gifts": len(date.gifts)}
    return Standing(date.giver, Reason.OCCASION, closes, (date.fact, *date.gifts), values, celebrated=date.celebrated)


def before_she_is_back[E](
    judge: Callable[[E, dt.date], Standing | None], evidence: E, on: dt.date, back_on: dt.date
) -> Standing | None:
    """What stands on `on`; else what begins and ends on her days off before `back_on`, which comes today (ruling 7)."""
    if (today := judge(evidence, on)) is not None:
        return today
    ahead = (judge(evidence, on + number * DAY) for number in range(1, (back_on - on).days))
    return next((standing for standing in ahead if standing and standing.ends_on < back_on), None)


def _after_purchase(bought: Purchase, on: dt.date, reason: Reason, window: tuple[int, int]) -> Standing | None:
    if not _within(bought.on, on, window) or not bought.lines:
        return None
    # For whom it was is nobody's business but hers: only a piece for herself is named.
    pieces = bought.pieces if bought.for_herself else ()
    return Standing(bought.client, reason, bought.on + window[1] * DAY, bought.lines, {"on": bought.on}, pieces=pieces)


def _within(start: dt.date, on: dt.date, window: tuple[int, int]) -> bool:
    return window[0] <= (on - start).days <= window[1]
