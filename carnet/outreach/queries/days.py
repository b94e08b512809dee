"""A day as it is shown: from what was stored this morning, or judged afresh for any other date."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

from carnet.clients.models import Client
from carnet.consent import queries as consent
from carnet.consent.kinds import Scope
from carnet.house.models import Boutique, Member
from carnet.kit import moments
from carnet.outreach import sentences
from carnet.outreach.kinds import Reason, Rest
from carnet.outreach.models import Answer, Day, Suggestion
from carnet.outreach.queries.judging import Judged, Suggested, judge
from carnet.outreach.rules.evidence import Fact, Standing
from carnet.outreach.rules.restraint import PURPOSE


@dataclasses.dataclass(frozen=True)
class Why:
    """One reason, its values and the records it rests on."""

    reason: Reason
    values: dict[str, Any]
    facts: tuple[Fact, ...]

    def said(self, on: dt.date) -> str:
        """In words."""
        return sentences.because(self.reason, self.values, on)


@dataclasses.dataclass(frozen=True)
class Shown:
    """One person on the list."""

    client: Client
    whys: tuple[Why, ...]
    channel: str
    hour: str
    letter: str
    language: str
    ends_on: dt.date
    id: uuid.UUID | None = None
    """Of the stored suggestion, to be answered."""
    promise: uuid.UUID | None = None


@dataclasses.dataclass(frozen=True)
class Resting:
    """One person left in peace."""

    client: uuid.UUID
    name: str
    because: tuple[tuple[Rest, dict[str, Any]], ...]

    def said(self) -> list[str]:
        """In words."""
        return [sentences.rest(kind, values) for kind, values in self.because]


@dataclasses.dataclass(frozen=True)
class Seen:
    """A whole day."""

    member: Member
    boutique: Boutique
    on: dt.date
    is_day_off: bool
    promises: tuple[Shown, ...]
    suggestions: tuple[Shown, ...]
    at_rest: tuple[Resting, ...]


def seen(member: Member, boutique: Boutique, on: dt.date, *, now: dt.datetime) -> Seen:
    """The stored day where there is one, else the day judged now; either way rechecked against the holds of `now`."""
    stored = Day.objects.filter(member=member, on=on).select_related("member", "boutique").first()
    day = _from_stored(stored) if stored else from_judged(judge(member, boutique, on))
    return _rechecked(day, now)


def from_judged(judged: Judged) -> Seen:
    """A judged day as it is shown."""
    return Seen(
        member=judged.member,
        boutique=judged.boutique,
        on=judged.on,
        is_day_off=judged.is_day_off,
        promises=tuple(_shown(each, judged) for each in judged.promises),
        suggestions=tuple(_shown(each, judged) for each in judged.suggestions),
        at_rest=tuple(
            Resting(client, str(judged.clients[client]), tuple((because.kind, because.values) for because in why))
            for client, why in judged.at_rest.items()
        ),
    )


def _shown(suggested: Suggested, judged: Judged) -> Shown:
    return Shown(
        client=judged.clients[suggested.client],
        whys=tuple(why(each) for each in suggested.reasons),
        channel=suggested.channel.value,
        hour=suggested.hour,
        letter=suggested.letter.text,
        language=suggested.letter.language,
        ends_on=suggested.first.ends_on,
        promise=suggested.first.promise,
    )


def why(standing: Standing) -> Why:
    """A standing reason as it is shown and stored."""
    return Why(standing.reason, standing.values, standing.facts)


def _from_stored(day: Day) -> Seen:
    suggestions = list(day.suggestions.select_related("client").order_by("rank", "client_id", "id"))
    answered = set(
        Answer.objects.filter(on=day.on, taken_back_at__isnull=True, client__in=[each.client_id for each in suggestions])
        .values_list("client", "fact")
    )  # fmt: skip
    open_ones = [each for each in suggestions if (each.client_id, _first_fact(each)) not in answered]
    at_rest = Client.objects.filter(id__in=[row[0] for row in day.at_rest]).only("display", "description")
    names = {client.id: str(client) for client in at_rest}
    return Seen(
        member=day.member,
        boutique=day.boutique,
        on=day.on,
        is_day_off=day.is_day_off,
        promises=tuple(stored(each) for each in open_ones if each.promise_id),
        suggestions=tuple(stored(each) for each in open_ones if not each.promise_id),
        at_rest=tuple(
            Resting(
                uuid.UUID(client), names[uuid.UUID(client)], tuple((Rest(kind), values) for kind, values in because)
            )
            for client, because in day.at_rest
            if uuid.UUID(client) in names
        ),
    )


def _first_fact(suggestion: Suggestion) -> uuid.UUID:
    return uuid.UUID(suggestion.reasons[0]["facts"][0]["id"])


def stored(suggestion: Suggestion) -> Shown:
    """A stored suggestion as it is shown."""
    return Shown(
        client=suggestion.client,
        whys=tuple(
            Why(
                Reason(each["reason"]),
                each["values"],
                tuple(
                    Fact(uuid.UUID(fact["id"]), fact["kind"], dt.date.fromisoformat(fact["on"]), fact["values"])
                    for fact in each["facts"]
                ),
            )
            for each in suggestion.reasons
        ),
        channel=suggestion.channel,
        hour=suggestion.hour,
        letter=suggestion.letter,
        language=suggestion.letter_language,
        ends_on=suggestion.ends_on,
        id=suggestion.id,
        promise=suggestion.promise_id,
    )


def _rechecked(day: Seen, now: dt.datetime) -> Seen:
    """A hold placed since the morning is already in it (Z-35): those it closes go to rest."""
    listed = (*day.promises, *day.suggestions)
    held = consent.holds([each.client.id for each in listed], now)
    closed: dict[uuid.UUID, Resting] = {}
    for each in listed:
        for hold in held.get(each.client.id, ()):
            scope = Scope(hold.scope)
            if scope != Scope.SELLING or PURPOSE[each.whys[0].reason] == "invitation":
                kind = Rest.SELLING_HELD if scope == Scope.SELLING else Rest.HELD
                until = hold.period.upper and moments.day_of(hold.period.upper, day.boutique.zone)
                closed[each.client.id] = Resting(
                    each.client.id, str(each.client), ((kind, {"because": hold.because, "until": until}),)
                )
    if not closed:
        return day
    return dataclasses.replace(
        day,
        promises=tuple(each for each in day.promises if each.client.id not in closed),
        suggestions=tuple(each for each in day.suggestions if each.client.id not in closed),
        at_rest=tuple(sorted((*day.at_rest, *closed.values()), key=lambda each: each.client)),
    )
