"""Recording an act, and telling the rooms above that it happened."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Any

from django.db import transaction

from carnet.journal import sealing
from carnet.journal.models import Detail, Line
from carnet.kit import acts, ids

if TYPE_CHECKING:
    import datetime as dt
    import enum
    import uuid
    from collections.abc import Callable, Mapping

    Reaction = Callable[[Line], None]

_reactions: dict[str, list[Reaction]] = collections.defaultdict(list)


def record(
    *,
    act: enum.StrEnum,
    by: acts.By,
    on: acts.On,
    at: dt.datetime,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
    line_id: uuid.UUID | None = None,
) -> Line:
    """Keep one line, its detail sealed, and run the reactions of the rooms above in the same transaction.

    `at` is an aware instant; `reason` a code; `detail` may hold personal content. Reactions read what the act wrote: an
    act they listen to writes first, its rows noted in `line_id` (the key is checked when the transaction ends), and
    records last. Raises when no transaction is open, because a line must never survive the act it tells of.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{act} was recorded outside a transaction.")
    cipher, digest = sealing.sealed(detail, on.subject) if detail else (b"", "")
    line = Line.objects.create(
        id=line_id or ids.new(),
        act=act,
        by_id=by.member,
        via=by.via,
        on_kind=on.kind,
        on_id=on.id,
        at=at,
        reason=reason,
        digest=digest,
    )
    if detail:
        Detail.objects.create(line=line, subject=on.subject, sealed=cipher)
    for react in _reactions[act]:
        react(line)
    return line


def reacts_to(act: enum.StrEnum) -> Callable[[Reaction], Reaction]:
    """Register what a room above does when `act` happened below; each room lists its own in `reactions.py`."""

    def register(react: Reaction) -> Reaction:
        _reactions[act].append(react)
        return react

    return register


def for_the_house(
    *,
    act: str,
    by: acts.By,
    on: acts.On,
    at: dt.datetime,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
) -> uuid.UUID:
    """The house's own acts, which arrive through kit's port."""
    # The house is read when its first act arrives, not while the floors are being laid.
    from carnet.house.kinds import Act

    return record(act=Act(act), by=by, on=on, at=at, reason=reason, detail=detail).id
