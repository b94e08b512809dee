"""The `carnet letters` command: every letter Carnet can write, for somebody who speaks the language to read."""

from __future__ import annotations

import argparse
from pathlib import Path

from carnet.cli import DONE, Sentence
from carnet.outreach.rules import letters
from carnet.outreach.rules.letters import composing

HELP = "Print every letter Carnet can write, for a native editor to read; no house is needed."
PAGES = {".html": letters.page, ".md": letters.sheet}


def arguments(parser: argparse.ArgumentParser) -> None:
    """In which language, and where to."""
    parser.add_argument("--language", default="", metavar="CODE", help="one language only: fr, ja (all of them)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a file that ends in .html or .md (printed here)")


def run(options: argparse.Namespace) -> int:
    """Write the page, or print it in Markdown."""
    languages = [_language(options.language)] if options.language else []
    if options.out is None:
        print(letters.sheet(languages), end="")
        return DONE
    setting = PAGES.get(options.out.suffix.lower())
    if setting is None:
        raise Sentence("The letters are written to a file that ends in .html or .md.")
    try:
        options.out.write_text(setting(languages), encoding="utf-8")
    except OSError as error:
        raise Sentence(f"{options.out} cannot be written: {error.strerror}.") from error
    print(f"Written to {options.out}.")
    return DONE


def _language(said: str) -> str:
    language = composing.written(said)
    if not language:
        raise Sentence(f"No letters are written in {said!r}: there are {', '.join(sorted(letters.languages()))}.")
    return language
