"""What typing a spoken note up costs, and how much of it is right: python -m bench.speaking [--whole] [--check]

The notes are synthetic (`tests/integrations/speech/notes.json`: voice and words), as a phone sends them. Word error rate: words
put in, left out and mistaken, over the words said; characters in Chinese and Japanese. Case and points do not count, figures do.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import re
import sys
import time
import unicodedata
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

from bench.figures import Figure, tell
from carnet.integrations.speech.hearing import sound as sounds
from carnet.integrations.speech.kinds import Local
from carnet.integrations.speech.typing_up import OnThisServer

NOTES = Path(__file__).parents[1] / "tests" / "integrations" / "speech"
BY_CHARACTER = {"ja", "zh"}
ENGLISH_LIMIT = 0.30
SPAN = 15.0
"""Seconds of a usual note, and for typing it up."""


@dataclasses.dataclass(frozen=True)
class Note:
    """A spoken note, and what was said."""

    language: str
    said: str
    sound: bytes
    voice: str


def notes(language: str | None = None) -> list[Note]:
    """All, or those of one language."""
    told = json.loads((NOTES / "notes.json").read_text())
    return [
        Note(spoken, said, next((NOTES / "notes").glob(f"{spoken}-{number:02}.*")).read_bytes(), voice)
        for spoken, each in told.items()
        if language in {None, spoken}
        for number, (voice, said) in enumerate(each, 1)
    ]


def units(words: str, language: str) -> list[str]:
    """What is counted: words without case and points, or characters."""
    plain = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    plain = "".join(each for each in plain if not unicodedata.combining(each) or each in "\u3099\u309a")
    found = re.findall(r"\w+(?:'\w+)*", plain)
    return list("".join(found)) if language in BY_CHARACTER else found


def error_rate(pairs: list[tuple[str, str]], language: str) -> float:
    """Of what was typed (second) against what was said (first), over all of them."""
    counted = [(units(said, language), units(typed, language)) for said, typed in pairs]
    return sum(Levenshtein.distance(*each) for each in counted) / sum(len(said) for said, _ in counted)


def typed(typist: OnThisServer, language: str) -> list[tuple[Note, str]]:
    """Each note of a language, and what the typist made of it."""
    return [(each, typist.type_up(each.sound, language, lambda _: None).words) for each in notes(language)]


def rate(typist: OnThisServer, language: str) -> float:
    """The error rate of a language."""
    return error_rate([(note.said, words) for note, words in typed(typist, language)], language)


def of_seconds(seconds: float) -> bytes:
    """English notes end to end, cut at so many seconds: a WAV."""
    heard = b"".join(sounds.decoded(each.sound) for each in notes("en"))
    wanted = int(seconds * sounds.BYTES_A_SECOND)
    samples = np.frombuffer((heard * (1 + wanted // len(heard)))[:wanted], np.float32)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return file.getvalue()


def seconds_for(typist: OnThisServer, seconds: float) -> float:
    """By the clock, to type up a note of that length with the model at hand."""
    sound = of_seconds(seconds)
    begun = time.monotonic()
    typist.type_up(sound, "en", lambda _: None)
    return time.monotonic() - begun


def seconds_to_load(typist: OnThisServer) -> float:
    """By the clock, from nothing."""
    typist.hearing.end()
    begun = time.monotonic()
    typist.hearing.load()
    return time.monotonic() - begun


def megabytes(typist: OnThisServer, of: str = "VmRSS") -> float:
    """Of the model's process now; VmHWM is at its most."""
    status = Path(f"/proc/{typist.hearing.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(of)) / 1024


@contextlib.contextmanager
def listening() -> Iterator[OnThisServer]:
    """The typist that comes with the packages."""
    typist = OnThisServer(Local(None))
    try:
        yield typist
    finally:
        typist.hearing.end()


def figures(*, whole: bool) -> Iterator[Figure]:
    with listening() as typist:
        yield Figure("the model loaded, by the clock", seconds_to_load(typist), "s", is_time=True)
        yield Figure("a note of 15 s typed up, by the clock", seconds_for(typist, SPAN), "s", SPAN, is_time=True)
        yield Figure("words wrong in English, of 100", 100 * rate(typist, "en"), "", 100 * ENGLISH_LIMIT)
        for language in ("fr", "it", "ja", "zh", "ar"):
            unit = "characters" if language in BY_CHARACTER else "words"
            yield Figure(f"{unit} wrong in {language}, of 100", 100 * rate(typist, language), "")
        if whole:
            yield Figure("a note of ten minutes typed up, by the clock", seconds_for(typist, 600), "s", is_time=True)
        yield Figure("memory of the model's process", megabytes(typist), "MB", is_time=True)
        yield Figure("at its most", megabytes(typist, "VmHWM"), "MB", is_time=True)


if __name__ == "__main__":
    sys.exit(bool(tell(figures(whole="--whole" in sys.argv), judged="--check" in sys.argv, times=True)))
