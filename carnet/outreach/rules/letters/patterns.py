"""The notation in which a native editor reads and corrects letters.

A letter is its lines; the last is the closing. Opening and signature come of themselves.

    ***                    between two letters of the same reason
    (an empty line)        between two paragraphs
    one line               one or two sentences; a line that begins with spaces continues the one above
    or: …                  what is written instead, when the line above cannot be
    {the Aube ring}        a slot: each language lists its own; one that has nothing to say takes its line away
    {yesterday?}           a slot that may stay empty without taking its line away
    {if together}          at the beginning of a line: only when this is so (`facts.circumstances`)
    [is|are]               for one thing, for several
    choisi(e)(s)           (e) stays when the piece is feminine, (s) when it is several; so does (nt)

In a script without spaces (`joins` is then empty) sentences, lines and what continues them follow one another at once.
"""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Callable, Mapping

OPEN, SHUT = "\ue000", "\ue001"
"""Around what came out of a slot, so that a language can make its elisions; names are cleaned of both."""
BETWEEN_LETTERS = re.compile(r"^\*\*\*$", re.MULTILINE)
BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
CONDITION = re.compile(r"\{if ([^{}]+)\} ")
SLOT = re.compile(r"\{([^{}?]+)(\??)\}")
NUMBER = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
LEFT_BY_AN_EMPTY_SLOT = re.compile(r" +(?=[ .,]|$)")
ALREADY_PLURAL = re.compile(r"(?<=[sx])\(s\)")
"""« mis(e)(s) » is « mis » for one and for several."""
INSTEAD = "or: "
UNSPACED = (
    "\u3005-\u3007\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003fffd"
)
"""Han, hiragana and katakana, for a class of signs: scripts in which no space stands between two words."""
PER_WORD = 2
"""Signs of such a script that are read in the time of one word."""
UNSPACED_SIGN = re.compile(f"[{UNSPACED}]")
UNSPACED_RUN = re.compile(f"[{UNSPACED}\u3000-\u3003\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff1f]+")
"""Of such signs, with the points between them, which are no words."""

type Line = tuple[str, ...]
type Pattern = tuple[tuple[Line, ...], ...]


@dataclasses.dataclass(frozen=True)
class Saying:
    """What the slots of one letter say, what is so, and how its words agree with the piece."""

    words: Mapping[str, str]
    so: Mapping[str, bool]
    feminine: bool = False
    plural: bool = False


def read(text: str, joins: str = " ") -> tuple[Pattern, ...]:
    """The letters written in `text`."""
    return tuple(
        tuple(_lines(paragraph, joins) for paragraph in BETWEEN_PARAGRAPHS.split(letter.strip("\n")))
        for letter in BETWEEN_LETTERS.split(textwrap.dedent(text).strip())
    )


def _lines(paragraph: str, joins: str) -> tuple[Line, ...]:
    lines: list[list[str]] = []
    for line in paragraph.splitlines():
        if line.startswith(" "):
            lines[-1][-1] += f"{joins}{line.strip()}"
        elif line.startswith(INSTEAD):
            lines[-1].append(line.removeprefix(INSTEAD))
        else:
            lines.append([line])
    return tuple(tuple(line) for line in lines)


def said(pattern: Pattern, saying: Saying, finish: Callable[[str], str], joins: str = " ") -> list[str]:
    """The paragraphs of a letter, the closing last. Raises KeyError for a slot that the language does not have."""
    *body, last = pattern
    lines = (*body, last[:-1], last[-1:])
    paragraphs = (joins.join(filter(None, (first(line, saying) for line in paragraph))) for paragraph in lines)
    return [finish(paragraph) for paragraph in paragraphs if paragraph]


def first(alternatives: Line, saying: Saying) -> str:
    """The first of them that can be said, still with its marks; nothing when none can."""
    return next(filter(None, (fill(sentence, saying) for sentence in alternatives)), "")


def fill(sentence: str, saying: Saying) -> str:
    """The sentence with its slots filled; nothing when it is not so, or when a slot has nothing to say."""
    while condition := CONDITION.match(sentence):
        if not saying.so[condition[1]]:
            return ""
        sentence = sentence[condition.end() :]
    if any(not optional and not _value(name, saying) for name, optional in SLOT.findall(sentence)):
        return ""
    spoken = SLOT.sub(lambda slot: _value(slot[1], saying), agreed(sentence, saying))
    return LEFT_BY_AN_EMPTY_SLOT.sub("", spoken)


def _value(name: str, saying: Saying) -> str:
    value = saying.words[name] if name in saying.words else capital(saying.words[name[0].lower() + name[1:]])
    return value and f"{OPEN}{value}{SHUT}"


def agreed(sentence: str, saying: Saying) -> str:
    """The sentence in the gender and number of the piece."""
    sentence = NUMBER.sub(r"\2" if saying.plural else r"\1", sentence).replace("(e)", "e" if saying.feminine else "")
    sentence = ALREADY_PLURAL.sub("", sentence)
    return sentence.replace("(s)", "s" * saying.plural).replace("(nt)", "nt" * saying.plural)


def capital(text: str) -> str:
    """With its first letter large and the others as they were."""
    return text[:1].upper() + text[1:]


def length(text: str) -> int:
    """How long a text is to read, in words; where no space parts them, two signs count as one."""
    unspaced = len(UNSPACED_SIGN.findall(text))
    return len(UNSPACED_RUN.sub(" ", text).split()) + -(-unspaced // PER_WORD)


def unmarked(text: str) -> str:
    """Without the marks around what came out of slots."""
    return text.replace(OPEN, "").replace(SHUT, "")
