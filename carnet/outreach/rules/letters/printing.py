"""Every letter on one page, for a native editor to read with a pencil: Markdown, or HTML that needs nothing else."""

from __future__ import annotations

import html
import itertools
from collections.abc import Collection, Iterator

from carnet.outreach.rules.letters import composing, review
from carnet.outreach.rules.letters.review import Part, Titled, Told, Whole

OWN_NAMES = {"ar": "العربية", "en": "English", "fr": "Français", "it": "Italiano", "ja": "日本語", "zh": "中文"}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
NOT_READ = "No native editor has read these letters yet: ask a colleague to read one before it leaves."
HEAD = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Letters, for review</title>
<style>
body { max-inline-size: 46rem; margin: 3rem auto; padding-inline: 1rem; font: 1rem/1.6 Georgia, serif; }
section { margin-block-start: 4rem; }
h3, dt { font: 0.85rem/1.6 sans-serif; color: #555; }
h3 { margin-block-start: 2.5rem; border-block-start: 1px solid #ccc; }
blockquote { margin: 1rem 0; }
dd { margin: 0 0 0.75rem; }
.notice { padding: 0.5rem 1rem; border-inline-start: 3px solid #a33; }
</style>
</head>
<body>
<h1>Letters, for review</h1>
"""
TAIL = "</body>\n</html>\n"


def sheet(languages: Collection[str] = ()) -> str:
    """The page in Markdown, in these languages or in all."""
    return "\n".join(line for language in _asked(languages) for line in _lines(language)) + "\n"


def page(languages: Collection[str] = ()) -> str:
    """The page in HTML, in these languages or in all."""
    sections = (line for language in _asked(languages) for line in _section(language))
    return HEAD + "\n".join(sections) + "\n" + TAIL


def _asked(languages: Collection[str]) -> list[str]:
    return sorted(languages or composing.languages())


def _title(language: str) -> str:
    own = OWN_NAMES.get(language)
    return f"{own} ({language})" if own else language


def _direction(language: str) -> str:
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _lines(language: str) -> Iterator[str]:
    yield f'<section lang="{language}" dir="{_direction(language)}">\n\n# {_title(language)}'
    if not composing.TONGUES[language].is_reviewed:
        yield f"\n> {NOT_READ}"
    for part in review.parts(language):
        match part:
            case Titled(words):
                yield f"\n## {words}\n"
            case Whole(text):
                yield f"{text}\n"
            case Told(when, text):
                yield f"- {when}: {text}"
    yield "\n</section>\n"


def _section(language: str) -> Iterator[str]:
    yield f'<section lang="{language}" dir="{_direction(language)}">\n<h2>{html.escape(_title(language))}</h2>'
    if not composing.TONGUES[language].is_reviewed:
        yield f'<p class="notice" lang="en" dir="ltr">{NOT_READ}</p>'
    for kind, parts in itertools.groupby(review.parts(language), type):
        yield from _group(kind, parts)
    yield "</section>"


def _group(kind: type[Part], parts: Iterator[Part]) -> Iterator[str]:
    """Parts of one kind that follow one another; what is told in other circumstances is one list."""
    if kind is Told:
        yield "<dl>"
    for part in parts:
        match part:
            case Titled(words):
                yield f'<h3 lang="en" dir="ltr">{html.escape(words)}</h3>'
            case Whole(text):
                paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in text.split("\n\n"))
                yield f"<blockquote>{paragraphs}</blockquote>"
            case Told(when, text):
                yield f'<dt lang="en" dir="ltr">{html.escape(when)}</dt><dd>{html.escape(text)}</dd>'
    if kind is Told:
        yield "</dl>"
