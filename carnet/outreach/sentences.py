"""Reasons and rests in words: what the day keeps as a kind and its values is said here, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from babel.dates import format_skeleton
from django.utils.translation import get_language, gettext, ngettext

from carnet.consent.kinds import Purpose
from carnet.house.kinds import TermKind
from carnet.house.vocabulary import WORDS
from carnet.intelligence.kinds import Rests
from carnet.kit.numerals import base, in_words
from carnet.outreach.kinds import Later, NotNow, Reason, Reply, Rest

SPOKEN = {"en": "en-GB", "ar-xb": "ar"}
"""English here is British."""

type Values = Mapping[str, Any]


def because(reason: Reason, values: Values, on: dt.date) -> str:
    """Why somebody is on the list, in one sentence, seen on `on`."""
    return BECAUSE[reason](values, on)


def rest(kind: Rest, values: Values, on: dt.date) -> str:
    """Why somebody is left in peace, seen on `on`."""
    return REST[kind](values, on)


def fact(kind: str, values: Values, on: dt.date) -> str:
    """What one cited record says."""
    return FACTS[kind](values, on)


def day(value: dt.date | str | None, seen_on: dt.date | None = None) -> str:
    """“8 December”, with its year when that is not the year one reads it in."""
    if not value:
        return ""
    date = dt.date.fromisoformat(value) if isinstance(value, str) else value
    language = get_language() or "en"
    skeleton = "MMMMd" if seen_on is None or date.year == seen_on.year else "yMMMMd"
    words = format_skeleton(skeleton, date, locale=SPOKEN.get(language, language).replace("-", "_"))
    return words.replace("1 ", "1er ", 1) if date.day == 1 and base(language) == "fr" else words


def whole_day(value: dt.date) -> str:
    """“8 December 2025”, whatever year one reads it in."""
    return day(value, dt.date.min)


def _promise(values: Values, on: dt.date) -> str:
    due = _date(values["due_on"])
    said = {"words": values["words"], "day": day(due, on), "name": values.get("for", "")}
    if said["name"]:
        return gettext("For %(name)s, who is away: “%(words)s”, promised for %(day)s.") % said
    if due == on:
        return gettext("You promised it for today: “%(words)s”.") % said
    if due < on:
        return gettext("You promised it for %(day)s: “%(words)s”.") % said
    return gettext("You promised: “%(words)s”, by %(day)s.") % said


def _occasion(values: Values, on: dt.date) -> str:
    said = {"day": day(values["on"], on), "name": values["celebrated"], "occasion": occasion(values["kind"])}
    if values["gifts"] and said["name"]:
        return gettext("%(name)s · %(occasion)s, %(day)s. The gift came from here before.") % said
    if values["gifts"]:
        return gettext("%(occasion)s, %(day)s. The gift came from here before.") % said
    if said["name"]:
        return gettext("%(name)s · %(occasion)s, %(day)s. We were told of it.") % said
    return gettext("%(occasion)s, %(day)s. We were told of it.") % said


def occasion(code: str) -> str:
    """The house's own word for a kind of day, from what every house starts with."""
    language = get_language() or "en"
    found = next((labels for known, labels, _schema in WORDS[TermKind.OCCASION] if known == code), {})
    return str(found.get(language.split("-")[0]) or found.get("en") or code)


def _visit(values: Values, on: dt.date) -> str:
    if values.get("named_day") and _date(values["named_day"]) == on:
        return gettext("Today is the day named for coming back to it, at the visit of %(day)s.") % {
            "day": day(values["on"], on)
        }
    if values.get("named_day"):
        return gettext("At the visit of %(day)s, %(named)s was named as the day for coming back to it.") % {
            "day": day(values["on"], on), "named": day(values["named_day"], on),
        }  # fmt: skip
    return gettext("Came in on %(day)s and left without a piece.") % {"day": day(values["on"], on)}


def _thanks(values: Values, on: dt.date) -> str:
    return gettext("Bought on %(day)s, and nobody has said thank you yet.") % {"day": day(values["on"], on)}


def _wear(values: Values, on: dt.date) -> str:
    weeks = max((on - _date(values["on"])).days // 7, 1)
    return ngettext(
        "A week with the piece: how does it wear?", "%(weeks)s weeks with the piece: how does it wear?", weeks
    ) % {"weeks": _counted(weeks)}


def _counted(weeks: int) -> str:
    """As a sentence begins: “Five”."""
    return (in_words(weeks, base(get_language() or "en"), feminine=True) or str(weeks)).capitalize()


type Sentence = Callable[[Values, dt.date], str]

BECAUSE: dict[Reason, Sentence] = {
    Reason.PROMISE: _promise,
    Reason.OCCASION: _occasion,
    Reason.VISIT: _visit,
    Reason.THANKS: _thanks,
    Reason.WEAR: _wear,
}


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
    return gettext("Heard from us on %(day)s.") % {"day": day(values.get("on"), on)}


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
    Rest.ASKED_NOT_TO: lambda _values, _on: gettext("Asked for quiet."),
    Rest.MOMENT: lambda values, on: rests(Rests(values["rests"]), values["until"], on),
    Rest.ANSWERED: _answered,
    Rest.WRITTEN_LATELY: _heard,
    Rest.NO_PERMISSION: _no_permission,
    Rest.AFTER_OTHERS: _can_wait,
    Rest.DAY_OFF: lambda _values, _on: gettext("Your day off."),
    Rest.NOTHING_TO_SAY: lambda _values, _on: gettext("Nothing new to say."),
}

FACTS: dict[str, Sentence] = {
    "promise": lambda values, _on: gettext("Promised: “%(words)s”") % {"words": values["words"]},
    "purchase": lambda values, _on: gettext("Bought: %(piece)s") % {"piece": values["piece"]},
    "gift": lambda values, _on: gettext("Gift chosen: %(piece)s") % {"piece": values["piece"]},
    "visit": lambda _values, _on: gettext("Visit without a purchase"),
    "occasion": lambda values, on: gettext("Date noted: %(day)s") % {"day": day(values["on"], on)},
}


def _date(value: dt.date | str) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
