"""What the value of a fact may be: the shape its kind asks for, per house (C-11, C-13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carnet.clients.kinds import Unfit

CURRENCY_CODE = 3


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
