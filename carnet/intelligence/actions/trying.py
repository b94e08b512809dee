"""Our reading is tried on the house's own past: what we would have said, beside what came of it."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction

from carnet.house.models import Maison
from carnet.intelligence.kinds import Act
from carnet.intelligence.models import Trial
from carnet.intelligence.queries import trials
from carnet.intelligence.rules import fitting
from carnet.intelligence.rules.rhythm import Law
from carnet.intelligence.rules.trials import judged
from carnet.journal import recording
from carnet.kit import acts, moments


@transaction.atomic
def try_the_past(*, by: acts.By, at: dt.datetime) -> list[Trial]:
    """Try every day that has matured and has not been tried; nothing when the history is too short. Again, it does nothing."""
    maison = Maison.objects.select_for_update().get()
    on = moments.day_of(at, maison.zone)
    made = [trial for cut in trials.untried(on) if (trial := _tried(cut, on))]
    if made:
        Trial.objects.bulk_create(made)
        recording.record(act=Act.HOUSE_TRIED, by=by, on=acts.On("maison", maison.id), at=at)
    return made


def _tried(cut: dt.date, on: dt.date) -> Trial | None:
    """The prior as it would have been fitted that evening, and the law of that evening."""
    past = trials.past(cut)
    if past is None:
        return None
    prior = fitting.fit(past.sums, past.silences)
    said = Law.of(past.sums, prior).returning(past.silences, trials.WEEKS)
    parts, gap = judged(said, past.came)
    return Trial(
        cut_on=cut, weeks=trials.WEEKS, measured_on=on, clients=len(said), gap=gap,
        parts=[dataclasses.asdict(part) for part in parts],
    )  # fmt: skip
