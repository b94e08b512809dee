"""What the floor's flows cost in taps and seconds, before anybody has tapped: python -m bench.gestures.

The keystroke-level model: Card, Moran and Newell, "The keystroke-level model for user performance time with interactive
systems", CACM 23 (7), 1980; mental steps after Kieras, "Using the keystroke-level model to estimate execution times", 2001.
One character on a phone: 36.2 words a minute, Palin, Feit, Kim, Kristensson and Oulasvirta, MobileHCI 2019. Spoken words:
120 a minute, below the 153 of Ruan, Wobbrock, Liou, Ng and Landay, IMWUT 1 (4), 2017. T, S and H are estimates of our own,
on the careful side. A model is a gate, not a fact: `bench.touching` counts the same flows in a browser.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Mapping

from bench.figures import Figure, tell

ON_THE_FLOOR = 1.5
"""Standing, with one hand, and interrupted: a judgement."""


STEPS: Mapping[str, float] = {
    "M": 1.35,  # One decision, or a look whether it is right.
    "T": 0.70,  # Reaching a target of 44 px or more and tapping it: 0.42 of travel, 0.28 of pressing.
    "S": 0.50,  # A swipe, or a scroll.
    "C": 0.33,  # One character typed on a phone.
    "W": 0.50,  # One word spoken.
    "D": 0.25,  # One word read: 240 a minute.
    "P": 1.38,  # Pointing with a mouse and clicking: 1.10 and 0.28.
    "K": 0.28,  # One key of a keyboard.
    "H": 3.70,  # The phone is taken out, raised, unlocked and opened.
    "R": 1.00,  # A second of waiting, as the pages' budget has it.
}
"""Seconds of each."""


@dataclasses.dataclass(frozen=True)
class Flow:
    """What somebody does, step after step: "T M D45" is a tap, a decision, and forty-five words read."""

    name: str
    steps: str
    seconds: float | None
    """At most so many on the floor; nothing where the flow only tells why another is there."""
    taps: int | None
    """At most so many; nothing where there is a mouse or a keyboard."""

    @property
    def cost(self) -> float:
        """Seconds on the floor."""
        return ON_THE_FLOOR * sum(STEPS[step[0]] * float(step[1:] or 1) for step in self.steps.split())

    @property
    def touched(self) -> int:
        """How often the screen is tapped."""
        return self.steps.split().count("T")


FLOWS = (
    Flow("log a visit, app open", "T M T M T T M T R.2", 20, 5),
    Flow("log a visit, phone in pocket", "H T M T M T T M T R.2", 20, 5),
    Flow("log a visit with a spoken note of 25 words", "T M T M T M T W25 T M M T R.3", 60, 7),
    Flow("the same note typed: why it is spoken", "T M T M T M T C140 M M T R.3", None, 6),
    Flow("two pieces and no purchase, somebody known", "T M T M T T M T R.2", 20, 5),
    Flow("two pieces and no purchase, no name yet", "T T M T M T M T M T R.3", 20, 6),
    Flow("a suggestion read and sent as written", "D45 M T M T R1.3 T", 30, 3),
    Flow("a suggestion with a sentence added", "D45 M T T M C42 M T R1.3 T", 60, 4),
    Flow("a suggestion put off", "T M T R.1", 6, 2),
    Flow("a suggestion declined, and why", "T M T R.1", 6, 2),
    Flow("who walked in, expected or seen lately", "T R.1 M", 4, 1),
    Flow("who walked in, by three letters", "T R.1 C3 M T R.1", 7, 2),
    Flow("who walked in, by the keys of a desk", "K2 R.1 K4 M K R.1", 6, None),
    Flow("onto a waiting list, from her page", "T M T M T M T R.2", 12, 4),
    Flow("a repair taken in, two photographs", "T T M T T R1.2 M T T M T T M T M T M T R.3", 40, 11),
    Flow("three pieces shared", "T M T M T M T M T M T R1 T", 30, 7),
    Flow("a book of 180 handed over, 12 apart", "P M P M P R.5 " + "M M P P " * 12 + "M P R5", 180, None),
)
"""Each within its budget, or the flow is to be made shorter."""


def figures() -> Iterator[Figure]:
    """Taps and seconds of each flow, beside what it may take."""
    for flow in FLOWS:
        yield Figure(f"model: {flow.name}", flow.cost, "s", flow.seconds)
        if flow.touched:
            yield Figure("  taps", flow.touched, "taps", flow.taps)


if __name__ == "__main__":
    sys.exit(bool(tell(figures(), judged=True, times=True)))
