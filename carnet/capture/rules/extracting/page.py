"""What a language brings: its words for what is looked for, and how it says what was found."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping

from carnet.clients.kinds import RelationKind
from carnet.interactions.kinds import Left

type Said = Callable[[str], Iterator[tuple[int, int, str]]]
NEVER = re.compile(r"(?!)")
"""Matches nothing: a language that has no such words."""


def words(pattern: str) -> re.Pattern[str]:
    """Whole words of a language that parts them; an apostrophe parts too."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def these(listed: str) -> frozenset[str]:
    """Words, parted by spaces."""
    return frozenset(listed.split())


def one_of(choices: Mapping[str, object]) -> str:
    """A pattern of these words, the longest first."""
    return "|".join(re.escape(each) for each in sorted(choices, key=len, reverse=True))


@dataclasses.dataclass(frozen=True)
class Thing:
    """Something one may like: what it is called among our codes, in folded words, and on her page."""

    of: str
    code: str
    pattern: str
    label: str


@dataclasses.dataclass(frozen=True)
class Day:
    """A kind of date in words; `dates` reads the pattern's groups d, m, y, w, n and u."""

    kind: str
    pattern: re.Pattern[str]


@dataclasses.dataclass(frozen=True)
class Sizes:
    """How sizes are said."""

    items: Mapping[str, re.Pattern[str]]
    """What is measured: ring, wrist, neck, shoe, belt, clothing."""
    word: re.Pattern[str]
    """Size, when it is not said of what."""
    between: re.Pattern[str]
    """What may stand between such a word and its figure."""
    before: re.Pattern[str]
    """Just before a figure that no longer holds; ends with $."""
    after: re.Pattern[str]
    """Just after a figure that no longer holds; begins with ^."""
    now: re.Pattern[str]
    """Said of a figure that holds now."""
    plain: tuple[tuple[str, float, float, str], ...]
    """What numbers make plain in this language: (ring, 44, 70, FR)."""
    labels: Mapping[str, str]
    sign: str = ""
    """A sign after the figure that makes it a size by itself."""
    sign_system: str = ""
    sign_alone: bool = True
    """Whether the sign says a ring's size where nothing else speaks of one."""
    letters: bool = False
    """Whether a letter alone is a ring's size."""
    systems: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Names of systems besides US, UK, FR, IT, EU, JP."""


@dataclasses.dataclass(frozen=True)
class Tastes:
    """How somebody's likes are said."""

    things: tuple[Thing, ...]
    golds: Mapping[str, str]
    """A colour alone, which is a metal's once gold was spoken of."""
    gold: re.Pattern[str]
    likes: str
    avoids: str
    no: str
    neutral: str
    """Verbs that begin something else."""
    filler: re.Pattern[str]
    """Words that may stand in a list of things without ending it."""
    hates: re.Pattern[str]
    """Verbs whose complement is kept in words."""
    not_that: re.Pattern[str]
    """How a complement begins that says nothing by itself; begins with ^."""
    likes_after: re.Pattern[str] = NEVER
    avoids_after: re.Pattern[str] = NEVER
    liked: str = "{}"
    avoided: Callable[[str], str] = str
    cue_after: bool = False
    articles: re.Pattern[str] = NEVER


@dataclasses.dataclass(frozen=True)
class Kin:
    """How those around somebody are named."""

    kinds: Mapping[str, RelationKind]
    pattern: re.Pattern[str]
    """Groups: `rel`, and `poss` where whose they are is said."""
    company: re.Pattern[str]
    """Just before somebody who only came along; ends with $."""
    along: re.Pattern[str]
    """After somebody who only came along."""
    gives_to: re.Pattern[str] = dataclasses.field(default=NEVER, kw_only=True)
    """Just before somebody for whom something is done; ends with $."""
    given_to: re.Pattern[str] = dataclasses.field(default=NEVER, kw_only=True)
    """The same, after."""
    who: re.Pattern[str]
    """After somebody of whom something is said all the same."""
    called: re.Pattern[str]
    """What may stand between who it is and the name; begins with ^."""
    herself: re.Pattern[str]
    """Words for the client as the one who speaks or does."""
    she: re.Pattern[str]
    he: re.Pattern[str]
    male: frozenset[str]
    """Of whom one says he."""
    not_names: frozenset[str]
    given: frozenset[str] = frozenset()
    """Names known without a capital."""
    name: re.Pattern[str] = NEVER
    """What a word without a capital must look like to be a name; where words are not parted, what follows, with group `name`."""
    caseless: bool = False
    """Whether the language has no capitals."""
    said: str = "{name}, {phrase}"


@dataclasses.dataclass(frozen=True)
class Dates:
    """How days are said."""

    days: tuple[Day, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    """Words for day, week and month."""


@dataclasses.dataclass(frozen=True)
class Occasions:
    """How dates that matter are said: a code, its words, and whether it comes every year."""

    cues: tuple[tuple[str, re.Pattern[str], bool], ...]
    fixed: Mapping[str, tuple[int, int | None]]
    """Month and day of what has its own."""
    say: Callable[[str, str | None, str], str]
    """Code, or anniversary for a wedding that was; whose; when."""
    when: Callable[[int | None, int, int | None], str]
    """Day, month, year."""
    named_before: re.Pattern[str] = NEVER
    """A name just before, where capitals do not tell; ends with $, group `name`."""
    named_after: re.Pattern[str] = NEVER
    """A name just after; begins with ^, group `name`."""


@dataclasses.dataclass(frozen=True)
class Doing:
    """Promises, wishes, and how a visit was left."""

    house: re.Pattern[str]
    client: re.Pattern[str]
    refused: re.Pattern[str]
    """What makes it no promise."""
    shown: re.Pattern[str]
    wish: re.Pattern[str]
    wish_after: re.Pattern[str]
    """On her list: said after the piece, or of the one last named."""
    owned: re.Pattern[str]
    """Just before a piece that is hers already; ends with $."""
    to_do: re.Pattern[str]
    """How the complement of a wish begins that is an act; begins with ^."""
    wished: re.Pattern[str]
    """Nouns of what one may wish for."""
    stop: re.Pattern[str]
    """Where a wish's complement ends."""
    left: Mapping[Left, re.Pattern[str]]
    not_left: re.Pattern[str]
    """Just before a word that is denied; ends with $."""
    long_ago: re.Pattern[str]
    left_said: Mapping[Left, str]


@dataclasses.dataclass(frozen=True, eq=False)
class Page:
    """A language."""

    code: str
    breaks: re.Pattern[str]
    """Where a clause ends."""
    asked: re.Pattern[str]
    """A question without its mark."""
    private: re.Pattern[str]
    """Health, faith and prices: never proposed."""
    no: re.Pattern[str]
    sizes: Sizes
    tastes: Tastes
    kin: Kin
    dates: Dates
    occasions: Occasions
    doing: Doing
    numbers: Said = lambda _: iter(())
    parted: bool = True


def counted(names: Mapping[str, int]) -> Said:
    """Figures for numbers said in whole words: fifty-two is 52; the spaces of a name may be hyphens."""
    plain = {each.replace("-", " "): number for each, number in names.items()}
    pattern = words(one_of(plain).replace(r"\ ", "[ -]"))

    def said(text: str) -> Iterator[tuple[int, int, str]]:
        for match in pattern.finditer(text):
            yield *match.span(), str(plain[match[0].replace("-", " ")])

    return said


def unparted(pattern: str) -> re.Pattern[str]:
    """Words of a language that does not part them."""
    return re.compile(pattern)


FIGURES = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
COUNTED = re.compile(
    r"(?<![周期拜曜])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两])(?=号|月|日|週|周|年|歳|岁|天|ヶ月|か月|カ月|个月|个星期|厘米|cm|センチ)"
)


def kanji(text: str) -> Iterator[tuple[int, int, str]]:
    """Figures for numbers written as one says them, before what they count: 十二号 is 12号."""
    for match in COUNTED.finditer(text):
        tens, ten, ones = match[0].rpartition("十")
        number = (FIGURES[tens] if tens else 1) * 10 if ten else 0
        yield *match.span(), str(number + (FIGURES[ones] if ones else 0))
