"""How a model is asked: a port, which an edge above fills when the host has named one."""

from __future__ import annotations

import dataclasses
from typing import Protocol

from carnet.outreach.rules.drafting.prompt import Prompt


class DidNotAnswer(Exception):
    """The model gave no text: out of reach, too slow, too long, or not speaking as a model does."""


@dataclasses.dataclass(frozen=True)
class Written:
    """What a model gave back, as it came."""

    text: str
    model: str


class Drafter(Protocol):
    """Something that writes."""

    @property
    def model(self) -> str:
        """What it is called, as it is kept beside a draft."""
        ...

    def write(self, prompt: Prompt) -> Written:
        """Its text, within a bounded time and size. Raises DidNotAnswer, and nothing else."""
        ...


class Port:
    """Where a drafter plugs in; empty, every letter is Carnet's own."""

    drafter: Drafter | None = None
