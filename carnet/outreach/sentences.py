"""Reasons and rests in words: what the day keeps as a kind and its values is said here, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.house.kinds import TermKind
from carnet.house.vocabulary import WORDS
from carnet.intelligence.kinds import Rests
from carnet.kit import spoken
from carnet.kit.numerals import base
from carnet.outreach.kinds import Later, NotNow, Reply, Rest

type Values = Mapping[str, Any]


def rest(kind: Rest, values: Values, on: dt.date) -> str:
    """Why somebody is left in peace, seen on `on`."""
    return REST[kind](values, on)


def day(value: dt.date | str | None, seen_on: dt.date | None = None) -> str:
    """“8 December”, with its year when that is not the year one reads it in."""
    if not value:
        return ""
    date = dt.date.fromisoformat(value) if isinstance(value, str) else value
    return spoken.day(date, seen_on or date)


def whole_day(value: dt.date) -> str:
    """“8 December 2025”, whatever year one reads it in."""
    return day(value, dt.date.min)


def occasion(code: str) -> str:
    """The house's own word for a kind of day, from what every house starts with."""
    found = next((labels for known, labels, _schema in WORDS[TermKind.OCCASION] if known == code), {})
    return str(found.get(base(spoken.reading())) or found.get("en") or code)


def begins(number: int) -> str:
    """As a sentence begins: “Five”."""
    return spoken.counted(number, feminine=True).capitalize()


type Sentence = Callable[[Values, dt.date], str]


def _held(values: Values, on: dt.date) -> str:
    said = {"because": values.get("because", ""), "day": day(values.get("until"), on)}
    if said["day"]:
        return gettext("Held until %(day)s: %(because)s") % said
    return gettext("Held: %(because)s") % said


def _selling_held(values: Values, _on: dt.date) -> str:
    return gettext("Only care for now: %(because)s") % {"because": values.get("because", "")}


def _answered(values: Values, on: dt.date) -> str:
    """Whoever said it: her book may have been a colleague's then."""
    said = {"day": day(values.get("until"), on), "on": day(values.get("on"), on)}
    if values.get("reply") == Reply.WRITTEN:
        return gettext("Written to on %(on)s.") % said
    if values.get("because") == Later.THIS_EVENING:
        return gettext("Put off until this evening.")
    if values.get("reply") == Reply.LATER and said["day"]:
        return gettext("Put off until %(day)s.") % said
    if values.get("because") == NotNow.NOT_RIGHT:
        return gettext("It was not the right reason; not raised again unless something changes.")
    if said["day"]:
        return gettext("Not now, it was said on %(on)s: at rest until %(day)s.") % said
    return gettext("Not now, it was said on %(on)s.") % said


def _no_permission(values: Values, _on: dt.date) -> str:
    invitation = values.get("purpose") == Purpose.INVITATION
    if values.get("shut") == "said_no":
        return gettext("Asked not to be invited.") if invitation else gettext("Asked not to be written to.")
    if values.get("shut") == "ask_in_person":
        return gettext("A permission without a date: ask in person at the next visit.")
    return gettext("Has not been asked about invitations.") if invitation else gettext("No permission to write, yet.")


def _heard(values: Values, on: dt.date) -> str:
    if not values.get("on"):
        return gettext("Heard from us lately.")
    return gettext("Heard from us on %(day)s.") % {"day": day(values["on"], on)}


def _unanswered(values: Values, on: dt.date) -> str:
    return gettext("The letter of %(day)s has had no answer yet.") % {"day": day(values["on"], on)}


def _pressed(values: Values, on: dt.date) -> str:
    days = [day(part[0], on) for part in values["parts"]]
    if len(days) > 1:
        return gettext("Heard from us on %(days)s: that is enough for now.") % {"days": spoken.listed(days)}
    return gettext("Heard from us on %(day)s: that is enough for now.") % {"day": day(values["on"], on)}


def _late(values: Values, on: dt.date) -> str:
    return gettext("Nothing is proposed while a promise of ours, due on %(day)s, is not kept.") % {
        "day": day(values["since"], on)
    }


def _can_wait(values: Values, on: dt.date) -> str:
    return gettext("Has a reason that can wait: it stands until %(day)s.") % {"day": day(values.get("until"), on)}


def rests(what: Rests, until: dt.date | str | None, on: dt.date) -> str:
    """What a moment in somebody's life leaves alone, and its last day. There is no why."""
    said = {"day": day(until, on)}
    return {
        Rests.GIFTS: gettext("No gift prompts until %(day)s."),
        Rests.DATES: gettext("No dates are raised until %(day)s."),
        Rests.SELLING: gettext("Nothing is proposed until %(day)s."),
        Rests.INVITATIONS: gettext("No invitations until %(day)s."),
    }[what] % said


REST: dict[Rest, Sentence] = {
    Rest.DIED: lambda _values, _on: gettext("Nothing leaves the house in this name."),
    Rest.MINOR: lambda _values, _on: gettext("Too young to be written to."),
    Rest.MENTIONED_ONLY: lambda _values, _on: gettext("Only mentioned to us; not a client."),
    Rest.HELD: _held,
    Rest.SELLING_HELD: _selling_held,
    Rest.ASKED_NOT_TO: _no_permission,
    Rest.MOMENT: lambda values, on: rests(Rests(values["rests"]), values["until"], on),
    Rest.ANSWERED: _answered,
    Rest.WRITTEN_LATELY: _heard,
    Rest.NO_PERMISSION: _no_permission,
    Rest.TO_SETTLE: lambda _values, _on: gettext("A matter to settle: nothing is proposed meanwhile."),
    Rest.LATE: _late,
    Rest.EXPECTED: lambda values, on: (
        gettext("Said to come in on %(day)s: it can be said then.") % {"day": day(values["on"], on)}
    ),
    Rest.BOUGHT_LATELY: lambda values, on: (
        gettext("Bought on %(day)s: only thanks and care for now.") % {"day": day(values["on"], on)}
    ),
    Rest.UNANSWERED: _unanswered,
    Rest.PRESSED: _pressed,
    Rest.ONLY_US: lambda _values, _on: gettext(
        "A long silence, and an unusual one: a question, and no reason to write."
    ),
    Rest.TO_LEARN: lambda _values, _on: gettext("Left in peace, to learn whether silence serves."),
    Rest.AFTER_OTHERS: _can_wait,
    Rest.DAY_OFF: lambda _values, _on: gettext("Your day off."),
    Rest.NOTHING_TO_SAY: lambda _values, _on: gettext("Nothing new to say."),
}


def as_date(value: dt.date | str) -> dt.date:
    """A day as it is, or as JSON keeps it."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
