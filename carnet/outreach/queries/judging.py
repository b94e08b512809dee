"""Judging people and mornings from what the house knew: the same records and date give the same day."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from carnet.clients.models import Client
from carnet.consent.kinds import Channel
from carnet.house.models import Boutique, Maison, Member
from carnet.kit import moments
from carnet.outreach import reasons
from carnet.outreach.kinds import Rest
from carnet.outreach.queries import known as knowing
from carnet.outreach.queries import policies
from carnet.outreach.queries.mornings import Morning, Mornings
from carnet.outreach.queries.writing import Desk
from carnet.outreach.reasons import Asked
from carnet.outreach.rules import ordering, restraint, verdicts
from carnet.outreach.rules.evidence import Standing
from carnet.outreach.rules.letters import Letter
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint import Because, answered, gate, learning
from carnet.outreach.rules.verdicts import Decision, Weighed

USUAL_HOURS = "10:00–19:00"
"""Courtesy hours, where she has not said when she likes to be written to."""


@dataclasses.dataclass(frozen=True)
class Suggested:
    """One person to write to, with every reason, the road and the letter."""

    client: uuid.UUID
    reasons: tuple[Standing, ...]
    channel: Channel
    hour: str
    letter: Letter
    beside: tuple[Because, ...] = ()
    """Of our word, what closes the road to her for now: it is due all the same."""

    @property
    def first(self) -> Standing:
        """The reason the letter is about."""
        return self.reasons[0]


@dataclasses.dataclass(frozen=True)
class Judged:
    """A day: promises, suggestions in order, and everyone else with why."""

    member: Member
    boutique: Boutique
    on: dt.date
    cap: int
    is_day_off: bool
    promises: tuple[Suggested, ...]
    suggestions: tuple[Suggested, ...]
    at_rest: dict[uuid.UUID, tuple[Because, ...]]
    clients: dict[uuid.UUID, Client]
    share: float = 0.0
    """How likely chance was to leave each of those in peace of whom it decided."""
    drawn: tuple[tuple[Standing, bool], ...] = ()
    """The moments at which it did, and whether it left them."""


def judge(member: Member, boutique: Boutique, on: dt.date, *, policy: Policy | None = None) -> Judged:
    """Judge that member's day as of the end of `on` where the boutique is; nothing is written.

    `policy`: as the house would have decided, instead of as it had.
    """
    morning = Morning(member, boutique)
    return Judging(Mornings([morning], on), policy=policy).day(morning)


def judge_again(
    member: Member, boutique: Boutique, on: dt.date, only: Collection[uuid.UUID], *, evening: bool
) -> Judged:
    """What stands by now of a morning that was prepared, looking at those people alone.

    `evening`: who was put off until then has come back.
    """
    morning = Morning(member, boutique)
    return Judging(Mornings([morning], on, only=only), evening=evening).day(morning)


def open_roads(boutique: Boutique, on: dt.date, client: Client, reason: str) -> frozenset[Channel]:
    """The channels on which a word for that reason may leave for her that day; for one that is no longer raised, none."""
    rule = reasons.every().get(reason)
    if rule is None:
        return frozenset()
    asked = Asked([client.id], on, moments.close_of(on, boutique.zone), boutique.zone)
    (known,) = knowing.known(asked).values()
    return gate.open_roads(rule.kind, known, policies.at(asked.as_of))


def standing(asked: Asked, decided: Policy) -> dict[uuid.UUID, list[Standing]]:
    """Every reason that stands, or will, for each of those people, before anything holds it back."""
    found: dict[uuid.UUID, list[Standing]] = collections.defaultdict(list)
    evidence: dict[Any, list[Any]] = {}
    for rule in reasons.every().values():
        if not decided.raises(rule.code):
            continue
        if rule.find not in evidence:
            evidence[rule.find] = list(rule.find(asked))
        for each in evidence[rule.find]:
            stands = rule.stands(each, decided)
            if stands is not None and (stands.stays or stands.ends_on >= asked.on):
                found[stands.client].append(stands)
    return found


class Judging:
    """Some mornings, judged together: the evidence is asked for once, however many they are."""

    def __init__(
        self, mornings: Mornings, *, evening: bool = False, policy: Policy | None = None, only_moved: bool = False
    ) -> None:
        """`only_moved`: look only at those whom a reason may raise; why the others rest, `queries.rest` tells."""
        self.mornings, self.on = mornings, mornings.on
        self.policy = policy or policies.at(mornings.as_of)
        self.people = mornings.people()
        asked = Asked(self.people, mornings.on, mornings.as_of, mornings.zone)
        self.standing = standing(asked, self.policy)
        looked_at = sorted(filter(self._may_be_raised, self.standing)) if only_moved else self.people
        self.known = knowing.known(dataclasses.replace(asked, people=looked_at), evening=evening)
        self.decided = {client: self._decide(client, self.standing.get(client, ())) for client in looked_at}
        named = [client for client in looked_at if self._is_named(client)] if only_moved else looked_at
        self.clients = {client.id: client for client in Client.objects.filter(id__in=named).order_by("id")}
        self.desk = Desk(Maison.objects.get(), mornings.on, named, self.policy)

    def _may_be_raised(self, client: uuid.UUID) -> bool:
        rules = reasons.every()
        return any(not rules[each.reason].is_question for each in self.standing[client])

    def _is_named(self, client: uuid.UUID) -> bool:
        """Whether a day may show her: a promise, or a reason that is free or free before somebody is back."""
        return any(each.standing.promise or not each.because for each in self.decided[client].weighed)

    def _decide(self, client: uuid.UUID, stands: Sequence[Standing]) -> Decision:
        return verdicts.decide(stands, self.known[client], self.policy, self.on)

    def day(self, morning: Morning) -> Judged:
        """One of the mornings."""
        member, book = morning.member, self.mornings.books[morning.member.id]
        works = member.works_on(self.on)
        whose = self._hers(morning) if works else {}
        decided = {
            client: self._of(client, whose.get(client, []))
            for client in sorted(each for each in {*book, *whose} if each in self.known)
        }
        promises, resting = self._promises(decided, morning)
        shown, held = self._suggestions(decided, morning, besides={each.client for each in promises})
        for client, because in held.items():
            said = resting.setdefault(client, [])
            said += [each for each in because if each not in said]
        listed = {each.client for each in (*promises, *shown)}
        at_rest = {
            client: tuple(resting.get(client) or self._rest(client, decided[client], works=works))
            for client in sorted(decided)
            if client not in listed
        }
        return Judged(
            member=member, boutique=morning.boutique, on=self.on, cap=self.policy.suggestions, is_day_off=not works,
            promises=tuple(promises), suggestions=tuple(shown), at_rest=at_rest, clients=self.clients,
            share=self.policy.learns, drawn=tuple(self._drawn(decided, {each.client for each in promises})),
        )  # fmt: skip

    def _of(self, client: uuid.UUID, whose: list[Standing]) -> Decision:
        """What is decided about her, seen from one morning."""
        return self.decided[client] if whose == self.standing.get(client, []) else self._decide(client, whose)

    def _hers(self, morning: Morning) -> Mapping[uuid.UUID, list[Standing]]:
        """What stands for her people that day: what ends before she is back comes today (ruling 7)."""
        book, back_on = self.mornings.books[morning.member.id], self.mornings.back_on(morning.member)
        found: dict[uuid.UUID, list[Standing]] = collections.defaultdict(list)
        for client in book | self.mornings.owed[morning.member.id]:
            for each in self.standing.get(client, ()):
                if (
                    client in book
                    if each.promise is None
                    else self._keeps(morning.member, each, in_book=client in book)
                ):
                    found[client].append(_brought_forward(each, self.on, back_on))
        if self.mornings.on_duty(morning):
            for colleague in self.mornings.away(morning.boutique):
                if colleague != morning.member:
                    self._for_one_away(colleague, found)
        return found

    def _keeps(self, member: Member, promise: Standing, *, in_book: bool) -> bool:
        """Her own word; what nobody in particular, or somebody who is gone, promised to one of her book."""
        return promise.owner == member.id or (
            in_book and (promise.owner is None or promise.owner in self.mornings.gone)
        )

    def _for_one_away(self, colleague: Member, found: dict[uuid.UUID, list[Standing]]) -> None:
        """What a colleague on her day off promised for today."""
        for client in self.mornings.owed[colleague.id]:
            for each in self.standing.get(client, ()):
                if each.promise and each.is_open(self.on) and self._keeps(colleague, each, in_book=True):
                    values = each.values | {"for": colleague.signature}
                    found[client].append(dataclasses.replace(each, values=values))

    def _promises(
        self, decided: Mapping[uuid.UUID, Decision], morning: Morning
    ) -> tuple[list[Suggested], dict[uuid.UUID, list[Because]]]:
        """Our word is not capped, and no hold hides it: what closes the road stands beside it."""
        resting: dict[uuid.UUID, list[Because]] = {}
        shown: list[Weighed] = []
        for each in _of_all(decided):
            if not each.standing.promise or not each.is_open:
                continue
            if said := [because for because in each.because if because.kind == Rest.ANSWERED]:
                resting.setdefault(each.standing.client, []).append(said[0])
            else:
                shown.append(each)
        shown.sort(key=lambda each: ordering.place(each.standing))
        return [self._suggested([each.standing], morning, each.because[:1]) for each in shown], resting

    def _suggestions(
        self, decided: Mapping[uuid.UUID, Decision], morning: Morning, besides: set[uuid.UUID]
    ) -> tuple[list[Suggested], dict[uuid.UUID, list[Because]]]:
        held: dict[uuid.UUID, list[Because]] = {}
        others = [each for each in _of_all(decided) if not each.standing.promise]
        for each in others:
            if each.is_held and each.because[0] not in held.setdefault(each.standing.client, []):
                held[each.standing.client].append(each.because[0])
        free = ordering.listed(each.standing for each in others if each.is_free)
        people = [(client, whys) for client, whys in free if client not in besides]
        for client, whys in people[(room := self._room(decided)) :]:
            held.setdefault(client, []).insert(0, Because(Rest.AFTER_OTHERS, {"until": whys[0].ends_on}))
        return [self._suggested(whys, morning) for _client, whys in people[:room]], held

    def _drawn(
        self, decided: Mapping[uuid.UUID, Decision], besides: Collection[uuid.UUID]
    ) -> Iterator[tuple[Standing, bool]]:
        """Of those who have a place on the list, or would have: where nothing else is said to them, what chance decided."""
        free = [each.standing for each in _of_all(decided) if _is_free_but_for_chance(each)]
        places = self._room(decided) if self.policy.learns else 0
        for client, whys in ordering.listed(free):
            if client in besides:
                continue
            if not places:
                return
            left = [learning.is_left(each, self.known[client], self.policy) for each in whys]
            places -= not all(left)
            if all(learning.may_pass(each.kind) for each in whys):
                known = self.known[client].moments
                yield from (each for each in zip(whys, left, strict=True) if learning.moment(each[0]) not in known)

    def _room(self, decided: Mapping[uuid.UUID, Decision]) -> int:
        """How many places are left on the list; looking again at who was on it, as many as there are."""
        if self.mornings.only is not None:
            return len(decided)
        return max(self.policy.suggestions - self._answered_today(decided), 0)

    def _answered_today(self, decided: Collection[uuid.UUID]) -> int:
        """How many of this day's list have been answered: what is promised has no place on it."""
        return sum(
            any(reply.on == self.on and not reply.to_a_promise for reply in self.known[client].replied)
            for client in decided
        )

    def _rest(self, client: uuid.UUID, decision: Decision, *, works: bool) -> tuple[Because, ...]:
        if not works:
            return (Because(Rest.DAY_OFF),)
        today = [reply for reply in self.known[client].replied if reply.on == self.on]
        if today:
            return (answered.answered(today[0], today[0].until),)
        return decision.because or (restraint.resting(self.known[client], self.policy, self.on),)

    def _suggested(self, whys: Sequence[Standing], morning: Morning, beside: tuple[Because, ...] = ()) -> Suggested:
        client, known = self.clients[whys[0].client], self.known[whys[0].client]
        return Suggested(
            client=client.id,
            reasons=tuple(whys),
            channel=gate.road(whys[0], known, self.policy) or Channel.BY_HAND,
            hour=client.prefers_hours or USUAL_HOURS,
            letter=self.desk.letter(client, whys[0], known, morning),
            beside=beside,
        )


def _of_all(decided: Mapping[uuid.UUID, Decision]) -> Iterator[Weighed]:
    return (each for decision in decided.values() for each in decision.weighed)


def _is_free_but_for_chance(weighed: Weighed) -> bool:
    held = {because.kind for because in weighed.because}
    return weighed.standing.promise is None and weighed.is_open and held <= {Rest.TO_LEARN}


def _brought_forward(standing: Standing, on: dt.date, back_on: dt.date) -> Standing:
    """What begins and ends on days on which she is away comes on the day before; our word too (ruling 7)."""
    over = standing.opens_on < back_on if standing.stays else standing.ends_on < back_on
    return dataclasses.replace(standing, opens_on=min(standing.opens_on, on)) if over else standing
