"""The populations that rhythms lean on, as fitted by a day."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from carnet.intelligence.models import Prior
from carnet.intelligence.rules import rhythm

BOUGHT, MET = "bought", "met"


class Population(NamedTuple):
    """One for each rhythm."""

    bought: rhythm.Prior
    met: rhythm.Prior


def population(on: dt.date) -> Population:
    """What was fitted last by that day; what Carnet starts from where nothing was."""
    kept = Prior.objects.filter(since__lte=on).order_by("stream", "-since").distinct("stream")
    found = {each.stream: rhythm.Prior(each.mu, each.kappa, each.nu, each.sigma2, each.a, each.b) for each in kept}
    return Population(found.get(BOUGHT, rhythm.UNTOLD), found.get(MET, rhythm.UNTOLD))


def fitted_on(on: dt.date) -> dt.date | None:
    """When that was; nothing when it never was."""
    return Prior.objects.filter(since__lte=on).order_by("-since").values_list("since", flat=True).first()
