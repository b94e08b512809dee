"""Preparing an advisor's morning, and keeping it as it was prepared."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.kit import acts, ids
from carnet.outreach.kinds import Act
from carnet.outreach.models import Answer, Day, Suggestion
from carnet.outreach.queries.days import first_fact, why
from carnet.outreach.queries.judging import Judged, Suggested, judge


@transaction.atomic
def prepare(*, member: Member, boutique: Boutique, on: dt.date, by: acts.By, at: dt.datetime) -> Day:
    """Judge that day and keep it; a second time the same morning replaces what has not been answered."""
    # Two mornings prepared at once are one: the second waits here, then judges what the first left.
    Member.objects.select_for_update().get(id=member.id)
    judged = judge(member, boutique, on)
    day = Day.objects.filter(member=member, on=on).first()
    line = recording.record(act=Act.DAY_PREPARED, by=by, on=acts.On("member", member.id), at=at)
    day_id = day.id if day else ids.derived("day", str(member.id), on.isoformat())
    day, _ = Day.objects.update_or_create(
        id=day_id,
        defaults={
            "member": member, "boutique": boutique, "on": on, "cap": judged.cap, "is_day_off": judged.is_day_off,
            "at_rest": _at_rest(judged), "known_from": at, "noted_in": line,
        },
    )  # fmt: skip
    kept = _answered(day)
    Suggestion.objects.filter(day=day).exclude(id__in=[each.id for each in kept]).delete()
    Suggestion.objects.bulk_create(
        _placed(day, judged.promises, [each for each in kept if each.promise_id])
        + _placed(day, judged.suggestions, [each for each in kept if not each.promise_id])
    )
    return day


def _answered(day: Day) -> list[Suggestion]:
    """What was answered keeps its place, so that an answer can be taken back."""
    given = Answer.objects.filter(on=day.on, taken_back_at__isnull=True).values_list("client", "fact")
    said, standing = set(given), Suggestion.objects.filter(day=day)
    return [each for each in standing if (each.client_id, first_fact(each)) in said]


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
                "reason": standing.reason.value,
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


def _at_rest(judged: Judged) -> list[Any]:
    return [
        [str(client), [[because.kind.value, _plain(because.values)] for because in why_not]]
        for client, why_not in judged.at_rest.items()
    ]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps them: days as ISO text."""
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return plain
