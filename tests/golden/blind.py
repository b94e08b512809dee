"""The stories written from the requirements alone, by somebody who had not seen the rules."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

from tests.golden.telling import TODAY

KEPT = Path(__file__).with_name("blind.json")


@dataclasses.dataclass(frozen=True)
class Story:
    """A situation: `about` whom, `on` which day, and what a good boutique would do."""

    id: str
    words: str
    about: str
    on: dt.date
    facts: tuple[dict[str, Any], ...]
    expect: dict[str, Any]

    def __str__(self) -> str:
        return self.id


def stories() -> list[Story]:
    """All of them, in the order in which they are written."""
    return [
        Story(
            id=each["id"], words=each["story"], about=each.get("about", "helene"),
            on=dt.date.fromisoformat(each["on"]) if "on" in each else TODAY,
            facts=tuple(each["facts"]), expect=each["expect"],
        )
        for each in json.loads(KEPT.read_text("utf-8"))
    ]  # fmt: skip
