"""The moments of some mornings at which chance decided, as rows to be kept."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection

from carnet.kit import db
from carnet.outreach.models import Moment
from carnet.outreach.queries.judging import Judged
from carnet.outreach.rules.restraint import learning


def moments(*days: Judged) -> list[Moment]:
    """Of mornings of one day, what is new: where each relationship stood, how likely it was, and what was decided."""
    drawn = [(each, left, day) for day in days for each, left in day.drawn]
    if not drawn:
        return []
    states = _states({each.client for each, _left, _day in drawn}, drawn[0][2].on)
    return [
        Moment(
            client_id=each.client, on=day.on, reason=each.reason, fact=each.fact, about_on=learning.moment(each)[1],
            state=states.get(each.client, ""), propensity=day.share, held=left,
        )
        for each, left, day in drawn
    ]  # fmt: skip


def _states(people: Collection[uuid.UUID], on: dt.date) -> dict[uuid.UUID, str]:
    return dict(
        db.select(
            """
            select client_id, state from intelligence_statechange
            where client_id = any(%(people)s) and since <= %(on)s and (until is null or until > %(on)s)
            """,
            people=list(people),
            on=on,
        )
    )
