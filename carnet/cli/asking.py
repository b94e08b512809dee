"""Asking at a terminal, and who acts when it is a command."""

from __future__ import annotations

import datetime as dt
import sys

from django.utils import timezone

from carnet.kit.acts import By, Via

COMMAND = By(member=None, via=Via.COMMAND)


def now() -> dt.datetime:
    """The clock, read once per command."""
    return timezone.now()  # noqa: TID251 -- the command line is where time comes in


def is_terminal() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """One answer; the default when nobody can give one."""
    if not is_terminal():
        return default
    said = input(f"{question} [{default}] " if default else f"{question} ").strip()
    return said or default
