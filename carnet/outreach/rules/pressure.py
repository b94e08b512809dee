"""How much of us somebody has heard of late, and how much she may: added up word by word, so that it can be explained.

L = Σ w · e^(−Δ/42 days) over our words; what she may carry grows with how often she answers (models.md 7.2, step 4).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Sequence

from carnet.consent.kinds import Channel
from carnet.outreach.rules.policy import Policy

FADES = 42.0
"""Days in which a word weighs e times less."""
CALL, MESSAGE, MAIL, POST = 1.3, 1.0, 0.7, 0.3
WEIGHTS = {Channel.PHONE: CALL, Channel.EMAIL: MAIL, Channel.POST: POST}
FLOOR = dt.timedelta(days=90)
"""Boutique ruling 1: pace never falls below one message or call in 90 days."""
REPLIES, WORDS = 2, 5
"""What is supposed of somebody who was never written to: two answers to five words."""
FELT = 0.05
"""Below which nothing is left of a word."""


@dataclasses.dataclass(frozen=True)
class Word:
    """One letter or call of ours."""

    on: dt.date
    channel: str
    is_call: bool = False
    answered: bool | None = None
    """Whether she answered; nothing while nobody knows."""
    delay: float | None = None
    """Hours until her answer, where it was seen."""

    @property
    def weight(self) -> float:
        """What it weighs on its day."""
        if self.is_call:
            return CALL
        return WEIGHTS.get(Channel(self.channel), MESSAGE) if self.channel in set(Channel) else MESSAGE


def weighs(word: Word, on: dt.date) -> float:
    """What is left of it that day."""
    return word.weight * math.exp(-(on - word.on).days / FADES)


def load(words: Sequence[Word], on: dt.date) -> float:
    """The sum of what is left of each."""
    return sum(weighs(word, on) for word in words)


def bears(words: Sequence[Word], policy: Policy) -> float:
    """What she may carry: more, the more often she answers."""
    rate = (REPLIES + sum(word.answered is True for word in words)) / (WORDS + len(words))
    return min(max(0.5 + 1.5 * rate, policy.least_load), policy.most_load)


def free_on(words: Sequence[Word], channel: Channel, policy: Policy, on: dt.date) -> dt.date | None:
    """The first day on which one more word on that channel is not too much; nothing when it is that day already."""
    if not words:
        return None
    adds = Word(on, channel).weight
    room, now = bears(words, policy) - adds, load(words, on)
    if now <= room:
        return None
    floor = max(word.on for word in words) + FLOOR
    if room > 0:
        floor = min(floor, on + dt.timedelta(days=math.ceil(FADES * math.log(now / room))))
    return floor if floor > on else None


def felt(words: Sequence[Word], on: dt.date) -> list[Word]:
    """Those of which something is left, the newest first: what is left of each (`weighs`) adds up to the load."""
    return sorted((word for word in words if weighs(word, on) >= FELT), key=lambda word: word.on, reverse=True)
