"""What `carnet doctor` looks at. Nothing here writes, and no sentence holds anything of a client."""

from __future__ import annotations

import dataclasses
from typing import Literal


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing that was looked at: well; to be looked at some day; or to be mended."""

    state: Literal["well", "look at", "mend"]
    about: str
    words: str


def judged(about: str, *, well: bool, so: str, otherwise: str) -> Finding:
    """That it is well, else what to mend and how."""
    return Finding("well", about, so) if well else Finding("mend", about, otherwise)
