"""Reading who usually takes the first step, for some clients or for the whole house (R-13)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

import numpy as np
from django.db import transaction

from carnet.intelligence.actions import keeping
from carnet.intelligence.actions.keeping import Found
from carnet.intelligence.kinds import Evidence, ReadingKind
from carnet.intelligence.queries import starting
from carnet.intelligence.queries.starting import Steps
from carnet.intelligence.rules.starting import Judged, Starts, judge


@transaction.atomic
def read(*, clients: Collection[uuid.UUID] | None, on: dt.date, as_of: dt.datetime) -> int:
    """Read it for these clients (nothing: the whole house) on that day; how many readings were written.

    Where there is too little to say no reading is kept, and one that stood ends; an advisor's word stands.
    """
    found = starting.steps(clients, as_of)
    verdicts = judge(np.array([each.hers for each in found], int), np.array([each.ours for each in found], int))
    readings = [
        _found(each, verdict)
        for each, verdict in zip(found, verdicts, strict=True)
        if verdict.code != Starts.TOO_LITTLE
    ]
    return keeping.keep(found=readings, kind=ReadingKind.STARTS, considered=clients, on=on)


def _found(steps: Steps, verdict: Judged) -> Found:
    cited: dict[Starts, Any] = {
        Starts.SHE: steps.her_last,
        Starts.WE: steps.our_last,
        Starts.EVENLY: [*steps.her_last, *steps.our_last],
    }
    return Found(
        client=steps.client,
        kind=ReadingKind.STARTS,
        code=verdict.code,
        certainty=verdict.certainty,
        values={"hers": steps.hers, "ours": steps.ours},
        evidence=[(Evidence(kind), key) for kind, key in (*steps.her_last, *steps.our_last)],
        rivals=[
            {"code": code.value, "certainty": of, "evidence": [[kind, str(key)] for kind, key in cited[code]]}
            for code, of in verdict.rivals
        ],
    )
