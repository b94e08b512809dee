"""Camille's book, and her mornings."""

from __future__ import annotations

import datetime as dt
import uuid

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.outreach.actions import answering, preparing_the_day
from carnet.outreach.actions.answering import Said
from carnet.outreach.models import Answer, Day, Suggestion
from carnet.outreach.queries import days
from carnet.outreach.queries.days import Seen
from carnet.outreach.queries.judging import Judged, judge
from tests.conftest import paris
from tests.factories import people


def judged(member: Member, day: str) -> Judged:
    """Her morning of that day, as it would be."""
    return judge(member, people.boutique(), dt.date.fromisoformat(day))


def listed(member: Member, day: str) -> dict[str, list[str]]:
    """Whom she would be shown that day, in order, each with their reasons."""
    return {
        _name(judged(member, day), each.client): [why.reason.value for why in each.reasons]
        for each in judged(member, day).suggestions
    }


def promised(member: Member, day: str) -> list[tuple[str, str]]:
    """Whom she promised what, as that day shows it."""
    found = judged(member, day)
    return [(_name(found, each.client), each.first.values["words"]) for each in found.promises]


def at_rest(member: Member, day: str) -> dict[str, list[str]]:
    """Everybody else that day, and why."""
    found = judged(member, day)
    return {_name(found, client): [because.kind.value for because in why] for client, why in found.at_rest.items()}


def _name(found: Judged, client: uuid.UUID) -> str:
    return found.clients[client].given


def shown(member: Member, at: dt.datetime, day: dt.date | None = None) -> Seen:
    """The day's page as she sees it at that moment; today's unless told."""
    return days.seen(member, people.boutique(), day or at.date(), now=at)


def answer(day: Day, client: Client, said: Said, at: dt.datetime, *, promise: bool = False) -> Answer:
    """What Camille taps beside that person's name."""
    suggestion = Suggestion.objects.get(day=day, client=client, promise__isnull=not promise)
    return answering.answer(suggestion=suggestion, said=said, member=day.member, by=people.by(day.member), at=at)


def prepared(member: Member, day: str, time: str = "08:30") -> Day:
    """Her morning of that day, as it was kept."""
    return preparing_the_day.prepare(
        member=member,
        boutique=people.boutique(),
        on=dt.date.fromisoformat(day),
        by=people.THE_HOUSE,
        at=paris(day, time),
    )
