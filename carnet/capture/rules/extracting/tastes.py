"""What she likes and what she avoids: metals, stones and styles, with what denies them; other dislikes in her own words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Page, Tastes, Thing

LIKE, AVOID, NO, NEUTRAL = "like", "avoid", "no", "neutral"
COMMA = re.compile(r"[,;:،、，；(]")
STEP = 2
"""How many unknown words may stand between what is felt and what it is felt for."""
STEP_UNPARTED = 5
LONGEST_COMPLAINT = 10
LONGEST_ARTICLE = 4
AROUND_WORDS = " \t,.;:!。、，،)…"
CERTAINTY = {"metal": 0.85, "stone": 0.84, "style": 0.74}


class Word(NamedTuple):
    """A word of taste: a thing, or what is felt."""

    start: int
    end: int
    felt: str
    thing: Thing | None


class Felt(NamedTuple):
    """A thing, and whether it is liked."""

    word: Word
    is_liked: bool


def find(note: Note) -> Iterator[Lead]:
    """Each thing the client likes or avoids."""
    tastes = note.page.tastes
    golden = any(tastes.gold.search(line.plain) for line in note.lines)
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        listed = tuple(_words(line, note.page, golden=golden))
        felt = _felt_before(listed, line, tastes) if tastes.cue_after else _felt_after(listed, line, note.page)
        for word, is_liked in felt:
            if word.thing is None or line.clause_at(word.start).is_of_another:
                continue
            thing = word.thing
            words = tastes.liked.format(thing.label) if is_liked else tastes.avoided(thing.label)
            kind = Finding.LIKES if is_liked else Finding.AVOIDS
            place = (number, word.start)
            yield lead(CERTAINTY[thing.of], place, kind, line, words, of=thing.of, what=thing.code)
        yield from _complaints(number, line, listed, tastes)


@functools.lru_cache(maxsize=16)
def _pattern(page: Page) -> tuple[re.Pattern[str], tuple[Thing, ...]]:
    """Everything this finder knows, in one pattern; the groups t0, t1… are the things."""
    tastes = page.tastes
    things = (*tastes.things, *(Thing("metal", metal, alone, "") for alone, metal in tastes.golds.items()))
    groups = [f"(?P<{name}>{getattr(tastes, source)})" for name, source in
              (("neutral", "neutral"), ("avoid", "avoids"), ("like", "likes"))]  # fmt: skip
    groups += [f"(?P<t{place}>{each.pattern})" for place, each in enumerate(things)]
    groups += [f"(?P<no>{tastes.no})"]
    joined = "|".join(groups)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if page.parted else joined), things


def _words(line: Line, page: Page, *, golden: bool) -> Iterator[Word]:
    pattern, things = _pattern(page)
    known = len(page.tastes.things)
    labels = {each.code: each for each in page.tastes.things}
    for match in pattern.finditer(line.plain):
        name = match.lastgroup or ""
        if name[0] == "t" and name[1:].isdigit():
            place = int(name[1:])
            if place < known:
                yield Word(*match.span(), "", things[place])
            elif golden:
                yield Word(*match.span(), "", labels[things[place].code])
        else:
            yield Word(*match.span(), name, None)


def _felt_after(words: tuple[Word, ...], line: Line, page: Page) -> Iterator[Felt]:
    """Where what is felt stands first: it holds along a list, until something else begins."""
    liked: bool | None = None
    denied, last, is_listed = False, 0, False
    for place, word in enumerate(words):
        between, following = line.plain[last : word.start], words[place + 1 :]
        if word.thing is not None:
            after = _said_after(line, word, following, page.tastes)
            if denied or after is False:
                liked = False
            elif (
                liked is None
                or not _goes_on(between, page)
                or (is_listed and _ends_there(between, word, following, line, page, liked=liked))
            ):
                liked = after
            if liked is not None:
                yield Felt(word, liked)
        elif word.felt != NO:
            liked = {LIKE: not denied, AVOID: None if denied else False, NEUTRAL: None}[word.felt]
        denied = word.felt == NO and _is_near(word, following, line, page)
        last, is_listed = word.end, word.thing is not None


def _is_near(word: Word, following: tuple[Word, ...], line: Line, page: Page) -> bool:
    """Whether what is denied is what comes next."""
    return bool(following) and _goes_on(line.plain[word.end : following[0].start], page, is_list=False)


def _goes_on(between: str, page: Page, *, is_list: bool = True) -> bool:
    """Whether a list goes on over these words."""
    left = page.tastes.filler.sub(" ", between.lstrip(" :："))
    if COMMA.search(left):
        return is_list and not re.sub(r"[\s,،、，]", "", left)
    if page.parted:
        return len(left.split()) <= (STEP if is_list else 1)
    return len(left.replace(" ", "")) <= STEP_UNPARTED


def _ends_there(between: str, word: Word, following: tuple[Word, ...], line: Line, page: Page, *, liked: bool) -> bool:
    """Whether a list of likes ends at a comma since more is said of the thing; one of dislikes ends there at once.

    “Loves pearls, opals” likes both; “no white gold, platinum or steel” avoids the first.
    """
    if not COMMA.search(between.lstrip(" :：").replace("、", " ")):
        return False
    end = min([line.clause_at(word.start).end, *(each.start for each in following[:1])])
    rest = page.tastes.filler.sub(" ", line.plain[word.end : end])
    return not liked or bool(re.sub(r"[\W_]", "", rest))


def _said_after(line: Line, word: Word, following: tuple[Word, ...], tastes: Tastes) -> bool | None:
    """“Pearls, never”; in “pearls, never opals” it is said of the next."""
    for is_liked, pattern in ((False, tastes.avoids_after), (True, tastes.likes_after)):
        if said := pattern.match(line.plain[word.end :]):
            end = word.end + said.end()
            is_of_the_next = any(end <= each.start <= end + LONGEST_ARTICLE for each in following if each.thing)
            return None if is_of_the_next else is_liked
    return None


def _felt_before(words: tuple[Word, ...], line: Line, tastes: Tastes) -> Iterator[Felt]:
    """Where what is felt stands last: each thing takes the next word of feeling."""
    waiting = list[Word]()
    for word in words:
        if word.thing is not None:
            before = line.plain[: word.start]
            if (found := tastes.likes_after.search(before)) and found.end() == len(before):
                yield Felt(word, is_liked=True)
            elif (found := tastes.avoids_after.search(before)) and found.end() == len(before):
                yield Felt(word, is_liked=False)
            else:
                waiting.append(word)
        elif word.felt in {LIKE, AVOID}:
            yield from (Felt(each, word.felt == LIKE) for each in waiting)
            waiting = []
        elif word.felt == NEUTRAL:
            waiting = []


def _complaints(number: int, line: Line, listed: tuple[Word, ...], tastes: Tastes) -> Iterator[Lead]:
    """What she cannot bear and no vocabulary has: kept as it was said."""
    for match in tastes.hates.finditer(line.plain):
        clause = line.clause_at(match.start())
        if clause.is_of_another or any(each.thing and clause.start <= each.start < clause.end for each in listed):
            continue
        start, end = (clause.start, match.start()) if tastes.cue_after else (match.end(), clause.end)
        start, end = _without_small_words(line, start, end, tastes)
        complaint = line.plain[start:end].strip()
        if not complaint or tastes.not_that.search(complaint) or len(complaint.split()) > LONGEST_COMPLAINT:
            continue
        whole = (start, match.end()) if tastes.cue_after else (match.start(), end)
        what, words = (line.as_written(*place).strip(AROUND_WORDS) for place in ((start, end), whole))
        words = words[:1].upper() + words[1:]
        yield lead(0.6, (number, match.start()), Finding.AVOIDS, line, words, of="style", what=what)


def _without_small_words(line: Line, start: int, end: int, tastes: Tastes) -> tuple[int, int]:
    """Without the article it begins with, or the particle it ends with."""
    if tastes.cue_after:
        particle = tastes.articles.search(line.plain, start, end)
        return start, particle.start() if particle else end
    article = tastes.articles.match(line.plain[start:end])
    return start + (article.end() if article else 0), end
