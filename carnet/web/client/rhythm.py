"""The rhythm line: two years back, four months ahead, silence visible. A picture, and a sentence that says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from carnet.kit import spoken
from carnet.outreach import sentences
from carnet.web.client.story import Beat

WIDTH = 397.0
BACK = dt.timedelta(days=730)
AHEAD = dt.timedelta(days=122)
MOST = 365
"""Marks: beyond one every other day, a line shows nothing more."""
GAP = 4.0
"""Marks nearer than this would lie on one another."""
LABEL_REACH, LABEL_APART = 40, 52
"""So that a year's label neither leaves the drawing nor meets the word for today."""


def drawing(beats: Sequence[Beat], dates: Sequence[dt.date], today: dt.date) -> dict[str, Any]:
    """What `components/rhythm.html` draws, in a box 400 wide."""
    start, end = today - BACK, today + AHEAD

    def place(on: dt.date) -> float:
        return round(1 + (on - start).days / (end - start).days * WIDTH, 1)

    recent = [beat for beat in beats if start <= beat.on <= today]
    marks = [{"kind": beat.kind, "x": place(beat.on)} for beat in reversed(recent)]
    ahead = sorted(date for date in dates if today <= date <= end)
    marks += [{"kind": "date", "x": place(date)} for date in ahead]
    now = place(today)
    years = [
        {"x": place(first), "text": spoken.short_month(first), "anchor": "start" if place(first) < LABEL_REACH else "middle"}
        for year in range(start.year, today.year + 1)
        if start <= (first := dt.date(year, 1, 1)) <= today and now - place(first) > LABEL_APART
    ]  # fmt: skip
    return {
        "label": sentence(beats, dates, today),
        "now": now,
        "end": WIDTH,
        "marks": marks,
        "years": years,
        "ahead": _ahead(place(ahead[0]), ahead[0]) if ahead else None,
        "kinds": [
            {"code": code, "label": label} for code, label in _legend() if any(mark["kind"] == code for mark in marks)
        ],
    }


def _ahead(x: float, on: dt.date) -> dict[str, Any]:
    """The next date: within four months, so that its year goes without saying."""
    ends = x + LABEL_REACH > WIDTH
    return {"x": WIDTH if ends else x, "text": spoken.short_day(on), "anchor": "end" if ends else "start"}


def sentence(beats: Sequence[Beat], dates: Sequence[dt.date], today: dt.date) -> str:
    """The line in words: what happened in two years, and the next date. No judgement is in it."""
    recent = [beat for beat in beats if beat.on > today - BACK]
    visits = sum(beat.kind == "visit" for beat in recent)
    bought = sum(beat.kind == "purchase" for beat in recent)
    if not recent:
        return gettext("Nothing in two years that the house knows of.")
    parts = []
    if visits:
        parts.append(ngettext("one visit", "%(count)s visits", visits) % {"count": visits})
    if bought:
        parts.append(ngettext("one purchase", "%(count)s purchases", bought) % {"count": bought})
    told = [
        gettext("In two years, %(what)s.") % {"what": spoken.listed(parts)}
        if parts
        else gettext("In two years, only words.")
    ]
    last = max(recent, key=lambda beat: beat.at)
    told.append(gettext("The last was on %(day)s.") % {"day": sentences.day(last.on, today)})
    ahead = sorted(date for date in dates if date >= today)
    if ahead and ahead[0] - today <= AHEAD:
        told.append(gettext("The next date is %(day)s.") % {"day": sentences.day(ahead[0], today)})
    return spoken.following(told)


def _legend() -> list[tuple[str, str]]:
    return [
        ("visit", gettext("Visit")), ("letter", gettext("Letter")), ("call", gettext("Call")),
        ("purchase", gettext("Purchase")), ("care", gettext("Care")), ("date", gettext("Date ahead")),
    ]  # fmt: skip
