"""A silence, read beside her own rhythm: within it, longer, unlike her, quiet by habit, or unknown (Y-2, Y-7, Y-11)."""

from __future__ import annotations

import dataclasses
from typing import cast

import numpy as np

from carnet.intelligence.kinds import Rival, Silence
from carnet.intelligence.rules.picture import NEVER, Codes, Flags, Picture, Stream
from carnet.intelligence.rules.rhythm import Floats

ENOUGH = 2
"""Gaps below which nobody has a rhythm of her own (models.md 3.5: good above two gaps, "too little history" below)."""
LONG, RARE = 0.2, 0.05
"""Survivals of a silence that is longer than hers, and of one unlike her (models.md 3.5 and 3.8)."""
HABIT = 180.0
"""Days from which a silence that is usual for her is said to be a habit (models.md 3.8, 8)."""
CODES = tuple(Silence)
WITHIN, LONGER, UNLIKE, BY_HABIT, UNKNOWN = (CODES.index(each) for each in Silence)
FIRST_QUARTER, LAST_QUARTER = 0.75, 0.25
"""Survivals between which half of her gaps lie."""
OF_100 = 100.0


@dataclasses.dataclass(frozen=True)
class Reading:
    """One entry per client; codes index CODES, certainties and rivals are of 100, days are days."""

    codes: Codes
    certainty: Floats
    from_met: Flags
    """Whether it is read from her being there rather than from what is bought."""
    usual: Floats
    soonest: Floats
    latest: Floats
    """Half of her gaps lie between these."""
    alive: Floats
    still_there: Flags
    """Buying is silent, she is not."""
    turns_in: Floats
    """Days until time alone may change it."""


def read(picture: Picture) -> Reading:
    """Every silence of the picture."""
    bought, met = picture.bought, picture.met
    rhythmic_bought, rhythmic_met = bought.sums.gaps >= ENOUGH, met.sums.gaps >= ENOUGH
    survival_bought, survival_met = bought.survival, met.survival
    from_home = picture.through_home & rhythmic_bought & (survival_bought >= LONG)
    from_met = rhythmic_met & ~from_home
    codes = np.where(from_met, _of(met, survival_met), _of(bought, survival_bought))
    in_time = rhythmic_bought & (survival_bought >= LONG)
    codes = np.where(from_met & in_time & (codes == UNLIKE), LONGER, codes)
    codes = np.where(picture.is_passing | ~(rhythmic_bought | rhythmic_met), UNKNOWN, codes).astype(np.int8)
    survival = np.where(from_met, survival_met, survival_bought)
    alive = np.where(from_met, met.law.alive(met.silence), bought.law.alive(bought.silence))
    certainty = np.where((codes == LONGER) | (codes == UNLIKE), 1.0 - survival, alive)
    return Reading(
        codes=codes,
        certainty=np.round(np.where(codes == UNKNOWN, 0.0, certainty) * OF_100),
        from_met=from_met,
        usual=_either(from_met, met.law.usual, bought.law.usual),
        soonest=_either(from_met, met.law.own_silence_at(FIRST_QUARTER), bought.law.own_silence_at(FIRST_QUARTER)),
        latest=_either(from_met, met.law.own_silence_at(LAST_QUARTER), bought.law.own_silence_at(LAST_QUARTER)),
        alive=np.round(alive * OF_100),
        still_there=rhythmic_bought & (survival_bought < LONG) & (survival_met >= LONG) & (met.last < bought.last),
        turns_in=_turns(picture, survival_bought, survival_met),
    )


def _of(stream: Stream, survival: Floats) -> Codes:
    usual = np.where(stream.last > HABIT, BY_HABIT, WITHIN)
    return np.where(survival < RARE, UNLIKE, np.where(survival < LONG, LONGER, usual)).astype(np.int8)


def _either(from_met: Flags, met: Floats, bought: Floats) -> Floats:
    """In days."""
    return np.round(np.where(from_met, met, bought) * 7.0)


def _turns(picture: Picture, survival_bought: Floats, survival_met: Floats) -> Floats:
    """The next day on which a threshold is passed, by either rhythm."""
    streams = ((picture.bought, survival_bought), (picture.met, survival_met))
    ahead = [np.full(len(survival_met), NEVER)]
    for stream, survival in streams:
        rhythmic = stream.sums.gaps >= ENOUGH
        threshold = np.where(survival >= LONG, LONG, np.where(survival >= RARE, RARE, np.nan))
        ahead.append(stream.days_until(np.where(rhythmic, threshold, np.nan)))
        ahead.append(np.where(rhythmic & (stream.last <= HABIT), HABIT + 1.0 - stream.last, NEVER))
    return cast(Floats, np.minimum.reduce(ahead))


def rivals(*, code: Silence, alive: int, still_there: bool, through_home: bool, owed: bool) -> str:
    """What else it may be, the likeliest first, as JSON; certainty is null where there is only the evidence.

    `[$sale]`, `[$encounter]` and `[$promise]` stand for her last records, which whoever writes it puts in.
    """
    parted = (Rival.A_FAREWELL, 100 - alive, "[$sale]")
    pause = (Rival.A_PAUSE, alive, "[$sale]")
    likely: list[tuple[Rival, int, str]] = {
        Silence.WITHIN: [parted],
        Silence.BY_HABIT: [(Rival.AT_EASE, alive, "[$sale]"), parted],
        Silence.UNKNOWN: [],
    }.get(code, sorted([pause, parted], key=lambda each: -each[1]))
    told = [f'{{"code": "{rival}", "certainty": {number}, "evidence": {cites}}}' for rival, number, cites in likely]
    for rival, stands, cites in (
        (Rival.STILL_THERE, still_there, "[$encounter]"),
        (Rival.THROUGH_HOME, through_home, "[]"),
        (Rival.OUR_LATENESS, owed, "[$promise]"),
    ):
        told += [f'{{"code": "{rival}", "certainty": null, "evidence": {cites}}}'] if stands else []
    return f"[{', '.join(told)}]"
