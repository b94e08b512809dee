"""The reasons to write to somebody: each is one file, with its evidence, its class, its time, its words.

A later room brings its reasons as files here; `every` finds them, and the day, the verdicts, the screens and the command
line know them from then on.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

from carnet.outreach.reasons.rule import Asked, Rule, Sentence

__all__ = ["Asked", "Rule", "Sentence", "because", "every", "fact"]


@functools.cache
def every() -> Mapping[str, Rule]:
    """All of them by code, in the order of their files."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    rules = [module.RULE for module in modules if hasattr(module, "RULE")]
    return {rule.code: rule for rule in rules}


def because(reason: str, values: Mapping[str, Any], on: dt.date) -> str:
    """Why somebody is on the list, in one sentence, seen on `on`."""
    return every()[reason].says(values, on)


def fact(kind: str, values: Mapping[str, Any], on: dt.date) -> str:
    """What one cited record says."""
    return _facts()[kind](values, on)


@functools.cache
def _facts() -> Mapping[str, Sentence]:
    return {kind: says for rule in every().values() for kind, says in rule.facts.items()}
