"""The order of the list: what serves the client, what ends soonest, what is known best, then the id. Never spend or a score."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable

from carnet.outreach.kinds import Serves
from carnet.outreach.rules.evidence import Standing

CLASSES = {Serves.CLIENT: 0, Serves.HOUSE: 1}


def place(standing: Standing) -> tuple[object, ...]:
    """Where it comes among others."""
    return (
        CLASSES[standing.kind.serves], standing.ends_on, -standing.strength, standing.client, standing.reason, standing.fact,
    )  # fmt: skip


def listed(standings: Iterable[Standing]) -> list[tuple[uuid.UUID, list[Standing]]]:
    """Each person once, with all of her reasons, the most pressing first; people in the order of their first reason."""
    ordered = sorted(standings, key=place)
    by_client = itertools.groupby(sorted(ordered, key=lambda each: each.client), key=lambda each: each.client)
    people = [(client, sorted(reasons, key=place)) for client, reasons in by_client]
    return sorted(people, key=lambda entry: place(entry[1][0]))
