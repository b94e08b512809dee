"""Pieces of the catalogue in words, and what she wishes for; a wish wins over what was shown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting import folding
from carnet.capture.rules.extracting.found import Piece
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Page

ARTICLE = re.compile(r"^(?:the|le|la|les|l'|il|lo|gli|i) ?(?=\w)")
LOOSE = re.compile(r"[^\w]|の|的")
SHORTEST_NAME = 4
LONGEST_ARTICLE = 3
"""“Wants the”, and no more, is followed by the piece."""
LONGEST_WISH, LONGEST_UNPARTED = 8, 20
"""In words; in signs."""
LATIN = re.compile(r"[a-z0-9]")


class Named(NamedTuple):
    """A piece where a sentence names it."""

    start: int
    end: int
    piece: Piece


@functools.lru_cache(maxsize=16384)
def close(name: str) -> str:
    """A name as it is looked for: folded, without its article, spaces or signs."""
    return LOOSE.sub("", ARTICLE.sub("", folding.plain(name)))


def named(line: Line, pieces: tuple[Piece, ...]) -> list[Named]:
    """The pieces a sentence names, the longest name where several fit."""
    kept = [(place, sign) for place, sign in enumerate(line.plain) if not LOOSE.fullmatch(sign)]
    text, found = "".join(sign for _, sign in kept), list[Named]()
    for piece in pieces:
        name = close(piece.name)
        at = text.find(name) if len(name) >= SHORTEST_NAME else -1
        while at >= 0:
            start, end = kept[at][0], kept[at + len(name) - 1][0] + 1
            if _stands_alone(line.plain, start, end):
                found.append(Named(start, end, piece))
            at = text.find(name, at + 1)
    found.sort(key=lambda each: each.start - each.end)
    apart = list[Named]()
    for each in found:
        if not any(each.start < other.end and other.start < each.end for other in apart):
            apart.append(each)
    return sorted(apart)


def _spoken_of(note: Note) -> tuple[Piece, ...]:
    """The few of a whole catalogue whose names the note has somewhere."""
    text = LOOSE.sub("", " ".join(line.plain for line in note.lines))
    return tuple(each for each in note.around.pieces if close(each.name) in text)


def _stands_alone(plain: str, start: int, end: int) -> bool:
    before, after = plain[start - 1 : start], plain[end : end + 1]
    for inside, outside in ((plain[start], before), (plain[end - 1], after)):
        if outside and LATIN.match(inside) and LATIN.match(outside):
            return False
        if outside and "؀" <= inside <= "ۿ" and outside.isalpha() and outside not in "والبلك":
            return False
    return True


def find(note: Note) -> Iterator[Lead]:
    """Each piece shown or wished for, and each wish in words."""
    wished, last = set[str](), None
    leads = list[Lead]()
    pieces = _spoken_of(note)
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        there = named(line, pieces)
        for each in there:
            if (kind := _kind(line, note.page, each, there)) is not None:
                value = {"reference": each.piece.id}
                leads.append(lead(0.92, (number, each.start), kind, line, each.piece.name, **value))
                if kind is Finding.WISH:
                    wished.add(each.piece.id)
            last = each
        page = note.page
        for wish in page.doing.wish_after.finditer(line.plain):
            before = [each for each in there if each.end <= wish.start()] or ([last] if last and page.parted else [])
            if before and not _is_denied(line, page, wish.start()):
                piece = before[-1].piece
                wished.add(piece.id)
                place = (number, wish.start())
                leads.append(lead(0.9, place, Finding.WISH, line, piece.name, reference=piece.id))
        leads += _in_words(number, line, page, there)
    for one in leads:
        if one.found.kind is not Finding.SHOWN or one.found.value["reference"] not in wished:
            yield one


def _is_denied(line: Line, page: Page, place: int) -> bool:
    clause = line.clause_at(place)
    return line.is_of_another(place) or bool(page.no.search(line.plain[clause.start : place]))


def _kind(line: Line, page: Page, named: Named, there: list[Named]) -> Finding | None:
    """What is said of a piece: wished for, shown, or neither."""
    clause, doing = line.clause_at(named.start), page.doing
    before, after = line.plain[clause.start : named.start], line.plain[named.end : clause.end]
    if line.is_of_another(named.start) or page.no.search(before) or (not page.parted and page.no.search(after)):
        return None
    first = min((each.start for each in there if each.start >= clause.start), default=named.start)
    lead_in = line.plain[clause.start : first]
    wish = doing.wish.search(before)
    asked = line.plain[wish.end() : named.start].strip() if wish else ""
    is_wish = wish and not (page.parted and len(asked) > LONGEST_ARTICLE and doing.to_do.match(asked))
    if is_wish or (not page.parted and doing.wish_after.search(after)):
        return Finding.WISH
    if doing.owned.search(before) or (not page.parted and doing.owned.match(after)):
        return None
    is_to_come = doing.house.search(lead_in if page.parted else before + after)
    return None if is_to_come and not doing.shown.search(line.plain) else Finding.SHOWN


def _in_words(number: int, line: Line, page: Page, there: list[Named]) -> Iterator[Lead]:
    """A wish for something the catalogue does not name: kept in her words, where it is a piece or a stone."""
    doing, tastes = page.doing, page.tastes
    for match in doing.wish.finditer(line.plain):
        clause = line.clause_at(match.start())
        if _is_denied(line, page, match.start()):
            continue
        start, end = (clause.start, match.start()) if tastes.cue_after else (match.end(), clause.end)
        if stop := (None if tastes.cue_after else doing.stop.search(line.plain, start, end)):
            end = stop.start()
        if not tastes.cue_after and (article := tastes.articles.match(line.plain[start:end])):
            start += article.end()
        what = line.plain[start:end].strip()
        if any(start <= each.start < end for each in there) or doing.to_do.match(what):
            continue
        is_short = len(what.split()) <= LONGEST_WISH if page.parted else len(what) <= LONGEST_UNPARTED
        if doing.wished.search(what) and is_short:
            said = line.as_written(start, end).strip(" ,.;:!。、，،)…")
            words = said[:1].upper() + said[1:]
            yield lead(0.8, (number, match.start()), Finding.WISH, line, words, what=said)
