"""What a purchase meant, and what that changes downstream (U-7)."""

from __future__ import annotations

from carnet.purchases.kinds import MeaningKind

LEFT_ALONE = frozenset({MeaningKind.FAREWELL})
"""A celebration may come again, a transition led somewhere, the everyday is replaced: a farewell is left where it is."""


def is_left_alone(kind: str) -> bool:
    """Whether nothing is made of such a purchase: it has no anniversary, no thanks, nothing like it is proposed."""
    return kind in LEFT_ALONE
