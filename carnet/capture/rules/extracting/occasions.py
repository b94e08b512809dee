"""Dates that matter: what it is, the month and the day, and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.dates import When
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.lines import Line, Person
from carnet.capture.rules.extracting.page import Page

SUBJECT = re.compile(r"(?:^|[\s,])([^\W\d_][\w\-]*)(?:'s?)? ?(?:is |est |e )?$")


GOES = "trip"
"""What is named after it is a place."""


def find(note: Note) -> Iterator[Lead]:
    """Each date that matters, where the sentence gives its month."""
    names = {person.name for line in note.lines for person in line.people if person.name} | set(note.around.people)
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        free = list(note.days[number])
        cues = [
            (cue.start(), cue.end(), code, yearly)
            for code, pattern, yearly in note.page.occasions.cues
            for cue in pattern.finditer(line.plain)
        ]
        for start, end, code, yearly in _apart(cues):
            if note.page.no.search(line.plain[line.clause_at(start).start : start]):
                continue
            fixed = note.page.occasions.fixed.get(code)
            when = None if fixed and code in {"christmas", "valentine"} else _nearest(free, line, start, end)
            if when is None and fixed is None:
                continue
            if when is not None:
                free.remove(when)
            month, day = (when.month, when.day) if when else fixed or (0, None)
            year = when.year if when and (not yearly or when.year_said) and code != "birthday" else None
            whose = None if fixed else _whose(line, note.page, code, (start, end), names)
            said = note.page.occasions.when(day, month, year)
            words = note.page.occasions.say("anniversary" if code == "wedding" and yearly else code, whose, said)
            value = {"code": code, "month": month, "day": day, "year": year, "whose": whose}
            yield lead(0.7 if fixed else 0.88, (number, start), Finding.OCCASION, line, words, **value)


def _apart(cues: list[tuple[int, int, str, bool]]) -> list[tuple[int, int, str, bool]]:
    """In their order, the longest where several stand in one place."""
    kept = list[tuple[int, int, str, bool]]()
    for cue in sorted(cues, key=lambda each: (each[0] - each[1], each[0])):
        if not any(cue[0] < other[1] and other[0] < cue[1] for other in kept):
            kept.append(cue)
    return sorted(kept)


def _nearest(free: list[When], line: Line, start: int, end: int) -> When | None:
    """The day said in the same clause, after it rather than before; else in the clause that follows or leads in."""
    clause = line.clause_at(start)
    within = [each for each in free if clause.start <= each.start < clause.end]
    if not within:
        place = line.clauses.index(clause)
        beside = [line.clauses[at] for at in (place + 1, place - 1) if 0 <= at < len(line.clauses)]
        for other in beside:
            near = [each for each in free if other.start <= each.start < other.end]
            if near and not re.search(r"\w{2,} \w{2,} \w{2,}", _without(line, near, other.start, other.end)):
                return near[0]
        return None
    return min(within, key=lambda each: each.start - end if each.start >= end else (start - each.end) * 2 + 1)


def _without(line: Line, days: list[When], start: int, end: int) -> str:
    text = line.plain[start:end]
    for day in days:
        text = text.replace(line.plain[day.start : day.end], "", 1)
    return text


def _whose(line: Line, page: Page, code: str, place: tuple[int, int], names: set[str]) -> str | None:
    """The one named in the same clause, else nobody: her own."""
    start, end = place
    clause = line.clause_at(start)
    there = [
        each
        for each in line.people
        if clause.start <= each.start < clause.end and not start <= each.start < end and not each.came_along
    ]
    if there:
        nearest: Person = min(there, key=lambda each: abs(each.start - start))
        return nearest.name or nearest.phrase
    after = _named_after(line, page, end, clause.end) if code != GOES else None
    return after or _named_before(line, page, clause.start, start, names)


def _named_after(line: Line, page: Page, end: int, last: int) -> str | None:
    found = page.occasions.named_after.match(line.plain[end:last])
    if not found or found["name"] in page.kin.not_names:
        return None
    written = line.as_written(end + found.start("name"), end + found.end("name"))
    return written if page.kin.caseless or written[0].isupper() else None


def _named_before(line: Line, page: Page, first: int, start: int, names: set[str]) -> str | None:
    """Bianca in “Bianca graduates”; without a capital, only a name the note or her home knows."""
    before = (SUBJECT if page.parted else page.occasions.named_before).search(line.plain[first:start])
    if not before:
        return None if page.parted else next((name for name in names if name in line.as_written(first, start)), None)
    group = 1 if page.parted else "name"
    written = line.as_written(first + before.start(group), first + before.end(group))
    is_name = written[:1].isupper() and written[1:].islower() and before[group] not in page.kin.not_names
    is_subject = before.start(group) == 0
    return written if written in names or not page.parted or (is_name and is_subject) else None
