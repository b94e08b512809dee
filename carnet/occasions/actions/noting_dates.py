"""Noting a date that matters, resting it, and letting it go."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from carnet.clients.kinds import COUPLE, Certainty
from carnet.clients.models import Client, Household, Membership, Relation
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.journal.models import Line as JournalLine
from carnet.kit import acts, db, ids, moments
from carnet.occasions.kinds import UNTIL_SPOKEN_OF, Act, Recurrence
from carnet.occasions.models import Occasion
from carnet.purchases import queries as purchases
from carnet.purchases.kinds import MeaningKind
from carnet.purchases.models import Gift, Line

COMES_AGAIN = frozenset({"birthday", "wedding", "engagement", "christmas", "mothers_day", "valentine", "other"})
BIRTHDAY = "birthday"
COUPLES = frozenset({"wedding", "engagement", "valentine"})


class CannotNote(ValueError):
    """The date cannot be kept as given; the sentence says why."""


@transaction.atomic
def note(  # noqa: PLR0913 -- what can be said of a date, each by its name
    *,
    kind: str,
    day_month: moments.DayMonth,
    by: acts.By,
    at: dt.datetime,
    client: Client | None = None,
    household: Household | None = None,
    giver: Client | None = None,
    year: int | None = None,
    recurrence: Recurrence = Recurrence.YEARLY,
    words: str = "",
    told_by: Client | None = None,
    certainty: Certainty = Certainty.STATED,
    from_line: Line | None = None,
) -> Occasion:
    """Keep a date of a person's, of a home's, or of somebody unnamed for whom `giver` gives; it is spoken of to the giver.

    Raises CannotNote.
    """
    term = Term.objects.filter(kind=TermKind.OCCASION, code=kind).first()
    if term is None:
        raise CannotNote(_("The house has no occasion called “%(kind)s”.") % {"kind": kind})
    if (client is not None and household is not None) or not (client or household or giver):
        raise CannotNote(_("A date is somebody's, or a home's: say which of the two."))
    if kind == BIRTHDAY and year is not None:
        raise CannotNote(_("Of a birthday the day and the month are kept, and no year: nobody's age is the house's."))
    if recurrence == Recurrence.ONCE and year is None:
        raise CannotNote(_("A date that does not come again needs its year."))
    occasion_id = ids.new()
    subject = next((person.id for person in (client, giver) if person), None)
    line = recording.record(act=Act.DATE_NOTED, by=by, on=acts.On("occasion", occasion_id, subject), at=at, reason=kind)
    return Occasion.objects.create(
        id=occasion_id, client=client, household=household, giver=giver, kind=term, day=day_month.day,
        month=day_month.month, year=year, recurrence=recurrence, words=words, told_by=told_by, noted_by_id=by.member,
        certainty=certainty, from_line=from_line, period=db.since(at), known_from=at, noted_in=line,
    )  # fmt: skip


@transaction.atomic
def learn_from_gift(*, line_key: uuid.UUID, line: JournalLine) -> Occasion | None:
    """Keep the date a gift was for, to the giver; a day that does not come again, no date, or a farewell teaches nothing."""
    taught = _taught(Gift.objects.filter(line=line_key).select_related("line__sale", "occasion").first(), line.at)
    for standing in Occasion.objects.filter(from_line=line_key, period__contains=line.at).order_by("id"):
        if taught and taught == {field: getattr(standing, field) for field in taught}:
            return standing
        standing.period = db.until(standing.period, line.at)
        standing.save(update_fields=["period"])
    if not taught:
        return None
    return Occasion.objects.create(
        **taught, noted_by_id=line.by_id, certainty=Certainty.STATED, from_line_id=line_key, period=db.since(line.at),
        known_from=line.at, noted_in=line,
    )  # fmt: skip


def _taught(gift: Gift | None, at: dt.datetime) -> dict[str, Any]:
    """Whose day a gift tells of, and to whom; nothing when it tells of none."""
    if gift is None or gift.occasion is None or gift.occasion_on is None or gift.line.sale.client_id is None:
        return {}
    if gift.occasion.code not in COMES_AGAIN:
        return {}
    meant = purchases.meaning_of(gift.line.sale, at)
    if meant is not None and meant.kind == MeaningKind.FAREWELL:
        return {}
    return {
        "client_id": gift.recipient_id, "giver_id": gift.line.sale.client_id, "kind_id": gift.occasion_id,
        "day": gift.occasion_on.day, "month": gift.occasion_on.month,
    }  # fmt: skip


@transaction.atomic
def suspend(*, occasion: Occasion, reason: str, by: acts.By, at: dt.datetime, until: dt.date | None = None) -> None:
    """Let the date rest, for a time or until somebody speaks of it; `reason` is a code and never the cause (D-9)."""
    Occasion.objects.filter(id=occasion.id).update(is_suspended=True, suspended_until=until, suspended_because=reason)
    recording.record(act=Act.DATE_SUSPENDED, by=by, on=acts.On("occasion", occasion.id), at=at, reason=reason)


@transaction.atomic
def rest_of_a_couple(*, of: Collection[uuid.UUID], line: JournalLine) -> int:
    """What two people kept together rests until somebody speaks of it; the cause is nowhere here (O-8). How many do."""
    homes = Membership.objects.filter(client__in=of, period__contains=line.at).values("household")
    kept = Occasion.objects.filter(kind__code__in=COUPLES, period__contains=line.at, is_suspended=False)
    together = kept.filter(Q(client__in=of) | Q(giver__in=of) | Q(household__in=homes))
    return together.update(is_suspended=True, suspended_until=None, suspended_because=UNTIL_SPOKEN_OF)


@transaction.atomic
def rest_of_the_dead(*, client_id: uuid.UUID, line: JournalLine) -> int:
    """Every date of hers, or for which she gave, rests; those she kept with another rest for the one who is left (O-8)."""
    bonds = Relation.objects.filter(Q(client=client_id) | Q(other=client_id), kind__in=COUPLE, period__contains=line.at)
    left = {each for bond in bonds.order_by("id") for each in (bond.client_id, bond.other_id)}
    hers = Occasion.objects.filter(
        Q(client=client_id) | Q(giver=client_id), period__contains=line.at, is_suspended=False
    )
    rested = hers.update(is_suspended=True, suspended_until=None, suspended_because=UNTIL_SPOKEN_OF)
    return rested + rest_of_a_couple(of={client_id, *left}, line=line)


@transaction.atomic
def resume(*, occasion: Occasion, by: acts.By, at: dt.datetime) -> None:
    """The date may be spoken of again."""
    Occasion.objects.filter(id=occasion.id).update(is_suspended=False, suspended_until=None, suspended_because="")
    recording.record(act=Act.DATE_RESUMED, by=by, on=acts.On("occasion", occasion.id), at=at)


@transaction.atomic
def withdraw(*, occasion: Occasion, by: acts.By, at: dt.datetime, reason: str) -> None:
    """It was no date of hers, or no longer is."""
    occasion.period = db.until(occasion.period, at)
    occasion.save(update_fields=["period"])
    recording.record(act=Act.DATE_WITHDRAWN, by=by, on=acts.On("occasion", occasion.id), at=at, reason=reason)
