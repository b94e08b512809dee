"""A note taken apart: its sentences, their clauses, and of whom each clause speaks."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from carnet.capture.rules.extracting import folding
from carnet.capture.rules.extracting.folding import Folded
from carnet.capture.rules.extracting.page import Page
from carnet.clients.kinds import RelationKind

END = re.compile(r"[!?。！？؟\n\r]+|\.+(?=\s|$)|…+")
ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|mr|mrs|ms|mme|mlle|dr|dott|sig|sigra|st|ste|no|n)$", re.IGNORECASE)
ASKED = re.compile(r"[?？؟]\s*$")
GENITIVE = re.compile(r"(?i)['’]s?$")
ENDS = re.compile(r"\s*(?:[,.;:)]|$)")
WORD = re.compile(r" ?([^\W\d_][\w'\-]*)")
LONGEST_NAME = 3


@dataclasses.dataclass(frozen=True)
class Clause:
    """A stretch of a sentence that says one thing, and whether of somebody other than the client."""

    start: int
    end: int
    is_of_another: bool
    another_from: int = 0


@dataclasses.dataclass(frozen=True)
class Person:
    """Somebody around the client, where the sentence names who that is to her."""

    start: int
    end: int
    kind: RelationKind
    phrase: str
    name: str
    came_along: bool
    is_described: bool
    """Whether something is said of them: her mother, who loves pearls."""
    is_male: bool
    receives: bool
    """Whether something is done for them, by the client."""


NAMED = Person(0, 0, RelationKind.OTHER, "", "", came_along=False, is_described=False, is_male=False, receives=False)
"""Somebody known by name only."""


@dataclasses.dataclass(frozen=True)
class Line:
    """One sentence."""

    folded: Folded
    clauses: tuple[Clause, ...]
    people: tuple[Person, ...]
    is_question: bool

    @property
    def plain(self) -> str:
        """As it is compared."""
        return self.folded.plain

    @property
    def written(self) -> str:
        """As it stands in the note."""
        return self.folded.written

    def clause_at(self, place: int) -> Clause:
        """The clause that a sign belongs to."""
        return next((each for each in self.clauses if place < each.end), self.clauses[-1])

    def is_of_another(self, place: int) -> bool:
        """Whether what is done there is done by somebody else: from where they are named."""
        clause = self.clause_at(place)
        return clause.is_of_another and place >= clause.another_from

    def as_written(self, start: int, end: int) -> str:
        """What was written there."""
        return self.folded.as_written(start, end)


def sentences(text: str) -> Iterator[str]:
    """Each sentence of a note, as written."""
    start = 0
    for end in END.finditer(text):
        if end[0].startswith(".") and ABBREVIATED.search(text[start : end.start()]):
            continue
        if whole := text[start : end.end()].strip():
            yield whole
        start = end.end()
    if whole := text[start:].strip():
        yield whole


def line(sentence: str, page: Page, known: frozenset[str]) -> Line:
    """A sentence taken apart in its language; `known` are folded names of those around her."""
    folded = folding.fold(sentence)
    folded = folded.with_said(page.numbers(folded.plain))
    people = tuple(_people(folded, page, known))
    names = known | {folding.plain(each.name) for each in people if each.name}
    clauses = tuple(_clauses(folded, page, people, names))
    return Line(folded, clauses, people, bool(ASKED.search(sentence) or page.asked.search(folded.plain)))


def _clauses(folded: Folded, page: Page, people: tuple[Person, ...], names: frozenset[str]) -> Iterator[Clause]:
    """A clause is of another from where they are its subject, until the client is again."""
    start, other = 0, None
    for end, after in [*(each.span() for each in page.breaks.finditer(folded.plain)), (len(folded.plain),) * 2]:
        there = [each for each in people if start <= each.start < end and (each.is_described or not each.came_along)]
        herself = _herself(folded.plain[start:end], page, other)
        if there and (any(each.is_described for each in there) or herself is None or herself > there[0].start - start):
            other = there[-1]
        elif not there and _begins_with(names, folded.plain[start:end].lstrip(), page):
            other = NAMED
        elif herself is not None:
            other = None
        acting = [each.start for each in there if not each.receives]
        from_where = min(acting, default=end if there else start)
        yield Clause(start, max(after, end), other is not None, from_where)
        start = after


def _begins_with(names: frozenset[str], clause: str, page: Page) -> bool:
    """Whether somebody named is the subject: “Margaux prefers silver”."""
    after = (clause[len(name) :] for name in names if clause.startswith(name))
    return any(not rest[:1].isalnum() or not page.parted for rest in after)


def _herself(clause: str, page: Page, other: Person | None) -> int | None:
    """Where the client is the one who speaks or does; “she” after her daughter may be either, and is nobody."""
    pronouns = [page.kin.herself]
    if other is None or other.is_male:
        pronouns.append(page.kin.she)
    if other is None or not other.is_male:
        pronouns.append(page.kin.he)
    return min((found.start() for each in pronouns if (found := each.search(clause))), default=None)


def _people(folded: Folded, page: Page, known: frozenset[str]) -> Iterator[Person]:
    for found in page.kin.pattern.finditer(folded.plain):
        start, end = found.span()
        name, after = _name_after(folded, end, page, known)
        if not name and ENDS.match(folded.plain[end:]):
            name = _name_before(folded, start, page)
        rest = folded.plain[after : after + 40]
        along = bool(page.kin.company.search(folded.plain[:start]) or page.kin.along.match(rest))
        receives = bool(page.kin.gives_to.search(folded.plain[:start]) or page.kin.given_to.match(rest))
        described = bool(page.kin.who.match(rest))
        kind = page.kin.kinds[found["rel"]]
        yield Person(
            start,
            max(end, after),
            kind,
            folded.as_written(start, end).strip(),
            name,
            along,
            described,
            found["rel"] in page.kin.male,
            receives,
        )


def _name_after(folded: Folded, end: int, page: Page, known: frozenset[str]) -> tuple[str, int]:
    """The name that follows, and where it ends; lower case tells a name only where it is known to be one."""
    if not page.parted:
        found = page.kin.name.match(folded.plain, end)
        return (_tidy(folded.as_written(*found.span("name"))), found.end("name")) if found else ("", end)
    called = page.kin.called.match(folded.plain[end:])
    place = end + called.end() if called else end
    taken, last = list[str](), place
    for word in WORD.finditer(folded.plain, place):
        if word.start() != last or len(taken) == LONGEST_NAME:
            break
        written = folded.as_written(*word.span(1))
        if not _is_name(written, word[1], folded.plain[word.end() :], page, known, is_first=not taken):
            break
        taken.append(GENITIVE.sub("", written))
        last = word.end()
        if written != taken[-1]:
            break
    return (_tidy(" ".join(taken)), last) if taken else ("", end)


def _is_name(written: str, bare: str, rest: str, page: Page, known: frozenset[str], *, is_first: bool) -> bool:
    """A capital tells a name; without one, a name that is known, or a word that can be nothing else and ends the clause."""
    kin, bare = page.kin, bare.removesuffix("'s")
    if bare in kin.not_names or len(bare) == 1:
        return False
    if bare in known or bare in kin.given or (written[0].isupper() and not written[1:].isupper()):
        return True
    if not is_first or written.isupper() or not kin.name.match(bare):
        return False
    return kin.caseless or bool(ENDS.match(rest))


def _name_before(folded: Folded, start: int, page: Page) -> str:
    """The name in “Bianca, her daughter” and “Bianca (her daughter”."""
    found = re.search(r"(?:^|[\s,.;])([^\W\d_][\w'\-]*)(?:, ?| ?\()$", folded.plain[:start])
    if not found or found[1] in page.kin.not_names:
        return ""
    written = folded.as_written(*found.span(1))
    return written if written[0].isupper() and written[1:].islower() else ""


def _tidy(name: str) -> str:
    return name[:1].upper() + name[1:]
