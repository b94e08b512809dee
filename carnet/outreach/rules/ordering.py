"""The order of the list: what ends soonest first, then the kind of reason, then the client's id. Never spend, never a score."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.evidence import Standing

KINDS = {reason: place for place, reason in enumerate(Reason)}


def _place(standing: Standing) -> tuple[object, ...]:
    return standing.ends_on, KINDS[standing.reason], standing.client, standing.fact


def listed(standings: Iterable[Standing]) -> list[tuple[uuid.UUID, list[Standing]]]:
    """Each person once, with all of her reasons, the most pressing first; people in the order of their first reason."""
    ordered = sorted(standings, key=_place)
    by_client = itertools.groupby(sorted(ordered, key=lambda each: each.client), key=lambda each: each.client)
    people = [(client, sorted(reasons, key=_place)) for client, reasons in by_client]
    return sorted(people, key=lambda entry: _place(entry[1][0]))
