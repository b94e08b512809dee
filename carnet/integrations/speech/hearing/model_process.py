"""A process of its own that keeps a speech model loaded and types up what it is sent, until nobody has spoken for a while.

In: a line {"language", "bytes"}, then so many bytes of 16 kHz mono 32-bit floats. Out, a line each: {"ready"} once it is
loaded, {"share"} as it goes on, {"words"} when it is done, {"failed"} when it cannot be. It has no network, writes no file,
and ends with its input, or by itself after `idle` seconds.
"""

from __future__ import annotations

import contextlib
import json
import re
import select
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carnet.integrations.speech.hearing import weights
from carnet.kit import confinement

if TYPE_CHECKING:
    from collections.abc import Iterator

RATE = 16_000
BEAMS = 5
TEMPERATURES = [0.0, 0.2, 0.4]
"""When it loops, or mumbles, it tries again a little more freely; not for ever."""
COMPUTING = "int8"
HAND = {"zh": "以下是普通话的句子。"}
"""What it is told to have written before: Chinese with points, in the simplified hand. No word of a boutique: told of rings, it
writes rings down wherever it does not understand."""
LANGUAGES = {"en", "fr", "it", "ja", "zh", "ar"}
LOOP = re.compile(r"(.{1,60}?)\1{2,}", re.DOTALL)
LOOPING = 2.4
"""How far words that repeat themselves can be packed; speech stays below two."""
QUIET = 0.003
"""A tenth of a second that is louder, of a full swing of 1, is needed before anybody is asked what was said: left alone with
silence, a model hears things."""


def main(words: list[str]) -> None:
    """Serve standard input. Words: a model's folder, or nothing for the packaged one; threads; seconds of idleness."""
    folder, threads, idle = words[0], int(words[1]), float(words[2])
    confinement.leave_the_network()
    confinement.write_nothing()
    try:
        model = _loaded(folder, threads)
    except Exception as error:  # noqa: BLE001 -- whatever it is, there is no model; its class is told and nothing else
        _say({"failed": type(error).__name__})
        return
    _say({"ready": True})
    while (asked := _next(idle)) is not None:
        for line in _typed(model, *asked):
            _say(line)


def _loaded(folder: str, threads: int) -> Any:
    # It takes a second, and only here.
    import faster_whisper

    files: dict[str, bytes] = weights.of_folder(Path(folder)) if folder else weights.packaged()
    return faster_whisper.WhisperModel(
        "carnet", device="cpu", compute_type=COMPUTING, cpu_threads=threads, num_workers=1, files=files
    )


def _next(idle: float) -> tuple[str, bytes] | None:
    """What is to be typed up; None when there is nothing any more."""
    waiting, _, _ = select.select([sys.stdin.buffer], [], [], idle)
    line = sys.stdin.buffer.readline() if waiting else b""
    if not line:
        return None
    asked = json.loads(line)
    return asked["language"], sys.stdin.buffer.read(asked["bytes"])


def _typed(model: Any, language: str, sound: bytes) -> Iterator[dict[str, Any]]:
    # Read by then, with the model.
    import numpy as np

    heard = np.frombuffer(sound, np.float32)
    if not _anybody_speaks(np, heard):
        yield {"words": ""}
        return
    try:
        segments, _ = model.transcribe(
            heard,
            language=language if language in LANGUAGES else None,
            beam_size=BEAMS,
            temperature=TEMPERATURES,
            condition_on_previous_text=False,
            hotwords=HAND.get(language),
        )
        words = []
        for segment in segments:
            words.append(said_once(segment.text) if segment.compression_ratio > LOOPING else segment.text)
            yield {"share": min(1.0, segment.end * RATE / len(heard))}
        yield {"words": "".join(words).strip()}
    except Exception as error:  # noqa: BLE001 -- it may quote what was said: only its class is told
        yield {"failed": type(error).__name__}


def said_once(text: str) -> str:
    """What was written over and over, once: where it understands nothing, a model may say the same for a whole minute."""
    return LOOP.sub(r"\1", text)


def _anybody_speaks(np: Any, heard: Any) -> bool:
    length = RATE // 10
    tenths = heard[: len(heard) // length * length].reshape(-1, length)
    return bool(len(tenths)) and bool(np.sqrt(np.max(np.mean(tenths * tenths, axis=1))) > QUIET)


def _say(line: dict[str, Any]) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
