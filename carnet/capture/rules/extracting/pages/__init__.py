"""The pages of the languages, each loaded when a note in it is first read, and none of the others with it."""

from __future__ import annotations

import functools
import importlib

from carnet.capture.rules.extracting.page import Page

PAGES = {"ar": "arabic", "en": "english", "fr": "french", "it": "italian", "ja": "japanese", "zh": "chinese"}


def page(language: str) -> Page:
    """The page of a language, whatever its region or script; of an unknown one, what needs no language."""
    return _load(PAGES.get(language.strip().replace("_", "-").split("-")[0].lower(), "any"))


@functools.cache
def _load(name: str) -> Page:
    read: Page = importlib.import_module(f"{__name__}.{name}").PAGE
    return read
