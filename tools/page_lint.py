"""The part of the house lint that reads templates, behaviours, and what is said on a screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

LONGEST_TEMPLATE, LONGEST_BEHAVIOUR = 80, 60
TRANSLATES = {
    "_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext",
    "npgettext_lazy",
}  # fmt: skip
BUILT_IN = {"ValueError", "RuntimeError", "TypeError", "KeyError", "LookupError", "AssertionError"}
REFUSED = re.compile(
    r"\b(leads?|pipelines?|churn(?:ed|ing)?|skus?|touchpoints?|campaigns?|tickets?|segments?|vip scores?)\b|!",
    re.IGNORECASE,
)
OUR_NAME = re.compile(r"\bCarnet\b")
BUILT = {"carnet.js", "outbox.js", "worker.js", "book.js", "voice.js", "gentle.js"}  # laid end to end by tools.styles
INLINE = re.compile(r"\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|\bhx-on\b|javascript:", re.IGNORECASE)
SPOKEN = re.compile(r"""\s(?:placeholder|title|aria-label|alt|label|aria-description)=(["'])(.*?)\1""", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
COMMENTS = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}|<!--.*?-->", re.DOTALL)
BLOCKS = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
QUOTED = re.compile(r"""(?:\{%\s*trans(?:late)?\s+|\b_\()(["'])(.*?)\1""", re.DOTALL)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
CLASSES = re.compile(r"\{%\s*block\s+\w+_class\s*%\}.*?\{%\s*endblock\s*\w*\s*%\}", re.DOTALL)
MARKUP = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>|&#?\w+;", re.DOTALL | re.IGNORECASE)


def refused(words: str) -> Iterator[tuple[str, str]]:
    """What the product does not say."""
    for match in REFUSED.finditer(words):
        yield "refused-word", f"“{match[0]}” is not said here (“{words.strip()[:60]}”): see Words in the glossary."


def spoken(path: Path, tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Sentences for a person are the boutique's words, and go through the catalogues: line, rule, advice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in TRANSLATES:
            for each in (one for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)):
                yield from ((each.lineno, *fault) for fault in refused(str(each.value)))
        if "actions" in path.parts and isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            if ast.unparse(node.exc.func) in BUILT_IN:  # for whoever wrote the call, not for whoever reads the screen
                continue
            for _bare in (one for one in node.exc.args[:1] if isinstance(one, (ast.Constant, ast.JoinedStr))):
                yield node.lineno, "untranslated", f"{ast.unparse(node.exc.func)} says a sentence: _(…) % {{…}}."


def check(path: Path, text: str) -> Iterator[tuple[int, str, str]]:
    """What is found in a template or a behaviour: line, rule, advice."""
    lines = len(text.splitlines())
    if path.suffix == ".js":
        if lines > LONGEST_BEHAVIOUR and path.name not in BUILT:
            yield 1, "behaviour-size", f"{lines} lines: a behaviour has {LONGEST_BEHAVIOUR} at most."
        return
    if lines >= LONGEST_TEMPLATE:
        yield 1, "template-size", f"{lines} lines: under {LONGEST_TEMPLATE}; make a named part of it."
    bare = COMMENTS.sub(_blank, text)
    for match in re.finditer(r"\{%\s*load\b", bare):
        yield _line(bare, match), "load", "what we use is built in: leave {% load %} out."
    for match in INLINE.finditer(bare):
        yield _line(bare, match), "inline", f"“{match[0].strip()}”: styles in a sheet, behaviours by attribute."
    for pattern, group in ((BLOCKS, 1), (QUOTED, 2)):
        for match in pattern.finditer(bare):
            yield from ((_line(bare, match), *fault) for fault in refused(TAGS.sub("", MARKUP.sub("", match[group]))))
    yield from _untranslated(bare)


def _untranslated(text: str) -> Iterator[tuple[int, str, str]]:
    left = TAGS.sub(_blank, CLASSES.sub(_blank, BLOCKS.sub(_blank, OUR_NAME.sub(_blank, text))))
    for match in SPOKEN.finditer(left):
        if LETTERS.search(match[2]):
            yield _line(left, match), "untranslated", f"“{match[2]}” goes through {{% translate %}}."
    left = MARKUP.sub(_blank, left)
    for match in LETTERS.finditer(left):
        yield _line(left, match), "untranslated", f"“{match[0]}…” goes through {{% translate %}}."


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
