"""A day in words and as JSON: the same sentences on paper, at the command line and for programs."""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext, gettext_lazy, ngettext

from carnet.kit import spoken
from carnet.outreach import reasons, sentences
from carnet.outreach.kinds import Rest
from carnet.outreach.queries.days import Resting, Seen, Shown
from carnet.outreach.rules import pressure


def as_json(on: dt.date, days: Iterable[Seen]) -> dict[str, Any]:
    """As `docs/api/morning.schema.json` says; nothing in it depends on when it was made."""
    return {"as_of": on.isoformat(), "days": [_day(day) for day in days]}


def _day(day: Seen) -> dict[str, Any]:
    return {
        "advisor": {"id": str(day.member.id), "name": day.member.name},
        "promises": [_shown(each, day.on) for each in day.promises],
        "suggestions": [_shown(each, day.on) for each in day.suggestions],
        "at_rest": [
            {
                "client": {"id": str(each.client), "name": each.name},
                "because": [
                    {"kind": kind.value, "words": sentences.rest(kind, values, day.on)} for kind, values in each.because
                ],
            }
            for each in day.at_rest
        ],
    }


def _shown(each: Shown, on: dt.date) -> dict[str, Any]:
    return {
        "client": {"id": str(each.client.id), "name": str(each.client)},
        "reasons": [
            {
                "kind": why.reason,
                "because": why.said(on),
                "facts": [
                    {
                        "id": str(fact.id),
                        "kind": fact.kind,
                        "on": fact.on.isoformat(),
                        "words": reasons.fact(fact.kind, fact.values, on),
                    }
                    for fact in why.facts
                ],
            }
            for why in each.whys
        ],
        "channel": each.channel,
        "hour": each.hour,
        "letter": each.letter,
    }


def headline(day: Seen) -> str:
    """How many people, each for a reason; an empty day is a valid one."""
    count = len(day.suggestions)
    if day.is_day_off:
        return gettext("Your day off.")
    if not count and _answered_today(day):
        return gettext("That is all for today.")
    if not count:
        return gettext("No one needs a letter today.")
    return ngettext("One person, for a reason.", "%(count)s people, each for a reason.", count) % {
        "count": _counted(count).capitalize()
    }


def _answered_today(day: Seen) -> bool:
    return any(
        kind == Rest.ANSWERED and str(values["on"]) == day.on.isoformat()
        for each in day.at_rest
        for kind, values in each.because
    )


def _counted(number: int) -> str:
    """In words to ninety-nine, in figures beyond."""
    return spoken.counted(number, feminine=True)


def at_rest(resting: Sequence[Resting]) -> list[str]:
    """How many are left in peace, and the main reasons why."""
    if not resting:
        return []
    told = [
        ngettext("Nothing to say today to one other.", "Nothing to say today to %(count)s others.", len(resting))
        % {"count": _counted(len(resting))}
    ]
    counted = collections.Counter(each.because[0][0] for each in resting)
    for kinds, words in RESTING:
        if n := sum(counted[kind] for kind in kinds):
            said = words(n) % {"count": _counted(n)}
            told.append(said[:1].upper() + said[1:])
    return told[: MOST_SAID + 1]


MOST_SAID = 4
"""Sentences about those at rest: the rest of them stands in the list that the line opens."""
RESTING: tuple[tuple[frozenset[Rest], Callable[[int], str]], ...] = (
    (
        frozenset({Rest.WRITTEN_LATELY, Rest.UNANSWERED, Rest.PRESSED}),
        lambda n: ngettext("One heard from us lately.", "%(count)s heard from us lately.", n),
    ),
    (
        frozenset({Rest.HELD, Rest.ASKED_NOT_TO, Rest.MOMENT}),
        lambda n: ngettext("One asked for quiet, or is held.", "%(count)s asked for quiet, or are held.", n),
    ),
    (
        frozenset({Rest.SELLING_HELD, Rest.TO_SETTLE, Rest.LATE}),
        lambda n: ngettext("For one, only care for now.", "For %(count)s, only care for now.", n),
    ),
    (
        frozenset({Rest.AFTER_OTHERS}),
        lambda n: ngettext("One has a reason that can wait.", "%(count)s have a reason that can wait.", n),
    ),
    (
        frozenset({Rest.EXPECTED}),
        lambda n: ngettext("One is coming in shortly.", "%(count)s are coming in shortly.", n),
    ),
    (
        frozenset({Rest.BOUGHT_LATELY}),
        lambda n: ngettext("One bought something lately.", "%(count)s bought something lately.", n),
    ),
    (
        frozenset({Rest.ANSWERED}),
        lambda n: ngettext("One is answered for.", "%(count)s are answered for.", n),
    ),
    (
        frozenset({Rest.NO_PERMISSION}),
        lambda n: ngettext("One has given no permission.", "%(count)s have given no permission.", n),
    ),
)
"""Said of those at rest, with how many; the others of the sum need no sentence. No list says that somebody has died."""


def lines(day: Seen) -> list[str]:
    """The day as it is printed at a command line."""
    told = [f"{day.member.name} · {sentences.whole_day(day.on)} · {day.boutique.name}", headline(day)]
    if not day.suggestions:
        told.append(lede(day))
    if day.promises:
        told += ["", gettext("You promised")]
    for each in (*day.promises, *day.suggestions):
        told += ["", f"{each.client}  ({each.client.id})"]
        for why in each.whys:
            told.append(f"  ◆ {why.said(day.on)}")
            told += [
                f"      {fact.on}  {reasons.fact(fact.kind, fact.values, day.on)}  ({fact.id})" for fact in why.facts
            ]
        told.append(f"  {each.channel} · {each.hour}")
        told += [f"    {line}" for line in each.letter.splitlines()]
    return [*told, "", *at_rest(day.at_rest)]


def lede(day: Seen) -> str:
    """The line under the headline: how long it takes, or why it is empty and that this is fine."""
    if day.is_day_off:
        return gettext("What was promised for today is with a colleague.")
    count = len(day.suggestions)
    if count:
        minutes = 3 * count + 1
        return ngettext("About %(minutes)s minute.", "About %(minutes)s minutes.", minutes) % {
            "minutes": _counted(minutes)
        }
    if day.promises:
        return gettext("Only what you promised.")
    return gettext("Nobody is waiting for a word, and that is a good day.")


def rest_groups(resting: Sequence[Resting]) -> list[tuple[str, list[Resting]]]:
    """Everyone at rest, by the first reason why, the rarer reasons first."""
    groups: dict[Rest, list[Resting]] = {}
    for each in resting:
        groups.setdefault(each.because[0][0], []).append(each)
    ordered = sorted(groups.items(), key=lambda group: (len(group[1]), group[0].value))
    return [(str(TITLES[kind]), people) for kind, people in ordered]


FRESH, FADING = 0.6, 0.25
"""What is left of a word of ours (`rules.pressure`), from which on it is said so."""
ONE_WORD = 1.1
"""What she may carry (`rules.pressure`), below which there is room for one word and hardly anything beside it."""


def adds_up(kind: Rest, values: Mapping[str, Any], on: dt.date) -> list[str]:
    """Of whoever heard enough from us, word by word what adds up to that; of other rests nothing."""
    if kind != Rest.PRESSED:
        return []
    told = [_what_is_left(sentences.as_date(day), channel, weight, on) for day, channel, weight in values["parts"]]
    if values["bears"] < ONE_WORD:
        return [*told, gettext("Few of our words are answered, so that a little is enough for a while.")]
    return [*told, gettext("One more now would be more than they are used to answering.")]


def _what_is_left(day: dt.date, channel: str, weight: float, on: dt.date) -> str:
    left = pressure.weighs(pressure.Word(day, channel, is_call=weight == pressure.CALL), on)
    if left >= FRESH:
        words = gettext("Our word of %(day)s is still fresh.")
    elif left >= FADING:
        words = gettext("Our word of %(day)s is fading.")
    else:
        words = gettext("Our word of %(day)s is almost forgotten.")
    return words % {"day": sentences.day(day, on)}


TITLES = {
    Rest.DIED: gettext_lazy("Nothing leaves in this name"),
    Rest.MINOR: gettext_lazy("Too young"),
    Rest.MENTIONED_ONLY: gettext_lazy("Only mentioned to us"),
    Rest.HELD: gettext_lazy("Held"),
    Rest.SELLING_HELD: gettext_lazy("Only care for now"),
    Rest.ASKED_NOT_TO: gettext_lazy("Asked for quiet"),
    Rest.MOMENT: gettext_lazy("At rest for a time"),
    Rest.ANSWERED: gettext_lazy("Answered for"),
    Rest.WRITTEN_LATELY: gettext_lazy("Heard from us lately"),
    Rest.NO_PERMISSION: gettext_lazy("Without a permission"),
    Rest.TO_SETTLE: gettext_lazy("A matter to settle"),
    Rest.LATE: gettext_lazy("Only care while we owe a word"),
    Rest.EXPECTED: gettext_lazy("Coming in shortly"),
    Rest.BOUGHT_LATELY: gettext_lazy("Bought lately"),
    Rest.UNANSWERED: gettext_lazy("A letter waits for its answer"),
    Rest.PRESSED: gettext_lazy("Heard enough from us"),
    Rest.ONLY_US: gettext_lazy("Only we would gain by it"),
    Rest.TO_LEARN: gettext_lazy("Left in peace to learn"),
    Rest.AFTER_OTHERS: gettext_lazy("Can wait"),
    Rest.DAY_OFF: gettext_lazy("Your day off"),
    Rest.NOTHING_TO_SAY: gettext_lazy("Nothing new to say"),
}
