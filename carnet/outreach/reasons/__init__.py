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

from django.utils.translation import gettext

from carnet.outreach.reasons.rule import Asked, Rule, Sentence

__all__ = ["Asked", "Rule", "Sentence", "because", "every", "fact"]


@functools.cache
def every() -> Mapping[str, Rule]:
    """All of them by code, in the order of their files."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    rules = [module.RULE for module in modules if hasattr(module, "RULE")]
    return {rule.code: rule for rule in rules}


def because(reason: str, values: Mapping[str, Any], on: dt.date) -> str:
    """Why somebody is on the list, in one sentence, seen on `on`; of a day that was kept, also once its file is gone."""
    rule = every().get(reason)
    return rule.says(values, on) if rule else gettext("A reason that is no longer raised.")


def fact(kind: str, values: Mapping[str, Any], on: dt.date) -> str:
    """What one cited record says."""
    says = _facts().get(kind)
    return says(values, on) if says else gettext("A record that is no longer read for a reason.")


@functools.cache
def _facts() -> Mapping[str, Sentence]:
    return {kind: says for rule in every().values() for kind, says in rule.facts.items()}
