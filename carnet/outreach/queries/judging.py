"""One advisor's day, judged from what the house knew: the same records and date give the same day."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from typing import Any

from carnet.books import queries as books
from carnet.clients.models import Client, ClientPoint
from carnet.consent import queries as consent
from carnet.consent.kinds import Channel, Purpose, Scope
from carnet.consent.models import Hold
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Boutique, Maison, Member
from carnet.intelligence.queries import context
from carnet.kit import moments
from carnet.outreach.kinds import Later, Reason, Reply, Rest
from carnet.outreach.models import Answer
from carnet.outreach.queries import anniversaries, evidence
from carnet.outreach.rules import ordering, reasons, restraint
from carnet.outreach.rules.evidence import Standing
from carnet.outreach.rules.letters import Addressee, Letter, Piece, Sender, Subject, compose, variants
from carnet.outreach.rules.restraint import Because, House, Known, Replied
from carnet.purchases import queries as purchases

POINTS = {"phone": Channel.PHONE, "email": Channel.EMAIL, "post": Channel.POST}
USUAL_HOURS = "10:00–19:00"
"""Courtesy hours, where she has not said when she likes to be written to."""
YEAR = dt.timedelta(days=366)


@dataclasses.dataclass(frozen=True)
class Suggested:
    """One person to write to, with every reason, the road and the letter."""

    client: uuid.UUID
    reasons: tuple[Standing, ...]
    channel: Channel
    hour: str
    letter: Letter

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


def judge(member: Member, boutique: Boutique, on: dt.date) -> Judged:
    """Judge that member's day as of the end of `on` where the boutique is; nothing is written."""
    return Judging(member, boutique, on).day()


def judge_again(
    member: Member, boutique: Boutique, on: dt.date, only: Collection[uuid.UUID], *, evening: bool
) -> Judged:
    """What stands by now of a morning that was prepared, looking at those people alone.

    `evening`: who was put off until then has come back.
    """
    return Judging(member, boutique, on, only=only, evening=evening).day()


def open_roads(member: Member, boutique: Boutique, on: dt.date, client: Client, reason: Reason) -> frozenset[Channel]:
    """The channels on which a word for that reason may leave for her that day."""
    judging = Judging(member, boutique, on, only={client.id})
    known = judging.known_of([client.id], asked=[client.id])
    return restraint.open_roads(reason, known[client.id], judging.house)


def last_day(hold: Hold, zone: str) -> dt.date | None:
    """The last day a hold holds; nothing while nobody has said when it ends."""
    return hold.period.upper and moments.day_of(hold.period.upper - moments.MICROSECOND, zone)


class Judging:
    """The evidence of one book on one day, and what it comes to."""

    def __init__(
        self,
        member: Member,
        boutique: Boutique,
        on: dt.date,
        *,
        only: Collection[uuid.UUID] | None = None,
        evening: bool = False,
    ) -> None:
        """Read the book, or those of it who are in `only`, and the house's decisions."""
        self.member, self.boutique, self.on = member, boutique, on
        self.only, self.evening = only, evening
        self.zone = boutique.zone
        self.as_of = moments.close_of(on, self.zone)
        self.maison = Maison.objects.get()
        self.staff = house.staff_of(boutique, self.as_of)
        self.manager = house.manager_of(boutique, self.as_of)
        self.gone = house.gone(self.as_of)
        self.book = self._book(member)
        self.house = House(
            pace=dt.timedelta(days=house.setting(SettingName.PACE_DAYS, self.as_of)),
            bases={purpose: consent.basis(purpose, self.as_of) for purpose in Purpose},
        )
        self.cap = int(house.setting(SettingName.SUGGESTIONS, self.as_of))
        self.works = member.works_on(on)

    def day(self) -> Judged:
        """The whole day."""
        promised, standing = self._promised(), self._standing() if self.works else []
        people = sorted({*self.book, *(each.client for each in promised)})
        self.known = self.known_of(people, asked=sorted({each.client for each in (*promised, *standing)}))
        promises, resting = self._judge_promises(promised)
        shown, held = self._judge(standing, besides={each.client for each in promises})
        for client, because in held.items():
            said = resting.setdefault(client, [])
            said += [each for each in because if each not in said]
        listed = {each.client for each in (*promises, *shown)}
        at_rest = {
            client: self._rest(client, resting.get(client))
            for client in sorted({*self.book, *resting})
            if client not in listed
        }
        return Judged(
            member=self.member, boutique=self.boutique, on=self.on, cap=self.cap, is_day_off=not self.works,
            promises=tuple(promises), suggestions=tuple(shown), at_rest=at_rest, clients=self.clients,
        )  # fmt: skip

    def _book(self, member: Member) -> list[uuid.UUID]:
        """Hers; of the manager also the boutique's own (ruling 2)."""
        found = [books.book_of(advisor=member, as_of=self.as_of)]
        if member == self.manager:
            found.append(books.boutiques_book(boutique=self.boutique, as_of=self.as_of))
        if self.only is not None:
            found = [book.filter(id__in=self.only) for book in found]
        return sorted({client for book in found for client in book.values_list("id", flat=True)})

    def _back_on(self) -> dt.date:
        """The next day on which she works."""
        week = [self.on + dt.timedelta(days=ahead) for ahead in range(1, 8)]
        return next((day for day in week if self.member.works_on(day)), week[-1])

    def _promised(self) -> list[Standing]:
        """Promises due: on a day off they are the colleague on duty's (ruling 7)."""
        if not self.works:
            return []
        made = evidence.promises(self.book, self.member.id, gone=self.gone, as_of=self.as_of, zone=self.zone)
        due = [standing for each in made if (standing := reasons.promise(each, self.on, self._back_on()))]
        return due + (self._for_those_away() if self._on_duty() else [])

    def _on_duty(self) -> bool:
        """The manager, or where she is away the first colleague by name, keeps the promises of those on a day off."""
        if self.manager and self.manager.works_on(self.on):
            return self.manager == self.member
        working = [each for each in self.staff if each.works_on(self.on)]
        return bool(working) and working[0] == self.member

    def _for_those_away(self) -> list[Standing]:
        found = []
        for colleague in self.staff:
            if colleague == self.member or colleague.works_on(self.on):
                continue
            theirs = self._book(colleague)
            made = evidence.promises(theirs, colleague.id, gone=self.gone, as_of=self.as_of, zone=self.zone)
            standing = filter(None, (reasons.promise(each, self.on, self.on) for each in made))
            found += [dataclasses.replace(each, values=each.values | {"for": colleague.signature}) for each in standing]
        return found

    def _standing(self) -> list[Standing]:
        """Every reason that stands for somebody of this book, before anything holds it back."""
        on, as_of, zone, back = self.on, self.as_of, self.zone, self._back_on()
        bought = evidence.purchases(self.book, on=on, as_of=as_of, zone=zone)
        seen = evidence.visits(self.book, on=on, as_of=as_of, zone=zone)
        dates = anniversaries.anniversaries(self.book, on=on, as_of=as_of, zone=zone)
        found: list[Standing | None] = []
        found += [reasons.before_she_is_back(reasons.thanks, each, on, back) for each in bought]
        found += [reasons.before_she_is_back(reasons.wear, each, on, back) for each in bought]
        found += [reasons.before_she_is_back(reasons.visit, each, on, back) for each in seen]
        found += [reasons.before_she_is_back(reasons.occasion, each, on, back) for each in dates]
        return [each for each in found if each]

    def known_of(self, people: Sequence[uuid.UUID], asked: Sequence[uuid.UUID]) -> dict[uuid.UUID, Known]:
        """What is known of everyone; the gate's own facts only of those of whom it is `asked`."""
        self.clients = {client.id: client for client in Client.objects.filter(id__in=people).order_by("id")}
        answers = consent.answers(asked, self.as_of)
        holds = consent.holds(people, self.as_of)
        words = evidence.last_words(people, as_of=self.as_of, zone=self.zone)
        visits = evidence.last_visits(asked, as_of=self.as_of)
        owners = set(purchases.owners(self.as_of).filter(client__in=asked).values_list("client", flat=True))
        replied, reached = self._replied(people), self._reached(asked)
        rests = context.rests(asked, self.on, self.as_of)
        died = self._died()
        return {
            client.id: Known(
                client=client.id,
                died=client.id in died,
                minor=client.is_minor,
                mentioned_only=client.is_mentioned_only,
                holds={Scope(hold.scope): self._held(hold) for hold in holds.get(client.id, ())},
                last_word=words.get(client.id),
                last_visit=visits.get(client.id),
                replied=replied.get(client.id, ()),
                owns=client.id in owners,
                answers=answers.get(client.id, {}),
                reached_at=frozenset(reached.get(client.id, ())),
                prefers=client.prefers_channel,
                rests=rests.get(client.id, {}),
            )
            for client in self.clients.values()
        }

    def _died(self) -> set[uuid.UUID]:
        dead = [client.id for client in self.clients.values() if client.died_on and client.died_on <= self.on]
        return evidence.known_to_have_died(dead, self.as_of) if dead else set()

    def _held(self, hold: Hold) -> dict[str, Any]:
        """What its sentence is said with: `until`, the last day it holds."""
        return {"because": hold.because, "until": last_day(hold, self.zone)}

    def _replied(self, people: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Replied]]:
        """What was answered by then, as it stood then."""
        found: dict[uuid.UUID, list[Replied]] = collections.defaultdict(list)
        answers = Answer.objects.until(self.as_of).filter(client__in=people, on__lte=self.on)
        for each in answers.select_related("encounter").order_by("client", "-on", "-happened_at", "-id"):
            if self.evening and each.on == self.on and each.because == Later.THIS_EVENING:
                continue
            found[each.client_id].append(
                Replied(
                    each.on, each.happened_at, Reason(each.reason), each.fact, Reply(each.reply), each.because,
                    each.until, each.had_left(self.as_of),
                )
            )  # fmt: skip
        return found

    def _reached(self, people: Sequence[uuid.UUID]) -> dict[uuid.UUID, set[Channel]]:
        found: dict[uuid.UUID, set[Channel]] = collections.defaultdict(set)
        points = ClientPoint.objects.filter(client__in=people, period__contains=self.as_of, known_from__lte=self.as_of)
        for client, kind in points.values_list("client", "point__kind"):
            found[client].add(POINTS.get(kind) or Channel(kind))
        return found

    def _judge_promises(self, promised: list[Standing]) -> tuple[list[Suggested], dict[uuid.UUID, list[Because]]]:
        """Promises are not capped; a hold on everything closes them too, and says so."""
        shown: list[Suggested] = []
        held: dict[uuid.UUID, list[Because]] = {}
        for each in promised:
            because = restraint.held_back(each, self.known[each.client], self.house, self.on)
            if because and because.kind != Rest.NO_PERMISSION:
                held.setdefault(each.client, []).append(because)
            else:
                shown.append(self._suggested([each]))
        return shown, held

    def _judge(
        self, standing: list[Standing], besides: set[uuid.UUID]
    ) -> tuple[list[Suggested], dict[uuid.UUID, list[Because]]]:
        held: dict[uuid.UUID, list[Because]] = collections.defaultdict(list)
        free = []
        for each in standing:
            because = restraint.held_back(each, self.known[each.client], self.house, self.on)
            if because is None:
                free.append(each)
            elif because not in held[each.client]:
                held[each.client].append(because)
        people = [(client, whys) for client, whys in ordering.listed(free) if client not in besides]
        room = len(people) if self.only is not None else max(self.cap - self._answered_today(), 0)
        for client, whys in people[room:]:
            held[client].insert(0, Because(Rest.AFTER_OTHERS, {"until": whys[0].ends_on}))
        return [self._suggested(whys) for _client, whys in people[:room]], held

    def _answered_today(self) -> int:
        """How many of this day's list have been answered: what is promised has no place on it."""
        return sum(
            any(reply.on == self.on and not reply.to_a_promise for reply in known.replied)
            for known in self.known.values()
        )

    def _rest(self, client: uuid.UUID, because: list[Because] | None) -> tuple[Because, ...]:
        if because:
            return tuple(because)
        if not self.works:
            return (Because(Rest.DAY_OFF),)
        known = self.known[client]
        today = [reply for reply in known.replied if reply.on == self.on]
        if today:
            return (restraint.answered(today[0], today[0].until),)
        return (restraint.resting(known, self.house, self.on),)

    def _suggested(self, whys: list[Standing]) -> Suggested:
        client, first = self.clients[whys[0].client], whys[0]
        known = self.known[client.id]
        channel = restraint.road(first, known, self.house) or Channel.BY_HAND
        return Suggested(
            client=client.id,
            reasons=tuple(whys),
            channel=channel,
            hour=client.prefers_hours or USUAL_HOURS,
            letter=self._letter(client, first, known),
        )

    def _letter(self, client: Client, first: Standing, known: Known) -> Letter:
        maison = self.maison
        # The same client never receives the same letter twice within a year.
        before = sum(1 for reply in known.replied if self.on - reply.on < YEAR and reply.reason == first.reason)
        places = variants(first.reason, client.language) or variants(first.reason, maison.language) or 1
        return compose(
            Subject(
                reason=first.reason,
                pieces=tuple(Piece(piece.name, piece.category) for piece in first.pieces),
                on=first.values.get("on"),
                today=self.on,
                promise=first.values.get("words", ""),
                occasion=first.values.get("kind", ""),
                occasion_on=first.values.get("on") if first.reason == Reason.OCCASION else None,
                celebrated=first.celebrated,
                together=first.together,
            ),
            Addressee(
                given=client.given, family=client.family, display=client.display, title=client.title,
                preferred=client.preferred, written=client.written, gender=client.gender, form=client.form,
                language=client.language,
            ),
            Sender(self.member.name, self.member.signature, maison.name, self.boutique.name),
            variant=before + client.id.int % places,
            fallback=maison.language,
        )  # fmt: skip
