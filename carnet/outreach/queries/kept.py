"""What is kept of a day that was judged, and of what was decided about each: rows, before anything is written."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import uuid
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from carnet.journal.models import Line
from carnet.kit import ids
from carnet.outreach.kinds import Verdict
from carnet.outreach.models import Day, Suggestion
from carnet.outreach.queries.days import why
from carnet.outreach.queries.judging import Judged, Suggested
from carnet.outreach.rules.verdicts import Decision


def decided(client: uuid.UUID, decision: Decision) -> dict[str, Any]:
    """One verdict."""
    free = decision.free if decision.verdict == Verdict.WRITE else []
    return {
        "client_id": client,
        "verdict": decision.verdict.value,
        "because": [[each.kind.value, each.values] for each in decision.because],
        "reasons": [[each.reason, each.opens_on, each.ends_on, each.fact] for each in free],
        "expires_on": decision.until if decision.until != dt.date.max else None,
    }


def decided_rows(rows: Iterable[tuple[uuid.UUID, Decision]]) -> Iterable[tuple[Any, ...]]:
    """As COPY takes them: client, verdict, because, reasons, expires_on."""
    for client, decision in rows:
        kept = decided(client, decision)
        yield (
            client, kept["verdict"], json.dumps(kept["because"], cls=DjangoJSONEncoder),
            json.dumps(kept["reasons"], cls=DjangoJSONEncoder), kept["expires_on"],
        )  # fmt: skip


def day_of(judged: Judged, at: dt.datetime, line: Line) -> Day:
    """The day as it is kept; prepared again it is the same."""
    return Day(
        id=ids.derived("day", str(judged.member.id), judged.on.isoformat()), member=judged.member, boutique=judged.boutique,
        on=judged.on, cap=judged.cap, is_day_off=judged.is_day_off, known_from=at, noted_in=line,
    )  # fmt: skip


def placed(day: Day, judged: Judged, kept: Collection[Suggestion] = ()) -> list[Suggestion]:
    """Both its lists as they are kept, beside what is `kept` there already."""
    promises = [each for each in kept if each.promise_id]
    others = [each for each in kept if not each.promise_id]
    return _placed(day, judged.promises, promises) + _placed(day, judged.suggestions, others)


def _placed(day: Day, judged: Sequence[Suggested], kept: Collection[Suggestion]) -> list[Suggestion]:
    """In order, on the places that are free; what is kept is not there twice."""
    taken, there = {each.rank for each in kept}, {each.id for each in kept}
    free = (rank for rank in itertools.count() if rank not in taken)
    fresh = [each for each in judged if _id(day, each) not in there]
    return [_row(day, rank, each) for rank, each in zip(free, fresh, strict=False)]


def _id(day: Day, each: Suggested) -> uuid.UUID:
    return ids.derived("suggestion", str(day.id), str(each.client), str(each.first.promise or ""))


def _row(day: Day, rank: int, each: Suggested) -> Suggestion:
    return Suggestion(
        id=_id(day, each),
        day=day,
        client_id=each.client,
        rank=rank,
        reason=each.first.reason,
        promise_id=each.first.promise,
        reasons=[
            {
                "reason": standing.reason,
                "values": _plain(standing.values),
                "facts": [
                    {"id": str(fact.id), "kind": fact.kind, "on": fact.on.isoformat(), "values": _plain(fact.values)}
                    for fact in standing.facts
                ],
            }
            for standing in map(why, each.reasons)
        ],
        channel=each.channel,
        hour=each.hour,
        letter=each.letter.text,
        letter_language=each.letter.language,
        ends_on=each.first.ends_on,
    )


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps them: days as ISO text."""
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return plain
