"""The search for cycles of Python's memory, held while objects are made by the hundred thousand."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def later() -> Iterator[None]:
    """No search until the end, and then one: again and again over all that is alive, it takes a third of a whole house's time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.collect()
