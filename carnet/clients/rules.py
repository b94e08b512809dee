"""What the value of a fact may be, as its kind asks per house (C-11, C-13); and where a title goes in a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from carnet.clients.kinds import Unfit

CURRENCY_CODE = 3
AFTER_THE_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Titles in these scripts follow the name, without a space."""
ARABIC = re.compile(r"[\u0600-\u06ff]")
"""Titles in this one go with the given name."""


def objection(schema: Mapping[str, Any], value: Any) -> Unfit:
    """What that value lacks under a kind of that schema.

    A kind asks for a `size` ({"size": 52, "system": "FR", "of": "ring"}), for `money` ({"from": 3000, "to": 8000,
    "currency": "EUR"}), or for one of its `choices`. A fact may always go without: the words are what a person reads.
    """
    if value is None:
        return Unfit.FITS
    if choices := schema.get("choices"):
        return Unfit.FITS if value in choices else Unfit.CHOICE
    said = value if isinstance(value, Mapping) else {}
    if schema.get("value") == "size":
        return Unfit.FITS if said.get("system") and said.get("size") else Unfit.SIZE
    if schema.get("value") == "money":
        return Unfit.FITS if _is_range(said) else Unfit.MONEY
    return Unfit.FITS


def _is_range(said: Mapping[str, Any]) -> bool:
    ends = [said[end] for end in ("from", "to") if isinstance(said.get(end), (int, float))]
    return bool(ends) and ends == sorted(ends) and ends[0] >= 0 and len(str(said.get("currency", ""))) == CURRENCY_CODE


def titled(*, title: str, display: str) -> str:
    """A name with its title where that belongs: 渡辺 健司様, 陈思远女士, Mme Hélène Marchetti, السيدة نور الهاشمي."""
    if AFTER_THE_NAME.match(title):
        return f"{display}{title}"
    return f"{title} {display}".strip()


def addressed(*, spoken: str, title: str, given: str, family: str, display: str) -> str:
    """How one speaks to somebody: as the house noted it, else by title and the name that goes with it."""
    if " " in spoken or any(name and name in spoken for name in (given, family)):
        return spoken
    said = spoken or title
    if not said:
        return display
    if ARABIC.match(said):
        return titled(title=said, display=given or display)
    return titled(title=said, display=family or display)
