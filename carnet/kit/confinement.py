"""What a process of ours takes from itself before it looks at a stranger's bytes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

NOBODY = 65534


def leave_the_network() -> bool:
    """Into an empty network of its own, for good; False where the system does not let us."""
    if not hasattr(os, "unshare"):
        return False
    for flags in (os.CLONE_NEWNET, os.CLONE_NEWUSER | os.CLONE_NEWNET):
        with contextlib.suppress(OSError):
            os.unshare(flags)
            return True
    return False


def write_nothing() -> None:
    """No file grows, and no core is left: what comes in never reaches a disk."""
    import resource  # not on Windows

    limit({resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0})


def limit(limits: Mapping[int, int]) -> None:
    """At most so much of each (`resource.RLIMIT_…`), for good."""
    import resource  # not on Windows

    for what, most in limits.items():
        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(what, (least, least))


def become_nobody() -> None:
    """Where Carnet runs as root, the rest does not."""
    if os.geteuid() != 0:
        return
    with contextlib.suppress(OSError):
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
