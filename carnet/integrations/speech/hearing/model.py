"""A speech model kept at hand: in a process that is started when first needed, ended when it hangs, and started again."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any

from carnet.capture.rules.typist import CouldNotType, Obstacle
from carnet.integrations.speech.hearing import processes
from carnet.integrations.speech.kinds import Local

LOADING = 120.0
"""Seconds for the largest model on a slow disk; the small one needs one or two."""
IDLE = 600.0
"""Seconds after which its memory is given back."""
TRIES = 2
"""A process that ends in the middle of a note is started once more; a note on which it ends twice is left."""
MODULE = "model_process"


class _Ended(Exception):
    """The process is not there any more."""


class Model:
    """One process, one note at a time. Safe to call from several threads."""

    def __init__(self, named: Local, *, idle: float = IDLE, module: str = MODULE) -> None:
        """Nothing is started."""
        self._named, self._idle, self._module = named, idle, module
        self._one_at_a_time = threading.Lock()
        self._process: _Process | None = None

    def load(self) -> None:
        """Make sure that it is there. Raises CouldNotType."""
        with self._alone(time.monotonic() + LOADING):
            self._at_hand()

    def words(self, heard: bytes, language: str, told: Callable[[float], None]) -> str:
        """What was said. Raises CouldNotType."""
        by = time.monotonic() + self._named.seconds
        with self._alone(by):
            for _ in range(TRIES):
                with contextlib.suppress(_Ended):
                    return self._at_hand().words(heard, language, told, by)
                self.end()
        raise CouldNotType(Obstacle.NO_MODEL)

    def end(self) -> None:
        """Give its memory back now."""
        process, self._process = self._process, None
        if process:
            process.end()

    @property
    def pid(self) -> int | None:
        """Of the process, while it is there."""
        return self._process.pid if self._process and self._process.lives else None

    @contextlib.contextmanager
    def _alone(self, by: float) -> Any:
        if not self._one_at_a_time.acquire(timeout=max(0.0, by - time.monotonic())):
            raise CouldNotType(Obstacle.TOOK_TOO_LONG)
        try:
            yield
        except BaseException:
            # Whatever went wrong, half a note may still be on its way.
            self.end()
            raise
        finally:
            self._one_at_a_time.release()

    def _at_hand(self) -> _Process:
        if self._process is None or not self._process.lives:
            self.end()
            folder = str(self._named.folder or "")
            words = (folder, str(self._named.threads), str(self._idle))
            self._process = _Process(processes.started(self._module, *words, threads=self._named.threads))
        return self._process.loaded()


class _Process:
    """The other side of the pipes."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        self._said: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._is_loaded = False
        threading.Thread(target=self._listen, name="typing up", daemon=True).start()

    @property
    def lives(self) -> bool:
        return self._child.poll() is None

    @property
    def pid(self) -> int:
        return self._child.pid

    def loaded(self) -> _Process:
        """Itself, once its model is there. Raises CouldNotType."""
        if not self._is_loaded:
            try:
                line = self._next(time.monotonic() + LOADING)
            except _Ended:
                raise CouldNotType(Obstacle.NO_MODEL) from None
            if "ready" not in line:
                raise CouldNotType(Obstacle.NO_MODEL)
            self._is_loaded = True
        return self

    def words(self, heard: bytes, language: str, told: Callable[[float], None], by: float) -> str:
        threading.Thread(target=self._send, args=(heard, language), daemon=True).start()
        while True:
            line = self._next(by)
            if "words" in line:
                return str(line["words"])
            if "share" not in line:
                raise CouldNotType(Obstacle.NO_MODEL)
            told(float(line["share"]))

    def end(self) -> None:
        self._child.kill()
        self._child.wait()
        if self._child.stdin:
            with contextlib.suppress(OSError):
                self._child.stdin.close()

    def _next(self, by: float) -> dict[str, Any]:
        """What it says next. Raises _Ended, and CouldNotType when the time is over."""
        try:
            line = self._said.get(timeout=max(0.0, by - time.monotonic()))
        except queue.Empty:
            raise CouldNotType(Obstacle.TOOK_TOO_LONG) from None
        if line is None:
            raise _Ended
        return line

    def _listen(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as lines, contextlib.suppress(OSError, ValueError):
            for line in lines:
                self._said.put(json.loads(line))
        self._said.put(None)

    def _send(self, heard: bytes, language: str) -> None:
        """On a thread of its own: a process that hangs reads nothing."""
        assert self._child.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._child.stdin.write(json.dumps({"language": language, "bytes": len(heard)}).encode() + b"\n" + heard)
            self._child.stdin.flush()
