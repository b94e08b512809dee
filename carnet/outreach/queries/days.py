"""A day as it is shown: from what was stored this morning, or judged afresh for any other date."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.kit import moments
from carnet.outreach import reasons, sentences
from carnet.outreach.kinds import Later, Reply, Rest, Verdict
from carnet.outreach.models import Answer, Day, Suggestion
from carnet.outreach.queries import rest
from carnet.outreach.queries.judging import Judged, Suggested, judge, judge_again
from carnet.outreach.queries.mornings import book_of
from carnet.outreach.rules import later, restraint
from carnet.outreach.rules.evidence import Fact, Standing
from carnet.outreach.rules.restraint import answered


@dataclasses.dataclass(frozen=True)
class Why:
    """One reason, its values and the records it rests on."""

    reason: str
    values: dict[str, Any]
    facts: tuple[Fact, ...]

    def said(self, on: dt.date) -> str:
        """In words."""
        return reasons.because(self.reason, self.values, on)


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
    beside: tuple[str, ...] = ()
    """Of our word, what closes the road for now: no letter is proposed beside it."""


@dataclasses.dataclass(frozen=True)
class Resting:
    """One person left in peace."""

    client: uuid.UUID
    name: str
    because: tuple[tuple[Rest, dict[str, Any]], ...]
    on: dt.date
    """The day on which they rest."""

    def said(self) -> list[str]:
        """In words, each once."""
        return list(dict.fromkeys(sentences.rest(kind, values, self.on) for kind, values in self.because))


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
    """The stored day where there is one, else the day judged.

    Today's is looked at again in the light of `now`; a day that has passed is what it was, whatever came later.
    """
    today, evening = moments.day_of(now, boutique.zone), later.evening_of(on, boutique.zone) <= now
    stored = Day.objects.filter(member=member, on=on).select_related("member", "boutique").first()
    if stored is None:
        day = from_judged(judge(member, boutique, on))
        return day if on >= today else _as_it_was(day)
    if on != today:
        return _from_stored(stored, evening=False)
    return _rechecked(_from_stored(stored, evening=evening), evening=evening)


def from_judged(judged: Judged) -> Seen:
    """A judged day as it is shown."""
    return Seen(
        member=judged.member,
        boutique=judged.boutique,
        on=judged.on,
        is_day_off=judged.is_day_off,
        promises=tuple(_shown(each, judged) for each in judged.promises),
        suggestions=tuple(_shown(each, judged) for each in judged.suggestions),
        at_rest=tuple(_resting(judged.clients[client], why, judged.on) for client, why in judged.at_rest.items()),
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
        beside=_beside(suggested, judged.on),
    )


def _beside(suggested: Suggested, on: dt.date) -> tuple[str, ...]:
    return tuple(sentences.rest(because.kind, because.values, on) for because in suggested.beside)


def why(standing: Standing) -> Why:
    """A standing reason as it is shown and stored."""
    return Why(standing.reason, standing.values, standing.facts)


def _from_stored(day: Day, *, evening: bool) -> Seen:
    suggestions = list(day.suggestions.select_related("client").order_by("rank", "client_id", "id"))
    given = _answered(day, suggestions, evening=evening)
    open_ones = [each for each in suggestions if (each.client_id, first_fact(each)) not in given]
    book = book_of(day.member, day.boutique, moments.close_of(day.on, day.boutique.zone))
    resting = [_decided(day, *row) for row in rest.on_the_day(day, book)]
    done = [each for each in suggestions if each not in open_ones]
    resting += [_resting(each.client, [given[each.client_id, first_fact(each)]], day.on) for each in done]
    return Seen(
        member=day.member,
        boutique=day.boutique,
        on=day.on,
        is_day_off=day.is_day_off,
        promises=tuple(stored(each) for each in open_ones if each.promise_id),
        suggestions=tuple(stored(each) for each in open_ones if not each.promise_id),
        at_rest=_without_the_listed(resting, [each.client_id for each in open_ones]),
    )


def _decided(day: Day, client: uuid.UUID, name: str, verdict: str, because: list[Any], reasons: list[Any]) -> Resting:
    """One person whom that morning did not list, and why."""
    if day.is_day_off:
        because = [[Rest.DAY_OFF, {}]]
    elif verdict == Verdict.WRITE:
        because = [[Rest.AFTER_OTHERS, {"until": reasons[0][2]}]]
    return Resting(client, name, tuple((Rest(kind), values) for kind, values in because), day.on)


def _answered(
    day: Day, suggestions: list[Suggestion], *, evening: bool
) -> dict[tuple[uuid.UUID, uuid.UUID], restraint.Because]:
    """What was said that day to each, by the fact it rested on; who was put off until this evening is back by then."""
    clients = [each.client_id for each in suggestions]
    given = Answer.objects.until(moments.close_of(day.on, day.boutique.zone)).filter(on=day.on, client__in=clients)
    if evening:
        given = given.exclude(because=Later.THIS_EVENING)
    return {
        (each.client_id, each.fact): answered.answered(
            restraint.Replied(
                each.on, each.happened_at, each.reason, each.fact, Reply(each.reply), each.because, each.until, each.left
            ),
            each.until,
        )
        for each in given
    }  # fmt: skip


def _resting(client: Client, why: Iterable[restraint.Because], on: dt.date) -> Resting:
    return Resting(client.id, str(client), tuple((because.kind, because.values) for because in why), on)


def _without_the_listed(resting: Iterable[Resting], listed: Collection[uuid.UUID]) -> tuple[Resting, ...]:
    """Each person once, by client id, and nobody who is on a list of the day."""
    by_client = {each.client: each for each in resting if each.client not in listed}
    return tuple(by_client[client] for client in sorted(by_client))


def first_fact(suggestion: Suggestion) -> uuid.UUID:
    """The fact it rests on, by which an answer to it is remembered."""
    return uuid.UUID(suggestion.reasons[0]["facts"][0]["id"])


def stored(suggestion: Suggestion) -> Shown:
    """A stored suggestion as it is shown."""
    return Shown(
        client=suggestion.client,
        whys=tuple(
            Why(
                each["reason"],
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


def _rechecked(day: Seen, *, evening: bool) -> Seen:
    """What came in since the morning is already in it (Z-35): a hold, a no, a sale, a colleague's letter, a promise kept."""
    listed = (*day.promises, *day.suggestions)
    if not listed:
        return day
    again = judge_again(day.member, day.boutique, day.on, {each.client.id for each in listed}, evening=evening)
    due = {each.first.promise: _beside(each, day.on) for each in again.promises}
    standing = {(each.client, why.reason, why.fact) for each in again.suggestions for why in each.reasons}
    promises = tuple(
        dataclasses.replace(each, beside=due[each.promise]) for each in day.promises if each.promise in due
    )
    suggestions = tuple(each for each in day.suggestions if _first(each) in standing)
    fallen = {each.client.id: each.client for each in listed if each not in (*promises, *suggestions)}
    resting = [_resting(fallen[client], why, day.on) for client, why in again.at_rest.items() if client in fallen]
    # Another reason than the one her letter is about: tomorrow's morning will say it better.
    others = {each.client for each in again.suggestions} & set(fallen)
    resting += [_resting(fallen[client], [restraint.Because(Rest.NOTHING_TO_SAY)], day.on) for client in others]
    return dataclasses.replace(
        day,
        promises=promises,
        suggestions=suggestions,
        at_rest=_without_the_listed((*day.at_rest, *resting), [each.client.id for each in (*promises, *suggestions)]),
    )


def _first(shown: Shown) -> tuple[uuid.UUID, str, uuid.UUID]:
    return shown.client.id, shown.whys[0].reason, shown.whys[0].facts[0].id


def _as_it_was(day: Seen) -> Seen:
    """When a hold was to end is not said of a past day: it may have been lifted or lengthened since."""
    held = (Rest.HELD, Rest.SELLING_HELD)
    return dataclasses.replace(
        day,
        at_rest=tuple(
            dataclasses.replace(
                each,
                because=tuple(
                    (kind, {name: value for name, value in values.items() if name != "until" or kind not in held})
                    for kind, values in each.because
                ),
            )
            for each in day.at_rest
        ),
    )
