"""The typists that plug into the port of `capture`: one on this server, one at a provider's."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any

from carnet.capture.rules.typist import MOST_BYTES, MOST_SECONDS, CouldNotType, Obstacle, Typed, Typist
from carnet.integrations.speech.hearing import sound as sounds
from carnet.integrations.speech.hearing import sound_process
from carnet.integrations.speech.hearing.model import Model
from carnet.integrations.speech.kinds import Hosted, Local

GRACE = 1.0
"""Seconds for a thread that was told to end; a name server that hangs is not waited for."""
FILES = {
    "matroska": ("note.webm", "audio/webm"),
    "ogg": ("note.ogg", "audio/ogg"),
    "mp4": ("note.m4a", "audio/mp4"),
    "wav": ("note.wav", "audio/wav"),
}


def typist(named: Local | Hosted) -> Typist:
    """Who types up with this model. Nothing is started, and nobody is asked."""
    return OnThisServer(named) if isinstance(named, Local) else Elsewhere(named)


class OnThisServer:
    """A Typist whose words never leave the machine."""

    def __init__(self, named: Local, hearing: Model | None = None) -> None:
        """Nothing is started."""
        self._named, self.hearing = named, hearing or Model(named)

    @property
    def model(self) -> str:
        """The model's own name."""
        return self._named.name

    def type_up(self, sound: bytes, language: str, told: Callable[[float], None]) -> Typed:
        """The words of a recording. Raises CouldNotType."""
        heard = sounds.decoded(sound)
        words = self.hearing.words(heard, primary(language), told)
        told(1.0)
        return Typed(words, sounds.seconds(heard))


class Elsewhere:
    """A Typist whom a provider keeps: the sound leaves, with its language and nothing else."""

    def __init__(self, named: Hosted) -> None:
        """Nothing is opened."""
        self._named = named

    @property
    def model(self) -> str:
        """Who answers, and the model's name there."""
        return f"{self._named.host}/{self._named.name}"

    def type_up(self, sound: bytes, language: str, told: Callable[[float], None]) -> Typed:
        """The words of a recording. Raises CouldNotType."""
        if len(sound) > MOST_BYTES:
            raise CouldNotType(Obstacle.TOO_LARGE)
        file = FILES.get(sound_process.kind(sound) or "")
        if file is None:
            raise CouldNotType(Obstacle.UNREADABLE)
        answer = self._asked(sound, file, primary(language))
        seconds = _seconds(answer)
        if seconds > MOST_SECONDS + sounds.GRACE:
            raise CouldNotType(Obstacle.TOO_LONG)
        told(1.0)
        return Typed(answer["text"].strip(), seconds)

    def _asked(self, sound: bytes, file: tuple[str, str], language: str) -> dict[str, Any]:
        """On a thread of its own: the caller's may run a loop already, and must go on when this one cannot."""
        # The library is there only where a hosted model is named.
        from carnet.integrations.speech import wire

        answers: list[dict[str, Any]] = []
        late: list[bool] = []

        def ask() -> None:
            # Whatever goes wrong may quote what was said: it is neither kept nor logged.
            with contextlib.suppress(Exception):
                try:
                    answers.append(wire.ask(self._named, sound, file, language))
                except TimeoutError:
                    late.append(True)

        thread = threading.Thread(target=ask, name="typing up", daemon=True)
        thread.start()
        thread.join(self._named.seconds + GRACE)
        if not answers:
            raise CouldNotType(Obstacle.TOOK_TOO_LONG if late or thread.is_alive() else Obstacle.NO_MODEL)
        return answers[0]


def primary(language: str) -> str:
    """The language itself, without the country or the hand it is written in."""
    return language.replace("_", "-").partition("-")[0].lower()


def _seconds(answer: dict[str, Any]) -> float:
    """How long the provider says the note is, which few do."""
    usage = answer.get("usage")
    told = answer.get("duration") or (usage.get("seconds") if isinstance(usage, dict) else None)
    return float(told) if isinstance(told, int | float) and told > 0 else 0.0
