"""A model that does not answer is left alone for a while, so that nobody waits for it twenty seconds at a time (T-37)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

FAILURES = 3
REST = 300.0
"""Seconds."""


class Breaker:
    """Shut after some failures on end; after a rest one try is let through, which decides."""

    def __init__(
        self, *, failures: int = FAILURES, rest: float = REST, now: Callable[[], float] = time.monotonic
    ) -> None:
        """`now` counts seconds from anywhere, onward only."""
        self._most, self._rest, self._now = failures, rest, now
        self._failures, self._shut_until = 0, 0.0
        self._lock = threading.Lock()

    def lets_through(self) -> bool:
        """Whether one may ask now; of several who ask after a rest, the first."""
        with self._lock:
            if self._failures < self._most:
                return True
            if self._now() < self._shut_until:
                return False
            self._shut_until = self._now() + self._rest
            return True

    def answered(self) -> None:
        """It works."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """Once more."""
        with self._lock:
            self._failures += 1
            self._shut_until = self._now() + self._rest
