"""A note read: every finder asked, what is private left out, the most certain first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting import (
    dates,
    folding,
    leaving,
    lines,
    occasions,
    pages,
    people,
    pieces,
    promises,
    sizes,
    tastes,
)
from carnet.capture.rules.extracting.found import Around, Found
from carnet.capture.rules.extracting.lead import Lead, Note
from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Page

MOST = 8
LONGEST_NOTE = 4000
"""Signs that are read: some six hundred words; beyond, a note is no note."""
FINDERS = (sizes.find, tastes.find, people.find, occasions.find, promises.find, pieces.find, leaving.find)


def read(words: str, language: str, on: dt.date, around: Around) -> tuple[Found, ...]:
    """What a note tells of the client, for the advisor to confirm: at most eight, the most certain first, none twice.

    `on` is the day of the note, from which its days are counted. A language without a page gives what needs none.
    """
    page = pages.page(language)
    taken = tuple(_taken_apart(words[:LONGEST_NOTE], page, around))
    note = Note(page, taken, tuple(tuple(dates.said(line, page, on)) for line in taken), on, around)
    leads = [each for finder in FINDERS for each in finder(note) if not _is_private(each, page)]
    leads = sorted(_settled(leads), key=lambda each: (-each.certainty, each.line, each.at))
    return tuple(each.found for each in _once(leads))[:MOST]


def _taken_apart(words: str, page: Page, around: Around) -> Iterator[Line]:
    """Its sentences; a name once said is known in those that follow."""
    known = frozenset(folding.plain(name).split(" ")[0] for name in around.people if name.strip())
    for sentence in lines.sentences(words):
        line = lines.line(sentence, page, known)
        known |= {folding.plain(each.name) for each in line.people if each.name}
        yield line


def _is_private(each: Lead, page: Page) -> bool:
    """Health, faith and prices stay in the note."""
    return bool(page.private.search(folding.plain(each.found.words)))


def _settled(leads: list[Lead]) -> Iterator[Lead]:
    """Without what contradicts itself: liked and avoided, or two sizes of one thing in one system."""
    said = dict[tuple[str, ...], set[str]]()
    for each in leads:
        said.setdefault(_about(each.found), set()).add(_key(each.found))
    for each in leads:
        if len(said[_about(each.found)]) == 1:
            yield each


def _about(found: Found) -> tuple[str, ...]:
    value = found.value
    if found.kind in {Finding.LIKES, Finding.AVOIDS}:
        return "taste", value["of"], value["what"]
    if found.kind is Finding.SIZE:
        return "size", value["of"], value["system"]
    return (_key(found),)


def _key(found: Found) -> str:
    return f"{found.kind}{sorted(found.value.items())}"


def _once(leads: Iterable[Lead]) -> Iterator[Lead]:
    seen = set[str]()
    for each in leads:
        if (key := _key(each.found)) not in seen:
            seen.add(key)
            yield each
