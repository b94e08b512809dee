"""The gentle check: what in a note's words is too private to keep."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator

from carnet.capture.kinds import Concern
from carnet.capture.rules.discretion.prepared import Prepared, prepare, sentence_around
from carnet.capture.rules.discretion.reading import Watch, Why, language_of


@dataclasses.dataclass(frozen=True)
class Noticed:
    """Words that tell too much: `words[begin:end]` of what was read."""

    concern: Concern
    begin: int
    end: int
    why: Why


def notice(words: str, language: str) -> tuple[Noticed, ...]:
    """All that is noticed, as it stands in the words; nothing in a language without patterns.

    Where two of the same concern overlap, the one that begins first is told, and of two that begin together the longer.
    """
    tongue = language_of(language)
    if tongue is None:
        return ()
    prepared = prepare(words, spaced=tongue.spaced)
    found = [each for watch in tongue.watches for each in _first(_within(prepared, watch))]
    return tuple(sorted(found, key=lambda each: each.begin))


def delicate(words: str, language: str) -> dict[str, Concern]:
    """The sentences that tell too much, each once, and what each is about."""
    found: dict[str, Concern] = {}
    for each in notice(words, language):
        begin, end = sentence_around(words, each.begin, each.end)
        found.setdefault(words[begin:end].strip(), each.concern)
    return found


def _within(prepared: Prepared, watch: Watch) -> Iterator[Noticed]:
    ordinary = functools.cache(lambda seeker: list(seeker.find(prepared.text)))
    for why, every in watch.noticed:
        for begin, end in every.find(prepared.text):
            passes = [each for each in (watch.unless, watch.spares.get(why)) if each]
            if not any(start < end and begin < stop for each in passes for start, stop in ordinary(each)):
                yield Noticed(watch.concern, prepared.starts[begin], prepared.ends[end - 1], why)


def _first(found: Iterator[Noticed]) -> Iterator[Noticed]:
    reached = 0
    for each in sorted(found, key=lambda each: (each.begin, -each.end)):
        if each.begin >= reached:
            yield each
            reached = each.end
