"""What was promised, by whom, and by when; nothing without a day."""

from __future__ import annotations

from collections.abc import Iterator

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.dates import When
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.lines import Clause, Line
from carnet.capture.rules.extracting.page import Page


def find(note: Note) -> Iterator[Lead]:
    """Each promise of ours, and of hers."""
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        used = set[int]()
        for clause in line.clauses:
            who, place = _by(line, clause, note.page)
            when = _due(line, clause, place, note.days[number], used) if who else None
            if when is None or (who == "client" and when.day is None):
                continue
            used.add(when.start)
            words = line.as_written(clause.start, max(clause.end, when.end)).strip(" \t,.;:!。、，،()…—–-")
            words = words[:1].upper() + words[1:]
            value = {"due": when.due.isoformat(), "by": who}
            yield lead(0.9, (number, clause.start), Finding.PROMISE, line, words, **value)


def _by(line: Line, clause: Clause, page: Page) -> tuple[str, int]:
    """Who gives a word in this clause, and where."""
    text = line.plain[clause.start : clause.end]
    if page.doing.refused.search(text):
        return "", 0
    house = page.doing.house.search(text)
    client = None if clause.is_of_another else page.doing.client.search(text)
    if house and page.parted and any(clause.start <= each.start < clause.start + house.start() for each in line.people):
        return "", 0
    if client and (not house or client.start() <= house.start()):
        return "client", clause.start + client.start()
    return ("house", clause.start + house.start()) if house else ("", 0)


def _due(line: Line, clause: Clause, place: int, days: tuple[When, ...], used: set[int]) -> When | None:
    """The first day after the word is given, else the last before it in the clause, else the clause that only tells when."""
    free = [each for each in days if each.start not in used]
    within = [each for each in free if clause.start <= each.start < clause.end]
    if within:
        return next((each for each in within if each.start >= place), within[-1])
    at = line.clauses.index(clause)
    for other in line.clauses[at + 1 : at + 2] + (line.clauses[at - 1 : at] if at else ()):
        near = [each for each in free if other.start <= each.start < other.end]
        if near and len((line.plain[other.start : near[0].start] + line.plain[near[0].end : other.end]).split()) <= 1:
            return near[0]
    return None
