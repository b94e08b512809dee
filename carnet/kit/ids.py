"""Identifiers: fresh ones that sort by time, and derived ones that two houses fed the same file will share."""

import contextlib
import contextvars
import hashlib
import secrets
import time
import uuid
from collections.abc import Callable, Iterator

SEPARATOR = "\x1f"
_drawn: contextvars.ContextVar[Callable[[], uuid.UUID] | None] = contextvars.ContextVar("drawn", default=None)


def new() -> uuid.UUID:
    """A UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then chance."""
    if draw := _drawn.get():
        return draw()
    milliseconds = time.time_ns() // 1_000_000
    bits = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=bits)


@contextlib.contextmanager
def drawn_from(draw: Callable[[], uuid.UUID]) -> Iterator[None]:
    """Within, fresh ids come from `draw`: what is made twice from one seed is then the same, row for row."""
    before = _drawn.set(draw)
    try:
        yield
    finally:
        _drawn.reset(before)


def derived(*parts: str) -> uuid.UUID:
    """The same UUID version 8 for the same words, in this process, in another, and in SQL's `derived_id`."""
    digest = bytearray(hashlib.sha256(SEPARATOR.join(parts).encode()).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80
    return uuid.UUID(bytes=bytes(digest))
