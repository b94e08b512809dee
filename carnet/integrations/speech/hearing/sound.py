"""A recording made audible: decoded in a process that cannot hurt us, and never written anywhere."""

from __future__ import annotations

import contextlib
import subprocess
import threading

from carnet.capture.rules.typist import MOST_BYTES, MOST_SECONDS, CouldNotType, Obstacle
from carnet.integrations.speech.hearing import processes, sound_process

SECONDS = 45.0
"""For the decoder, by the clock; it has 30 s of a processor, and needs 1 for ten minutes of speech."""
GRACE = 2.0
"""Seconds by which a phone that stops at the end of the tenth minute may be late."""
BYTES_A_SECOND = sound_process.RATE * 4


def decoded(sound: bytes) -> bytes:
    """16 kHz, one channel, 32-bit floats. Raises CouldNotType."""
    if len(sound) > MOST_BYTES:
        raise CouldNotType(Obstacle.TOO_LARGE)
    if sound_process.kind(sound) is None:
        raise CouldNotType(Obstacle.UNREADABLE)
    most = MOST_SECONDS + GRACE
    with processes.started("sound_process", str(MOST_BYTES), str(most)) as child:
        heard = _through(child, sound, int(most * BYTES_A_SECOND))
    if child.returncode == 0 and heard:
        return heard
    raise CouldNotType(Obstacle.TOO_LONG if child.returncode == sound_process.TOO_LONG else Obstacle.UNREADABLE)


def seconds(heard: bytes) -> float:
    """How long it is."""
    return len(heard) / BYTES_A_SECOND


def _through(child: subprocess.Popen[bytes], sound: bytes, most: int) -> bytes:
    """What it prints, and not a byte more than it may; it is ended when its time is over."""
    assert child.stdin is not None
    assert child.stdout is not None
    ending = threading.Timer(SECONDS, child.kill)
    feeding = threading.Thread(target=_feed, args=(child, sound), daemon=True)
    ending.start()
    feeding.start()
    try:
        heard = child.stdout.read(most + 1)
        if len(heard) > most:
            child.kill()
        child.wait()
    finally:
        ending.cancel()
        child.kill()
        feeding.join()
    return heard


def _feed(child: subprocess.Popen[bytes], sound: bytes) -> None:
    """It may end before it has read everything."""
    assert child.stdin is not None
    with contextlib.suppress(OSError):
        child.stdin.write(sound)
    with contextlib.suppress(OSError):
        child.stdin.close()
