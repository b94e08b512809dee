"""Preparing an advisor's morning, and keeping it as it was prepared."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.kit import acts
from carnet.outreach.actions import deciding
from carnet.outreach.kinds import Act
from carnet.outreach.models import Answer, Day, Moment, Suggestion
from carnet.outreach.queries import kept, learning
from carnet.outreach.queries.days import first_fact
from carnet.outreach.queries.judging import Judging
from carnet.outreach.queries.mornings import Morning, Mornings

PREPARED = ("boutique", "cap", "is_day_off", "known_from", "noted_in")


@transaction.atomic
def prepare(*, member: Member, boutique: Boutique, on: dt.date, by: acts.By, at: dt.datetime) -> Day:
    """Judge that day and keep it; a second time the same morning replaces what has not been answered."""
    # Two mornings prepared at once are one: the second waits here, then judges what the first left.
    Member.objects.select_for_update().get(id=member.id)
    morning = Morning(member, boutique)
    judging = Judging(Mornings([morning], on))
    judged = judging.day(morning)
    deciding.keep(decided=judging.decided, on=on)
    line = recording.record(act=Act.DAY_PREPARED, by=by, on=acts.On("member", member.id), at=at)
    day = kept.day_of(judged, at, line)
    Day.objects.bulk_create([day], update_conflicts=True, unique_fields=["id"], update_fields=PREPARED)
    answered = _answered(day)
    Suggestion.objects.filter(day=day).exclude(id__in=[each.id for each in answered]).delete()
    Suggestion.objects.bulk_create(kept.placed(day, judged, answered))
    Moment.objects.bulk_create(learning.moments(judged), ignore_conflicts=True)
    return day


def _answered(day: Day) -> list[Suggestion]:
    """What was answered keeps its place, so that an answer can be taken back."""
    given = Answer.objects.filter(on=day.on, taken_back_at__isnull=True).values_list("client", "fact")
    said, standing = set(given), Suggestion.objects.filter(day=day)
    return [each for each in standing if (each.client_id, first_fact(each)) in said]
