"""Whose mornings are judged together: their books, and whose promises each of them keeps that day."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Collection, Sequence

from django.db.models import Q

from carnet.books import queries as books
from carnet.house import queries as house
from carnet.house.models import Boutique, Member
from carnet.interactions.kinds import PromisedBy
from carnet.interactions.models import Promise
from carnet.kit import moments

WEEK = 7


@dataclasses.dataclass(frozen=True)
class Morning:
    """One advisor's."""

    member: Member
    boutique: Boutique


class Mornings:
    """Some mornings of one day in one zone, as the house knew it at the end of that day, or at another moment of it."""

    def __init__(
        self,
        mornings: Sequence[Morning],
        on: dt.date,
        *,
        only: Collection[uuid.UUID] | None = None,
        as_of: dt.datetime | None = None,
    ) -> None:
        """`only`: of all their people, these."""
        self.each, self.on, self.only = mornings, on, only
        self.zone = mornings[0].boutique.zone
        self.as_of = as_of or moments.close_of(on, self.zone)
        self.gone = set(house.gone(self.as_of))
        self.books = self._books()
        self.owed = self._owed()

    def _books(self) -> dict[uuid.UUID, set[uuid.UUID]]:
        """Hers; of a manager also the boutique's own (ruling 2)."""
        found: dict[uuid.UUID, set[uuid.UUID]] = {each.member.id: set() for each in self.each}
        held = books.held(self.as_of).filter(member__in=list(found), client__known_from__lte=self.as_of)
        if self.only is not None:
            held = held.filter(client__in=self.only)
        for member, client in held.values_list("member", "client"):
            found[member].add(client)
        managers = {
            each.boutique.id: each.member.id for each in self.each if each.member == self.team(each.boutique).manager
        }
        for boutique, client in books.boutiques_books(list(managers), self.as_of) if managers else ():
            if self.only is None or client in self.only:
                found[managers[boutique]].add(client)
        return found

    def _owed(self) -> dict[uuid.UUID, set[uuid.UUID]]:
        """To whom each member in question owes a word; of those who are away also what nobody in particular promised."""
        away = {colleague.id for each in self.each if self.on_duty(each) for colleague in self.away(each.boutique)}
        standing = Promise.objects.standing(self.as_of).filter(made_by=PromisedBy.HOUSE)
        standing = standing if self.only is None else standing.filter(client__in=self.only)
        found: dict[uuid.UUID, set[uuid.UUID]] = collections.defaultdict(set)
        hers = standing.filter(owner__in={each.member.id for each in self.each} | away)
        for owner, client in hers.values_list("owner", "client"):
            found[owner].add(client)
        if away:
            nobodys = standing.filter(Q(owner__isnull=True) | Q(owner__in=self.gone)).values("client")
            theirs = books.held(self.as_of).filter(member__in=away, client__in=nobodys)
            for member, client in theirs.values_list("member", "client"):
                found[member].add(client)
        return found

    @functools.cache  # noqa: B019 -- it lives as long as one morning is judged
    def team(self, boutique: Boutique) -> Team:
        """Who works there."""
        return Team(house.staff_of(boutique, self.as_of), house.manager_of(boutique, self.as_of))

    def away(self, boutique: Boutique) -> list[Member]:
        """Those on their day off."""
        return [each for each in self.team(boutique).staff if not each.works_on(self.on)]

    def on_duty(self, morning: Morning) -> bool:
        """The manager, or where she is away the first colleague by name, keeps the promises of those on a day off."""
        team = self.team(morning.boutique)
        if team.manager and team.manager.works_on(self.on):
            return team.manager == morning.member
        working = [each for each in team.staff if each.works_on(self.on)]
        return bool(working) and working[0] == morning.member

    def back_on(self, member: Member) -> dt.date:
        """The next day on which she works."""
        week = [self.on + dt.timedelta(days=ahead) for ahead in range(1, WEEK + 1)]
        return next((day for day in week if member.works_on(day)), week[-1])

    def people(self) -> list[uuid.UUID]:
        """Everybody any of them looks after, or owes something."""
        return sorted(set().union(*self.books.values(), *self.owed.values()))


@dataclasses.dataclass(frozen=True)
class Team:
    """Who works in a boutique, by name, and whose morning its own book is."""

    staff: list[Member]
    manager: Member | None


def book_of(member: Member, boutique: Boutique, as_of: dt.datetime) -> set[uuid.UUID]:
    """Hers; of a manager also the boutique's own (ruling 2)."""
    found = set(books.book_of(advisor=member, as_of=as_of).values_list("id", flat=True))
    if house.manager_of(boutique, as_of) == member:
        found.update(books.boutiques_book(boutique=boutique, as_of=as_of).values_list("id", flat=True))
    return found
