"""Which letter, for somebody who has had some of them: never one she was sent within the year."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

type Paragraphs = Sequence[str]

SENTENCES = re.compile(r"(?<=[.?!\u061f\u3002\uff1f\uff01])\s*")
MOST_SAID_AGAIN = 0.5
"""The share of a letter's sentences from which it is one she has had, whatever was changed by hand."""


def unlike(letters: Sequence[Paragraphs], wishes: Sequence[str], joins: str, before: Collection[str]) -> Paragraphs:
    """The first of `letters` (each its body, then its closing) that she has not had; else one of them told anew.

    A letter that was changed by hand before it left is still the one it was, unless most of it was. When she has had
    them all they end on a wish; when the wishes are spent too, the first comes again. Closings stay where they are:
    in some languages one answers what the letter began with.
    """
    had = [_plain(text) for text in before]
    unheard = (letter for letter in letters if not any(_is_retold(letter, text) for text in had))
    retold = (
        letter for letter in _told_anew(letters, wishes, joins) if not any(_plain(letter) in text for text in had)
    )
    return next(itertools.chain(unheard, retold), letters[0])


def _told_anew(letters: Sequence[Paragraphs], wishes: Sequence[str], joins: str) -> Iterator[Paragraphs]:
    for wish in wishes:
        for *body, closing in letters:
            yield *body[:-1], joins.join([*body[-1:], wish]), closing
    yield from letters


def _is_retold(letter: Paragraphs, text: str) -> bool:
    sentences = [sentence for part in letter[:-1] for sentence in SENTENCES.split(part) if sentence]
    return sum(_plain(sentence) in text for sentence in sentences) > MOST_SAID_AGAIN * len(sentences)


def _plain(text: str | Paragraphs) -> str:
    """Whatever its lines, its spaces, its apostrophes and its capitals."""
    words = text if isinstance(text, str) else " ".join(text)
    return "".join(words.replace("\u2019", "'").casefold().split())
