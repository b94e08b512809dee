"""A figure: what was measured, beside what it must not exceed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable


@dataclasses.dataclass(frozen=True)
class Figure:
    """One line of the table. Without a limit it is told and not judged."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    is_time: bool = False
    """Whether it depends on the size of the house and on the machine: told and not judged with --small."""

    @property
    def is_missed(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def said(self) -> str:
        shown = f"{self.value:.3f}" if self.unit == "shift" else f"{self.value:.1f}".removesuffix(".0")
        limit = "" if self.limit is None else f"≤ {self.limit:g}"
        return f"{self.name:58} {shown:>9} {self.unit:10} {limit:8} {'MISSED' if self.is_missed else ''}".rstrip()


def tell(figures: Iterable[Figure], *, judged: bool, times: bool) -> int:
    """Print them all; how many were missed of those that are judged here."""
    missed = 0
    for figure in figures:
        print(figure.said(), flush=True)
        missed += figure.is_missed and (times or not figure.is_time)
    if judged and missed:
        print(f"{missed} missed.")
    return missed if judged else 0
