"""A model the host has named, as `outreach` asks it: within a time and a size, or not at all."""

from __future__ import annotations

import contextlib
import threading

from carnet.integrations.language.breaker import Breaker
from carnet.integrations.language.kinds import Model
from carnet.outreach.rules.drafting.drafter import DidNotAnswer, Written
from carnet.outreach.rules.drafting.prompt import Prompt

GRACE = 1.0
"""Seconds for a thread that was told to end; a name server that hangs is not waited for."""


class Named:
    """A Drafter. It has no tools, no memory and no network but its one request; what fails says nothing of the prompt."""

    def __init__(self, named: Model, breaker: Breaker | None = None) -> None:
        """Nothing is opened."""
        self._named, self._breaker = named, breaker or Breaker()

    @property
    def model(self) -> str:
        """Provider and name."""
        return f"{self._named.provider}/{self._named.name}"

    def write(self, prompt: Prompt) -> Written:
        """Its text as it came. Raises DidNotAnswer."""
        if not self._breaker.lets_through():
            raise DidNotAnswer("resting")
        text = self._asked(prompt)
        if text is None:
            self._breaker.failed()
            raise DidNotAnswer("no answer")
        self._breaker.answered()
        return Written(text, self.model)

    def _asked(self, prompt: Prompt) -> str | None:
        """On a thread of its own: the caller's may run a loop already, and must go on when this one cannot."""
        # The library takes seconds to read, and is there only where a model is named.
        from carnet.integrations.language import wire

        answers: list[str] = []

        def ask() -> None:
            # Whatever goes wrong may quote the prompt: it is neither kept nor logged.
            with contextlib.suppress(Exception):
                answers.append(wire.ask(self._named, prompt.rules, prompt.request))

        thread = threading.Thread(target=ask, name="drafting", daemon=True)
        thread.start()
        thread.join(self._named.seconds + GRACE)
        return answers[0] if answers else None
