"""A week of mornings of a demo house, and what must be true of each."""

from __future__ import annotations

import datetime as dt

from carnet.house import queries
from carnet.outreach.kinds import Reason
from carnet.outreach.queries import days
from carnet.outreach.queries.days import Seen
from carnet.outreach.queries.judging import judge
from tools.demo import staff


def week_of(today: dt.date) -> dict[str, list[Seen]]:
    """Each member’s working days of the week from that day on."""
    found: dict[str, list[Seen]] = {}
    for ahead in range(8):
        on = today + dt.timedelta(days=ahead)
        for member, boutique in queries.workers(today):
            if member.works_on(on):
                found.setdefault(member.handle, []).append(days.from_judged(judge(member, boutique, on)))
    return found


def mixed(today: dt.date) -> None:
    """Each day has something, of more than one kind, no two sentences alike; all but the one that is empty on purpose."""
    week = week_of(today)

    assert set(week) == {who.handle for who in (*staff.ADVISORS, *staff.MANAGERS)}
    for handle, mornings_of in week.items():
        kinds: set[Reason] = set()
        for day in mornings_of:
            listed = [*day.promises, *day.suggestions]
            here = {each.whys[0].reason for each in listed}
            sentences = [each.whys[0].said(day.on) for each in day.suggestions]
            assert listed or (handle, day.on) == ("theo", today), (handle, day.on)
            assert len(here) > 1 or len(listed) < 3, (handle, day.on, here)
            assert len(set(sentences)) == len(sentences), sentences
            kinds |= here
        assert len(kinds) >= 3, (handle, kinds)
