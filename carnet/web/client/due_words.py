"""What may be coming, said: a search, a date, something that runs out. Windows and questions; nobody in particular."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from carnet.intelligence.kinds import SignalKind
from carnet.intelligence.models import Reading, Signal
from carnet.intelligence.rules.search import Instead
from carnet.kit import spoken

MIDDLE, LATE = 11, 21
"""The days on which the second and the third part of a month begin."""
CERTAIN, LIKELY = 85, 60
"""Of 100: from there on one says so."""

NOTICED = {
    SignalKind.LOOKED: _("A visit without buying, %(day)s"),
    SignalKind.TRIED: _("Tried a piece, %(day)s"),
    SignalKind.ASKED: _("Asked about a piece, %(day)s"),
    SignalKind.KEPT_FOR_LATER: _("Had a piece kept for later, %(day)s"),
    SignalKind.WROTE_TO_US: _("Wrote to us, %(day)s"),
    SignalKind.CALLED_US: _("Called us, %(day)s"),
    SignalKind.COMPLAINED: _("Was not content, %(day)s"),
    SignalKind.CARE: _("A piece in our care, %(day)s"),
}
INSTEAD = {
    Instead.COMPANY: _("Comes for the company, or for comfort"),
    Instead.A_REPAIR: _("Comes because of a piece in our care"),
    Instead.WITH_A_FRIEND: _("Comes with somebody else, who is looking"),
    Instead.OUR_NOTING: _("Came as often before, and nobody noted it"),
}


def noticed(signal: Signal, today: dt.date) -> str:
    """What was noticed, and when."""
    return str(NOTICED[SignalKind(signal.kind)]) % {"day": in_full(signal.on, today)}


def in_full(day: dt.date, seen_on: dt.date) -> str:
    """“7 August”, with its year when that is not the year one reads it in."""
    return spoken.day(day, seen_on)


def sure(certainty: int) -> str:
    """How sure that is, of 100."""
    if certainty >= CERTAIN:
        return gettext("All but certain.")
    return gettext("Likely.") if certainty >= LIKELY else gettext("Perhaps, and perhaps not.")


def search(reading: Reading, _name: str, today: dt.date) -> str:
    """Whether there is a search, and what it was read from."""
    if reading.said_by_id and reading.code in set(Instead):
        return str(INSTEAD[Instead(reading.code)])
    told = [
        gettext("Is probably looking for something.")
        if reading.code == "searching"
        else gettext("May be looking for something.")
    ]
    values = reading.values
    visits = {
        "count": _counted(values["visits"]).capitalize(),
        "day": in_full(dt.date.fromisoformat(values["since"]), today),
    }
    told.append(ngettext(
        "%(count)s visit without buying since %(day)s.", "%(count)s visits without buying since %(day)s.", values["visits"]
    ) % visits)  # fmt: skip
    told.append(
        ngettext("%(count)s in the year before.", "%(count)s in the year before.", values["before"])
        % {"count": _counted(values["before"]).capitalize()}
        if values["before"]
        else gettext("None in the year before.")
    )
    if values["asked"]:
        told.append(gettext("Tried something on, or asked for it."))
    return spoken.following(told)


def date(reading: Reading, _name: str, _today: dt.date) -> str:
    """The weeks in which gifts were bought, as a question until it is answered."""
    values = reading.values
    first, last = (dt.date.fromisoformat(f"2001-{values[side]}") for side in ("from", "to"))
    said = {
        "from": part_of_month(first), "to": part_of_month(last), "month": _month(first),
        "hits": _counted(values["hits"]), "years": _counted(values["years"]),
    }  # fmt: skip
    if reading.code == "no":
        return gettext("Between %(from)s and %(to)s: no date that matters.") % said
    if reading.said_by_id:
        return gettext("Between %(from)s and %(to)s: a date that matters. It stands with the dates.") % said
    if first.month == last.month:
        return gettext("Gifts in %(month)s in %(hits)s of %(years)s years. Is it a date that matters?") % said
    return (
        gettext("Gifts between %(from)s and %(to)s in %(hits)s of %(years)s years. Is it a date that matters?") % said
    )


def running_out(reading: Reading, name: str, today: dt.date) -> str:
    """A range, and never one date."""
    low, high = (dt.date.fromisoformat(reading.values[side]) for side in ("low", "high"))
    said = {"name": name, "from": part_of_month(low, today), "to": part_of_month(high, today)}
    if low <= today:
        return gettext("%(name)s may be running out: any day now, until %(to)s.") % said
    if low == high:
        return gettext("%(name)s may be running out in %(from)s.") % said
    return gettext("%(name)s may be running out: %(from)s to %(to)s.") % said


def part_of_month(day: dt.date, seen_on: dt.date | None = None) -> str:
    """“Late October”, with its year when that is not the year one reads it in; without one, of any year."""
    said = {"month": _month(day, seen_on)}
    if day.day >= LATE:
        return gettext("late %(month)s") % said
    return gettext("mid-%(month)s") % said if day.day >= MIDDLE else gettext("early %(month)s") % said


def _month(day: dt.date, seen_on: dt.date | None = None) -> str:
    return spoken.month(day, year=seen_on is not None and seen_on.year != day.year)


def _counted(number: int) -> str:
    return spoken.counted(number, feminine=True)
